#include "server/ingest/projection/rebuild.h"
#include "tests/server/ingest/fact_story.h"
#include "tests/support/random_source.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck;
using namespace orderdeck::server::ingest;
using namespace orderdeck::test;

namespace {

using Code = domain::MilestoneCode;

QuantityFact produced(const std::string& order, const std::string& line, int units) {
    return {.order = order,
            .line = line,
            .kind = QuantityKind::produced,
            .quantity = domain::Quantity::from_units(units)};
}

/// Two orders that share a shipment, told by three sources.
FactStory two_orders() {
    FactStory story;
    story.order("A")
        .line("A", "1", 10)
        .line("A", "2", 4, "Valve")
        .promise("A", "1", 20)
        .promise("A", "2", 25);
    story.order("B", 2).line("B", "1", 6).promise("B", "1", 18);
    story.from(1).carries("DN-1", "A", "1", 10).carries("DN-1", "B", "1", 6);
    story.from(2).scan("DN-1", Code::picked_up, 15).scan("DN-1", Code::delivered, 19);
    return story;
}

std::int64_t head(TemporaryStore& store) { return store.number("SELECT max(head) FROM feed"); }

} // namespace

TEST_CASE("Facts become rows, and the summaries of all orders concerned") {
    TemporaryStore store;
    const ApplyReport report = two_orders().tell(store);
    CHECK(report.facts_added == report.facts);
    CHECK(report.orders_derived == 2);
    CHECK(store.number("SELECT count(*) FROM sales_order") == 2);
    CHECK(store.number("SELECT count(*) FROM order_line") == 3);
    CHECK(store.number("SELECT count(*) FROM shipment") == 1);
    CHECK(store.number("SELECT count(*) FROM item") == 2);
    CHECK(store.number("SELECT count(*) FROM source") == 3);
    CHECK(store.dump("SELECT o.number, y.lines, y.lines_delivered, y.complete, y.delivered_late_days "
                     "FROM order_summary y JOIN sales_order o ON o.id = y.id ORDER BY 1") ==
          "A|2|1|0|0|\nB|1|1|1|1|\n");
    CHECK(store.number("SELECT count(*) FROM sync_index") == head(store));
}

TEST_CASE("Telling the same again changes nothing") {
    TemporaryStore store;
    two_orders().tell(store);
    const std::int64_t before = head(store);
    const std::string rows = projected_rows(store);
    const ApplyReport again = two_orders().tell(store);
    CHECK(again.facts_unchanged == again.facts);
    CHECK(again.rows_changed == 0);
    CHECK(head(store) == before);
    CHECK(projected_rows(store) == rows);
}

TEST_CASE("The order in which facts arrive decides nothing") {
    TemporaryStore straight;
    two_orders().tell(straight);
    const std::string expected = projected_rows(straight);
    for (std::uint64_t seed = 0; seed < 12; ++seed) {
        FactStory whole = two_orders();
        test::RandomSource random(seed);
        random.shuffle(whole.batch.facts);
        TemporaryStore store;
        // In pieces, as messages that come one after the other.
        while (!whole.batch.facts.empty()) {
            FactStory piece;
            const int size = random.between(1, 5);
            for (int i = 0; i < size && !whole.batch.facts.empty(); ++i) {
                piece.batch.facts.push_back(whole.batch.facts.back());
                whole.batch.facts.pop_back();
            }
            piece.tell(store);
        }
        INFO("seed " << seed);
        CHECK(projected_rows(store) == expected);
    }
}

TEST_CASE("Messages may be applied in any order: what was received later counts") {
    const auto first = [] { return std::move(FactStory(instant(1)).order("A", 1).line("A", "1", 10)); };
    const auto second = [] { return std::move(FactStory(instant(2)).order("A", 2).line("A", "1", 12)); };
    TemporaryStore forwards;
    first().tell(forwards);
    second().tell(forwards);
    TemporaryStore backwards;
    second().tell(backwards);
    const ApplyReport late = first().tell(backwards);
    CHECK(late.facts_outdated == 2);
    CHECK(projected_rows(backwards) == projected_rows(forwards));
    CHECK(forwards.number("SELECT ordered_micro FROM order_line") == 12'000'000);
}

TEST_CASE("A higher version counts even if it was received earlier") {
    TemporaryStore store;
    FactStory(instant(1))
        .order("A")
        .add("1/line", LineFact{.order = "A", .line = "1", .unit = "new"}, 7)
        .tell(store);
    FactStory(instant(2))
        .order("A")
        .add("1/line", LineFact{.order = "A", .line = "1", .unit = "old"}, 6)
        .tell(store);
    CHECK(store.dump("SELECT unit FROM order_line") == "new|\n");
}

