#include "server/http/gzip.h"
#include "server/http/routes/inbox_json.h"
#include "server/http/routes/route_groups.h"
#include "shared/base/parse_number.h"

#include <algorithm>

namespace orderdeck::server::http::routes {
namespace {

using persistence::sqlite::CodeMeaning;
using persistence::sqlite::FindingPage;
using persistence::sqlite::FindingPosition;
using persistence::sqlite::InboxListing;
using persistence::sqlite::InboxQuery;
using persistence::sqlite::InboxStore;
using persistence::sqlite::SpokenOrders;

constexpr std::int64_t kDefaultRows = 50;
constexpr std::int64_t kMostRows = 200;
constexpr std::size_t kLongestWord = 500;

constexpr std::int64_t kOrdersNamed = 10;

base::Result<std::int64_t> limit_of(const Call& call) {
    const auto text = call.query.find("limit");
    if (!text) return kDefaultRows;
    const std::int64_t limit = TRY(base::parse_int(*text));
    if (limit < 1 || limit > kMostRows) return base::fail(base::ErrorCode::invalid, "limit is 1 to 200");
    return limit;
}

base::Result<InboxQuery> query_of(const Call& call) {
    InboxQuery query{.feed = std::string(call.query.value("feed")), .limit = TRY(limit_of(call))};
    if (const auto cursor = call.query.find("cursor")) {
        query.before = TRY(base::parse_int(*cursor));
        if (query.before < 1) return base::fail(base::ErrorCode::invalid, "no cursor of ours");
    }
    if (const auto state = call.query.find("state")) {
        auto states = states_from(*state);
        if (!states) return base::fail(base::ErrorCode::invalid, "no state of a message");
        query.states = std::move(*states);
    }
    return query;
}

base::Result<api::InboxMessage> with_spoken(storage::Database& database, const InboxListing& message) {
    return to_api(message, TRY(SpokenOrders(database).count(message.entry.id)));
}

base::Result<Response> list(const Services& services, const Call& call) {
    auto query = query_of(call);
    if (!query)
        return problem(problems::kBadParameter, "Known are limit (1 to 200), cursor, state and feed.");
    auto lease = TRY(services.store.read());
    const auto snapshot = TRY(lease.snapshot());
    InboxStore inbox(*lease);
    const auto wanted = static_cast<std::size_t>(query->limit++);
    std::vector<InboxListing> messages = TRY(inbox.list(*query));
    const bool has_more = messages.size() > wanted;
    if (has_more) messages.pop_back();
    api::InboxPage page;
    for (const InboxListing& message : messages)
        page.messages.push_back(TRY(with_spoken(*lease, message)));
    if (has_more) page.next = page.messages.back().id;
    add_counts(page, TRY(inbox.count_by_feed()), query->feed);
    Response response = Response::json(api::encode_inbox_page(page));
    compress_for(call.request, response);
    return response;
}

struct FindingsWanted {
    FindingPosition after;
    std::int64_t limit = kDefaultRows;
};

base::Result<FindingsWanted> findings_wanted(const Call& call) {
    FindingsWanted wanted{.after = {}, .limit = TRY(limit_of(call))};
    if (const auto cursor = call.query.find("cursor"))
        wanted.after = TRY(decode_position_of_finding(*cursor));
    return wanted;
}

void add_vocabularies(const Services& services, const std::vector<persistence::sqlite::Finding>& findings,
                      api::InboxDetail& detail) {
    if (!services.repair.vocabularies) return;
    std::vector<Vocabulary> known = services.repair.vocabularies(detail.message.feed, findings);
    for (std::size_t i = 0; i < std::min(known.size(), detail.found.size()); ++i) {
        detail.found[i].vocabulary = std::move(known[i].name);
        detail.found[i].choices = std::move(known[i].words);
    }
}

base::Result<Response> detail(const Services& services, const Call& call) {
    const auto wanted = findings_wanted(call);
    if (!wanted) return problem(problems::kBadParameter, "Known are limit (1 to 200) and cursor.");
    const std::int64_t id = call.path.id("id");
    api::InboxDetail detail;
    FindingPage page;
    {
        auto lease = TRY(services.store.read());
        const auto snapshot = TRY(lease.snapshot());
        InboxStore inbox(*lease);
        SpokenOrders spoken(*lease);
        detail.message = TRY(with_spoken(*lease, TRY(inbox.message(id))));
        page = TRY(inbox.finding_page(id, wanted->after, wanted->limit));
        for (const persistence::sqlite::Finding& finding : page.findings)
            detail.found.push_back(to_api(finding));
        if (page.next) detail.next = encode_position(*page.next);
        detail.orders_alone = TRY(spoken.count_alone(id));
        for (const auto& order : TRY(spoken.first(id, kOrdersNamed)))
            detail.orders.push_back({order.number, order.account});
    }
    add_vocabularies(services, page.findings, detail);
    Response response = Response::json(api::encode_inbox_detail(detail));
    compress_for(call.request, response);
    return response;
}

base::Result<Response> excerpt(const Services& services, const Call& call) {
    const std::int64_t id = call.path.id("id");
    TRY(InboxStore(*TRY(services.store.read())).message(id));
    std::optional<std::int64_t> finding;
    if (const auto wanted = call.query.find("finding")) {
        const auto number = base::parse_int(*wanted);
        if (!number) return problem(problems::kBadParameter, "Known is finding.");
        finding = *number;
    }
    if (!services.repair.excerpt) return problem(problems::kUnavailable);
    return Response::json(api::encode_inbox_excerpt(TRY(services.repair.excerpt(id, finding))));
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

/// Does something to a message; returns how many rows became different.
using Action = std::function<base::Result<std::int64_t>(const Call&, std::int64_t)>;

/// Acts and answers with what has become of the message. What it cannot undergo is a conflict, which its person can do
/// something about.
base::Result<Response> act(const Services& services, const Call& call, const Action& action,
                           RepairKind kind) {
    const std::int64_t id = call.path.id("id");
    TRY(InboxStore(*TRY(services.store.read())).message(id));
    const auto done = action(call, id);
    if (!done && !is_about_message(done.error())) return base::Failure{done.error()};
    // A file that does not fit is rejected anew, and that is the answer.
    if (!done && done.error().code != base::ErrorCode::invalid)
        return problem(problems::kConflict, conflict_of(done.error()));
    services.log_repair({.kind = kind, .message = id, .by = call.principal->user});
    auto lease = TRY(services.store.read());
    api::InboxChange change;
    change.message = TRY(with_spoken(*lease, TRY(InboxStore(*lease).message(id))));
    change.rows_changed = done.value_or(0);
    return Response::json(api::encode_inbox_change(change));
}

base::Result<Response> ignore(const Services& services, const Call& call) {
    if (!services.repair.ignore) return problem(problems::kUnavailable);
    const auto reason = api::decode_ignore_reason(call.body);
    if (!reason || reason->size() > api::kLongestIgnoreReason)
        return problem(problems::kBadRequest, "Known is reason, of at most 500 bytes.");
    const Action action = [&](const Call&, std::int64_t id) -> base::Result<std::int64_t> {
        TRY(services.repair.ignore(id, *reason));
        return 0;
    };
    return act(services, call, action, RepairKind::ignored);
}

base::Result<CodeMeaning> decode_meaning(std::string_view text) {
    api::CodeMeaning said = TRY(api::decode_code_meaning(text));
    for (const std::string* word : {&said.source, &said.column, &said.word, &said.means}) {
        if (word->empty() || word->size() > kLongestWord)
            return base::fail(base::ErrorCode::invalid, "empty or too long");
    }
    return CodeMeaning{.source = std::move(said.source),
                       .field = std::move(said.column),
                       .code = std::move(said.word),
                       .value = std::move(said.means)};
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
    return Response::json(api::encode_messages_read_anew(*read));
}

} // namespace

void add_repair_routes(std::vector<Route>& routes, const Services& services) {
    routes.push_back({Method::get, "/api/v1/inbox", Access::staff, BodyKind::none,
                      [services](const Call& call) { return list(services, call); }});
    routes.push_back({Method::get, "/api/v1/inbox/{id:id}", Access::staff, BodyKind::none,
                      [services](const Call& call) { return detail(services, call); }});
    routes.push_back({Method::get, "/api/v1/inbox/{id:id}/text", Access::staff, BodyKind::none,
                      [services](const Call& call) { return excerpt(services, call); }});
    const auto add = [&](std::string_view pattern, const Repair::Act& repair, RepairKind kind) {
        const Action action = [repair](const Call& call, std::int64_t id) { return repair(id, call.now); };
        routes.push_back({Method::post, pattern, Access::staff, BodyKind::none,
                          [services, action, kind, can = repair != nullptr](const Call& call) {
                              return can ? act(services, call, action, kind)
                                         : problem(problems::kUnavailable);
                          }});
    };
    add("/api/v1/inbox/{id:id}/retry", services.repair.retry, RepairKind::retried);
    add("/api/v1/inbox/{id:id}/withdraw", services.repair.withdraw, RepairKind::withdrawn);
    routes.push_back({Method::post, "/api/v1/inbox/{id:id}/ignore", Access::staff, BodyKind::json,
                      [services](const Call& call) { return ignore(services, call); }});
    routes.push_back({Method::post, "/api/v1/inbox/code-map", Access::staff, BodyKind::json,
                      [services](const Call& call) { return map_code(services, call); }});
}

} // namespace orderdeck::server::http::routes
