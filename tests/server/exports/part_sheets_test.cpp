#include "server/exports/part_sheets.h"
#include "server/exports/xlsx_sheet.h"
#include "tests/server/exports/sample_rows.h"
#include "tests/server/support/unzip.h"
#include "tests/support/order_builder.h"

#include <catch2/catch_test_macros.hpp>

namespace orderdeck::test {
namespace {

using server::exports::Cell;
using server::exports::OrderParts;
using server::exports::part_sheets;
using server::exports::PartRow;
using server::exports::PartSheet;

/// Two lines, one shipment of two parcels, a promise that moved, an invoice, a hold and a relation.
struct Sample {
    Sample() {
        order.records.order.number = "SO-1";
        order.records.order.customer_reference = "PO-7";
        order.at(pump).unit = "H87";
        order.at(pump).item = domain::ItemId{5};
        order.at(pump).amount_minor = 48'290'050;
        items[domain::ItemId{5}].sku = "P-100";
        items[domain::ItemId{5}].name.text = "Pump";
        order.operation(pump, 10).finished_on = day(3);
        order.operation(pump, 20);
        order.promise(pump, 20, 1);
        domain::PromiseRevision& moved = order.promise(pump, 26, 9);
        moved.reason = "forklift broken";
        moved.party = domain::Party::us;
        const domain::ShipmentId shipment = order.shipment();
        order.carries(shipment, valve, 4);
        order.records.shipments.front().carrier = "SF";
        for (const char* number : {"SF1", "SF2"})
            order.records.parcels.push_back({.id = domain::ParcelId{number[2]},
                                             .shipment = shipment,
                                             .number = number,
                                             .carrier = {},
                                             .master_number = {},
                                             .sscc = {}});
        order.invoice(48'290, pump, 3).number = "R-9";
        order.hold(pump, domain::HoldReason::drawing, domain::Party::customer, 8).note = "=drawing 4";
        order.records.relations.push_back({.id = domain::RelationId{90},
                                           .kind = domain::RelationKind::call_off_of,
                                           .order = order.records.order.id,
                                           .line = pump,
                                           .other_order = "FC-1",
                                           .other_line = "10",
                                           .quantity = domain::Quantity::from_units(3)});
    }

    std::vector<PartRow> rows(const words::ViewContext& context, i18n::MessageId title) const {
        for (const PartSheet& sheet : part_sheets()) {
            if (sheet.title != title) continue;
            for (const PartRow& row : sheet.rows(context, {order.records, items}))
                CHECK(row.size() == sheet.columns.size());
            return sheet.rows(context, {order.records, items});
        }
        FAIL("no such sheet");
        return {};
    }

    OrderBuilder order;
    domain::LineId pump = order.line(3);
    domain::LineId valve = order.line(4);
    std::map<domain::ItemId, domain::Item> items;
};

std::string text_of(const Cell& cell) {
    struct Reader {
        std::string operator()(std::monostate) const { return "-"; }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(base::LocalDate date) const { return date.to_string(); }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(const domain::Money& money) const { return money.to_string(); }
        std::string operator()(domain::Quantity quantity) const { return quantity.to_string(); }
    };
    return std::visit(Reader{}, cell);
}

std::string text_of(const PartRow& row) {
    std::string text;
    for (const Cell& cell : row)
        text += text_of(cell) + "|";
    return text;
}

} // namespace

TEST_CASE("a workbook tells each line with its article, its stage, how far it is made and its dates") {
    const Sample sample;
    const auto rows = sample.rows(shanghai("en"), "lines.title");
    REQUIRE(rows.size() == 2);
    CHECK(text_of(rows[0]) ==
          "SO-1|PO-7|1|-|P-100|Pump|3|pcs|In production|50|0|0|3|-|2026-01-20|2026-01-26|1|-|-|"
          "482900.50|");
    CHECK(text_of(sample.rows(shanghai("zh-CN"), "lines.title")[0]).find("生产中") != std::string::npos);
}

TEST_CASE("a workbook has a row for each parcel, and for a shipment without parcels one") {
    Sample sample;
    auto rows = sample.rows(shanghai("en"), "export.shipments");
    REQUIRE(rows.size() == 2);
    CHECK(text_of(rows[0]).starts_with("SO-1|PO-7|DN-1|2|SF|SF1|"));
    CHECK(text_of(rows[1]).starts_with("SO-1|PO-7|DN-1|2|SF|SF2|"));
    sample.order.records.parcels.clear();
    sample.order.records.shipments.front().tracking_number = "T-1";
    rows = sample.rows(shanghai("en"), "export.shipments");
    REQUIRE(rows.size() == 1);
    CHECK(text_of(rows[0]).starts_with("SO-1|PO-7|DN-1|2|SF|T-1|"));
}

TEST_CASE("a workbook tells every promise with the days that it moved, why and because of whom") {
    const auto rows = Sample().rows(shanghai("en"), "promises.title");
    REQUIRE(rows.size() == 2);
    CHECK(text_of(rows[0]) == "SO-1|PO-7|1|2026-01-20|2026-01-01|-|-|-|");
    CHECK(text_of(rows[1]) == "SO-1|PO-7|1|2026-01-26|2026-01-09|6|forklift broken|us|");
}

TEST_CASE("a workbook tells invoices, holds and relations in the reader's words") {
    const Sample sample;
    const auto bills = sample.rows(shanghai("en"), "bills.title");
    REQUIRE(bills.size() == 1);
    CHECK(text_of(bills[0]).starts_with("SO-1|PO-7|R-9|Invoice|issued|"));
    const auto holds = sample.rows(shanghai("en"), "holds.title");
    REQUIRE(holds.size() == 1);
    CHECK(text_of(holds[0]) == "SO-1|PO-7|1|drawing to be approved|you|2026-01-08|-|=drawing 4|");
    const auto related = sample.rows(shanghai("en"), "related.title");
    REQUIRE(related.size() == 1);
    CHECK(text_of(related[0]) == "SO-1|PO-7|1|call-off of this contract|FC-1|10|3|");
}

TEST_CASE("the parts of orders follow on sheets of their own, with filters and texts that are no formulas") {
    for (const char* language : {"en", "zh-CN"}) {
        const words::ViewContext context = shanghai(language);
        const Sample sample;
        auto sheet = server::exports::XlsxSheet::create(context);
        REQUIRE(sheet);
        REQUIRE((*sheet)->parts() != nullptr);
        for (std::size_t at = 0; at < part_sheets().size(); ++at) {
            for (const PartRow& row : part_sheets()[at].rows(context, {sample.order.records, sample.items}))
                REQUIRE((*sheet)->parts()->add_part(at, row));
        }
        auto book = unzip((*sheet)->finish({}).value());
        const std::string& names = book.at("xl/workbook.xml");
        for (const PartSheet& part : part_sheets())
            CHECK(names.find("name=\"" + context.text(part.title) + "\"") != std::string::npos);
        const std::string& holds = book.at("xl/worksheets/sheet6.xml");
        CHECK(holds.find("<t>=drawing 4</t>") != std::string::npos);
        CHECK(holds.find("<f>") == std::string::npos);
        CHECK(holds.find("<autoFilter ref=\"A1:H2\"/>") != std::string::npos);
        CHECK(holds.find(std::string(context.language.raw("export.column.waits_for"))) != std::string::npos);
    }
}

} // namespace orderdeck::test
