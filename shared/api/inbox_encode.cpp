#include "shared/api/inbox.h"
#include "shared/json/writer.h"

namespace orderdeck::api {
namespace {

void write_strings(json::Writer& json, std::string_view name, const std::vector<std::string>& texts) {
    json.key(name).begin_array();
    for (const std::string& text : texts)
        json.value(text);
    json.end_array();
}

void write_message(json::Writer& json, const InboxMessage& message) {
    json.field("id", message.id).field("state", name_of(message.state));
    json.field("received", message.received.to_string()).field("source", message.source);
    json.field("mapping", message.feed).field("file", message.file).field("bytes", message.bytes);
    json.field("rows", message.rows).field("rows_rejected", message.rows_rejected);
    json.field("findings", message.findings).field("records", message.records);
    json.field("orders", message.orders).field("reason", message.reason);
    write_strings(json, "waits_for", message.waits_for);
}

void write_finding(json::Writer& json, const InboxFinding& finding) {
    json.begin_object().field("id", finding.id).field("line", finding.line).field("column", finding.column);
    json.field("value", finding.value).field("severity", name_of(finding.severity));
    json.field("code", finding.code).field("message", finding.message);
    json.field("occurrences", finding.occurrences).field("vocabulary", finding.vocabulary);
    write_strings(json, "choices", finding.choices);
    json.end_object();
}

} // namespace

std::string encode_inbox_page(const InboxPage& page) {
    json::Writer json;
    json.begin_object().key("messages").begin_array();
    for (const InboxMessage& message : page.messages) {
        json.begin_object();
        write_message(json, message);
        json.end_object();
    }
    json.end_array().field("next", page.next).key("counts").begin_object();
    for (const StateCount& count : page.counts)
        json.field(name_of(count.state), count.messages);
    json.end_object().key("feeds").begin_array();
    for (const InboxFeed& feed : page.feeds)
        json.begin_object()
            .field("feed", feed.feed)
            .field("messages", feed.messages)
            .field("attention", feed.attention)
            .end_object();
    json.end_array().end_object();
    return json.take();
}

std::string encode_inbox_detail(const InboxDetail& detail) {
    json::Writer json;
    json.begin_object();
    write_message(json, detail.message);
    json.key("found").begin_array();
    for (const InboxFinding& finding : detail.found)
        write_finding(json, finding);
    json.end_array().field("next", detail.next).field("orders_alone", detail.orders_alone);
    json.key("first_orders").begin_array();
    for (const TouchedOrder& order : detail.orders)
        json.begin_object().field("number", order.number).field("account", order.account).end_object();
    json.end_array().end_object();
    return json.take();
}

std::string encode_inbox_excerpt(const InboxExcerpt& excerpt) {
    json::Writer json;
    json.begin_object().field("file", excerpt.file).field("first_line", excerpt.first_line);
    json.field("marked_line", excerpt.marked_line);
    write_strings(json, "lines", excerpt.lines);
    json.end_object();
    return json.take();
}

std::string encode_inbox_change(const InboxChange& change) {
    json::Writer json;
    json.begin_object();
    write_message(json, change.message);
    json.field("rows_changed", change.rows_changed).end_object();
    return json.take();
}

std::string encode_code_meaning(const CodeMeaning& meaning) {
    json::Writer json;
    json.begin_object().field("source", meaning.source).field("column", meaning.column);
    json.field("word", meaning.word).field("means", meaning.means).end_object();
    return json.take();
}

std::string encode_ignore_reason(std::string_view reason) {
    json::Writer json;
    json.begin_object().field("reason", reason).end_object();
    return json.take();
}

std::string encode_messages_read_anew(std::int64_t messages) {
    json::Writer json;
    json.begin_object().field("messages_read_anew", messages).end_object();
    return json.take();
}

} // namespace orderdeck::api
