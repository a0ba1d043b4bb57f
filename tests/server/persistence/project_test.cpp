#include "shared/tables/project.h"

#include "server/persistence/system_scope.h"
#include "tests/server/ingest/fact_story.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace orderdeck;
namespace ingest = orderdeck::server::ingest;
using orderdeck::server::persistence::Scope;
using orderdeck::server::persistence::SystemScope;
using orderdeck::test::FactStory;
using orderdeck::test::TemporaryStore;

namespace {

constexpr const char* kProject = "Plant 7";

Scope scope_of(TemporaryStore& store, const std::string& code) {
    return SystemScope::whole(
        domain::AccountId{store.number("SELECT id FROM account WHERE code = '" + code + "'")});
}

void add_to_project(FactStory& story, const std::string& order, const char* project = kProject,
                    domain::OrderKind kind = domain::OrderKind::standard) {
    ingest::OrderFact fact;
    fact.order = order;
    fact.kind = kind;
    fact.project = project;
    story.add("project/" + order, std::move(fact));
}

/// Four orders of acme: one delivered, one promised, one named by a link only, and the contract of them all;
/// another customer uses the same name.
void tell_project(TemporaryStore& store) {
    FactStory story;
    story.batch.accounts.push_back(
        {.code = "other", .name = {.text = "Other", .translations = {}}, .parent = {}});
    for (const char* order : {"P-1", "P-2", "P-3", "P-4"})
        story.order(order).line(order, "1", 5);
    add_to_project(story, "P-1");
    add_to_project(story, "P-2");
    add_to_project(story, "P-4", kProject, domain::OrderKind::framework_contract);
    ingest::RelationFact link;
    link.order = "P-3";
    link.kind = domain::RelationKind::part_of_project;
    link.other_order = kProject;
    story.add("relation/P-3", std::move(link));
    story.carries("DN-1", "P-1", "1", 5).scan("DN-1", domain::MilestoneCode::delivered, 6);
    story.promise("P-2", "1", 9).promise("P-3", "1", 20);
    story.of("other");
    for (const char* order : {"P-1", "P-9"})
        story.order(order).line(order, "1", 5);
    add_to_project(story, "P-9");
    story.tell(store);
}

std::vector<std::string> open_numbers(const domain::ProjectOrders& project) {
    std::vector<std::string> numbers;
    for (const domain::OrderRecords& order : project.open)
        numbers.push_back(order.order.number);
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

} // namespace

TEST_CASE("A project counts what has come and knows what it waits for, its contract left out") {
    TemporaryStore store;
    tell_project(store);
    auto reader = store->read().value();
    const auto project = tables::load_project(*reader, kProject, scope_of(store, "acme").rows()).value();
    REQUIRE(project);
    CHECK(project->orders == 3);
    CHECK(project->complete == 1);
    CHECK(project->delivered_on == test::day(6));
    CHECK(open_numbers(*project) == std::vector<std::string>{"P-2", "P-3"});
    CHECK(domain::forecast_of(*project)->expected_on == test::day(20));
}

TEST_CASE("A project never shows another customer's orders, nor itself where there is only one") {
    TemporaryStore store;
    tell_project(store);
    auto reader = store->read().value();
    const Scope other = scope_of(store, "other");
    CHECK(tables::project_orders(*reader, kProject, other.rows()).value().size() == 1);
    CHECK_FALSE(tables::load_project(*reader, kProject, other.rows()).value());
    CHECK_FALSE(tables::load_project(*reader, "Plant 8", scope_of(store, "acme").rows()).value());
    CHECK_FALSE(tables::load_project(*reader, "", scope_of(store, "acme").rows()).value());
}

TEST_CASE("Of a large project all orders are counted, and so many are read as a page can show") {
    TemporaryStore store;
    FactStory story;
    const int orders = static_cast<int>(domain::kMostRelatedOrders) + 6;
    for (int i = 0; i < orders; ++i) {
        const std::string number = "P-" + std::to_string(i);
        story.order(number).line(number, "1", 5).promise(number, "1", 9);
        add_to_project(story, number);
    }
    story.tell(store);
    auto reader = store->read().value();
    const auto project = tables::load_project(*reader, kProject, scope_of(store, "acme").rows()).value();
    REQUIRE(project);
    CHECK(project->orders == orders);
    CHECK(project->open.size() == domain::kMostRelatedOrders);
    CHECK_FALSE(domain::forecast_of(*project));
}

TEST_CASE("How a project stands costs one look-up an order") {
    TemporaryStore store;
    tell_project(store);
    auto reader = store->read().value();
    auto rows =
        reader->query("EXPLAIN QUERY PLAN " + tables::project_standing_sql(scope_of(store, "acme").rows()))
            .value();
    std::string steps;
    while (rows.step().value())
        steps += rows.string(3) + "; ";
    INFO(steps);
    CHECK(steps.find("SCAN x") == std::string::npos);
    CHECK(steps.find("SCAN o") == std::string::npos);
    CHECK(steps.find("id=?") != std::string::npos);
}
