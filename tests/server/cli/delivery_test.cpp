#include "server/cli/deliver.h"

#include "server/ingest/adapters/load_adapter.h"
#include "tests/server/ingest/csv/sample_mapping.h"
#include "tests/server/support/portal_fixture.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>

namespace orderdeck::test {
namespace {

constexpr std::size_t kLimit = 2 * 1024 * 1024;

PortalSetup with_limit() {
    PortalSetup setup;
    setup.listen.max_delivery = kLimit;
    return setup;
}

/// A portal that takes files for the feeds "sample" and "parcels", and at most of kLimit.
struct Desk {
    Desk() : portal(with_limit()) {
        std::filesystem::create_directories(folder.path() / "mappings");
        write("sample", kSampleMapping);
        portal.take_files(server::cli::deliver_to(portal.store(), server::ingest::feeds_of(folder.path())));
    }
    void write(const std::string& feed, std::string_view mapping) {
        std::ofstream(folder.path() / "mappings" / (feed + ".json")) << mapping;
    }
    RawRequest delivery(const std::string& feed, const std::string& token, std::string body,
                        const std::string& type = "text/csv") const {
        return {.method = "PUT",
                .target = "/api/v1/inbox/" + feed + "?name=orders.csv",
                .headers = {{"Authorization", "Bearer " + token}, {"Content-Type", type}},
                .body = std::move(body)};
    }
    RawResponse put(const std::string& feed, const std::string& token, std::string body,
                    const std::string& type = "text/csv") const {
        return request(portal.port(), delivery(feed, token, std::move(body), type));
    }
    /// The same in chunks of a size, after which nothing more need come.
    std::optional<RawResponse> put_chunks(const std::string& token, const std::string& body,
                                          std::size_t size) const {
        RawConnection connection(portal.port());
        connection.send("PUT /api/v1/inbox/sample HTTP/1.1\r\nHost: 127.0.0.1:" +
                        std::to_string(portal.port()) + "\r\nAuthorization: Bearer " + token +
                        "\r\nContent-Type: text/csv\r\nTransfer-Encoding: chunked\r\n\r\n");
        char length[32];
        for (std::size_t at = 0; at < body.size(); at += size) {
            const std::string part = body.substr(at, size);
            std::snprintf(length, sizeof(length), "%zx\r\n", part.size());
            if (!connection.send(length + part + "\r\n")) break;
        }
        connection.send("0\r\n\r\n");
        return connection.receive();
    }
    std::int64_t count(const std::string& query) {
        return portal.store().read().value()->query_int(query).value();
    }

