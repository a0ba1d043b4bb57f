#include "server/cli/inbox_output.h"

#include "shared/base/text.h"
#include "shared/json/writer.h"

#include <ostream>

namespace orderdeck::server::cli {
namespace {

using persistence::sqlite::CodeMeaning;
using persistence::sqlite::Finding;
using persistence::sqlite::InboxListing;

void write_fields(json::Writer& json, const InboxListing& message) {
    json.field("id", message.entry.id).field("state", name_of(message.entry.state));
    json.field("received", message.entry.received_at.to_string()).field("source", message.source);
    json.field("mapping", message.mapping).field("file", message.file_name).field("bytes", message.size);
    json.field("rows", message.entry.rows).field("rows_rejected", message.entry.rows_rejected);
    json.field("findings", message.findings).field("reason", message.reason);
    json.key("waits_for").begin_array();
    for (const std::string& what : message.waits_for)
        json.value(what);
    json.end_array();
}

void print_line(std::ostream& out, const InboxListing& message) {
    out << message.entry.id << '\t' << name_of(message.entry.state) << '\t'
        << message.entry.received_at.to_string() << '\t' << message.source << '\t' << message.file_name
        << '\t' << message.entry.rows << " rows, " << message.entry.rows_rejected << " rejected, "
        << message.findings << " findings";
    if (!message.waits_for.empty()) out << "\twaits for " << base::join(message.waits_for, ", ");
    if (!message.reason.empty()) out << '\t' << message.reason;
    out << '\n';
}

} // namespace

void print_messages(const Invocation& call, const std::vector<InboxListing>& messages) {
    std::ostream& out = call.console.out;
    if (call.form != OutputForm::json) {
        for (const InboxListing& message : messages)
            print_line(out, message);
        out << messages.size() << " messages\n";
        return;
    }
    json::Writer json;
    json.begin_object().key("messages").begin_array();
    for (const InboxListing& message : messages) {
        json.begin_object();
        write_fields(json, message);
        json.end_object();
    }
    json.end_array().end_object();
    out << json.take() << '\n';
}

void print_message(const Invocation& call, const InboxListing& message,
                   const std::vector<Finding>& findings) {
    std::ostream& out = call.console.out;
    if (call.form != OutputForm::json) {
        print_line(out, message);
        for (const Finding& finding : findings) {
            out << "  " << name_of(finding.severity) << "\tline " << finding.file_line << '\t' << finding.code
                << '\t' << finding.column << '\t' << finding.message << '\n';
        }
        return;
    }
    json::Writer json;
    json.begin_object();
    write_fields(json, message);
    json.key("found").begin_array();
    for (const Finding& finding : findings) {
        json.begin_object().field("line", finding.file_line).field("column", finding.column);
        json.field("value", finding.value)
            .field("severity", name_of(finding.severity))
            .field("code", finding.code);
        json.field("message", finding.message).field("occurrences", finding.occurrences).end_object();
    }
    json.end_array().end_object();
    out << json.take() << '\n';
}

void print_meanings(const Invocation& call, const std::vector<CodeMeaning>& meanings) {
    std::ostream& out = call.console.out;
    if (call.form != OutputForm::json) {
        for (const CodeMeaning& meaning : meanings)
            out << meaning.source << '\t' << meaning.field << '\t' << meaning.code << " means "
                << meaning.value << '\n';
        out << meanings.size() << " words\n";
        return;
    }
    json::Writer json;
    json.begin_object().key("words").begin_array();
    for (const CodeMeaning& meaning : meanings) {
        json.begin_object().field("source", meaning.source).field("column", meaning.field);
        json.field("word", meaning.code).field("means", meaning.value).end_object();
    }
    json.end_array().end_object();
    out << json.take() << '\n';
}

void print_done(const Invocation& call, std::string_view what, std::string_view count_name,
                std::int64_t count) {
    std::ostream& out = call.console.out;
    if (call.form != OutputForm::json) {
        std::string name(count_name);
        for (char& letter : name)
            letter = letter == '_' ? ' ' : letter;
        out << what << ": " << name << " " << count << '\n';
        return;
    }
    json::Writer json;
    json.begin_object().field("done", what).field(count_name, count).end_object();
    out << json.take() << '\n';
}

} // namespace orderdeck::server::cli