TEST_CASE("A correction changes only what it is about, and rows keep their ids") {
    TemporaryStore store;
    two_orders().tell(store);
    const std::string ids = store.dump("SELECT id FROM order_line ORDER BY 1") +
                            store.dump("SELECT id FROM milestone ORDER BY 1") +
                            store.dump("SELECT id FROM promise ORDER BY 1");
    const std::int64_t before = head(store);
    const ApplyReport report = FactStory(instant(3)).line("A", "2", 5, "Valve").tell(store);
    CHECK(report.facts_replaced == 1);
    CHECK(report.orders_derived == 1);
    // The line, the summary of its order, and the freshness of the source.
    CHECK(head(store) == before + 3);
    CHECK(store.dump("SELECT id FROM order_line ORDER BY 1") +
              store.dump("SELECT id FROM milestone ORDER BY 1") +
              store.dump("SELECT id FROM promise ORDER BY 1") ==
          ids);
}

TEST_CASE("A scan of a shared shipment changes the summaries of both orders") {
    TemporaryStore store;
    FactStory story;
    story.order("A").line("A", "1", 1).order("B").line("B", "1", 1);
    story.from(1).carries("DN-1", "A", "1", 1).carries("DN-1", "B", "1", 1).tell(store);
    CHECK(store.number("SELECT sum(lines_delivered) FROM order_summary") == 0);
    FactStory scan(instant(2));
    CHECK(scan.from(2).scan("DN-1", Code::delivered, 5).tell(store).orders_derived == 2);
    CHECK(store.number("SELECT sum(lines_delivered) FROM order_summary") == 2);
}

TEST_CASE("Facts about a line wait in the records until the line is known") {
    TemporaryStore store;
    FactStory(instant(1)).order("A").promise("A", "1", 9).carries("DN-1", "A", "1", 2).tell(store);
    CHECK(store.number("SELECT count(*) FROM promise") == 0);
    CHECK(store.number("SELECT count(*) FROM record") == 3);
    FactStory(instant(2)).line("A", "1", 2).tell(store);
    CHECK(store.number("SELECT count(*) FROM promise") == 1);
    CHECK(store.number("SELECT count(*) FROM shipment_line") == 1);
}

TEST_CASE("A lines' quantity comes from the source that owns it, others fill gaps") {
    TemporaryStore store;
    FactStory story;
    story.order("A").line("A", "1", 10).line("A", "2", 10);
    story.from(0).add("1/produced", produced("A", "1", 9), 99).add("2/produced", produced("A", "2", 4));
    story.from(4).add("1/produced", produced("A", "1", 3), 1);
    story.tell(store);
    CHECK(store.dump("SELECT number, produced_micro FROM order_line ORDER BY 1") ==
          "1|3000000|\n2|4000000|\n");
}

TEST_CASE("Rows of one message that contradict each other are reported, and one of them counts") {
    TemporaryStore store;
    FactStory story;
    OrderFact first{.order = "A"};
    first.project = "one";
    OrderFact second{.order = "A"};
    second.project = "two";
    second.ship_to = "Lagos";
    const ApplyReport report =
        story.add("1/order", first).add("2/order", second).line("A", "1", 1).tell(store);
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings.front().code == "contradiction");
    CHECK(report.findings.front().file_line == 3);
    CHECK(report.findings.front().message.find("line 2 says another project of order A") !=
          std::string::npos);
    CHECK(store.dump("SELECT project, ship_to FROM sales_order") == "one|Lagos|\n");
    // A later message is a correction and no contradiction.
    CHECK(FactStory(instant(2)).add("1/order", second).tell(store).findings.empty());
}

TEST_CASE("Statements that differ only in their words are one event") {
    TemporaryStore store;
    FactStory story;
    story.order("A").line("A", "1", 1).carries("DN-1", "A", "1", 1);
    story.scan("DN-1", Code::delivered, 5, "by hand")
        .scan("DN-1", Code::delivered, 5)
        .scan("DN-1", Code::delivered, 5, "2 boxes");
    story.scan("DN-1", Code::delivered, 6).tell(store);
    CHECK(store.dump("SELECT actual_on - 20453, note FROM milestone ORDER BY actual_on") ==
          "5|by hand; 2 boxes|\n6||\n");
}

TEST_CASE("Each date that a promise ever had is kept") {
    TemporaryStore store;
    FactStory(instant(1)).order("A").line("A", "1", 1).promise("A", "1", 20).tell(store);
    FactStory(instant(4)).promise("A", "1", 26).tell(store);
    CHECK(store.dump("SELECT promised_first_on - 20453, promised_on - 20453, promise_moves, promise_net_days "
                     "FROM order_summary") == "20|26|1|6|\n");
}

