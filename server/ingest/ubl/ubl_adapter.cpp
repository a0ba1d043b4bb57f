#include "server/ingest/ubl/ubl_adapter.h"

#include "server/ingest/documents/statement.h"
#include "server/ingest/subject.h"
#include "server/ingest/ubl/parties.h"
#include "server/ingest/ubl/readers/readers.h"
#include "server/ingest/ubl/reading.h"
#include "shared/base/parse_number.h"

#include <set>

namespace orderdeck::server::ingest::ubl {
namespace {

using documents::Statement;

base::Result<void> read_facts(Reading& reading) {
    switch (reading.head().kind) {
    case DocumentKind::order:
    case DocumentKind::order_change:
    case DocumentKind::order_agreement: return read_order(reading);
    case DocumentKind::order_cancellation: return read_order_cancellation(reading);
    case DocumentKind::order_response:
    case DocumentKind::order_response_simple: return read_order_response(reading);
    case DocumentKind::despatch_advice: return read_despatch_advice(reading);
    case DocumentKind::receipt_advice: return read_receipt_advice(reading);
    case DocumentKind::invoice:
    case DocumentKind::credit_note: return read_invoice(reading);
    case DocumentKind::invoice_response: return read_invoice_response(reading);
    case DocumentKind::transportation_status: return read_transportation_status(reading);
    case DocumentKind::message_level_response: return {};
    }
    return {};
}

/// A technical answer to a message: nothing to show, and nobody has to repair it.
Finding message_level_finding(const Element& document) {
    return {.file_line = document.line,
            .column = {},
            .value = {},
            .severity = Severity::info,
            .code = "nothing_to_show",
            .message = "the document is a Peppol message level response to " +
                       std::string(document.text_at({"DocumentResponse", "DocumentReference", "ID"})) + " (" +
                       std::string(document.text_at({"DocumentResponse", "Response", "ResponseCode"})) +
                       "): it says nothing about an order and is only kept"};
}

/// The error finding of a document that waits.
Finding rejection(const base::Error& error, const Element* document) {
    std::string code = "bad_document";
    if (error.code == base::ErrorCode::not_found) code = "unknown_party";
    if (error.code == base::ErrorCode::conflict) code = "ambiguous_party";
    if (error.code == base::ErrorCode::unsupported) code = "not_taken";
    // Of a party `where` is its identifier.
    const bool is_about_party = code == "unknown_party" || code == "ambiguous_party";
    const auto line =
        is_about_party ? 0 : base::parse_int(error.where).value_or(document == nullptr ? 0 : document->line);
    return {.file_line = line,
            .column = {},
            .value = is_about_party ? error.where : std::string{},
            .severity = Severity::error,
            .code = std::move(code),
            .message = error.message};
}

/// The documents of one party have the party's kind of source: a receipt speaks for the customer, whoever passes it on.
SourceSystem source_of(const SourceSystem& source, DocumentKind kind) {
    const std::string_view own = source_kind_of(kind);
    if (own.empty() || own == source.kind) return source;
    return {.name = source.name + " " + std::string(own), .kind = std::string(own)};
}

std::int64_t count_orders(const std::vector<Fact>& facts) {
    std::set<std::string> orders;
    for (const Fact& fact : facts) {
        const Subject subject = subject_of(fact.body);
        if (subject.kind == SubjectKind::order) orders.insert(subject.number);
    }
    return std::ssize(orders);
}

/// Reads one document to its facts.
class DocumentReader {
public:
    DocumentReader(const documents::DocumentMapping& mapping, const documents::CodeTable& codes,
                   base::Timestamp received)
        : mapping_(mapping), codes_(codes), received_(received) {}

    /// The facts; what was found is in the report.
    base::Result<Batch> read(const Element& document, ImportReport& report) {
        Batch batch;
        const DocumentKind kind = TRY(identify(document, codes_));
        if (kind == DocumentKind::message_level_response) {
            report.findings.push_back(message_level_finding(document));
            return batch;
        }
        const Head head = read_head(document, kind);
        if (head.id.empty()) return base::fail(base::ErrorCode::invalid, "the document has no number (ID)");
        const std::string account = TRY(account_of(mapping_, customers_of(document, kind)));
        Statement statement({.account = account,
                             .version = head.version,
                             .occurred = head.issued ? head.issued->at : std::nullopt,
                             .received = received_});
        Reading reading(document, head, codes_, mapping_.numbering, statement);
        if (!head.issued)
            reading.report(
                Severity::warning, "no_issue_date",
                "the document has no date of issue that can be read: it counts as older than all others",
                document);
        TRY(read_facts(reading));
        batch.sources = {source_of(mapping_.source, kind)};
        batch.accounts = introduced(mapping_, account);
        batch.facts = std::move(statement.facts());
        report.findings = std::move(statement.findings());
        report.accounts = 1;
        report.orders = count_orders(batch.facts);
        return batch;
    }

private:
    const documents::DocumentMapping& mapping_;
    const documents::CodeTable& codes_;
    base::Timestamp received_;
};

} // namespace

base::Result<std::unique_ptr<UblAdapter>>
UblAdapter::make(documents::DocumentMapping mapping,
                 const std::vector<persistence::sqlite::CodeMeaning>& meanings) {
    documents::CodeTable codes = TRY(documents::CodeTable::load("ubl"));
    codes.add(mapping.source.name, meanings);
    return std::unique_ptr<UblAdapter>(new UblAdapter(std::move(mapping), std::move(codes)));
}

MappingIdentity UblAdapter::identity() const {
    return {.name = mapping_.name, .fingerprint = mapping_.fingerprint, .source = mapping_.source};
}

base::Result<ImportReport> UblAdapter::read(const InputFile& file, base::Timestamp received,
                                            const FactSink& sink) const {
    ImportReport report;
    report.file = file.name;
    report.rows = 1;
    const auto reject = [&report](const base::Error& error, const Element* document) {
        report.rows_rejected = 1;
        report.findings.push_back(rejection(error, document));
    };
    auto parsed = xml::Document::parse(file.bytes);
    if (!parsed) {
        reject(parsed.error(), nullptr);
        return report;
    }
    const Element& document = unwrap(parsed->root());
    auto batch = DocumentReader(mapping_, codes_, received).read(document, report);
    if (!batch) {
        reject(batch.error(), &document);
        return report;
    }
    report.rows_imported = 1;
    if (!batch->facts.empty()) TRY(sink(*batch, {.done = 1, .total = 1}));
    return report;
}

Vocabulary UblAdapter::vocabulary(const Finding& finding) const {
    if (finding.code != "unknown_code") return {};
    return codes_.vocabulary(named_list(finding.message));
}

} // namespace orderdeck::server::ingest::ubl
