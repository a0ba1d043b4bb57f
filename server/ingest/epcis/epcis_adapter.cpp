#include "server/ingest/epcis/epcis_adapter.h"

#include "server/ingest/documents/statement.h"
#include "server/ingest/epcis/event_facts.h"
#include "server/ingest/files/unreadable.h"
#include "server/ingest/subject.h"
#include "shared/base/text.h"

#include <set>

namespace orderdeck::server::ingest::epcis {
namespace {

using documents::Statement;
using persistence::sqlite::Severity;

/// Bounds memory: the facts of this many events are applied before more are read.
constexpr std::int64_t kEventsPerBatch = 5'000;

/// An optional object in an object.
base::Result<std::optional<json::Value>> inner(const std::optional<json::Value>& value,
                                               std::string_view name) {
    if (!value || value->kind() != json::Kind::object) return std::optional<json::Value>{};
    return value->optional_field(name);
}

/// The events of a document, of a query's result, or the one event that a file is.
base::Result<std::vector<json::Value>> events_of(const json::Value& root) {
    if (root.kind() != json::Kind::object) return root.refuse("an EPCIS document is an object");
    const auto body = TRY(root.optional_field("epcisBody"));
    if (!body) {
        if (TRY(root.optional_field("eventTime"))) return std::vector{root};
        return root.refuse("the document is no EPCIS 2.0 document in JSON: it has no epcisBody");
    }
    auto list = TRY(inner(body, "eventList"));
    if (!list) list = TRY(inner(TRY(inner(TRY(inner(body, "queryResults")), "resultsBody")), "eventList"));
    if (!list)
        return body->refuse("the document has no list of events; master data and queries are not taken");
    return list->elements();
}

Finding event_finding(std::size_t number, Severity severity, std::string code, const std::string& message) {
    return {.file_line = 0,
            .column = {},
            .value = {},
            .severity = severity,
            .code = std::move(code),
            .message = "event " + std::to_string(number) + message};
}

class FileReader {
public:
    FileReader(const documents::DocumentMapping& mapping, const documents::CodeTable& codes,
               base::Timestamp received, ImportReport& report)
        : mapping_(mapping), codes_(codes), received_(received), report_(report) {}

    base::Result<void> read(const std::vector<json::Value>& events, const FactSink& sink) {
        const std::int64_t total = std::ssize(events);
        for (const json::Value& event : events) {
            ++report_.rows;
            ++(take(event) ? report_.rows_imported : report_.rows_rejected);
            if (report_.rows % kEventsPerBatch == 0) TRY(flush(sink, total));
        }
        TRY(flush(sink, total));
        report_.accounts = std::ssize(accounts_);
        report_.orders = std::ssize(orders_);
        return {};
    }

private:
    base::Result<void> flush(const FactSink& sink, std::int64_t total) {
        if (!batch_.facts.empty()) {
            batch_.sources = {mapping_.source};
            for (const std::string& account : accounts_)
                for (AccountFact& fact : introduced(mapping_, account))
                    batch_.accounts.push_back(std::move(fact));
            TRY(sink(batch_, {.done = report_.rows, .total = total}));
        }
        batch_ = {};
        return {};
    }

    void report(Severity severity, std::string code, const std::string& message) {
        report_.findings.push_back(
            event_finding(static_cast<std::size_t>(report_.rows), severity, std::move(code), message));
    }

    /// False when the event waits.
    bool take(const json::Value& value) {
        const auto event = read_event(value);
        if (!event) {
            report(Severity::error, "bad_event", " cannot be read: " + event.error().message);
            report_.findings.back().column = event.error().where;
            return false;
        }
        const Subjects subjects = subjects_of(*event);
        if (subjects.empty()) {
            report(Severity::info, "no_subject",
                   " names no order, shipment or parcel: kept, nothing to show");
            return true;
        }
        const auto account = account_of(mapping_, subjects.customers);
        if (!account) {
            const bool is_unknown = account.error().code == base::ErrorCode::not_found;
            report(Severity::error, is_unknown ? "unknown_party" : "ambiguous_party",
                   " (" + subjects.described() + "): " + account.error().message);
            report_.findings.back().value = account.error().where;
            return false;
        }
        add(*event, subjects, *account);
        return true;
    }

    void report_error(const Event& event) {
        std::string text = " is declared an error";
        if (!event.error_reason.empty()) text += " (" + event.error_reason + ")";
        text += ": what it said no longer counts";
        if (!event.corrective_ids.empty()) text += "; corrected by " + base::join(event.corrective_ids, ", ");
        report(Severity::info, "declared_error", text);
    }

    void add(const Event& event, const Subjects& subjects, const std::string& account) {
        if (event.is_declared_error) report_error(event);
        Statement statement({.account = account,
                             .version = version_of(event),
                             .occurred = event.occurred.at,
                             .received = received_});
        if (!add_facts(event, subjects, codes_, statement)) {
            const std::string step = event.biz_step.empty() ? std::string{} : " (" + event.biz_step + ")";
            report(Severity::info, "nothing_to_show",
                   step + " says nothing that is shown about " + subjects.described() + ": kept");
            // The words of which people can say what they mean.
            const bool is_inspection = event.biz_step == "inspecting";
            report_.findings.back().column = is_inspection ? "disposition" : "bizStep";
            report_.findings.back().value = is_inspection ? event.disposition : event.biz_step;
            return;
        }
        accounts_.insert(account);
        for (Fact& fact : statement.facts()) {
            const Subject subject = subject_of(fact.body);
            if (subject.kind == SubjectKind::order) orders_.insert(account + "\n" + subject.number);
            batch_.facts.push_back(std::move(fact));
        }
    }

    const documents::DocumentMapping& mapping_;
    const documents::CodeTable& codes_;
    base::Timestamp received_;
    ImportReport& report_;
    Batch batch_;
    std::set<std::string> accounts_;
    std::set<std::string> orders_;
};

/// A file that is no EPCIS document at all waits as a whole.
void reject(ImportReport& report, const base::Error& error, std::string_view text) {
    report.rows = 1;
    report.rows_rejected = 1;
    report.findings.push_back(unreadable(error, text, "bad_document"));
}

} // namespace

base::Result<std::unique_ptr<EpcisAdapter>>
EpcisAdapter::make(documents::DocumentMapping mapping,
                   const std::vector<persistence::sqlite::CodeMeaning>& meanings) {
    documents::CodeTable codes = TRY(documents::CodeTable::load("epcis"));
    codes.add(mapping.source.name, meanings);
    return std::unique_ptr<EpcisAdapter>(new EpcisAdapter(std::move(mapping), std::move(codes)));
}

MappingIdentity EpcisAdapter::identity() const {
    return {.name = mapping_.name, .fingerprint = mapping_.fingerprint, .source = mapping_.source};
}

base::Result<ImportReport> EpcisAdapter::read(const InputFile& file, base::Timestamp received,
                                              const FactSink& sink) const {
    ImportReport report;
    report.file = file.name;
    const auto document = json::Document::parse(file.bytes);
    if (!document) {
        reject(report, document.error(), file.bytes);
        return report;
    }
    const auto events = events_of(document->root());
    if (!events) {
        reject(report, events.error(), file.bytes);
        return report;
    }
    TRY(FileReader(mapping_, codes_, received, report).read(*events, sink));
    return report;
}

Vocabulary EpcisAdapter::vocabulary(const Finding& finding) const {
    if (finding.code != "nothing_to_show") return {};
    return codes_.vocabulary(finding.column == "disposition" ? "inspection" : "milestone");
}

} // namespace orderdeck::server::ingest::epcis
