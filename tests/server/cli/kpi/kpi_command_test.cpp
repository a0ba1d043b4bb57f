#include "server/cli/commands.h"
#include "tests/server/ingest/fact_story.h"

#include <catch2/catch_test_macros.hpp>

#include <sstream>

using namespace orderdeck;
using namespace orderdeck::server::cli;
using orderdeck::test::day;
using orderdeck::test::FactStory;
using orderdeck::test::instant;
using orderdeck::test::TemporaryStore;

namespace {

/// Two customers, one with a company below it; each order has one line, promised for the 10th.
class Portal {
public:
    Portal() {
        FactStory story;
        story.batch.accounts.push_back(
            {.code = "acme-north", .name = {.text = "North", .translations = {}}, .parent = "acme"});
        story.batch.accounts.push_back(
            {.code = "other", .name = {.text = "Other", .translations = {}}, .parent = {}});
        tell(story, "acme", "A-1", 9);
        tell(story, "acme", "A-2", 14);
        tell(story, "acme-north", "N-1", 12);
        tell(story, "other", "O-1", std::nullopt);
        story.of("acme").order("A-3").line("A-3", "1", 5);
        story.tell(store_);
    }

    std::string ask(std::vector<std::string> more) {
        more.insert(more.end(), "--json");
        return read(std::move(more));
    }
    /// As text for people.
    std::string read(std::vector<std::string> more) {
        std::vector<std::string> arguments = {"kpi", "--data-dir", store_.folder().string(), "--account"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        std::istringstream in;
        std::ostringstream out;
        std::ostringstream error;
        Console console{.in = in, .out = out, .error = error, .error_device = ErrorDevice::file, .now = [] {
                            return instant(20);
                        }};
        code_ = run_program(arguments, console);
        return out.str();
    }
    ExitCode code() const { return code_; }

private:
    static void tell(FactStory& story, const std::string& account, const std::string& order,
                     std::optional<int> delivered) {
        story.of(account).order(order).line(order, "1", 5).promise(order, "1", 10);
        if (!delivered) return;
        story.carries("DN-" + order, order, "1", 5)
            .scan("DN-" + order, domain::MilestoneCode::delivered, *delivered);
    }

    TemporaryStore store_;
    ExitCode code_ = ExitCode::done;
};

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("on time is counted over all customers, one, or one company of it") {
    Portal portal;
    const std::string all = portal.ask({"all"});
    CHECK(portal.code() == ExitCode::done);
    CHECK(contains(all, R"("met":1,"population":4,"late":3)"));
    CHECK(contains(all, R"("excluded_no_promise":1)"));
    CHECK(contains(all, R"("orders":5,"lines":5)"));
    CHECK(contains(portal.ask({"acme"}), R"("met":1,"population":3,"late":2)"));
    CHECK(contains(portal.ask({"acme-north"}), R"("met":0,"population":1,"late":1)"));
    CHECK(contains(portal.ask({"other"}), R"("met":0,"population":1,"late":1)"));
}

TEST_CASE("the window and the day are those that were asked for") {
    Portal portal;
    CHECK(contains(portal.ask({"acme", "--late", "2"}), R"("met":2,"population":3,"late":1)"));
    CHECK(contains(portal.ask({"acme", "--late", "7", "--early", "0"}),
                   R"("met":2,"population":3,"late":0,"early":1)"));
    CHECK(contains(portal.ask({"acme", "--today", "2026-01-10"}),
                   R"("population":0,"late":0,"early":0,"excluded_open":3)"));
}

TEST_CASE("an unknown account and a wrong day are refused with what to do") {
    Portal portal;
    CHECK(contains(portal.ask({"nobody"}), "account list"));
    CHECK(portal.code() == ExitCode::failed);
    portal.ask({"all", "--today", "tomorrow"});
    CHECK(portal.code() == ExitCode::failed);
    portal.ask({"all", "--late", "-1"});
    CHECK(portal.code() == ExitCode::failed);
}

TEST_CASE("every figure says its population, what was left out, and by what it counts") {
    Portal portal;
    const std::string all = portal.ask({"all"});
    CHECK(contains(all, R"("figure":"otif.line.last_confirmed.any+0","met":1,"population":4)"));
    CHECK(contains(all, R"("figure":"otif.order.requested.-14+7","met":0,"population":0)"));
    CHECK(contains(all, R"("late_in_full":2,"on_time_short":0,"late_short":1,"excluded":{"cancelled":0)"));
    CHECK(contains(all, R"("cycle_time":{"figure":"cycle_time","population":3,"median_days":"12",)"));
    CHECK(contains(all, R"("figure":"promise_accuracy.last_confirmed","population":3,"bias_days":"1.67",)"));
    CHECK(contains(all, R"("mean_absolute_days":"2.33","within_one_day":1,)"));
    CHECK(contains(all, R"("promise_stability":{"figure":"promise_stability","met":4,"population":4,)"));
    CHECK(contains(all, R"("complaint_free":{"figure":"complaint_free","met":3,"population":3,)"));
    CHECK(contains(
        all, R"("basis":"last_confirmed","figure":"perfect_order.last_confirmed","met":0,"population":0,)"));
    CHECK(contains(all, R"("settling":4)"));
    CHECK(contains(portal.ask({"all", "--complaint-days", "0"}),
                   R"("figure":"perfect_order.last_confirmed","met":1,"population":4,)"));
    CHECK(contains(all, R"({"currency":"EUR","amount_basis":"unstated","amount":"10.00","lines":2})"));
    CHECK(contains(all, R"("definition":"Value of what is not delivered yet)"));
}

TEST_CASE("the rows behind a figure are the figure") {
    Portal portal;
    const std::string rows = portal.ask({"acme", "--rows", "on_time"});
    CHECK(portal.code() == ExitCode::done);
    CHECK(contains(rows, R"("met":1,"population":3,"early":0,"late":2)"));
    CHECK(contains(rows, R"({"account":"acme","order":"A-1","line":"1","verdict":"met","value":"-1"})"));
    CHECK(contains(rows, R"({"account":"acme","order":"A-2","line":"1","verdict":"late","value":"4"})"));
    CHECK(
        contains(rows, R"({"account":"acme-north","order":"N-1","line":"1","verdict":"late","value":"2"})"));
    CHECK(contains(rows, R"({"account":"acme","order":"A-3","line":"1","verdict":"no_date"})"));
    CHECK_FALSE(contains(rows, "O-1"));
    CHECK(contains(portal.ask({"acme", "--rows", "cycle_time"}),
                   R"({"account":"acme","order":"A-2","verdict":"measured","value":"14"})"));
    CHECK(contains(portal.ask({"other", "--rows", "open_value"}), R"("verdict":"measured","value":"5.00")"));
    CHECK(contains(portal.ask({"acme", "--rows", "fill_units"}), R"("verdict":"met","value":"5 of 5")"));
}

TEST_CASE("an unknown figure is answered with those that there are") {
    Portal portal;
    const std::string answer = portal.ask({"acme", "--rows", "speed"});
    CHECK(portal.code() == ExitCode::failed);
    CHECK(contains(answer, "stage_time.confirmed.delivered"));
    portal.ask({"acme", "--tolerance", "101"});
    CHECK(portal.code() == ExitCode::failed);
}

TEST_CASE("people read the same numbers with their definitions") {
    Portal portal;
    const std::string text = portal.read({"acme"});
    CHECK(contains(text, "acme on 2026-01-20: 4 orders, 4 lines"));
    CHECK(contains(text, "33.33 %  1 of 3 lines; 2 late; left out: 1 no_date"));
    CHECK(contains(text, "last_confirmed      33.33 %"));
    CHECK(contains(text, "nothing to count: "));
    CHECK_FALSE(contains(text, "\nstage_time."));
    CHECK(contains(text, "median 12, P90 14 days of 3 orders"));
    CHECK(contains(portal.read({"acme", "--rows", "on_time"}), "acme\tA-2\t1\tlate\t4\n"));
}
