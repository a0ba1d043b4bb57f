#include "server/http/routes/inbox_json.h"

#include "shared/base/parse_number.h"
#include "shared/json/writer.h"

namespace orderdeck::server::http::routes {
namespace {

using persistence::sqlite::Finding;
using persistence::sqlite::FindingPage;
using persistence::sqlite::FindingPosition;
using persistence::sqlite::InboxListing;
using persistence::sqlite::InboxState;

void write_message(json::Writer& json, const InboxListing& message) {
    json.field("id", std::to_string(message.entry.id)).field("state", name_of(message.entry.state));
    json.field("received", message.entry.received_at.to_string()).field("source", message.source);
    json.field("mapping", message.mapping.substr(0, message.mapping.find('#')));
    json.field("file", message.file_name).field("bytes", message.size);
    json.field("rows", message.entry.rows).field("rows_rejected", message.entry.rows_rejected);
    json.field("findings", message.findings).field("reason", message.reason);
    json.key("waits_for").begin_array();
    for (const std::string& what : message.waits_for)
        json.value(what);
    json.end_array();
}

void write_finding(json::Writer& json, const Finding& finding) {
    json.begin_object().field("line", finding.file_line).field("column", finding.column);
    json.field("value", finding.value).field("severity", name_of(finding.severity));
    json.field("code", finding.code).field("message", finding.message);
    json.field("occurrences", finding.occurrences).end_object();
}

} // namespace

std::string to_json(const InboxListing& message) {
    json::Writer json;
    json.begin_object();
    write_message(json, message);
    json.end_object();
    return json.take();
}

std::string to_json(const InboxListing& message, const FindingPage& findings) {
    json::Writer json;
    json.begin_object();
    write_message(json, message);
    json.key("found").begin_array();
    for (const Finding& finding : findings.findings)
        write_finding(json, finding);
    json.end_array();
    const auto& next = findings.next;
    json.field("next", next ? std::optional(std::to_string(next->file_line) + "-" + std::to_string(next->id))
                            : std::nullopt);
    json.end_object();
    return json.take();
}

std::string to_json(const std::vector<InboxListing>& messages, bool has_more,
                    const std::map<InboxState, std::int64_t>& counts) {
    json::Writer json;
    json.begin_object().key("messages").begin_array();
    for (const InboxListing& message : messages) {
        json.begin_object();
        write_message(json, message);
        json.end_object();
    }
    json.end_array();
    json.field("next", has_more ? std::optional(std::to_string(messages.back().entry.id)) : std::nullopt);
    json.key("counts").begin_object();
    for (const auto& [state, count] : counts)
        json.field(name_of(state), count);
    json.end_object().end_object();
    return json.take();
}

base::Result<FindingPosition> decode_position_of_finding(std::string_view text) {
    const std::size_t dash = text.find('-');
    if (dash == std::string_view::npos) return base::fail(base::ErrorCode::invalid, "no cursor of ours");
    return FindingPosition{.file_line = TRY(base::parse_int(text.substr(0, dash))),
                           .id = TRY(base::parse_int(text.substr(dash + 1)))};
}

} // namespace orderdeck::server::http::routes
