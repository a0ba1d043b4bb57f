#include "server/ingest/projection/rebuild.h"
#include "tests/server/ingest/fact_story.h"
#include "tests/support/random_source.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck;
using namespace orderdeck::server::ingest;
using namespace orderdeck::test;

namespace {

using Status = domain::ParcelStatus;

/// Two orders with everything that can be said about them.
FactStory whole_story() {
    FactStory story;
    story.from(kErp).order("A").line("A", "1", 10).line("A", "2", 4, "Valve").order("B", 2).line("B", "1", 6);
    story.add("1/kit", RelationFact{.order = "A",
                                    .line = "2",
                                    .kind = domain::RelationKind::kit_component_of,
                                    .other_order = "A",
                                    .other_line = "1",
                                    .quantity = domain::Quantity::from_units(2)});
    story.add("1/operation/10", OperationFact{.order = "A",
                                              .line = "1",
                                              .work_order = "WO-7",
                                              .number = "10",
                                              .name = "Welding",
                                              .planned_minutes = domain::Quantity::from_units(30),
                                              .good = domain::Quantity::from_units(4),
                                              .started_on = day(8)});
    story.add("terms/1", InstalmentFact{.order = "A", .number = 1, .share_permille = 300});
    story.add("paper", DocumentFact{.shipment = {},
                                    .order = "A",
                                    .kind = domain::DocumentKind::packing_list,
                                    .number = {},
                                    .required = true});
    story.from(kWarehouse).carries("DN-1", "A", "1", 10).carries("DN-1", "B", "1", 6).ships("DN-1", "T1");
    story.parcel("DN-1", "T2");
    story.add("paper",
              DocumentFact{.shipment = "DN-1", .order = {}, .kind = domain::DocumentKind::air_waybill});
    story.from(kCarrier).event("T1", Status::picked_up, 15).event("T1", Status::in_transit, 16);
    story.event("T2", Status::picked_up, 15).expected("T1", 19).expected("T2", 21);
    story.from(kLedger).invoice("R-1", 1600).bills("R-1", "A", "1", 10).bills("R-1", "B", "1", 6);
    story.pays("R-1", "", 600, 40).pays("", "A", 100, 5);
    return story;
}

} // namespace

TEST_CASE("Everything that is said becomes rows") {
    TemporaryStore store;
    CHECK(whole_story().tell(store).findings.empty());
    CHECK(store.dump("SELECT number FROM parcel") == "T2|\n");
    CHECK(store.number("SELECT count(*) FROM tracking_event") == 3);
    CHECK(store.dump("SELECT forecast_on - 20453 FROM milestone WHERE natural_key = 'parcel_forecast'") ==
          "21|\n");
    CHECK(store.dump("SELECT number, total_minor FROM invoice") == "R-1|1600|\n");
    CHECK(store.number("SELECT count(*) FROM invoice_line") == 2);
    CHECK(store.dump("SELECT amount_minor, invoice_id IS NULL FROM payment ORDER BY 1") ==
          "100|1|\n600|0|\n");
    CHECK(store.dump("SELECT number, share_permille FROM instalment") == "1|300|\n");
    CHECK(store.dump("SELECT work_order, number, name, good_micro, finished_on FROM operation") ==
          "WO-7|10|Welding|4000000|-|\n");
    CHECK(store.dump("SELECT kind, other_order, other_line, quantity_micro FROM relation") ==
          "0|A|1|2000000|\n");
    CHECK(store.dump("SELECT kind, required, order_id IS NULL FROM document ORDER BY kind") ==
          "7|1|0|\n9|0|1|\n");
    CHECK(rebuild(*store, instant(9)).value_or(-1) == 0);
}

TEST_CASE("The order in which scans, parcels, bills and papers become known decides nothing") {
    TemporaryStore straight;
    whole_story().tell(straight);
    const std::string expected = projected_rows(straight) + projected_extras(straight);
    for (std::uint64_t seed = 0; seed < 12; ++seed) {
        FactStory whole = whole_story();
        test::RandomSource random(seed);
        random.shuffle(whole.batch.facts);
        TemporaryStore store;
        while (!whole.batch.facts.empty()) {
            FactStory piece;
            piece.batch.facts.push_back(whole.batch.facts.back());
            whole.batch.facts.pop_back();
            piece.tell(store);
        }
        INFO("seed " << seed);
        CHECK(projected_rows(store) + projected_extras(store) == expected);
        const std::string rows = synced_rows(store);
        CHECK(rebuild(*store, instant(9)).value_or(-1) == 0);
        CHECK(synced_rows(store) == rows);
    }
}

