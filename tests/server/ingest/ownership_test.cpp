#include "server/ingest/projection/ownership.h"

#include "server/ingest/projection/rebuild.h"
#include "tests/server/ingest/fact_story.h"
#include "tests/support/random_source.h"

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>

using namespace orderdeck;
using namespace orderdeck::server::ingest;
using namespace orderdeck::test;

namespace {

using Code = domain::MilestoneCode;

QuantityFact produced(int units) {
    return {.order = "A",
            .line = "1",
            .kind = QuantityKind::produced,
            .quantity = domain::Quantity::from_units(units)};
}

LineFact priced(int price, std::optional<std::string> unit = std::nullopt) {
    LineFact fact{.order = "A", .line = "1"};
    fact.unit_price = domain::Quantity::from_units(price);
    fact.unit = std::move(unit);
    return fact;
}

MilestoneFact plan(Code code, int planned_on) {
    MilestoneFact fact{.shipment = {}, .order = "A", .line = "1", .code = code};
    fact.planned = day(planned_on);
    return fact;
}

MilestoneFact happened(Code code, int on) {
    MilestoneFact fact{.shipment = "DN-1", .order = {}, .line = {}, .code = code};
    fact.actual = domain::Occurrence{.on = day(on), .at = {}, .utc_offset_minutes = {}};
    return fact;
}

std::string contradictions(TemporaryStore& store) {
    return store.dump("SELECT c.field, c.value, s.name, c.other_value, o.name FROM contradiction c "
                      "JOIN source s ON s.id = c.source_id JOIN source o ON o.id = c.other_source_id "
                      "WHERE c.other_value <> '' ORDER BY c.field, o.name");
}

/// What counts although its owner, who speaks about the same order or shipment, has not said it.
std::string inferred(TemporaryStore& store) {
    return store.dump("SELECT c.field, c.value, s.name, o.name FROM contradiction c JOIN source s ON s.id = "
                      "c.source_id JOIN source o ON o.id = c.other_source_id WHERE c.other_value = '' "
                      "ORDER BY c.field, o.name");
}

} // namespace

TEST_CASE("Every field has an owner, and the others an order") {
    CHECK(ownership_rank("line", "unit_price", "sales") == 0);
    CHECK(ownership_rank("order", "payment_terms", "sales") == 0);
    CHECK(ownership_rank("milestone", "in_production", "production") == 0);
    CHECK(ownership_rank("shipment_line", "quantity", "warehouse") == 0);
    CHECK(ownership_rank("tracking_event", "status", "carrier") == 0);
    CHECK(ownership_rank("milestone", "delivered", "carrier") == 0);
    CHECK(ownership_rank("payment", "amount_minor", "finance") == 0);
    CHECK(ownership_rank("quantity", "accepted", "customer") == 0);
    CHECK(ownership_rank("quantity", "accepted", "warehouse") == 1);
    CHECK(ownership_rank("line", "unit_price", "somebody") == 6);
}

TEST_CASE("Each field comes from its owner; another source fills its gaps") {
    TemporaryStore store;
    FactStory story;
    story.order("A").from(kWarehouse).add("w", priced(9, "box")).from(kErp).add("e", priced(8)).tell(store);
    CHECK(store.dump("SELECT unit_price_micro, unit FROM order_line") == "8000000|box|\n");
    CHECK(contradictions(store) == "unit_price|8|erp|9|wms|\n");
}

TEST_CASE("A contradiction heals when the sources agree again") {
    TemporaryStore store;
    FactStory(instant(1)).order("A").add("e", priced(8)).from(kWarehouse).add("w", priced(9)).tell(store);
    CHECK(contradictions(store) == "unit_price|8|erp|9|wms|\n");
    FactStory(instant(2)).from(kWarehouse).add("w", priced(8)).tell(store);
    CHECK(contradictions(store).empty());
    CHECK(store.number("SELECT count(*) FROM sync_index WHERE tbl = 20 AND del = 1") == 1);
}

