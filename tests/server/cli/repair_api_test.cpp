#include "server/cli/deliver.h"
#include "server/ingest/adapters/load_adapter.h"
#include "shared/api/inbox.h"
#include "shared/json/reader.h"
#include "tests/server/ingest/csv/sample_mapping.h"
#include "tests/server/support/portal_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <fstream>

namespace orderdeck::test {
namespace {

namespace identity = server::persistence::sqlite::identity;

/// A portal with the feed "sample", a person of the staff and a customer.
struct RepairDesk {
    RepairDesk() {
        std::filesystem::create_directories(folder.path() / "mappings");
        std::ofstream(mapping()) << kSampleMapping;
        const auto feeds = server::ingest::feeds_of(folder.path());
        portal.take_files(server::cli::deliver_to(portal.store(), feeds));
        portal.repair_by(server::cli::repair_of(portal.store(), feeds));
        identity::Grant grant = portal.add_account("house", "House");
        portal.add_user("cora@example.com", "Cora", grant);
        grant.role = identity::Role::staff;
        portal.add_user("bea@example.com", "Bea", grant);
        staff = portal.log_in("bea@example.com");
        token = portal.add_feed_token("sample");
    }
    std::filesystem::path mapping() const { return folder.path() / "mappings/sample.json"; }
    RawResponse put(std::string body) {
        return request(portal.port(),
                       {.method = "PUT",
                        .target = "/api/v1/inbox/sample",
                        .headers = {{"Authorization", "Bearer " + token}, {"Content-Type", "text/csv"}},
                        .body = std::move(body)});
    }
    RawResponse get(const std::string& path) { return portal.get("/api/v1/inbox" + path, {staff}); }
    RawResponse post(const std::string& path, std::string body = {}) {
        return request(portal.port(),
                       portal.page_request("POST", "/api/v1/inbox" + path, staff, std::move(body)));
    }
    std::int64_t orders() {
        return portal.store().read().value()->query_int("SELECT count(*) FROM sales_order").value();
    }

