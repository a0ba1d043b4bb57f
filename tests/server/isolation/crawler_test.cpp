// Calls every route as every role with every foreign id and looks for the other tenant's words in the raw bytes.
#include "shared/api/order_export.h"
#include "shared/api/sync_cursor.h"
#include "shared/api/sync_page.h"
#include "shared/json/reader.h"
#include "tests/server/isolation/roles.h"
#include "tests/server/support/unzip.h"
#include "tests/support/boot_path.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <iterator>

namespace orderdeck::test {
namespace {

constexpr const char* kVerbs[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"};

/// Everything that one role was ever sent, checked as it comes.
class Reader {
public:
    Reader(IsolationWorld& world, const Role& role) : world_(world), role_(role) {}

    RawResponse call(const std::string& method, const std::string& target,
                     const std::string& accept_encoding = {}, const std::string& body = {}) {
        RawRequest call{.method = method, .target = target, .headers = {}, .body = body};
        if (role_.credential) call.headers.push_back(*role_.credential);
        call.headers.emplace_back("Sec-Fetch-Site", "same-origin");
        if (!accept_encoding.empty()) call.headers.emplace_back("Accept-Encoding", accept_encoding);
        if (!body.empty()) call.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
        RawResponse response = request(world_.portal.port(), call);
        check(target, response);
        return response;
    }

    /// What was found inside of something that was sent.
    void read(const std::string& where, const std::string& text) {
        for (const std::string& tag : tags_in(text)) {
            if (role_.may_read.contains(tag)) continue;
            CAPTURE(role_.name, where, tag);
            FAIL_CHECK("a canary of somebody else came out");
        }
        seen_ += text;
    }

    const std::string& seen() const { return seen_; }

private:
    void check(const std::string& target, const RawResponse& response) {
        std::string text = response.raw;
        if (!response.body.empty()) text += response.plain_body();
        read(target, text);
    }

    IsolationWorld& world_;
    const Role& role_;
    std::string seen_;
};

class Nothing final : public api::SyncPageSink {
public:
    base::Result<void> accept(const api::TableBatch&) override { return {}; }
};

api::SyncPageHead head_of(const RawResponse& response) {
    Nothing sink;
    const auto head = api::decode_sync_page(response.plain_body(), sink);
    REQUIRE(head.has_value());
    return *head;
}

/// Boots in pages of three rows, then reads the whole feed from its beginning in pages of five.
std::string walk_sync(Reader& reader, std::int64_t root) {
    std::string after;
    api::SyncPageHead head;
    do {
        const RawResponse page = reader.call("GET", test::boot_path("&limit=3") + after, "gzip");
        if (page.status != 200) return {};
        head = head_of(page);
        after = "&after=" + head.after.value_or("");
    } while (head.more);
    const std::string begin =
        api::encode_sync_cursor({.schema = api::kSyncSchema,
                                 .scope = head.scope,
                                 .feeds = {{.feed = root, .epoch = head.epoch, .seq = 0}}});
    api::SyncPageHead pulled;
    pulled.cursor = begin;
    do {
        const RawResponse page = reader.call("GET", "/api/v1/sync/pull?limit=5&c=" + pulled.cursor, "gzip");
        REQUIRE(page.status == 200);
        pulled = head_of(page);
    } while (pulled.more);
    return begin;
}

void walk_orders(Reader& reader) {
    std::string cursor;
    for (;;) {
        const RawResponse page = reader.call("GET", "/api/v1/orders?limit=2" + cursor);
        if (page.status != 200) return;
        const auto document = json::Document::parse(page.body);
        REQUIRE(document.has_value());
        const std::vector<json::Value> orders = document->root().field("orders").value().elements().value();
        for (const json::Value& order : orders) {
            CHECK(reader.call("GET", "/api/v1/orders/" + order.string_field("id").value()).status == 200);
        }
        const auto next = document->root().optional_string_field("next").value();
        if (!next) return;
        cursor = "&cursor=" + *next;
    }
}

/// Exports all orders there are, of everybody, in every form that the role's session may ask for.
void walk_exports(IsolationWorld& world, Reader& reader) {
    const RawResponse session = reader.call("GET", "/api/v1/session");
    std::string csrf = "none";
    if (session.status == 200)
        csrf = json::Document::parse(session.body)->root().string_field("csrf").value();
    api::OrderExport list;
    list.zone = {{0, 480}};
    for (const std::int64_t id : world.canaries.ids_outside({}))
        list.orders.push_back(id);
    for (const std::string_view path : {api::kExportPath, api::kPrintListPath}) {
        for (const api::ExportFormat format : {api::ExportFormat::csv, api::ExportFormat::xlsx}) {
            const std::string body = encode_export(list, format, csrf);
            const RawResponse file = reader.call("POST", std::string(path), "", body);
            CHECK((file.status == 200) == (session.status == 200));
            if (!file.body.starts_with("PK")) continue;
            for (const auto& [name, text] : unzip(file.body))
                reader.read(name, text);
        }
    }
}

std::string filled(std::string pattern, const std::string& id, const std::string& session) {
    const std::pair<std::string_view, const std::string&> values[] = {
        {"{id:id}", id}, {"{file}", id}, {"{session}", session}, {"{feed}", session}};
    for (const auto& [name, value] : values) {
        if (const std::size_t open = pattern.find(name); open != std::string::npos)
            return pattern.replace(open, name.size(), value);
    }
    return pattern;
}

/// Every route with every verb: with ids of others for GET, with two of them for the rest.
void walk_routes(IsolationWorld& world, Reader& reader, const Role& role) {
    std::set<std::int64_t> others = world.canaries.ids_outside(role.may_read);
    const std::string& session = world.role(role.name == "user_b" ? "user_a" : "user_b").own_session;
    for (const server::http::Route& route : world.portal.portal().application().router().routes()) {
        const std::string pattern(route.pattern);
        const bool has_id = pattern.find("{id:id}") != std::string::npos;
        for (const std::string verb : kVerbs) {
            const std::string body =
                verb == "POST" || verb == "PUT" || verb == "PATCH" ? "csrf=x&email=x&password=y" : "";
            if (!has_id || verb != "GET") {
                reader.call(verb, filled(pattern, std::to_string(*others.begin()), session), "gzip", body);
                reader.call(verb,
                            filled(pattern, std::to_string(*others.rbegin()), session) +
                                "?q=CANARY&limit=200&lang=zh-CN&next=/x",
                            "", body);
                continue;
            }
            for (const std::int64_t id : others) {
                const RawResponse response = reader.call(verb, filled(pattern, std::to_string(id), session));
                const bool is_read = route.method == server::http::Method::get;
                if (pattern.starts_with("/api/") && is_read)
                    CHECK((response.status == 404 || response.status == 401));
            }
        }
    }
}

std::int64_t root_of(const IsolationWorld& world, const Role& role) {
    return world.canaries.node(role.name == "user_b" ? "B" : "A").root;
}

} // namespace

TEST_CASE("a reader finds the canaries of all that is its own") {
    IsolationWorld world;
    for (const std::string name : {"user_a", "user_b", "user_a1"}) {
        const Role& role = world.role(name);
        Reader reader(world, role);
        walk_sync(reader, root_of(world, role));
        for (const api::SyncTable& table : api::kSyncTables) {
            for (const api::SyncColumn& column : table.columns) {
                if (column.type != api::ColumnType::text || column.name == "currency" ||
                    column.name == "lines_at")
                    continue;
                for (const std::string& tag : role.may_read) {
                    if (tag.starts_with("user")) continue;
                    const std::string wanted =
                        "CANARY-" + tag + "-" + std::string(table.name) + "-" + std::string(column.name);
                    CAPTURE(name, wanted);
                    CHECK(reader.seen().find(wanted) != std::string::npos);
                }
            }
        }
        reader.call("GET", "/api/v1/session");
        CHECK(tags_in(reader.seen()) == role.may_read);
    }
    const Role& token = world.role("token_a");
    Reader reader(world, token);
    walk_orders(reader);
    CHECK(tags_in(reader.seen()) == std::set<std::string>{"A", "A1", "A2"});
    for (const std::string wanted : {"sales_order-number", "order_line-number", "shipment-tracking_number",
                                     "milestone-note", "promise-reason", "item-name", "source-name"}) {
        CAPTURE(wanted);
        CHECK(reader.seen().find("CANARY-A1-" + wanted) != std::string::npos);
    }
}

TEST_CASE("no role reads a word of another tenant or company by any route, verb or id") {
    IsolationWorld world;
    std::vector<std::string> cursors;
    for (const Role& role : world.roles) {
        Reader reader(world, role);
        walk_routes(world, reader, role);
        cursors.push_back(walk_sync(reader, root_of(world, role)));
        walk_orders(reader);
        walk_exports(world, reader);
        const std::set<std::string> read = tags_in(reader.seen());
        CHECK(std::includes(role.may_read.begin(), role.may_read.end(), read.begin(), read.end()));
    }
    // A cursor of somebody else opens nothing: it is the session that decides.
    for (const Role& role : world.roles) {
        Reader reader(world, role);
        for (const std::string& cursor : cursors)
            reader.call("GET", "/api/v1/sync/pull?c=" + cursor);
        for (const std::int64_t id : world.canaries.ids_outside(role.may_read)) {
            reader.call("GET", test::boot_path("&limit=2&after=4.") + std::to_string(id));
            reader.call("GET", "/api/v1/orders?cursor=1." + std::to_string(id));
        }
    }
    CHECK(tags_in(world.portal.log()).empty());
}

TEST_CASE("an export and a printed page tell all of the orders that are the asker's own") {
    IsolationWorld world;
    for (const std::string name : {"user_a", "user_b", "user_a1"}) {
        const Role& role = world.role(name);
        Reader files(world, role);
        walk_exports(world, files);
        Reader pages(world, role);
        for (const std::string& tag : role.may_read) {
            if (tag.starts_with("user")) continue;
            for (const std::int64_t id : world.canaries.ids(tag, "sales_order")) {
                const std::string number = "CANARY-" + tag + "-sales_order-number-" + std::to_string(id);
                CAPTURE(name, number);
                CHECK(files.seen().find(number) != std::string::npos);
                pages.call("GET", "/orders/" + std::to_string(id) + "/print");
                CHECK(pages.seen().find(number) != std::string::npos);
            }
        }
    }
}

TEST_CASE("somebody else's order is answered byte for byte like one that does not exist") {
    IsolationWorld world;
    for (const std::string name : {"user_a", "user_b", "user_a1", "token_a"}) {
        const Role& role = world.role(name);
        Reader reader(world, role);
        const std::string unknown = reader.call("GET", "/api/v1/orders/999999999").raw;
        CHECK(unknown.starts_with("HTTP/1.1 404"));
        for (const std::int64_t id : world.canaries.ids_outside(role.may_read)) {
            CAPTURE(name, id);
            CHECK(reader.call("GET", "/api/v1/orders/" + std::to_string(id)).raw == unknown);
        }
        // Also an address that is no id at all.
        CHECK(reader.call("GET", "/api/v1/orders/0").raw == unknown);
        if (name == "token_a") continue; // pages are for people
        const std::string no_page = reader.call("GET", "/orders/999999999/print").raw;
        CHECK(no_page.starts_with("HTTP/1.1 404"));
        for (const std::int64_t id : world.canaries.ids_outside(role.may_read))
            CHECK(reader.call("GET", "/orders/" + std::to_string(id) + "/print").raw == no_page);
    }
}

TEST_CASE(
    "an order that moves to another company of the group leaves the device of who sees only the first") {
    IsolationWorld world;
    const Role& role = world.role("user_a1");
    Reader reader(world, role);
    const api::SyncPageHead start = head_of(reader.call("GET", test::boot_path()));
    const std::int64_t order = world.canaries.ids("A1", "sales_order").front();
    {
        auto lease = world.portal.store().write().value();
        REQUIRE(lease->execute("UPDATE sales_order SET account_id = 5 WHERE root_id = 1 AND id = ?", order)
                    .has_value());
        REQUIRE(lease->execute("UPDATE feed SET head = head + 1 WHERE feed_id = 1").has_value());
        REQUIRE(lease
                    ->execute("UPDATE sync_index SET seq = (SELECT head FROM feed WHERE feed_id = 1) "
                              "WHERE feed_id = 1 AND tbl = 4 AND row_id = ?",
                              order)
                    .has_value());
        REQUIRE(lease.commit().has_value());
    }
    const RawResponse page = reader.call("GET", "/api/v1/sync/pull?c=" + start.cursor);
    CHECK(page.body.find("\"del\":[" + std::to_string(order) + "]") != std::string::npos);
    CHECK(tags_in(page.body).empty());
}

} // namespace orderdeck::test
