#include "shared/domain/flags.h"

#include "shared/domain/delay_reason.h"
#include "shared/domain/name_table.h"
#include "shared/domain/summary/summary_parts.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

constexpr std::array<std::string_view, kFlagKindCount> kNames{
    "exception", "late", "on_hold", "at_risk", "partial", "backordered", "urgent"};

class FlagTeller {
public:
    FlagTeller(const OrderFacts& facts, const OrderSummary& summary, base::Timestamp now)
        : facts_(facts),
          summary_(summary),
          now_(now),
          offset_(base::Duration::minutes(facts.records().order.delivery_utc_offset_minutes)) {}

    std::vector<Flag> tell() {
        if (summary_.complete) return {};
        tell_exceptions();
        for (std::size_t i = 0; i < facts_.lines().size(); ++i)
            tell_line(facts_.lines()[i], facts_.progress()[i], facts_.promises()[i]);
        for (const Hold* hold : facts_.open_holds()) {
            add({FlagKind::on_hold, hold->line, std::string(name_of(hold->reason)), hold->since,
                 hold->owner});
        }
        if (summary_.urgent) add({FlagKind::urgent, std::nullopt, {}, std::nullopt, Party::us});
        std::stable_sort(flags_.begin(), flags_.end(),
                         [](const Flag& left, const Flag& right) { return left.kind < right.kind; });
        return std::move(flags_);
    }

private:
    void add(Flag flag) { flags_.push_back(std::move(flag)); }

    void tell_exceptions() {
        const auto tell = [this](const std::optional<base::Timestamp>& from, const char* what) {
            if (from && now_ >= *from)
                add({FlagKind::exception, std::nullopt, what, from->date_at(offset_), Party::carrier});
        };
        tell(summary_.trouble_at, "trouble");
        tell(summary_.stuck_at, "stuck");
        tell(summary_.silent_at, "silent");
    }

    void tell_line(const LineFacts& facts, const LineProgress& line, const PromiseHistory& promises) {
        if (line.wholly_cancelled) return;
        const std::optional<base::LocalDate>& promised = line.promised_on;
        if (promised && !line.fulfilled && now_.date_at(offset_) > *promised) {
            Flag late{FlagKind::late, line.line, {}, promised->plus_days(1), Party::us};
            tell_cause(promises, late);
            add(std::move(late));
        } else if (promised && line.fulfilment_forecast_on && *line.fulfilment_forecast_on > *promised) {
            add({FlagKind::at_risk, line.line, {}, std::nullopt, Party::us});
        }
        if (is_open(line) && line.shipped.is_positive() && line.reached < Stage::shipped)
            add({FlagKind::partial, line.line, {}, first_left_on(facts), Party::us});
        if (is_backordered(facts_.records().order, facts, line))
            add({FlagKind::backordered, line.line, {}, std::nullopt, Party::us});
    }

    /// The last move says why it comes late, and who is responsible.
    static void tell_cause(const PromiseHistory& promises, Flag& late) {
        for (const PromiseRevision* revision : promises.revisions) {
            if (revision->reason.empty()) continue;
            late.reason = revision->reason;
            const DelayReason* reason = delay_reason(revision->reason);
            if (revision->party != Party::unknown)
                late.owner = revision->party;
            else if (reason != nullptr && reason->party != Party::unknown)
                late.owner = reason->party;
        }
    }

    static std::optional<base::LocalDate> first_left_on(const LineFacts& facts) {
        std::optional<base::LocalDate> first;
        const auto keep = [&first](base::LocalDate on) { first = std::min(first.value_or(on), on); };
        for (const ShippedPart& part : facts.parts) {
            const auto on = part.shipment->reached_on[static_cast<std::size_t>(Stage::shipped)];
            if (on) keep(*on);
        }
        for (const Milestone* event : facts.own) {
            const std::optional<Stage> stage = stage_of(event->code);
            if (stage && *stage >= Stage::shipped && event->actual) keep(event->actual->on);
        }
        return first;
    }

    const OrderFacts& facts_;
    const OrderSummary& summary_;
    base::Timestamp now_;
    base::Duration offset_;
    std::vector<Flag> flags_;
};

} // namespace

std::string_view name_of(FlagKind kind) { return name_in(kNames, kind); }

std::vector<Flag> flags_of(const OrderRecords& records, const OrderSummary& summary, base::Timestamp now) {
    const OrderFacts facts(records);
    return FlagTeller(facts, summary, now).tell();
}

} // namespace orderdeck::domain
