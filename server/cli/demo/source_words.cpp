#include "server/cli/demo/source_words.h"

#include "server/cli/demo/fact_sink.h"

#include <cstdio>

namespace orderdeck::server::cli::demo {

std::string_view erp_word(domain::Flow flow) {
    switch (flow) {
    case domain::Flow::stock: return "Stock";
    case domain::Flow::make_to_order: return "Make to order";
    case domain::Flow::export_order: return "Export";
    }
    return {};
}

std::string_view erp_word(domain::CommercialState state) {
    switch (state) {
    case domain::CommercialState::requested: return "Entered";
    case domain::CommercialState::reviewed: return "Checked";
    case domain::CommercialState::confirmed: return "Confirmed";
    case domain::CommercialState::confirmed_changed: return "Confirmed with changes";
    case domain::CommercialState::rejected: return "Rejected";
    case domain::CommercialState::cancelled: return "Cancelled";
    }
    return {};
}

std::string_view erp_word(domain::OrderKind kind) {
    switch (kind) {
    case domain::OrderKind::standard: return "Order";
    case domain::OrderKind::framework_contract: return "Contract";
    case domain::OrderKind::sample: return "Sample";
    case domain::OrderKind::replacement: return "Replacement";
    }
    return {};
}

std::string_view erp_word(domain::Priority priority) {
    return priority == domain::Priority::urgent ? "Express" : "Normal";
}

namespace {

std::string clock_at(base::Timestamp at, int offset) {
    const base::Timestamp here = at + base::Duration::minutes(offset);
    const base::LocalDate day = here.utc_date();
    const std::int64_t minute =
        (here - base::Timestamp::at_start_of(day)).count() / base::Duration::minutes(1).count();
    char clock[16];
    std::snprintf(clock, sizeof clock, " %02d:%02d", static_cast<int>(minute / 60),
                  static_cast<int>(minute % 60));
    return day.to_string() + clock;
}

} // namespace

std::string house_clock(base::Timestamp at) { return clock_at(at, kHouseOffset); }

std::string house_clock(const domain::Occurrence& occurrence) {
    return occurrence.at ? house_clock(*occurrence.at) : occurrence.on.to_string();
}

std::string place_clock(const domain::Occurrence& occurrence) {
    if (!occurrence.at) return occurrence.on.to_string();
    const int offset = occurrence.utc_offset_minutes.value_or(kHouseOffset);
    char zone[16];
    std::snprintf(zone, sizeof zone, " %+03d:%02d", offset / 60, offset % 60);
    return clock_at(*occurrence.at, offset) + zone;
}

} // namespace orderdeck::server::cli::demo
