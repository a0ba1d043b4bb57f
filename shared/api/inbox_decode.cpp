#include "shared/api/inbox.h"
#include "shared/json/reader.h"

namespace orderdeck::api {
namespace {

using json::Document;
using json::Value;

template <typename Element, typename Read>
base::Result<std::vector<Element>> read_list(const Value& from, std::string_view name, Read read) {
    const Value list = TRY(from.field(name));
    std::vector<Element> elements;
    for (const Value& each : TRY(list.elements()))
        elements.push_back(TRY(read(each)));
    return elements;
}

base::Result<InboxState> read_state(const Value& from, std::string_view name) {
    const auto state = inbox_state_from(name);
    if (!state) return from.refuse("no state of a message");
    return *state;
}

base::Result<InboxMessage> read_message(const Value& from) {
    InboxMessage message;
    message.id = TRY(from.string_field("id"));
    message.state = TRY(read_state(from, TRY(from.string_field("state"))));
    message.received = TRY(base::Timestamp::parse(TRY(from.string_field("received"))));
    message.source = TRY(from.string_field("source"));
    message.feed = TRY(from.string_field("mapping"));
    message.file = TRY(from.string_field("file"));
    message.bytes = TRY(from.int64_field("bytes"));
    message.rows = TRY(from.int64_field("rows"));
    message.rows_rejected = TRY(from.int64_field("rows_rejected"));
    message.findings = TRY(from.int64_field("findings"));
    message.records = TRY(from.int64_field("records"));
    message.orders = TRY(from.int64_field("orders"));
    message.reason = TRY(from.string_field("reason"));
    message.waits_for = TRY(from.strings_field("waits_for"));
    return message;
}

base::Result<InboxFeed> read_feed(const Value& from) {
    InboxFeed feed;
    feed.feed = TRY(from.string_field("feed"));
    feed.messages = TRY(from.int64_field("messages"));
    feed.attention = TRY(from.int64_field("attention"));
    return feed;
}

FindingSeverity severity_from(std::string_view name) {
    if (name == "error") return FindingSeverity::error;
    return name == "info" ? FindingSeverity::info : FindingSeverity::warning;
}

base::Result<InboxFinding> read_finding(const Value& from) {
    InboxFinding finding;
    finding.id = TRY(from.string_field("id"));
    finding.line = TRY(from.int64_field("line"));
    finding.column = TRY(from.string_field("column"));
    finding.value = TRY(from.string_field("value"));
    finding.severity = severity_from(TRY(from.string_field("severity")));
    finding.code = TRY(from.string_field("code"));
    finding.message = TRY(from.string_field("message"));
    finding.occurrences = TRY(from.int64_field("occurrences"));
    finding.vocabulary = TRY(from.string_field("vocabulary"));
    finding.choices = TRY(from.strings_field("choices"));
    return finding;
}

base::Result<TouchedOrder> read_order(const Value& from) {
    TouchedOrder order;
    order.number = TRY(from.string_field("number"));
    order.account = TRY(from.string_field("account"));
    return order;
}

} // namespace

base::Result<InboxPage> decode_inbox_page(std::string_view text) {
    const Document document = TRY(Document::parse(text));
    const Value root = document.root();
    InboxPage page;
    page.messages = TRY(read_list<InboxMessage>(root, "messages", read_message));
    page.next = TRY(root.optional_string_field("next"));
    const Value counts = TRY(root.field("counts"));
    for (const json::Member& count : TRY(counts.members()))
        page.counts.push_back({TRY(read_state(counts, count.name)), TRY(count.value.int64())});
    page.feeds = TRY(read_list<InboxFeed>(root, "feeds", read_feed));
    return page;
}

base::Result<InboxDetail> decode_inbox_detail(std::string_view text) {
    const Document document = TRY(Document::parse(text));
    const Value root = document.root();
    InboxDetail detail;
    detail.message = TRY(read_message(root));
    detail.found = TRY(read_list<InboxFinding>(root, "found", read_finding));
    detail.next = TRY(root.optional_string_field("next"));
    detail.orders_alone = TRY(root.int64_field("orders_alone"));
    detail.orders = TRY(read_list<TouchedOrder>(root, "first_orders", read_order));
    return detail;
}

base::Result<InboxExcerpt> decode_inbox_excerpt(std::string_view text) {
    const Document document = TRY(Document::parse(text));
    const Value root = document.root();
    InboxExcerpt excerpt;
    excerpt.file = TRY(root.string_field("file"));
    excerpt.first_line = TRY(root.int64_field("first_line"));
    excerpt.marked_line = TRY(root.int64_field("marked_line"));
    excerpt.lines = TRY(root.strings_field("lines"));
    return excerpt;
}

base::Result<InboxChange> decode_inbox_change(std::string_view text) {
    const Document document = TRY(Document::parse(text));
    const Value root = document.root();
    InboxChange change;
    change.message = TRY(read_message(root));
    change.rows_changed = TRY(root.int64_field("rows_changed"));
    return change;
}

base::Result<CodeMeaning> decode_code_meaning(std::string_view text) {
    const Document document = TRY(Document::parse(text));
    const Value root = document.root();
    CodeMeaning meaning;
    meaning.source = TRY(root.string_field("source"));
    meaning.column = TRY(root.string_field("column"));
    meaning.word = TRY(root.string_field("word"));
    meaning.means = TRY(root.string_field("means"));
    return meaning;
}

base::Result<std::string> decode_ignore_reason(std::string_view text) {
    if (text.empty()) return std::string();
    const Document document = TRY(Document::parse(text));
    return TRY(document.root().optional_string_field("reason")).value_or(std::string());
}

base::Result<std::int64_t> decode_messages_read_anew(std::string_view text) {
    const Document document = TRY(Document::parse(text));
    return document.root().int64_field("messages_read_anew");
}

} // namespace orderdeck::api
