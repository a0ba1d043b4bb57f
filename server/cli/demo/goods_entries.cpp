#include "server/cli/demo/tables.h"

namespace orderdeck::server::cli::demo {
namespace {

using domain::MilestoneCode;

void write_sales(Tables& to, const ingest::MilestoneFact& fact) {
    to.begin_row(Feed::sales, fact.order, fact.line);
    switch (fact.code) {
    case MilestoneCode::placed: return to.put_stated(column(kSalesColumns, "Entered"), fact.actual);
    case MilestoneCode::reviewed: return to.put_stated(column(kSalesColumns, "Reviewed"), fact.actual);
    case MilestoneCode::confirmed: return to.put_stated(column(kSalesColumns, "Confirmed"), fact.actual);
    case MilestoneCode::closed: return to.put_stated(column(kSalesColumns, "Closed"), fact.actual);
    case MilestoneCode::accepted:
        to.put(column(kSalesColumns, "Remark"), fact.note);
        return to.put_stated(column(kSalesColumns, "Accepted"), fact.actual);
    default: return;
    }
}

void write_production(Tables& to, const ingest::MilestoneFact& fact) {
    to.begin_row(Feed::production, fact.order, fact.line);
    to.put(column(kProductionColumns, "Order"), fact.order);
    to.put(column(kProductionColumns, "Line"), fact.line);
    switch (fact.code) {
    case MilestoneCode::scheduled: return to.put_stated(column(kProductionColumns, "Scheduled"), fact.actual);
    case MilestoneCode::in_production:
        to.put(column(kProductionColumns, "Hall"), fact.place);
        return to.put_stated(column(kProductionColumns, "Started"), fact.actual);
    case MilestoneCode::produced:
        to.put_stated(column(kProductionColumns, "Plan"), fact.planned);
        to.put_stated(column(kProductionColumns, "Expected"), fact.forecast);
        return to.put_stated(column(kProductionColumns, "Ended"), fact.actual);
    case MilestoneCode::qc_failed:
        to.put(column(kProductionColumns, "Fault"), fact.note);
        return to.put_stated(column(kProductionColumns, "Failed"), fact.actual);
    case MilestoneCode::qc_passed: return to.put_stated(column(kProductionColumns, "Passed"), fact.actual);
    case MilestoneCode::delivered:
        return to.put_stated(column(kProductionColumns, "Delivery expected"), fact.forecast);
    default: return;
    }
}

void write_warehouse(Tables& to, const ingest::MilestoneFact& fact) {
    if (!fact.shipment.empty()) {
        to.begin_row(Feed::warehouse, fact.shipment, {});
        to.put(column(kWarehouseColumns, "Store"), fact.place);
        const bool is_packed = fact.code == MilestoneCode::packed;
        return to.put_stated(is_packed ? column(kWarehouseColumns, "Packed")
                                       : column(kWarehouseColumns, "Despatched"),
                             fact.actual);
    }
    to.begin_row(Feed::stock, fact.order, fact.line);
    to.put(column(kStockColumns, "Order"), fact.order);
    to.put(column(kStockColumns, "Line"), fact.line);
    if (fact.code == MilestoneCode::material_ready)
        return to.put_stated(column(kStockColumns, "Material ready"), fact.actual);
    if (fact.code == MilestoneCode::delivered)
        return to.put_stated(column(kStockColumns, "Delivery expected"), fact.forecast);
    to.put(column(kStockColumns, "Remark"), fact.note);
    to.put_stated(column(kStockColumns, "Returned"), fact.actual);
}

void write_arrival(Tables& to, const ingest::MilestoneFact& fact) {
    to.put_stated(column(kTransportColumns, "Planned"), fact.planned);
    to.put_stated(column(kTransportColumns, "Expected"), fact.forecast);
    if (!fact.actual) return;
    to.put(column(kTransportColumns, "Delivered"), place_clock(*fact.actual));
    to.put(column(kTransportColumns, "Delivered at"), fact.place);
    to.put(column(kTransportColumns, "Signed"), fact.note);
}

/// The columns of a scan: time, place and words, in this order. Scans of goods on the move and of attempts are counted.
std::optional<std::size_t> scan_column(MilestoneCode code, const std::string& key) {
    const bool is_second = key.ends_with("/2");
    switch (code) {
    case MilestoneCode::picked_up: return column(kTransportColumns, "Picked up");
    case MilestoneCode::in_transit:
        if (key.ends_with("/3")) return column(kTransportColumns, "Moved 3");
        return is_second ? column(kTransportColumns, "Moved 2") : column(kTransportColumns, "Moved 1");
    case MilestoneCode::attempt_failed: return column(kTransportColumns, "Moved 3");
    case MilestoneCode::export_cleared: return column(kTransportColumns, "Exported");
    case MilestoneCode::customs_entered: return column(kTransportColumns, "Customs");
    case MilestoneCode::import_cleared: return column(kTransportColumns, "Imported");
    case MilestoneCode::out_for_delivery:
        return is_second ? column(kTransportColumns, "Out 2") : column(kTransportColumns, "Out 1");
    default: return std::nullopt;
    }
}

void write_carrier(Tables& to, const ingest::MilestoneFact& fact) {
    to.begin_row(Feed::transport, fact.shipment, "-");
    to.put(column(kTransportColumns, "Delivery"), fact.shipment);
    if (fact.code == MilestoneCode::delivered) return write_arrival(to, fact);
    const auto first = scan_column(fact.code, to.key());
    if (!first || !fact.actual) return;
    to.put(*first, place_clock(*fact.actual));
    to.put(*first + 1, fact.place);
    to.put(*first + 2, fact.note);
}

} // namespace

void write(Tables& to, const ingest::ShipmentFact& fact) {
    to.begin_row(Feed::warehouse, fact.shipment, {});
    to.put(column(kWarehouseColumns, "Delivery"), fact.shipment);
    to.put_stated(column(kWarehouseColumns, "Carrier"), fact.carrier);
    to.put_stated(column(kWarehouseColumns, "Tracking"), fact.tracking_number);
    to.put_stated(column(kWarehouseColumns, "Mode"), fact.mode);
    to.put_stated(column(kWarehouseColumns, "Packages"), fact.parcels);
    to.put_stated(column(kWarehouseColumns, "From"), fact.origin);
    to.put_stated(column(kWarehouseColumns, "To"), fact.destination);
}

void write(Tables& to, const ingest::ShipmentLineFact& fact) {
    to.begin_row(Feed::warehouse, fact.shipment, fact.order + "/" + fact.line);
    to.put(column(kWarehouseColumns, "Order"), fact.order);
    to.put(column(kWarehouseColumns, "Line"), fact.line);
    to.put(column(kWarehouseColumns, "Quantity"), fact.quantity.to_string());
    to.put(column(kWarehouseColumns, "Version"), to.key().substr(to.key().rfind('/') + 1));
}

void write(Tables& to, const ingest::ParcelFact& fact) {
    to.begin_row(Feed::parcels, fact.shipment, fact.parcel);
    to.put(column(kParcelColumns, "Delivery"), fact.shipment);
    to.put(column(kParcelColumns, "Parcel"), fact.parcel);
    to.put(column(kParcelColumns, "Carrier"), fact.carrier);
    to.put(column(kParcelColumns, "Master"), fact.master_number);
    to.put(column(kParcelColumns, "SSCC"), fact.sscc);
}

void write(Tables& to, const ingest::MilestoneFact& fact) {
    switch (to.system()) {
    case System::sales: return write_sales(to, fact);
    case System::production: return write_production(to, fact);
    case System::warehouse: return write_warehouse(to, fact);
    case System::carrier: return write_carrier(to, fact);
    case System::finance: return;
    }
}

void write(Tables& to, const ingest::DocumentFact& fact) {
    to.begin_row(Feed::documents, fact.shipment, std::string(domain::name_of(fact.kind)));
    to.put(column(kDocumentColumns, "Delivery"), fact.shipment);
    to.put(column(kDocumentColumns, "Paper"), domain::name_of(fact.kind));
    to.put(column(kDocumentColumns, "Number"), fact.number);
    to.put(column(kDocumentColumns, "Required"), std::string_view(fact.required ? "yes" : "no"));
    to.put(column(kDocumentColumns, "Owed by"), domain::name_of(fact.owed_by));
    to.put_stated(column(kDocumentColumns, "Due"), fact.due_on);
    to.put_stated(column(kDocumentColumns, "Received"), fact.received_on);
    to.put_stated(column(kDocumentColumns, "Expires"), fact.expires_on);
}

} // namespace orderdeck::server::cli::demo