    TemporaryFolder folder;
    PortalFixture portal;
    std::pair<std::string, std::string> staff;
    std::string token;
};

std::string row(const std::string& number, const std::string& flow = "P") {
    return "Acme;" + number + ";10;P-1;Pump;5;9,50;02.01.2026;-;20.01.2026;DN-1;25.01.2026;18.01.2026;;;" +
           flow + ";3;Kim\n";
}

std::string file(const std::string& rows) { return std::string(kSampleHeader) + rows; }

std::string text(const RawResponse& response, const std::string& name) {
    return json::Document::parse(response.plain_body())->root().string_field(name).value();
}

std::vector<json::Value> list(const json::Document& document, const std::string& name) {
    return document.root().field(name).value().elements().value();
}

bool has(const RawResponse& response, std::string_view piece) {
    return response.plain_body().find(piece) != std::string::npos;
}

} // namespace

TEST_CASE("staff sees the imports of everybody, the newest first, in pages and by state") {
    RepairDesk desk;
    for (const std::string number : {"SO-1", "SO-2", "SO-3"})
        REQUIRE(desk.put(file(row(number))).status == 200);
    REQUIRE(desk.put("Something;Else\n1;2\n").status == 202);
    const RawResponse first = desk.get("?limit=2");
    REQUIRE(first.status == 200);
    const auto page = json::Document::parse(first.plain_body());
    REQUIRE(list(*page, "messages").size() == 2);
    CHECK(list(*page, "messages")[0].string_field("id").value() == "4");
    CHECK(list(*page, "messages")[0].string_field("state").value() == "rejected");
    CHECK(page->root().field("counts").value().int64_field("applied").value() == 3);
    const RawResponse second = desk.get("?limit=2&cursor=" + text(first, "next"));
    const auto rest = json::Document::parse(second.plain_body());
    REQUIRE(list(*rest, "messages").size() == 2);
    CHECK(list(*rest, "messages")[1].string_field("id").value() == "1");
    CHECK_FALSE(rest->root().optional_string_field("next").value().has_value());
    const auto rejected = json::Document::parse(desk.get("?state=rejected").plain_body());
    CHECK(list(*rejected, "messages").size() == 1);
    for (const std::string wrong :
         {"?state=lost", "?limit=0", "?limit=201", "?cursor=x", "?cursor=0", "?state="}) {
        CAPTURE(wrong);
        CHECK(desk.get(wrong).status == 400);
    }
}

TEST_CASE("the findings of a message come in pages, each once") {
    RepairDesk desk;
    std::string rows;
    for (int i = 0; i < 7; ++i)
        rows += row("SO-" + std::to_string(i), "X" + std::to_string(i));
    desk.put(file(rows));
    std::vector<std::int64_t> lines;
    std::string cursor;
    for (int pages = 0; pages < 20; ++pages) {
        const RawResponse response = desk.get("/1?limit=3" + cursor);
        REQUIRE(response.status == 200);
        const auto page = json::Document::parse(response.plain_body());
        for (const json::Value& finding : list(*page, "found")) {
            if (finding.string_field("code").value() == "bad_word")
                lines.push_back(finding.int64_field("line").value());
        }
        const auto next = page->root().optional_string_field("next").value();
        if (!next) break;
        cursor = "&cursor=" + *next;
    }
    CHECK(lines == std::vector<std::int64_t>{2, 3, 4, 5, 6, 7, 8});
    CHECK(desk.get("/1?cursor=x").status == 400);
    CHECK(desk.get("/99").status == 404);
}

TEST_CASE("a word that staff explains mends the messages in which it was found") {
    RepairDesk desk;
    desk.put(file(row("SO-1", "X")));
    CHECK(text(desk.get("/1"), "state") == "applied_with_findings");
    const RawResponse mapped =
        desk.post("/code-map", R"({"source":"erp","column":"Flow","word":"X","means":"stock"})");
    CHECK(mapped.status == 200);
    CHECK(mapped.body == R"({"messages_read_anew":1})");
    CHECK(text(desk.get("/1"), "state") == "applied");
    CHECK(desk.post("/code-map", R"({"source":"erp","column":"Flow","word":"X"})").status == 400);
    CHECK(desk.post("/code-map", R"({"source":"","column":"Flow","word":"X","means":"stock"})").status ==
          400);
    CHECK(desk.portal.log().find("event code_mapped by=") != std::string::npos);
}

TEST_CASE("staff withdraws, ignores and retries messages, and the log says so") {
    RepairDesk desk;
    desk.put(file(row("SO-1")));
    desk.put("Something;Else\n1;2\n");
    REQUIRE(desk.orders() == 1);
    const RawResponse gone = desk.post("/1/withdraw");
    CHECK(gone.status == 200);
    CHECK(text(gone, "state") == "withdrawn");
    CHECK(api::decode_inbox_change(gone.plain_body())->rows_changed > 0);
    CHECK(desk.orders() == 0);
    for (const std::string action : {"retry", "ignore"}) {
        CAPTURE(action);
        const RawResponse refused = desk.post("/1/" + action, action == "ignore" ? "{}" : "");
        CHECK(refused.status == 409);
        CHECK(has(refused, "withdrawn"));
    }
    const RawResponse again = desk.post("/2/retry");
    CHECK(again.status == 200);
    CHECK(text(again, "state") == "rejected");
    const RawResponse ignored = desk.post("/2/ignore", R"({"reason":"a trial of the source"})");
    CHECK(text(ignored, "state") == "ignored");
    CHECK(text(ignored, "reason") == "a trial of the source");
    CHECK(desk.post("/99/ignore", "{}").status == 404);
    CHECK(desk.post("/2/ignore", "[]").status == 400);
    CHECK(desk.post("/2/ignore", R"({"reason":")" + std::string(501, 'x') + "\"}").status == 400);
    std::filesystem::remove(desk.mapping());
    CHECK(desk.post("/2/retry").status == 409);
    for (const std::string line :
         {"event import_withdrawn message=1 by=", "event import_retried message=2 by=",
          "event import_ignored message=2 by="}) {
        CAPTURE(line);
        CHECK(desk.portal.log().find(line) != std::string::npos);
    }
    CHECK(desk.portal.log().find("bea") == std::string::npos);
}