TEST_CASE("A correction by the same source is no contradiction, and no repetition in other letters") {
    TemporaryStore store;
    FactStory(instant(1)).order("A").add("e", priced(8, "Box")).tell(store);
    FactStory(instant(2)).add("e", priced(7, "Box")).tell(store);
    FactStory(instant(3)).from(kWarehouse).add("w", priced(7, "box ")).tell(store);
    CHECK(contradictions(store).empty());
    CHECK(store.dump("SELECT unit_price_micro, unit FROM order_line") == "7000000|Box|\n");
}

TEST_CASE("Quantities and links contradict each other by what they count") {
    TemporaryStore store;
    FactStory story;
    story.order("A").line("A", "1", 10).carries("DN-1", "A", "1", 9).add("p", produced(7));
    story.from(kWarehouse).carries("DN-1", "A", "1", 8).from(kFactory).add("p", produced(5)).tell(store);
    CHECK(contradictions(store) == "produced|5|mes|7|erp|\nshipped|8|wms|9|erp|\n");
    CHECK(store.dump("SELECT quantity_micro FROM shipment_line") == "8000000|\n");
}

TEST_CASE("Planned dates are production's, transport events the carrier's") {
    TemporaryStore store;
    FactStory story;
    story.order("A").line("A", "1", 1).carries("DN-1", "A", "1", 1);
    story.add("p", plan(Code::produced, 10)).add("d", happened(Code::delivered, 20));
    story.add("s", happened(Code::shipped, 15));
    story.from(kFactory).add("p", plan(Code::produced, 12));
    story.from(kCarrier).add("d", happened(Code::delivered, 21)).tell(store);
    CHECK(store.dump("SELECT code, planned_on - 20453, actual_on - 20453 FROM milestone ORDER BY code") ==
          "7|12|-|\n11|-|15|\n18|-|21|\n");
    CHECK(contradictions(store) ==
          "delivered|2026-01-21|ups|2026-01-20|erp|\nproduced.planned|2026-01-12|mes|2026-01-10|erp|\n");
    CHECK(rebuild(*store, instant(9)).value_or(-1) == 0);
}

TEST_CASE("What another source says in the owner's stead is inferred, until the owner says it") {
    TemporaryStore store;
    FactStory first(instant(1));
    first.from(kWarehouse).line("A", "1", 10).carries("DN-1", "A", "1", 10);
    first.add("s", happened(Code::delivered, 20)).tell(store);
    // Nobody who could say it better has said anything at all.
    CHECK(inferred(store).empty());
    FactStory second(instant(2));
    second.order("A").add("made", produced(7)).from(kFactory).add("plan", plan(Code::produced, 12));
    second.from(kCarrier).ships("DN-1", "1Z9").event("1Z9", domain::ParcelStatus::in_transit, 19).tell(store);
    CHECK(inferred(store) == "delivered|2026-01-20|wms|ups|\nordered|10|wms|erp|\nproduced|7|erp|mes|\n");
    FactStory third(instant(3));
    third.line("A", "1", 10).from(kFactory).add("made", produced(7)).from(kCarrier);
    third.add("d", happened(Code::delivered, 20)).tell(store);
    CHECK(inferred(store).empty());
    CHECK(contradictions(store).empty());
    CHECK(rebuild(*store, instant(9)).value_or(-1) == 0);
}

