#include "server/ingest/partition.h"
#include "server/ingest/subject.h"
#include "tests/server/ingest/fact_story.h"

#include <catch2/catch_test_macros.hpp>

#include <map>
#include <set>

using namespace orderdeck;
using namespace orderdeck::server::ingest;
using orderdeck::test::FactStory;

TEST_CASE("Portions keep orders whole, hold one account each, and lose no fact") {
    FactStory story;
    story.batch.accounts.push_back(
        {.code = "other", .name = {.text = "Other", .translations = {}}, .parent = {}});
    for (int i = 0; i < 40; ++i) {
        const std::string number = "SO-" + std::to_string(i);
        story.of(i % 3 == 0 ? "other" : "acme").order(number).line(number, "1", 1);
    }
    // The lines' second halves come much later in the file.
    for (int i = 0; i < 40; ++i) {
        const std::string number = "SO-" + std::to_string(i);
        story.of(i % 3 == 0 ? "other" : "acme").line(number, "2", 1);
        story.carries("DN-" + number, number, "2", 1).scan("DN-" + number, domain::MilestoneCode::shipped, 3);
    }
    const auto portions = partition(story.batch.facts, 7);
    std::set<const Fact*> seen;
    std::map<std::string, std::size_t> portion_of_order;
    for (std::size_t i = 0; i < portions.size(); ++i) {
        std::size_t lines = 0;
        for (const Fact* fact : portions[i].facts) {
            CHECK(seen.insert(fact).second);
            CHECK(fact->account == portions[i].account);
            if (std::holds_alternative<LineFact>(fact->body)) ++lines;
            std::string number = subject_of(fact->body).number;
            if (number.starts_with("DN-")) number.erase(0, 3);
            CHECK(portion_of_order.emplace(number, i).first->second == i);
        }
        CHECK(lines <= 7);
    }
    CHECK(seen.size() == story.batch.facts.size());
    CHECK(portions.size() >= 80 / 7);
}

TEST_CASE("Portions of several accounts share a transaction as long as it holds them") {
    FactStory story;
    for (int i = 0; i < 10; ++i)
        story.of("customer " + std::to_string(i)).line("SO", "1", 1).line("SO", "2", 1);
    const auto portions = partition(story.batch.facts, 7);
    REQUIRE(portions.size() == 10);
    const std::span all(portions);
    CHECK(portions_that_fit(all, 7) == 3);
    CHECK(portions_that_fit(all.last(2), 7) == 2);
    CHECK(portions_that_fit(all, 1) == 1);
    CHECK(portions_that_fit(all, 20) == 10);
}

TEST_CASE("An order larger than a portion still goes into one") {
    FactStory story;
    for (int i = 0; i < 20; ++i)
        story.line("BIG", std::to_string(i), 1);
    CHECK(partition(story.batch.facts, 7).size() == 1);
}