TEST_CASE("what needs somebody is listed by feed and counted, with what it speaks of") {
    RepairDesk desk;
    desk.put(file(row("SO-1") + row("SO-2")));
    desk.put(file(row("SO-2", "X")));
    desk.put("Something;Else\n1;2\n");
    const auto page = api::decode_inbox_page(desk.get("?state=attention").plain_body()).value();
    REQUIRE(page.messages.size() == 2);
    CHECK(page.messages[0].state == api::InboxState::rejected);
    CHECK(page.messages[0].orders == 0);
    CHECK(page.messages[1].orders == 2); // of one directly, of the other through their shipment
    CHECK(page.messages[1].records > 0);
    CHECK(page.feeds == std::vector<api::InboxFeed>{{"sample", 3, 2}});
    CHECK(page.counts.size() == 3);
    const auto other = api::decode_inbox_page(desk.get("?feed=sampl").plain_body()).value();
    CHECK(other.messages.empty());
    CHECK(other.counts.empty());
    CHECK(other.feeds.size() == 1);
    CHECK(api::decode_inbox_page(desk.get("?feed=sample&state=applied").plain_body())->messages.size() == 1);
}

TEST_CASE("a message tells its orders and those that would go with it") {
    RepairDesk desk;
    desk.put(file(row("SO-1") + row("SO-2")));
    desk.put(file(row("SO-2", "X")));
    const auto first = api::decode_inbox_detail(desk.get("/1").plain_body()).value();
    CHECK(first.message.orders == 2);
    CHECK(first.orders_alone == 1);
    CHECK(first.orders == std::vector<api::TouchedOrder>{{"SO-1", "Acme"}, {"SO-2", "Acme"}});
    const auto gone = api::decode_inbox_change(desk.post("/1/withdraw").plain_body()).value();
    CHECK(gone.message.orders == 0);
    CHECK(gone.message.records == 0);
    CHECK(desk.orders() == 1);
}

TEST_CASE("an unknown word comes with the words that it could mean, and with the text around it") {
    RepairDesk desk;
    desk.put(file(row("SO-1") + row("SO-2", "X") + row("SO-3")));
    const auto detail = api::decode_inbox_detail(desk.get("/1").plain_body()).value();
    const auto found = std::find_if(detail.found.begin(), detail.found.end(),
                                    [](const auto& finding) { return finding.code == "bad_word"; });
    REQUIRE(found != detail.found.end());
    CHECK(found->vocabulary == "flow");
    CHECK(found->choices == std::vector<std::string>{"stock", "make_to_order", "export_order"});
    const RawResponse response = desk.get("/1/text?finding=" + found->id);
    const auto text = api::decode_inbox_excerpt(response.plain_body()).value();
    CHECK(text.first_line == 1);
    CHECK(text.marked_line == 3);
    REQUIRE(text.lines.size() == 4);
    CHECK(text.lines[2] + "\n" == row("SO-2", "X"));
    CHECK(api::decode_inbox_excerpt(desk.get("/1/text").plain_body())->lines.size() == 3);
    CHECK(desk.get("/1/text?finding=x").status == 400);
    CHECK(desk.get("/1/text?finding=99").status == 404);
    CHECK(desk.get("/99/text?finding=" + found->id).status == 404);
}

TEST_CASE("only a page of this portal repairs") {
    RepairDesk desk;
    desk.put(file(row("SO-1")));
    RawRequest forged = desk.portal.page_request("POST", "/api/v1/inbox/1/withdraw", desk.staff);
    std::erase_if(forged.headers, [](const auto& header) { return header.first == "X-CSRF-Token"; });
    CHECK(request(desk.portal.port(), forged).status == 403);
    CHECK(desk.orders() == 1);
}

} // namespace orderdeck::test