TEST_CASE("What is inferred does not depend on who speaks first") {
    std::array<FactStory, 4> stories = {FactStory(instant(1)), FactStory(instant(2)), FactStory(instant(3)),
                                        FactStory(instant(4))};
    stories[0].order("A").carries("DN-1", "A", "1", 10);
    stories[1].from(kWarehouse).line("A", "1", 10).add("s", happened(Code::delivered, 20));
    stories[2].from(kFactory).add("plan", plan(Code::confirmed, 12)).promise("A", "1", 25, 3);
    stories[3].from(kCarrier).ships("DN-1", "1Z9").event("1Z9", domain::ParcelStatus::in_transit, 19);
    std::array<std::size_t, 4> order = {0, 1, 2, 3};
    std::string expected;
    do {
        TemporaryStore store;
        for (const std::size_t story : order)
            stories[story].tell(store);
        const std::string rows = projected_rows(store) + inferred(store);
        if (expected.empty()) {
            expected = rows;
            CHECK(inferred(store) == "confirmed.planned|2026-01-12|mes|erp|\ndelivered|2026-01-20|wms|ups|\n"
                                     "ordered|10|wms|erp|\npromised_on|2026-01-25|mes|erp|\n");
        }
        CHECK(rows == expected);
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("What sources say against each other about a bill stands with every order that it bills") {
    std::array<FactStory, 3> stories = {FactStory(instant(1)), FactStory(instant(2)), FactStory(instant(3))};
    stories[0].order("A").line("A", "1", 1).order("B").line("B", "1", 1).invoice("R/7", 100);
    stories[1].from(3).bills("R/7", "A", "1", 1).bills("R/7", "B", "1", 1);
    stories[2].from(3).invoice("R/7", 300);
    std::array<std::size_t, 3> order = {0, 1, 2};
    do {
        TemporaryStore store;
        for (const std::size_t story : order)
            stories[story].tell(store);
        CHECK(contradictions(store) == "invoice:R/7/total_minor|300|ledger|100|erp|\n"
                                       "invoice:R/7/total_minor|300|ledger|100|erp|\n");
        FactStory(instant(4)).invoice("R/7", 300).tell(store);
        CHECK(contradictions(store).empty());
        CHECK(rebuild(*store, instant(9)).value_or(-1) == 0);
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("Promises are sales'; another source's stale promise is no contradiction, a different one is") {
    TemporaryStore store;
    FactStory(instant(1)).order("A").line("A", "1", 1).promise("A", "1", 20, 1).tell(store);
    FactStory(instant(2)).promise("A", "1", 25, 2).from(kWarehouse).promise("A", "1", 20, 3).tell(store);
    CHECK(contradictions(store).empty());
    CHECK(store.dump("SELECT promised_on - 20453, promise_moves FROM order_summary") == "25|1|\n");
    FactStory(instant(4)).from(kFactory).promise("A", "1", 30, 4).tell(store);
    CHECK(contradictions(store) == "promised_on|2026-01-25|erp|2026-01-30|mes|\n");
    CHECK(store.dump("SELECT promised_on - 20453, promise_moves FROM order_summary") == "25|1|\n");
}

TEST_CASE("The order in which contradicting sources speak decides nothing") {
    const auto whole = [] {
        FactStory story;
        story.order("A")
            .line("A", "1", 10)
            .carries("DN-1", "A", "1", 9)
            .add("e", priced(8))
            .ships("DN-1", "T1");
        story.from(kWarehouse).carries("DN-1", "A", "1", 8).add("w", priced(9)).ships("DN-1", "T2");
        story.add("d", happened(Code::delivered, 20)).from(kCarrier).add("d", happened(Code::delivered, 21));
        story.from(kFactory).add("p", plan(Code::produced, 12)).from(kErp).add("p", plan(Code::produced, 10));
        return story;
    };
    TemporaryStore straight;
    whole().tell(straight);
    const std::string expected = projected_rows(straight) + projected_extras(straight);
    for (std::uint64_t seed = 0; seed < 8; ++seed) {
        FactStory story = whole();
        test::RandomSource random(seed);
        random.shuffle(story.batch.facts);
        TemporaryStore store;
        while (!story.batch.facts.empty()) {
            FactStory piece;
            piece.batch.facts.push_back(story.batch.facts.back());
            story.batch.facts.pop_back();
            piece.tell(store);
        }
        INFO("seed " << seed);
        CHECK(projected_rows(store) + projected_extras(store) == expected);
        CHECK(rebuild(*store, instant(9)).value_or(-1) == 0);
    }
}
