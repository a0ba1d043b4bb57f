#include "shared/base/parse_number.h"
#include "shared/base/text.h"
#include "shared/tables/row_cursor.h"
#include "shared/tables/rows.h"

namespace orderdeck::tables {
namespace {

using StageCounts = std::array<int, domain::kStageCount>;

std::string encode_counts(const StageCounts& counts) {
    std::string text;
    for (const int count : counts) {
        if (!text.empty()) text += ',';
        text += std::to_string(count);
    }
    return text;
}

StageCounts decode_counts(std::string_view text) {
    StageCounts counts{};
    std::size_t position = 0;
    for (const std::string_view part : base::split(text, ',')) {
        if (position == counts.size()) break;
        counts[position++] = static_cast<int>(base::parse_int(part).value_or(0));
    }
    return counts;
}

void put_status(RowWriter& row, const domain::OrderSummary& summary) {
    row.put(summary.order)
        .put(summary.headline.kind)
        .put(summary.headline.stage)
        .put(summary.headline.count)
        .put(summary.headline.of)
        .put(summary.low)
        .put(summary.high)
        .put(summary.commercial)
        .put(summary.supply)
        .put(summary.logistics)
        .put(summary.billing)
        .put(summary.returns)
        .put(summary.lines)
        .put(summary.lines_cancelled)
        .put(encode_counts(summary.lines_at))
        .put(summary.lines_shipped)
        .put(summary.lines_delivered)
        .put(summary.lines_accepted)
        .put(summary.lines_partly_shipped)
        .put(summary.lines_returned)
        .put(summary.progress_permille)
        .put(summary.production_permille);
}

void put_dates(RowWriter& row, const domain::OrderSummary& summary) {
    row.put(summary.requested_on)
        .put(summary.promised_first_on)
        .put(summary.promised_on)
        .put(summary.promise_moves)
        .put(summary.promise_net_days)
        .put(summary.forecast_on)
        .put(summary.delivered_on)
        .put(summary.next_arrival_on)
        .put(summary.late_at)
        .put(summary.delivered_late_days)
        .put(summary.at_risk);
}

void put_rest(RowWriter& row, const domain::OrderSummary& summary) {
    row.put(summary.hold_reason)
        .put(summary.hold_owner)
        .put(summary.hold_since)
        .put(summary.hold_all)
        .put(summary.blocking_line)
        .put(summary.turn)
        .put(summary.complete)
        .put(summary.total_minor)
        .put(summary.open_minor)
        .put(summary.lead_item)
        .put(summary.lead_quantity);
}

void put_flags(RowWriter& row, const domain::OrderSummary& summary) {
    row.put(summary.headline.part)
        .put(summary.headline.whole)
        .put(summary.headline.further)
        .put(summary.partial)
        .put(summary.backordered)
        .put(summary.urgent)
        .put(summary.silent_at)
        .put(summary.stuck_at)
        .put(summary.trouble_at)
        .put(summary.payment_due_on)
        .put(summary.payment_due_minor)
        .put(summary.due_at);
}

void read_status(RowReader& row, domain::OrderSummary& summary) {
    summary.order = row.id<domain::OrderId>();
    summary.headline.kind = row.choice<domain::HeadlineKind>(domain::kHeadlineKindCount);
    summary.headline.stage = row.choice<domain::Stage>(domain::kStageCount);
    summary.headline.count = row.small();
    summary.headline.of = row.small();
    summary.low = row.choice<domain::Stage>(domain::kStageCount);
    summary.high = row.choice<domain::Stage>(domain::kStageCount);
    summary.commercial = row.choice<domain::CommercialState>(domain::kCommercialStateCount);
    summary.supply = row.choice<domain::SupplyState>(domain::kSupplyStateCount);
    summary.logistics = row.choice<domain::LogisticsState>(domain::kLogisticsStateCount);
    summary.billing = row.choice<domain::BillingState>(domain::kBillingStateCount);
    summary.returns = row.choice<domain::ReturnState>(domain::kReturnStateCount);
    summary.lines = row.small();
    summary.lines_cancelled = row.small();
    summary.lines_at = decode_counts(row.text());
    summary.lines_shipped = row.small();
    summary.lines_delivered = row.small();
    summary.lines_accepted = row.small();
    summary.lines_partly_shipped = row.small();
    summary.lines_returned = row.small();
    summary.progress_permille = row.small();
    summary.production_permille = row.optional_small();
}

void read_dates(RowReader& row, domain::OrderSummary& summary) {
    summary.requested_on = row.optional_date();
    summary.promised_first_on = row.optional_date();
    summary.promised_on = row.optional_date();
    summary.promise_moves = row.small();
    summary.promise_net_days = row.small();
    summary.forecast_on = row.optional_date();
    summary.delivered_on = row.optional_date();
    summary.next_arrival_on = row.optional_date();
    summary.late_at = row.optional_instant();
    summary.delivered_late_days = row.small();
    summary.at_risk = row.flag();
}

void read_rest(RowReader& row, domain::OrderSummary& summary) {
    summary.hold_reason = row.optional_choice<domain::HoldReason>(domain::kHoldReasonCount);
    summary.hold_owner = row.choice<domain::Party>(domain::kPartyCount);
    summary.hold_since = row.optional_date();
    summary.hold_all = row.flag();
    summary.blocking_line = row.optional_id<domain::LineId>();
    summary.turn = row.choice<domain::Party>(domain::kPartyCount);
    summary.complete = row.flag();
    summary.total_minor = row.integer();
    summary.open_minor = row.integer();
    summary.lead_item = row.optional_id<domain::ItemId>();
    summary.lead_quantity = row.optional_quantity();
}

void read_flags(RowReader& row, domain::OrderSummary& summary) {
    summary.headline.part = row.quantity();
    summary.headline.whole = row.quantity();
    summary.headline.further = row.quantity();
    summary.partial = row.flag();
    summary.backordered = row.flag();
    summary.urgent = row.flag();
    summary.silent_at = row.optional_instant();
    summary.stuck_at = row.optional_instant();
    summary.trouble_at = row.optional_instant();
    summary.payment_due_on = row.optional_date();
    summary.payment_due_minor = row.integer();
    summary.due_at = row.optional_instant();
}

} // namespace

int bind_summary(storage::Statement& statement, int first_index, const domain::OrderSummary& summary) {
    RowWriter row(statement, first_index);
    put_status(row, summary);
    put_dates(row, summary);
    put_rest(row, summary);
    put_flags(row, summary);
    return row.next_index();
}

domain::OrderSummary read_summary(const storage::Statement& statement, int first_column) {
    RowReader row(statement, first_column);
    domain::OrderSummary summary;
    read_status(row, summary);
    read_dates(row, summary);
    read_rest(row, summary);
    read_flags(row, summary);
    return summary;
}

} // namespace orderdeck::tables
