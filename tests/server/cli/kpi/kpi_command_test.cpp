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
        std::vector<std::string> arguments = {"kpi", "--json", "--data-dir", store_.folder().string(),
                                              "--account"};
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
