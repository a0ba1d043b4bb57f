#include "shared/tables/row_cursor.h"
#include "shared/tables/rows.h"

namespace orderdeck::tables {

int bind_parcel(storage::Statement& statement, int first_index, const domain::Parcel& parcel) {
    return RowWriter(statement, first_index)
        .put(parcel.id)
        .put(parcel.shipment)
        .put(parcel.number)
        .put(parcel.carrier)
        .put(parcel.master_number)
        .put(parcel.sscc)
        .next_index();
}

domain::Parcel read_parcel(const storage::Statement& statement, int first_column) {
    RowReader row(statement, first_column);
    domain::Parcel parcel;
    parcel.id = row.id<domain::ParcelId>();
    parcel.shipment = row.id<domain::ShipmentId>();
    parcel.number = row.text();
    parcel.carrier = row.text();
    parcel.master_number = row.text();
    parcel.sscc = row.text();
    return parcel;
}

int bind_tracking_event(storage::Statement& statement, int first_index, const domain::TrackingEvent& event) {
    return RowWriter(statement, first_index)
        .put(event.id)
        .put(event.shipment)
        .put(event.parcel)
        .put(event.carrier)
        .put(event.code)
        .put(event.status)
        .put(event.reason)
        .put(std::optional(event.actual))
        .put(event.local_minute)
        .put(event.sequence)
        .put(event.place)
        .put(event.text)
        .put(event.source)
        .put(event.received_at)
        .next_index();
}

domain::TrackingEvent read_tracking_event(const storage::Statement& statement, int first_column) {
    RowReader row(statement, first_column);
    domain::TrackingEvent event;
    event.id = row.id<domain::TrackingEventId>();
    event.shipment = row.id<domain::ShipmentId>();
    event.parcel = row.text();
    event.carrier = row.text();
    event.code = row.text();
    event.status = row.choice<domain::ParcelStatus>(domain::kParcelStatusCount);
    event.reason = row.choice<domain::TrackingReason>(domain::kTrackingReasonCount);
    event.actual = row.occurrence().value_or(domain::Occurrence{});
    event.local_minute = row.optional_small();
    event.sequence = row.integer();
    event.place = row.text();
    event.text = row.text();
    event.source = row.id<domain::SourceId>();
    event.received_at = row.instant();
    return event;
}

} // namespace orderdeck::tables