TEST_CASE("Scans wait until a shipment has their number, and move with it") {
    TemporaryStore store;
    FactStory(instant(1)).from(kCarrier).event("T9", Status::delivered, 5).tell(store);
    CHECK(store.number("SELECT count(*) FROM tracking_event") == 0);
    FactStory order(instant(2));
    order.order("A").line("A", "1", 1).from(kWarehouse).carries("DN-1", "A", "1", 1).ships("DN-1", "T9");
    order.tell(store);
    CHECK(store.number("SELECT count(*) FROM tracking_event") == 1);
    // The number was wrong: its scans leave with it, and a later message brings them back to another shipment.
    FactStory(instant(3)).from(kWarehouse).ships("DN-1", "T8").tell(store);
    CHECK(store.number("SELECT count(*) FROM tracking_event") == 0);
    FactStory(instant(4)).from(kWarehouse).carries("DN-2", "A", "1", 1).parcel("DN-2", "T9").tell(store);
    CHECK(store.dump("SELECT s.number FROM tracking_event e JOIN shipment s ON s.id = e.shipment_id") ==
          "DN-2|\n");
}

TEST_CASE("A later scan derives the orders of its shipment again, and no others") {
    TemporaryStore store;
    whole_story().tell(store);
    FactStory scan(instant(2));
    CHECK(scan.from(kCarrier).event("T2", Status::delivered, 20).tell(store).orders_derived == 2);
    FactStory stranger(instant(3));
    CHECK(stranger.from(kCarrier).event("X9", Status::delivered, 20).tell(store).orders_derived == 0);
}

TEST_CASE("A change of an invoice derives every order on it again") {
    TemporaryStore store;
    whole_story().tell(store);
    FactStory payment(instant(2));
    CHECK(payment.from(kLedger).pays("R-1", "", 1000, 45).tell(store).orders_derived == 2);
    CHECK(store.number("SELECT sum(amount_minor) FROM payment WHERE invoice_id IS NOT NULL") == 1600);
}

TEST_CASE("An invoice of which only lines are known is a bare number, and goes with its last line") {
    TemporaryStore store;
    FactStory(instant(1)).order("A").line("A", "1", 3).from(kLedger).bills("R-7", "A", "1", 3).tell(store);
    CHECK(store.dump("SELECT number, total_minor FROM invoice") == "R-7|0|\n");
    // The same row of the ledger is corrected: it belongs to another invoice.
    InvoiceLineFact corrected{.invoice = "R-8", .order = "A", .line = "1"};
    FactStory(instant(2)).from(kLedger).add("bills/R-7/1", corrected).tell(store);
    CHECK(store.dump("SELECT number FROM invoice") == "R-8|\n");
}

TEST_CASE("What two sources both tell in full is counted once") {
    TemporaryStore store;
    FactStory story;
    story.order("A").line("A", "1", 3).bills("R-1", "A", "1", 3).pays("", "A", 50, 5);
    story.from(kLedger).bills("R-1", "A", "1", 2).pays("", "A", 70, 6).tell(store);
    CHECK(store.dump("SELECT quantity_micro FROM invoice_line") == "2000000|\n");
    CHECK(store.dump("SELECT amount_minor FROM payment") == "70|\n");
}

TEST_CASE("Of several forecasts for a parcel the one stated last counts") {
    TemporaryStore store;
    FactStory(instant(1))
        .from(kWarehouse)
        .ships("DN-1", "T1")
        .from(kCarrier)
        .expected("T1", 30, "f/1")
        .tell(store);
    FactStory(instant(2)).from(kCarrier).expected("T1", 25, "f/2").tell(store);
    CHECK(store.dump("SELECT forecast_on - 20453 FROM milestone") == "25|\n");
}

TEST_CASE("A rebuild restores lost and removes invented rows of every table") {
    TemporaryStore store;
    whole_story().tell(store);
    const std::string sound = projected_rows(store) + projected_extras(store);
    store.execute(
        "DELETE FROM parcel; DELETE FROM tracking_event; DELETE FROM invoice; DELETE FROM invoice_line;"
        "DELETE FROM payment; DELETE FROM instalment; DELETE FROM relation; DELETE FROM document");
    CHECK(rebuild(*store, instant(9)).value_or(-1) > 0);
    CHECK(projected_rows(store) + projected_extras(store) == sound);
    store.execute("INSERT INTO invoice SELECT root_id, 99, account_id, 'X', kind, state, corrects, currency, "
                  "total_minor, tax_minor, issued_on, due_on FROM invoice");
    CHECK(rebuild(*store, instant(9)).value_or(-1) == 1);
    CHECK(projected_rows(store) + projected_extras(store) == sound);
}