TEST_CASE("The words of a known reason travel with its promise, an unknown one stays as it is") {
    TemporaryStore store;
    PromiseFact known{.order = "A", .line = "1", .promised_on = day(20), .reason = "UD170"};
    PromiseFact unknown{.order = "A", .line = "1", .promised_on = day(24), .reason = "X-99"};
    FactStory story;
    story.order("A").line("A", "1", 1).add("1/promise", known).add("2/promise", unknown).tell(store);
    CHECK(store.dump("SELECT reason, reason_names, party FROM promise ORDER BY reason") ==
          "UD170|en=customs took longer\nzh-CN=清关超期|5|\nX-99||0|\n");
}

TEST_CASE("An item keeps one row and unites the translations that sources give") {
    TemporaryStore store;
    const auto line = [](const std::string& number, domain::LocalizedText item) {
        LineFact fact{.order = "A", .line = number};
        fact.item = std::move(item);
        return fact;
    };
    FactStory story;
    story.order("A").add("1/line", line("1", {.text = "Pump", .translations = {{"zh-CN", "泵"}}}));
    story.add("2/line", line("2", {.text = "Pump", .translations = {{"fr", "Pompe"}}}));
    story.tell(store);
    CHECK(store.dump("SELECT name, name_names FROM item") == "Pump|fr=Pompe\nzh-CN=泵|\n");
}

TEST_CASE("A fact without source or subject is refused before anything is written") {
    TemporaryStore store;
    FactStory no_subject;
    no_subject.line("", "1", 1);
    FactStory no_source;
    no_source.from(9).line("A", "1", 1);
    const InboxEntry message{.id = 1, .received_at = instant(1)};
    CHECK(apply(*store, message, no_subject.batch).error().code == base::ErrorCode::invalid);
    CHECK(apply(*store, message, no_source.batch).error().code == base::ErrorCode::invalid);
    CHECK(store.number("SELECT count(*) FROM record") == 0);
}

TEST_CASE("Facts about an account that nobody has told of wait") {
    TemporaryStore store;
    FactStory stranger;
    stranger.of("nobody").line("A", "1", 1);
    CHECK(stranger.tell(store).waits_for == std::set<std::string>{"account:nobody"});
    CHECK(store.number("SELECT count(*) FROM record") == 0);
}

TEST_CASE("A key that a message uses twice leaves what its record says") {
    TemporaryStore store;
    FactStory story;
    story.order("A").line("A", "1", 3).line("A", "1", 9).line("A", "1", 5).line("A", "2", 1).tell(store);
    CHECK(store.number("SELECT count(*) FROM record") == 3);
    CHECK(rebuild(*store, instant(9)).value_or(-1) == 0);
}

TEST_CASE("A rebuild of a sound store changes nothing") {
    TemporaryStore store;
    two_orders().tell(store);
    const std::int64_t before = head(store);
    CHECK(rebuild(*store, instant(9)).value_or(-1) == 0);
    CHECK(head(store) == before);
}

TEST_CASE("A rebuild makes damaged, lost and invented rows what the records say") {
    TemporaryStore store;
    two_orders().tell(store);
    const std::string sound = projected_rows(store);
    store.execute(
        "UPDATE order_line SET ordered_micro = 1; UPDATE order_summary SET lines_delivered = 77;"
        "DELETE FROM promise WHERE id = 1; DELETE FROM milestone WHERE id = 1;"
        "UPDATE shipment SET carrier = 'nobody';"
        "INSERT INTO sales_order SELECT root_id, 99, account_id, 'X', customer_reference, project, "
        "placed_on, "
        "placed_at, placed_offset, currency, amount_basis, flow, incoterm, incoterm_place, ship_to, "
        "payment_terms, delivery_offset, kind, priority, valid_until_on FROM sales_order WHERE id = 1");
    CHECK(rebuild(*store, instant(9)).value_or(-1) > 0);
    CHECK(projected_rows(store) == sound);
    CHECK(store.number("SELECT count(*) FROM sales_order") == 2);
    store.execute(
        "DELETE FROM sales_order; DELETE FROM order_line; DELETE FROM shipment; DELETE FROM shipment_line;"
        "DELETE FROM milestone; DELETE FROM promise; DELETE FROM order_summary; DELETE FROM item");
    CHECK(rebuild(*store, instant(9)).has_value());
    CHECK(projected_rows(store) == sound);
}
