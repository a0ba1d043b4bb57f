#include "shared/tables/row_cursor.h"
#include "shared/tables/rows.h"

namespace orderdeck::tables {
namespace {

template <typename Part>
std::optional<Part> part_of(const std::optional<domain::UsualArrival>& usual,
                            Part domain::UsualArrival::*part) {
    return usual ? std::optional(*usual.*part) : std::nullopt;
}

constexpr std::int64_t kMinute = base::Duration::minutes(1).count();

std::optional<std::int64_t> minutes_of(const std::optional<base::Duration>& time) {
    return time ? std::optional(time->count() / kMinute) : std::nullopt;
}

std::optional<domain::UsualArrival> read_usual(RowReader& row) {
    const auto p50 = row.optional_instant();
    const auto p90 = row.optional_instant();
    const auto samples = row.optional_integer();
    const auto match = row.optional_choice<domain::LaneMatch>(domain::kLaneMatchCount);
    if (!p50 || !p90 || !samples || !match) return std::nullopt;
    return domain::UsualArrival{*p50, *p90, *samples, *match};
}

} // namespace

int bind_shipment(storage::Statement& statement, int first_index, const domain::Shipment& shipment) {
    return RowWriter(statement, first_index)
        .put(shipment.id)
        .put(shipment.account)
        .put(shipment.number)
        .put(shipment.carrier)
        .put(shipment.tracking_number)
        .put(shipment.mode)
        .put(shipment.parcels)
        .put(shipment.origin)
        .put(shipment.destination)
        .put(part_of(shipment.usual, &domain::UsualArrival::p50))
        .put(part_of(shipment.usual, &domain::UsualArrival::p90))
        .put(part_of(shipment.usual, &domain::UsualArrival::samples))
        .put(part_of(shipment.usual, &domain::UsualArrival::match))
        .put(minutes_of(shipment.usual_gap))
        .next_index();
}

domain::Shipment read_shipment(const storage::Statement& statement, int first_column) {
    RowReader row(statement, first_column);
    domain::Shipment shipment;
    shipment.id = row.id<domain::ShipmentId>();
    shipment.account = row.id<domain::AccountId>();
    shipment.number = row.text();
    shipment.carrier = row.text();
    shipment.tracking_number = row.text();
    shipment.mode = row.text();
    shipment.parcels = row.integer();
    shipment.origin = row.text();
    shipment.destination = row.text();
    shipment.usual = read_usual(row);
    if (const auto minutes = row.optional_integer()) shipment.usual_gap = base::Duration::minutes(*minutes);
    return shipment;
}

int bind_shipment_line(storage::Statement& statement, int first_index, const domain::ShipmentLine& link) {
    return RowWriter(statement, first_index)
        .put(link.id)
        .put(link.shipment)
        .put(link.order)
        .put(link.line)
        .put(link.quantity)
        .next_index();
}

domain::ShipmentLine read_shipment_line(const storage::Statement& statement, int first_column) {
    RowReader row(statement, first_column);
    domain::ShipmentLine link;
    link.id = row.id<domain::ShipmentLineId>();
    link.shipment = row.id<domain::ShipmentId>();
    link.order = row.id<domain::OrderId>();
    link.line = row.id<domain::LineId>();
    link.quantity = row.quantity();
    return link;
}

int bind_milestone(storage::Statement& statement, int first_index, const domain::Milestone& milestone) {
    return RowWriter(statement, first_index)
        .put(milestone.id)
        .put(milestone.order)
        .put(milestone.line)
        .put(milestone.shipment)
        .put(milestone.code)
        .put(milestone.planned)
        .put(milestone.forecast)
        .put(milestone.actual)
        .put(milestone.quantity)
        .put(milestone.place)
        .put(milestone.note)
        .put(milestone.source)
        .put(milestone.received_at)
        .next_index();
}

domain::Milestone read_milestone(const storage::Statement& statement, int first_column) {
    RowReader row(statement, first_column);
    domain::Milestone milestone;
    milestone.id = row.id<domain::MilestoneId>();
    milestone.order = row.optional_id<domain::OrderId>();
    milestone.line = row.optional_id<domain::LineId>();
    milestone.shipment = row.optional_id<domain::ShipmentId>();
    milestone.code = row.choice<domain::MilestoneCode>(domain::kMilestoneCodeCount);
    milestone.planned = row.optional_date();
    milestone.forecast = row.optional_date();
    milestone.actual = row.occurrence();
    milestone.quantity = row.optional_quantity();
    milestone.place = row.text();
    milestone.note = row.text();
    milestone.source = row.id<domain::SourceId>();
    milestone.received_at = row.instant();
    return milestone;
}

} // namespace orderdeck::tables
