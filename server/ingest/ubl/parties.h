#pragma once

#include "server/ingest/documents/document_mapping.h"
#include "server/ingest/ubl/document_kind.h"
#include "server/ingest/xml/xml_document.h"

#include <string>
#include <vector>

namespace orderdeck::server::ingest::ubl {

/// Those parties of a document that are the customer, the buyer first.
std::vector<documents::Party> customers_of(const xml::Element& document, DocumentKind kind);

/// The name under which a party (cac:Party and its like) is shown; empty when it has none.
std::string party_name(const xml::Element& party);

/// An address (cac:Address and its like) on one line: "Solheimsveien 10, 1473 Lørenskog, NO".
std::string one_line(const xml::Element& address);

} // namespace orderdeck::server::ingest::ubl
