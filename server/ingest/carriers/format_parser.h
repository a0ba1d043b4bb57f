#pragma once

#include "server/ingest/carriers/carrier_format.h"
#include "shared/json/reader.h"

namespace orderdeck::server::ingest::carriers {

/// A path, or an object with one of the keys constant, first_of, join (and "with").
base::Result<Value> parse_value(const json::Value& value);
base::Result<std::optional<Value>> parse_optional_value(const json::Value& object, std::string_view key);
/// The path in a text.
base::Result<Path> parse_path(const json::Value& text);

/// {"status": [rules], "reasons": [rules]}
base::Result<Words> parse_words(const json::Value& value);

base::Result<domain::ParcelStatus> parse_status(const json::Value& place, std::string_view name);
base::Result<domain::TrackingReason> parse_reason(const json::Value& place, std::string_view name);

} // namespace orderdeck::server::ingest::carriers
