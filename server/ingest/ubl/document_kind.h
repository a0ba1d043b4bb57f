#pragma once

#include "server/ingest/documents/code_table.h"
#include "server/ingest/xml/xml_document.h"
#include "shared/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace orderdeck::server::ingest::ubl {

/// The documents that say something about orders.
enum class DocumentKind : std::uint8_t {
    order,
    order_change,
    order_cancellation,
    order_response,
    order_response_simple,
    order_agreement, ///< Peppol: an order response without an order
    despatch_advice,
    receipt_advice,
    invoice,
    credit_note,
    invoice_response,       ///< Peppol: an application response to an invoice
    message_level_response, ///< Peppol: an application response to a message, without facts
    transportation_status,
};

/// "order_response": begins the keys of what a document says.
std::string_view name_of(DocumentKind kind);
/// Which kind of source speaks in it, whoever passes it on; empty for the documents of ordering, which speak for the
/// mapping's own source.
std::string_view source_kind_of(DocumentKind kind);

/// The element of the document itself: the root, or what a Standard Business Document envelope holds. What is in it and
/// not of UBL's common components (extensions, foreign elements) is removed.
const xml::Element& unwrap(xml::Element& root);

/// What the document is, by the namespace of its root and, for Peppol, its customization. `unsupported` names the document
/// and what can be done instead.
base::Result<DocumentKind> identify(const xml::Element& document, const documents::CodeTable& codes);

} // namespace orderdeck::server::ingest::ubl
