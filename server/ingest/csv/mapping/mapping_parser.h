#pragma once

#include "server/ingest/csv/mapping/mapping.h"
#include "shared/json/reader.h"

#include <initializer_list>
#include <string_view>

namespace orderdeck::server::ingest::csv {

/// Refuses keys that are not in the list, naming those that are.
base::Result<void> check_keys(const json::Value& object, std::initializer_list<std::string_view> known);

base::Result<std::vector<std::string>> parse_texts(const json::Value& object, std::string_view key);
/// A column name, or an object with one of the keys constant, first_of, slug_of, ordinal.
base::Result<ValueSource> parse_source(const json::Value& value);
base::Result<std::optional<ValueSource>> parse_optional_source(const json::Value& object,
                                                               std::string_view key);
/// `pattern` is a text such as "See {ASN/DN #} (ID#:{ID})".
base::Result<ReferencePattern> parse_reference(const json::Value& pattern);

base::Result<void> parse_file_rules(const json::Value& root, Mapping& mapping);
base::Result<void> parse_column_rules(const json::Value& root, Mapping& mapping);
base::Result<void> parse_roles(const json::Value& root, Mapping& mapping);

} // namespace orderdeck::server::ingest::csv
