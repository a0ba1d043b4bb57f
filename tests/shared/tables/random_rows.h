#pragma once

#include "shared/domain/order_records.h"
#include "shared/domain/source.h"
#include "shared/domain/summary.h"
#include "tests/support/random_source.h"

#include <string>

namespace orderdeck::test {

/// Random values for every member, with NULL where the column allows it.
class Values {
public:
    explicit Values(std::uint64_t seed) : random_(seed) {}

    std::int64_t integer() { return static_cast<std::int64_t>(random_.next() >> 11); }
    int small() { return random_.between(-100'000, 100'000); }
    bool flag() { return random_.chance(50); }
    std::string text() {
        static constexpr const char* kTexts[] = {"", "SO-1", "伺服驱动器", "a\nb", "100%", "'; --"};
        return kTexts[random_.next() % std::size(kTexts)];
    }
    domain::LocalizedText name() {
        domain::LocalizedText name{text(), {}};
        if (flag()) name.translations.emplace_back("zh-CN", "驱动器");
        if (flag()) name.translations.emplace_back("fr", "");
        return name;
    }
    domain::Quantity quantity() { return domain::Quantity::from_micro(integer() - (std::int64_t{1} << 52)); }
    base::LocalDate date() { return base::LocalDate::from_days(small()); }
    base::Timestamp instant() { return base::Timestamp::from_milliseconds(integer()); }
    template <typename Id>
    Id id() {
        return Id{integer()};
    }
    template <typename Enum>
    Enum choice(int count) {
        return static_cast<Enum>(random_.between(0, count - 1));
    }
    template <typename Make>
    auto maybe(Make make) -> std::optional<decltype(make())> {
        if (flag()) return std::nullopt;
        return make();
    }
    std::optional<base::LocalDate> maybe_date() {
        return maybe([this] { return date(); });
    }
    std::optional<domain::Quantity> maybe_quantity() {
        return maybe([this] { return quantity(); });
    }
    std::optional<domain::Occurrence> maybe_occurrence() {
        return maybe([this] {
            return domain::Occurrence{.on = date(),
                                      .at = maybe([this] { return instant(); }),
                                      .utc_offset_minutes = maybe([this] { return small(); })};
        });
    }

private:
    RandomSource random_;
};

domain::Currency random_currency(Values& v);
domain::Order random_order(Values& v);
domain::Line random_line(Values& v);
domain::Milestone random_milestone(Values& v);
domain::OrderSummary random_summary(Values& v);

} // namespace orderdeck::test
