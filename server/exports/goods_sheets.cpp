#include "server/exports/part_rows.h"
#include "shared/domain/tracking/journey.h"
#include "shared/domain/why.h"
#include "shared/i18n/domain_words.h"
#include "shared/i18n/tracking_words.h"

#include <algorithm>
#include <array>

namespace orderdeck::server::exports {
namespace {

using domain::Line;
using domain::OrderRecords;
using words::ViewContext;

// Lines.

constexpr std::array kLineColumns{kOrderColumn,
                                  kReferenceColumn,
                                  kLineColumn,
                                  PartColumn{"export.column.line_reference", 12},
                                  PartColumn{"export.column.sku", 16},
                                  PartColumn{"export.column.item", 36},
                                  PartColumn{"export.column.quantity", 10},
                                  PartColumn{"export.column.unit", 8},
                                  PartColumn{"orders.column.status", 22},
                                  PartColumn{"export.column.made", 10},
                                  PartColumn{"export.column.quantity_shipped", 10},
                                  PartColumn{"export.column.quantity_delivered", 10},
                                  PartColumn{"export.column.quantity_open", 10},
                                  PartColumn{"facts.requested", 12},
                                  PartColumn{"export.column.promised_first", 12},
                                  PartColumn{"facts.promised", 12},
                                  PartColumn{"export.column.moves", 8},
                                  PartColumn{"export.column.forecast", 12},
                                  PartColumn{"export.column.delivered", 12},
                                  PartColumn{"export.column.amount", 16}};

Cell stage_cell(const ViewContext& context, const domain::LineProgress& progress) {
    if (progress.wholly_cancelled) return text_cell(context.text("lines.cancelled"));
    return text_cell(context.language.raw(i18n::message_of(progress.reached)));
}

PartRows line_rows(const ViewContext& context, const OrderParts& order) {
    const std::vector<domain::LineProgress> progress = domain::line_progress(order.records);
    PartRows rows;
    for (std::size_t i = 0; i < order.records.lines.size(); ++i) {
        const Line& line = order.records.lines[i];
        const domain::LineProgress& done = progress[i];
        const auto item = order.items.find(line.item);
        const bool has_item = item != order.items.end();
        PartRow row = row_of(order);
        append(row, {text_cell(line.number), text_cell(line.customer_reference),
                     has_item ? text_cell(item->second.sku) : Cell{},
                     has_item ? text_cell(item->second.name.in(context.language.tag())) : Cell{},
                     quantity_cell(line.ordered),
                     text_cell(i18n::unit_words(context.language, line.unit, line.ordered)),
                     stage_cell(context, done)});
        append(row,
               {percent_cell(done.production_permille), quantity_cell(done.shipped),
                quantity_cell(done.delivered), quantity_cell(done.open), date_cell(line.requested_on),
                date_cell(done.promised_first_on), date_cell(done.promised_on),
                number_cell(done.promise_moves), date_cell(done.forecast_on), date_cell(done.delivered_on),
                line.amount_minor ? Cell{domain::Money{*line.amount_minor, order.records.order.currency}}
                                  : Cell{}});
        rows.push_back(std::move(row));
    }
    return rows;
}

// Shipments with their parcels.

constexpr std::array kShipmentColumns{kOrderColumn,
                                      kReferenceColumn,
                                      PartColumn{"export.column.shipment", 16},
                                      PartColumn{"lines.title", 12},
                                      PartColumn{"export.column.carrier", 14},
                                      PartColumn{"export.column.tracking", 20},
                                      PartColumn{"orders.column.status", 22},
                                      PartColumn{"export.column.since", 12},
                                      PartColumn{"export.column.forecast", 12},
                                      PartColumn{"export.column.destination", 26}};

std::string lines_in(const OrderRecords& records, domain::ShipmentId shipment) {
    std::string numbers;
    for (const Line& line : records.lines) {
        const bool is_in = std::any_of(records.shipment_lines.begin(), records.shipment_lines.end(),
                                       [&](const domain::ShipmentLine& link) {
                                           return link.shipment == shipment && link.line == line.id;
                                       });
        if (is_in) numbers.append(numbers.empty() ? "" : ", ").append(line.number);
    }
    return numbers;
}

/// What is known of a shipment that no parcel tells.
PartRow whole_shipment(const ViewContext& context, const domain::Shipment& shipment,
                       const domain::ShipmentProgress& progress) {
    return {text_cell(shipment.carrier), text_cell(shipment.tracking_number),
            text_cell(context.language.raw(i18n::message_of(progress.stage))),
            progress.since ? Cell{progress.since->on} : Cell{}};
}

PartRow parcel_cells(const ViewContext& context, const domain::Shipment& shipment,
                     const domain::ParcelState& parcel) {
    const std::string& carrier = parcel.carrier.empty() ? shipment.carrier : parcel.carrier;
    return {text_cell(carrier), text_cell(parcel.number),
            text_cell(context.language.raw(i18n::message_of(parcel.status))),
            parcel.current == nullptr ? Cell{} : Cell{parcel.current->actual.on}};
}

PartRows shipment_rows(const ViewContext& context, const OrderParts& order) {
    const OrderRecords& records = order.records;
    const std::vector<domain::ShipmentProgress> progress = domain::shipment_progress(records);
    PartRows rows;
    for (std::size_t i = 0; i < records.shipments.size(); ++i) {
        const domain::Shipment& shipment = records.shipments[i];
        const auto known = std::find_if(progress.begin(), progress.end(),
                                        [&](const auto& each) { return each.shipment == shipment.id; });
        const domain::ShipmentProgress done = known == progress.end() ? domain::ShipmentProgress{} : *known;
        const domain::ShipmentTracking tracking =
            domain::track_shipment(shipment.id, records.parcels, records.tracking_events);
        std::vector<PartRow> parts;
        for (const domain::ParcelState& parcel : tracking.states)
            parts.push_back(parcel_cells(context, shipment, parcel));
        if (parts.empty()) parts.push_back(whole_shipment(context, shipment, done));
        for (const PartRow& part : parts) {
            PartRow row = row_of(order);
            append(row, {text_cell(shipment.number), text_cell(lines_in(records, shipment.id))});
            row.insert(row.end(), part.begin(), part.end());
            append(row, {date_cell(done.expected_on), text_cell(shipment.destination)});
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

} // namespace

PartSheet line_sheet() { return {"lines.title", kLineColumns, line_rows}; }
PartSheet shipment_sheet() { return {"export.shipments", kShipmentColumns, shipment_rows}; }

} // namespace orderdeck::server::exports
