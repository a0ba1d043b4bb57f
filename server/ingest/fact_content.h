#pragma once

#include "server/ingest/facts.h"
#include "server/ingest/subject.h"
#include "shared/base/result.h"

#include <string>
#include <string_view>

namespace orderdeck::server::ingest {

/// The stored name of what a fact is: "order", "line", "quantity", "shipment_line" ...
std::string_view kind_of(const FactBody& body);

std::string_view name_of(QuantityKind kind);
std::optional<QuantityKind> quantity_kind_from(std::string_view name);

/// A fact as the JSON object of its record, without the number of its subject; what is not stated is left out, so that
/// equal facts have equal texts.
std::string encode_content(const FactBody& body);
/// The inverse; `corrupt` for a kind or a content that encode_content does not write.
base::Result<FactBody> decode_content(std::string_view kind, std::string_view content,
                                      const Subject& subject);

} // namespace orderdeck::server::ingest
