#pragma once

#include "shared/domain/money.h"
#include "shared/domain/order.h"
#include "shared/domain/quantity.h"
#include "shared/storage/statement.h"

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>

namespace orderdeck::tables {

/// Binds one value after the other in the units of the synced tables.
class RowWriter {
public:
    RowWriter(storage::Statement& statement, int first_index) : statement_(statement), index_(first_index) {}

    template <typename Value>
    RowWriter& put(const Value& value) {
        if constexpr (std::is_same_v<Value, domain::Quantity>) {
            statement_.bind(index_++, value.micro());
        } else if constexpr (std::is_same_v<Value, domain::Currency>) {
            statement_.bind(index_++, value.code());
        } else {
            statement_.bind(index_++, value);
        }
        return *this;
    }
    RowWriter& put(const std::optional<domain::Quantity>& value) {
        return value ? put(*value) : put(std::optional<std::int64_t>{});
    }
    /// Three columns: day, instant, offset.
    RowWriter& put(const std::optional<domain::Occurrence>& value) {
        if (!value) return put(kNull).put(kNull).put(kNull);
        return put(value->on).put(value->at).put(value->utc_offset_minutes);
    }

    int next_index() const { return index_; }

private:
    static constexpr std::optional<std::int64_t> kNull{};

    storage::Statement& statement_;
    int index_;
};

/// Reads one value after the other; the inverse of RowWriter.
class RowReader {
public:
    RowReader(const storage::Statement& statement, int first_column)
        : statement_(statement), column_(first_column) {}

    std::int64_t integer() { return statement_.int64(column_++); }
    int small() { return static_cast<int>(integer()); }
    bool flag() { return integer() != 0; }
    std::string text() { return statement_.string(column_++); }
    domain::Quantity quantity() { return domain::Quantity::from_micro(integer()); }
    base::LocalDate date() { return base::LocalDate::from_days(integer()); }
    base::Timestamp instant() { return base::Timestamp::from_milliseconds(integer()); }
    template <typename Id>
    Id id() {
        return Id{integer()};
    }
    /// Only the first `count` values are known to this program; others read as the first.
    template <typename Enum>
    Enum choice(int count) {
        const std::int64_t value = integer();
        return static_cast<Enum>(value >= 0 && value < count ? value : 0);
    }

    std::optional<std::int64_t> optional_integer() { return statement_.optional_int64(column_++); }
    std::optional<int> optional_small() { return is_null() ? skip<int>() : std::optional(small()); }
    std::optional<domain::Quantity> optional_quantity() {
        return is_null() ? skip<domain::Quantity>() : std::optional(quantity());
    }
    std::optional<base::LocalDate> optional_date() {
        return is_null() ? skip<base::LocalDate>() : std::optional(date());
    }
    std::optional<base::Timestamp> optional_instant() {
        return is_null() ? skip<base::Timestamp>() : std::optional(instant());
    }
    template <typename Id>
    std::optional<Id> optional_id() {
        return is_null() ? skip<Id>() : std::optional(id<Id>());
    }
    template <typename Enum>
    std::optional<Enum> optional_choice(int count) {
        return is_null() ? skip<Enum>() : std::optional(choice<Enum>(count));
    }
    std::optional<domain::Occurrence> occurrence();
    domain::Currency currency() {
        return domain::Currency::parse(statement_.text(column_++)).value_or(domain::Currency{});
    }

private:
    bool is_null() const { return statement_.is_null(column_); }
    template <typename Value>
    std::optional<Value> skip() {
        ++column_;
        return std::nullopt;
    }

    const storage::Statement& statement_;
    int column_;
};

inline std::optional<domain::Occurrence> RowReader::occurrence() {
    const std::optional<base::LocalDate> on = optional_date();
    const std::optional<base::Timestamp> at = optional_instant();
    const std::optional<std::int64_t> offset = optional_integer();
    if (!on) return std::nullopt;
    domain::Occurrence occurrence{.on = *on, .at = at, .utc_offset_minutes = std::nullopt};
    if (offset) occurrence.utc_offset_minutes = static_cast<int>(*offset);
    return occurrence;
}

} // namespace orderdeck::tables
