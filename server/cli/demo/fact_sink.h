#pragma once

#include "server/ingest/facts.h"

#include <string>
#include <utility>
#include <vector>

namespace orderdeck::server::cli::demo {

/// The systems of the demo's machine maker.
enum class System : std::size_t { sales, production, warehouse, carrier, finance };

/// Collects the facts that have reached the portal by a moment. What happens later is planned, but not told.
class FactSink {
public:
    FactSink(std::vector<ingest::Fact>& facts, base::Timestamp now) : facts_(facts), now_(now) {}

    /// Everything that follows belongs to this account, and nothing after `until` is told about it.
    void begin(std::string_view account, base::Timestamp until) {
        account_ = std::string(account);
        until_ = std::min(until, now_);
    }

    base::Timestamp until() const { return until_; }
    bool has_happened(base::Timestamp at) const { return at <= until_; }
    bool has_happened(const domain::Occurrence& occurrence) const { return has_happened(*occurrence.at); }

    /// Adds what the system said at `said`; it reaches the portal some minutes later.
    void add(System system, std::string key, base::Timestamp said, int minutes_later, ingest::FactBody body) {
        ingest::Fact fact;
        fact.account = account_;
        fact.origin.source = static_cast<std::size_t>(system);
        fact.origin.key = std::move(key);
        fact.origin.occurred = said;
        fact.origin.received = std::min(now_, said + base::Duration::minutes(minutes_later));
        fact.body = std::move(body);
        facts_.push_back(std::move(fact));
    }

private:
    std::vector<ingest::Fact>& facts_;
    base::Timestamp now_;
    base::Timestamp until_;
    std::string account_;
};

/// A day and a time on the clock of a place.
inline domain::Occurrence at_clock(base::LocalDate on, int minute_of_day, int utc_offset_minutes) {
    const base::Timestamp at =
        base::Timestamp::at_start_of(on) + base::Duration::minutes(minute_of_day - utc_offset_minutes);
    return {.on = on, .at = at, .utc_offset_minutes = utc_offset_minutes};
}

/// Minutes of the maker's clock, UTC+8.
inline constexpr int kHouseOffset = 480;

inline domain::Occurrence at_house(base::LocalDate on, int minute_of_day) {
    return at_clock(on, minute_of_day, kHouseOffset);
}

} // namespace orderdeck::server::cli::demo
