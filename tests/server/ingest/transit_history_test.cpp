// When shipments usually arrive: told by all customers' deliveries, as counts, in whatever order they become known.
#include "server/ingest/inbox/withdraw.h"
#include "server/ingest/projection/rebuild.h"
#include "server/ingest/projection/transit_projection.h"
#include "tests/server/ingest/fact_story.h"
#include "tests/support/random_source.h"

#include <string>
#include <vector>

using namespace orderdeck;
using namespace orderdeck::server;
using namespace orderdeck::server::ingest;
using orderdeck::domain::MilestoneCode;
using orderdeck::test::FactStory;
using orderdeck::test::instant;
using orderdeck::test::TemporaryStore;

namespace {

constexpr std::size_t kWarehouse = 1;
constexpr int kApril = 91; // 1 April 2026, counted from 1 January

/// One order of an account in one shipment from Shanghai to Hamburg.
FactStory sent(const std::string& account, const std::string& number, int shipped_on, int received = 1) {
    FactStory story(instant(received));
    story.batch.accounts.clear();
    story.batch.accounts.push_back(
        {.code = account, .name = {.text = account, .translations = {}}, .parent = {}});
    story.of(account).order(number).line(number, "1", 1).from(kWarehouse);
    story.carries("DN-" + number, number, "1", 1);
    ShipmentFact head;
    head.shipment = "DN-" + number;
    head.carrier = "Maersk";
    head.mode = "ocean";
    head.origin = "Shanghai";
    head.destination = "Hamburg";
    head.tracking_number = "T" + number;
    story.add("head", std::move(head));
    return story.scan("DN-" + number, MilestoneCode::shipped, shipped_on);
}

FactStory arrived(const std::string& account, const std::string& number, int shipped_on, int days) {
    FactStory story = sent(account, number, shipped_on);
    return story.scan("DN-" + number, MilestoneCode::delivered, shipped_on + days);
}

/// Sent in January, ten to nineteen days on their way.
std::vector<FactStory> ten_deliveries(const std::string& account) {
    std::vector<FactStory> stories;
    for (int i = 0; i < 10; ++i)
        stories.push_back(arrived(account, account + std::to_string(i), 2 + i % 3, 10 + i));
    return stories;
}

void tell(TemporaryStore& store, const FactStory& story) {
    story.tell(store);
    REQUIRE(estimate_anew(*store, instant(1)).has_value());
}

std::string estimates(TemporaryStore& store) {
    return store.dump("SELECT number, usual_p50_at, usual_p90_at, usual_samples, usual_match, "
                      "usual_gap_minutes FROM shipment WHERE usual_p50_at IS NOT NULL ORDER BY 1");
}

std::string history(TemporaryStore& store) {
    return store.dump(
        "SELECT replace(lane, char(10), '/'), month, counts FROM transit_history ORDER BY 1, 2");
}

std::string at(int day, int hour = 0) { return std::to_string(instant(day, hour).milliseconds()); }

} // namespace

TEST_CASE("a shipment on its way is estimated from what delivered ones of its lane took") {
    TemporaryStore store;
    for (const FactStory& story : ten_deliveries("acme"))
        tell(store, story);
    tell(store, sent("acme", "X", kApril));
    // Days have no hour: counted from noon. Half of 10 ... 19 days are 14.5.
    CHECK(estimates(store) == "DN-X|" + at(kApril + 15, 0) + "|" + at(kApril + 19, 0) + "|10|0|-|\n");
    CHECK(store.number("SELECT forecast_on - " + std::to_string(test::day(kApril + 15).days()) +
                       " FROM order_summary WHERE forecast_on IS NOT NULL") == 0);
    tell(store, arrived("acme", "X", kApril, 12));
    CHECK(estimates(store).empty());
    CHECK(rebuild(*store, instant(2)).value_or(-1) == 0);
}

TEST_CASE("other customers' deliveries count as an aggregate, and never fewer than five of them") {
    TemporaryStore store;
    tell(store, sent("acme", "X", kApril));
    const auto others = ten_deliveries("CANARY");
    for (std::size_t i = 0; i < 4; ++i)
        tell(store, others[i]);
    CHECK(estimates(store).empty());
    for (std::size_t i = 4; i < others.size(); ++i)
        tell(store, others[i]);
    CHECK(estimates(store) == "DN-X|" + at(kApril + 15, 0) + "|" + at(kApril + 19, 0) + "|10|0|-|\n");
    // Nothing in the history says whose they were, and nothing of theirs stands in the customer's rows.
    CHECK(history(store).find("CANARY") == std::string::npos);
    CHECK(store.dump("SELECT * FROM shipment WHERE number = 'DN-X'").find("CANARY") == std::string::npos);
    CHECK(store.number(
              "SELECT count(*) FROM transit_history WHERE lane LIKE '%DN-%' OR lane LIKE '%TACME%'") == 0);
}

