#pragma once

#include "server/ingest/files/mapping_fields.h"
#include "server/ingest/mapping/column_names.h"

#include <string_view>
#include <vector>

namespace orderdeck::server::ingest::mapping {

/// A text of exactly one ASCII character; `otherwise` when it is absent.
base::Result<char> parse_character(const json::Value& object, std::string_view key, char otherwise);
/// A list of texts; a single text is a list of one.
base::Result<std::vector<std::string>> texts_of(const json::Value& value);
/// The same of a field, which may be absent.
base::Result<std::vector<std::string>> parse_texts(const json::Value& object, std::string_view key);
base::Result<std::vector<ColumnId>> parse_columns(const json::Value& object, std::string_view key,
                                                  ColumnNames& names);
base::Result<std::map<std::string, std::string>> parse_words(const json::Value& object);

/// A column name, or an object with one of the keys column, constant, first_of, slug_of, ordinal, template, yearly.
base::Result<ValueSource> parse_source(const json::Value& value, ColumnNames& names);
base::Result<ValueSource> parse_required(const json::Value& object, std::string_view key, ColumnNames& names);
base::Result<std::optional<ValueSource>> parse_optional_source(const json::Value& object,
                                                               std::string_view key, ColumnNames& names);
/// `pattern` is a text such as "See {ASN/DN #} (ID#:{ID})".
base::Result<ReferencePattern> parse_reference(const json::Value& pattern, ColumnNames& names);
/// An object of columns with their tests, or a list of such objects of which one must hold. Absent: always.
base::Result<Condition> parse_condition(const json::Value& object, std::string_view key, ColumnNames& names);

/// The members of a fact's object that are roles, beside its keys `own`.
base::Result<FieldRoles> parse_fields(const json::Value& object, const std::vector<std::string_view>& own,
                                      ColumnNames& names);
/// The elements of a list that may be absent.
base::Result<std::vector<json::Value>> parse_list(const json::Value& root, std::string_view key);
/// What a fact is about: something that the mapping has roles for.
base::Result<Subject> parse_subject(const json::Value& value, const Mapping& mapping);
/// The part in whose rows a subject is known.
std::size_t subject_scope(Subject subject, const Mapping& mapping);

base::Result<void> parse_file_rules(const json::Value& root, Mapping& mapping);
base::Result<void> parse_files(const json::Value& root, ColumnNames& names);
base::Result<void> parse_column_rules(const json::Value& root, ColumnNames& names);
base::Result<void> parse_row_rules(const json::Value& root, ColumnNames& names);
/// Holds, invoices, payments and the like.
base::Result<void> parse_stated(const json::Value& root, ColumnNames& names);
base::Result<void> parse_roles(const json::Value& root, ColumnNames& names);

} // namespace orderdeck::server::ingest::mapping
