#include "server/http/gzip.h"
#include "server/http/routes/inbox_json.h"
#include "server/http/routes/route_groups.h"
#include "shared/base/parse_number.h"
#include "shared/json/reader.h"
#include "shared/json/writer.h"

namespace orderdeck::server::http::routes {
namespace {

using persistence::sqlite::CodeMeaning;
using persistence::sqlite::FindingPosition;
using persistence::sqlite::InboxListing;
using persistence::sqlite::InboxState;
using persistence::sqlite::InboxStore;

constexpr std::int64_t kDefaultRows = 50;
constexpr std::int64_t kMostRows = 200;
constexpr std::size_t kLongestWord = 500;

struct Page {
    std::optional<InboxState> state;
    std::int64_t before = 0; ///< id of the last message of the page before
    FindingPosition after;
    std::int64_t limit = kDefaultRows;
};

base::Result<std::int64_t> limit_of(const Call& call) {
    const auto text = call.query.find("limit");
    if (!text) return kDefaultRows;
    const std::int64_t limit = TRY(base::parse_int(*text));
    if (limit < 1 || limit > kMostRows) return base::fail(base::ErrorCode::invalid, "limit is 1 to 200");
    return limit;
}

base::Result<Page> page_of_messages(const Call& call) {
    Page page{.limit = TRY(limit_of(call))};
    if (const auto cursor = call.query.find("cursor")) {
        page.before = TRY(base::parse_int(*cursor));
        if (page.before < 1) return base::fail(base::ErrorCode::invalid, "no cursor of ours");
    }
    if (const auto state = call.query.find("state")) {
        page.state = persistence::sqlite::inbox_state_from(*state);
        if (!page.state) return base::fail(base::ErrorCode::invalid, "no state of a message");
    }
    return page;
}

base::Result<Page> page_of_findings(const Call& call) {
    Page page{.limit = TRY(limit_of(call))};
    if (const auto cursor = call.query.find("cursor")) page.after = TRY(decode_position_of_finding(*cursor));
    return page;
}

base::Result<Response> list(const Services& services, const Call& call) {
    const auto page = page_of_messages(call);
    if (!page) return problem(problems::kBadParameter, "Known are limit (1 to 200), cursor and state.");
    auto lease = TRY(services.store.read());
    const auto snapshot = TRY(lease.snapshot());
    InboxStore inbox(*lease);
    std::vector<InboxListing> messages = TRY(inbox.list(page->state, page->before, page->limit + 1));
    const bool has_more = messages.size() > static_cast<std::size_t>(page->limit);
    if (has_more) messages.pop_back();
    Response response = Response::json(to_json(messages, has_more, TRY(inbox.count_by_state())));
    compress_for(call.request, response);
    return response;
}

base::Result<Response> detail(const Services& services, const Call& call) {
    const auto page = page_of_findings(call);
    if (!page) return problem(problems::kBadParameter, "Known are limit (1 to 200) and cursor.");
    auto lease = TRY(services.store.read());
    const auto snapshot = TRY(lease.snapshot());
    InboxStore inbox(*lease);
    const std::int64_t id = call.path.id("id");
    const InboxListing message = TRY(inbox.message(id));
    Response response =
        Response::json(to_json(message, TRY(inbox.finding_page(id, page->after, page->limit))));
    compress_for(call.request, response);
    return response;
}

/// Failures of a message, not of the server.
bool is_about_message(const base::Error& error) {
    return error.code == base::ErrorCode::conflict || error.code == base::ErrorCode::not_found ||
           error.code == base::ErrorCode::invalid;
}

/// Text of ours about why a message cannot undergo what was asked for.
std::string_view conflict_of(const base::Error& error) {
    return error.code == base::ErrorCode::not_found ? "Its mapping is no longer there."
                                                    : "It was withdrawn; the file can be sent once more.";
}

using Action = Repair::Act;

/// Does something to a message and answers with what has become of it. What a message cannot undergo is a conflict, which its
/// person can do something about.
base::Result<Response> act(const Services& services, const Call& call, const Action& action,
                           RepairKind kind) {
    const std::int64_t id = call.path.id("id");
    TRY(InboxStore(*TRY(services.store.read())).message(id));
    if (!action) return problem(problems::kUnavailable);
    const auto done = action(id, call.now);
    if (!done && !is_about_message(done.error())) return base::Failure{done.error()};
    // A file that does not fit is rejected anew, and that is the answer.
    if (!done && done.error().code != base::ErrorCode::invalid)
        return problem(problems::kConflict, conflict_of(done.error()));
    services.log_repair({.kind = kind, .message = id, .by = call.principal->user});
    auto lease = TRY(services.store.read());
    return Response::json(to_json(TRY(InboxStore(*lease).message(id))));
}

base::Result<CodeMeaning> decode_meaning(std::string_view text) {
    const json::Document document = TRY(json::Document::parse(text));
    const json::Value root = document.root();
    CodeMeaning meaning{.source = TRY(root.string_field("source")),
                        .field = TRY(root.string_field("column")),
                        .code = TRY(root.string_field("word")),
                        .value = TRY(root.string_field("means"))};
    for (const std::string* word : {&meaning.source, &meaning.field, &meaning.code, &meaning.value}) {
        if (word->empty() || word->size() > kLongestWord)
            return base::fail(base::ErrorCode::invalid, "empty or too long");
    }
    return meaning;
}

base::Result<Response> map_code(const Services& services, const Call& call) {
    const auto meaning = decode_meaning(call.body);
    if (!meaning) return problem(problems::kBadRequest, "Needed are source, column, word and means.");
    if (!services.repair.map_code) return problem(problems::kUnavailable);
    const auto read = services.repair.map_code(*meaning, call.now);
    if (!read && is_about_message(read.error()))
        return problem(problems::kConflict,
                       "The meaning is kept; a message with the word cannot be read anew.");
    if (!read) return base::Failure{read.error()};
    services.log_repair({.kind = RepairKind::code_mapped, .message = 0, .by = call.principal->user});
    json::Writer json;
    json.begin_object().field("messages_read_anew", *read).end_object();
    return Response::json(json.take());
}

} // namespace

void add_repair_routes(std::vector<Route>& routes, const Services& services) {
    routes.push_back({Method::get, "/api/v1/inbox", Access::staff, BodyKind::none,
                      [services](const Call& call) { return list(services, call); }});
    routes.push_back({Method::get, "/api/v1/inbox/{id:id}", Access::staff, BodyKind::none,
                      [services](const Call& call) { return detail(services, call); }});
    const auto add = [&](std::string_view pattern, const Action& action, RepairKind kind) {
        routes.push_back(
            {Method::post, pattern, Access::staff, BodyKind::none,
             [services, action, kind](const Call& call) { return act(services, call, action, kind); }});
    };
    add("/api/v1/inbox/{id:id}/retry", services.repair.retry, RepairKind::retried);
    add("/api/v1/inbox/{id:id}/ignore", services.repair.ignore, RepairKind::ignored);
    add("/api/v1/inbox/{id:id}/withdraw", services.repair.withdraw, RepairKind::withdrawn);
    routes.push_back({Method::post, "/api/v1/inbox/code-map", Access::staff, BodyKind::json,
                      [services](const Call& call) { return map_code(services, call); }});
}

} // namespace orderdeck::server::http::routes