TEST_CASE("The same facts in any order, some of them twice, give the same estimates and the same history") {
    std::vector<FactStory> stories = ten_deliveries("acme");
    for (FactStory& story : ten_deliveries("globex"))
        stories.push_back(std::move(story));
    stories.push_back(sent("acme", "X", kApril));
    stories.push_back(sent("globex", "Y", 62)); // 3 March
    // Delivered in the month itself: too late to be counted for either.
    stories.push_back(arrived("acme", "late", kApril, 3));
    std::string expected;
    test::RandomSource random(7);
    for (int round = 0; round < 8; ++round) {
        TemporaryStore store;
        if (round > 0) random.shuffle(stories);
        for (const FactStory& story : stories)
            tell(store, story);
        tell(store, stories.front());
        const std::string result = estimates(store) + history(store);
        if (round == 0) expected = result;
        CHECK(result == expected);
        CHECK(store.number("SELECT count(*) FROM shipment WHERE usual_samples = 20") == 2);
        CHECK(rebuild(*store, instant(2)).value_or(-1) == 0);
        CHECK(estimates(store) + history(store) == expected);
    }
}

TEST_CASE("a delivery of these days changes no estimate that was made; one told late does") {
    TemporaryStore store;
    for (const FactStory& story : ten_deliveries("acme"))
        tell(store, story);
    tell(store, sent("globex", "X", kApril));
    const std::string before = estimates(store);
    arrived("acme", "now", kApril - 10, 20).tell(store);
    CHECK(store.number("SELECT count(*) FROM transit_pending") == 0);
    CHECK(estimates(store) == before);
    arrived("acme", "old", 3, 40).tell(store);
    CHECK(store.number("SELECT count(*) FROM transit_pending") == 1);
    CHECK(estimate_anew(*store, instant(3)).value_or(0) > 0);
    CHECK(estimates(store) != before);
    CHECK(store.number("SELECT usual_samples FROM shipment WHERE number = 'DN-X'") == 11);
}

TEST_CASE("what a withdrawn import told is taken away again") {
    TemporaryStore store;
    for (const FactStory& story : ten_deliveries("acme"))
        tell(store, story);
    tell(store, sent("globex", "X", kApril));
    const std::string before = estimates(store) + history(store);
    const std::int64_t message = arrived("acme", "extra", 3, 40).deliver(store, "extra");
    REQUIRE(estimate_anew(*store, instant(2)).has_value());
    CHECK(estimates(store) + history(store) != before);
    REQUIRE(withdraw(*store, message, instant(3)).has_value());
    CHECK(estimates(store) + history(store) == before);
}

TEST_CASE("a rebuild counts a lost or damaged history anew") {
    TemporaryStore store;
    for (const FactStory& story : ten_deliveries("acme"))
        tell(store, story);
    tell(store, sent("globex", "X", kApril));
    const std::string before = estimates(store) + history(store);
    for (const char* damage :
         {"DELETE FROM transit_history", "DELETE FROM transit_part",
          "UPDATE transit_history SET counts = '8:5*99'", "UPDATE transit_part SET told = '?'",
          "UPDATE shipment SET usual_p50_at = 5, usual_p90_at = 6, usual_samples = 9, usual_match = 2"}) {
        INFO(damage);
        store.execute(damage);
        REQUIRE(rebuild(*store, instant(2)).has_value());
        CHECK(estimates(store) + history(store) == before);
    }
}

TEST_CASE("a shipment that no order names any more adds nothing") {
    TemporaryStore store;
    tell(store, arrived("acme", "kept", 2, 10));
    const std::string before = history(store);
    const std::int64_t message = arrived("acme", "gone", 2, 12).deliver(store, "gone");
    CHECK(history(store) != before);
    REQUIRE(withdraw(*store, message, instant(3)).has_value());
    CHECK(history(store) == before);
    CHECK(store.number("SELECT count(*) FROM transit_part") == 1);
}