    TemporaryFolder folder;
    PortalFixture portal;
};

std::string order(const std::string& number) {
    return std::string(kSampleHeader) + "Acme;" + number +
           ";10;P-1;Pump;5;9,50;02.01.2026;-;20.01.2026;DN-1;25.01.2026;18.01.2026;;;P;3;Kim\n";
}

bool has(const RawResponse& response, std::string_view text) {
    return response.body.find(text) != std::string::npos;
}

} // namespace

TEST_CASE("a feed's token delivers files, which are kept as they came and applied once") {
    Desk desk;
    const std::string token = desk.portal.add_feed_token("sample");
    const RawResponse first = desk.put("sample", token, order("SO-1"));
    CHECK(first.status == 200);
    CHECK(first.body ==
          R"({"message":"1","state":"applied","reason":"","rows":1,"rows_rejected":0,"known_before":false})");
    CHECK(desk.count("SELECT count(*) FROM sales_order WHERE number = 'SO-1'") == 1);
    const RawResponse again = desk.put("sample", token, order("SO-1"));
    CHECK(again.status == 200);
    CHECK(has(again, "\"message\":\"1\""));
    CHECK(has(again, "\"known_before\":true"));
    CHECK(desk.count("SELECT count(*) FROM inbox") == 1);
    auto reader = desk.portal.store().read().value();
    server::persistence::sqlite::InboxStore inbox(*reader);
    CHECK(inbox.body(1).value() == order("SO-1"));
    CHECK(inbox.message(1).value().file_name == "orders.csv");
}

TEST_CASE("a file that does not fit its mapping is kept, and its sender is told why") {
    Desk desk;
    const std::string token = desk.portal.add_feed_token("sample");
    for (int i = 0; i < 2; ++i) {
        const RawResponse strange = desk.put("sample", token, "Something;Else\n1;2\n");
        CHECK(strange.status == 202);
        CHECK(has(strange, "\"message\":\"1\""));
        CHECK(has(strange, "\"state\":\"rejected\""));
        CHECK_FALSE(has(strange, "\"reason\":\"\""));
    }
    const RawResponse partly = desk.put("sample", token, order("SO-2") + ";;;;\n");
    CHECK(partly.status == 202);
    CHECK(has(partly, "\"rows_rejected\":1"));
}

TEST_CASE("a feed's token opens nothing else, and no other token opens the feed") {
    Desk desk;
    const std::string token = desk.portal.add_feed_token("sample");
    const auto grant = desk.portal.add_account("acme", "Acme");
    const std::string reader = desk.portal.add_token(grant, "reads");
    const RawResponse refused = desk.put("sample", reader, order("SO-1"));
    CHECK(refused.status == 401);
    CHECK(refused.header("WWW-Authenticate") == "Bearer");
    CHECK(refused.header("Content-Type") == "application/problem+json");
    CHECK(desk.put("sample", "odt_nonsense", order("SO-1")).status == 401);
    CHECK(desk.put("other", token, order("SO-1")).status == 404);
    CHECK(desk.portal.get("/api/v1/orders", {{"Authorization", "Bearer " + token}}).status == 401);
    CHECK(desk.portal.get("/api/v1/inbox/sample", {{"Authorization", "Bearer " + token}}).status == 405);
    CHECK(desk.put("sample", token, order("SO-1"), "text/plain").status == 415);
    CHECK(desk.put("nowhere", desk.portal.add_feed_token("nowhere"), order("SO-1")).status == 404);
    CHECK(desk.count("SELECT count(*) FROM inbox") == 0);
}

TEST_CASE("a file may come in chunks, whose sizes need not be known beforehand") {
    Desk desk;
    const std::string token = desk.portal.add_feed_token("sample");
    const auto response = desk.put_chunks(token, order("SO-1"), 7);
    REQUIRE(response.has_value());
    CHECK(response->status == 200);
    CHECK(desk.put("sample", token, order("SO-1")).body.find("\"known_before\":true") != std::string::npos);
}

TEST_CASE("files larger than pages may send are taken up to the limit of the inbox, however they come") {
    Desk desk;
    const std::string token = desk.portal.add_feed_token("sample");
    const std::string line = order("SO-1").substr(kSampleHeader.size());
    std::string large(kSampleHeader);
    while (large.size() < kLimit - line.size())
        large += line;
    CHECK(desk.put("sample", token, large).status == 200);
    large += line;
    const RawResponse announced = desk.put("sample", token, large);
    CHECK(announced.status == 413);
    CHECK(has(announced, "too_large"));
    const auto chunks = desk.put_chunks(token, large, 60'000);
    REQUIRE(chunks.has_value());
    CHECK(chunks->status == 413);
    INFO(chunks->raw);
    CHECK(has(*chunks, "too_large"));
    CHECK(desk.count("SELECT count(*) FROM inbox") == 1);
}

TEST_CASE("a length that is told in two ways is refused, also for a file") {
    Desk desk;
    RawRequest call = desk.delivery("sample", desk.portal.add_feed_token("sample"), "0\r\n\r\n");
    call.headers.emplace_back("Transfer-Encoding", "chunked");
    CHECK(request(desk.portal.port(), call).status == 400);
    RawRequest coded = desk.delivery("sample", desk.portal.add_feed_token("sample"), "");
    coded.headers.emplace_back("Transfer-Encoding", "gzip, chunked");
    CHECK(request(desk.portal.port(), coded).status == 400);
}

TEST_CASE("a carrier's push is a feed like any other, and waits for its parcel") {
    Desk desk;
    desk.write("parcels", R"({"format": "carrier", "source": {"name": "kuaidi100", "kind": "carrier"},
                              "carrier": "kuaidi100"})");
    const RawResponse pushed =
        desk.put("parcels", desk.portal.add_feed_token("parcels"),
                 R"({"status":"polling","message":"","lastResult":{"nu":"SF000000000009","com":"shunfeng",
                     "state":"0","data":[{"time":"2026-01-05 10:00:00","context":"快件已发车"}]}})",
                 "application/json");
    INFO(pushed.body);
    CHECK(pushed.status == 202);
    CHECK(has(pushed, "\"state\":\"waiting\""));
}

TEST_CASE("a mapping that cannot be read is the operator's fault, not the sender's") {
    Desk desk;
    desk.write("broken", "{");
    CHECK(desk.put("broken", desk.portal.add_feed_token("broken"), order("SO-1")).status == 500);
    CHECK(desk.portal.log().find("broken") != std::string::npos);
}

} // namespace orderdeck::test
