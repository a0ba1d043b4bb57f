#include "server/ingest/ubl/document_kind.h"

#include "shared/domain/name_table.h"

#include <algorithm>
#include <array>

namespace orderdeck::server::ingest::ubl {
namespace {

constexpr std::string_view kUbl = "urn:oasis:names:specification:ubl:schema:xsd:";
constexpr std::string_view kAggregates =
    "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
constexpr std::string_view kBasics = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";
constexpr std::string_view kEnvelope =
    "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader";

constexpr std::array<std::string_view, 13> kNames = {"order",
                                                     "order_change",
                                                     "order_cancellation",
                                                     "order_response",
                                                     "order_response_simple",
                                                     "order_agreement",
                                                     "despatch_advice",
                                                     "receipt_advice",
                                                     "invoice",
                                                     "credit_note",
                                                     "invoice_response",
                                                     "message_level_response",
                                                     "transportation_status"};

struct RootName {
    std::string_view name;
    DocumentKind kind;
};

constexpr RootName kRoots[] = {{"Order", DocumentKind::order},
                               {"OrderChange", DocumentKind::order_change},
                               {"OrderCancellation", DocumentKind::order_cancellation},
                               {"OrderResponse", DocumentKind::order_response},
                               {"OrderResponseSimple", DocumentKind::order_response_simple},
                               {"DespatchAdvice", DocumentKind::despatch_advice},
                               {"ReceiptAdvice", DocumentKind::receipt_advice},
                               {"Invoice", DocumentKind::invoice},
                               {"CreditNote", DocumentKind::credit_note},
                               {"TransportationStatus", DocumentKind::transportation_status}};

bool is_of(const xml::Element& document, std::string_view transaction) {
    return document.text_at({"CustomizationID"}).find(transaction) != std::string_view::npos;
}

base::Failure<base::Error> refuse(std::string message, const xml::Element& at) {
    return base::fail(base::ErrorCode::unsupported, std::move(message), std::to_string(at.line));
}

/// UBL 2.x names its namespaces ...:xsd:Order-2 whatever the minor version is.
bool is_ubl_2(const xml::Element& document) {
    return document.space.size() == kUbl.size() + document.name.size() + 2 &&
           document.space.starts_with(kUbl) &&
           document.space.substr(kUbl.size(), document.name.size()) == document.name &&
           document.space.ends_with("-2");
}

} // namespace

std::string_view name_of(DocumentKind kind) { return domain::name_in(kNames, kind); }

std::string_view source_kind_of(DocumentKind kind) {
    switch (kind) {
    case DocumentKind::despatch_advice: return "warehouse";
    case DocumentKind::receipt_advice:
    case DocumentKind::invoice_response: return "customer";
    case DocumentKind::invoice:
    case DocumentKind::credit_note: return "finance";
    case DocumentKind::transportation_status: return "carrier";
    case DocumentKind::order:
    case DocumentKind::order_change:
    case DocumentKind::order_cancellation:
    case DocumentKind::order_response:
    case DocumentKind::order_response_simple:
    case DocumentKind::order_agreement:
    case DocumentKind::message_level_response: return {};
    }
    return {};
}

const xml::Element& unwrap(xml::Element& root) {
    xml::Element* document = &root;
    if (root.space == kEnvelope) {
        const auto inner = std::find_if(root.children.begin(), root.children.end(),
                                        [](const xml::Element& part) { return part.space != kEnvelope; });
        if (inner != root.children.end()) document = &*inner;
    }
    xml::keep_only(*document, {kAggregates, kBasics});
    return *document;
}

base::Result<DocumentKind> identify(const xml::Element& document, const documents::CodeTable& codes) {
    if (!is_ubl_2(document))
        return refuse("the document is no UBL 2: its root is <" + document.name + "> of the namespace \"" +
                          std::string(document.space) +
                          "\"; ask its sender for UBL 2.0 to 2.4 or Peppol BIS 3",
                      document);
    if (document.name == "ApplicationResponse") {
        if (is_of(document, "trns:invoice_response:")) return DocumentKind::invoice_response;
        if (is_of(document, "trns:mlr:")) return DocumentKind::message_level_response;
    }
    if (document.name == "OrderResponse" && is_of(document, "trns:order_agreement:"))
        return DocumentKind::order_agreement;
    for (const RootName& root : kRoots)
        if (root.name == document.name) return root.kind;
    const auto advice = codes.find("not_taken", document.name);
    return refuse("the document is a UBL " + document.name + ", which is not taken: " +
                      std::string(advice.value_or("it says nothing about orders that could be shown")),
                  document);
}

} // namespace orderdeck::server::ingest::ubl
