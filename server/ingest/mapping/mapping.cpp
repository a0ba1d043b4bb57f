#include "server/ingest/mapping/mapping.h"

#include "server/ingest/files/mapping_text.h"
#include "server/ingest/mapping/mapping_parser.h"
#include "shared/base/hash.h"

#include <utility>

namespace orderdeck::server::ingest::mapping {
namespace {

base::Result<Format> parse_format(const json::Value& root) {
    const std::string name = TRY(root.optional_string_field("format")).value_or("csv");
    if (name == "csv") return Format::csv;
    if (name == "json") return Format::json;
    return TRY(root.field("format")).refuse("columns are mapped in files of format csv or json");
}

} // namespace

bool Mapping::is_within(std::size_t scope, std::size_t of) const {
    while (scope > of)
        scope = parts[parts[scope].parent].scope;
    return scope == of;
}

base::Result<Mapping> parse_mapping(std::string name, std::string_view json) {
    const json::Document document = TRY(json::Document::parse(json));
    const json::Value root = document.root();
    TRY(check_keys(
        root,
        {"format",    "source",           "file",       "files",    "dates",       "numbers",   "empty",
         "columns",   "unused",           "ignore",     "checks",   "account",     "order",     "line",
         "version",   "shipment",         "quantities", "promises", "milestones",  "holds",     "parcels",
         "tracking",  "parcel_forecasts", "invoices",   "payments", "instalments", "relations", "documents",
         "operations"}));
    Mapping mapping;
    mapping.name = std::move(name);
    mapping.fingerprint = std::to_string(base::hash64(json));
    mapping.format = TRY(parse_format(root));
    ColumnNames names(mapping);
    TRY(parse_file_rules(root, mapping));
    TRY(parse_files(root, names));
    TRY(parse_column_rules(root, names));
    TRY(parse_row_rules(root, names));
    TRY(parse_roles(root, names));
    return mapping;
}

base::Result<Mapping> load_mapping(const std::string& name_or_path) {
    const MappingText text = TRY(find_mapping(name_or_path));
    auto mapping = parse_mapping(text.name, text.json);
    if (!mapping) return refuse(text, std::move(mapping).error());
    return mapping;
}

} // namespace orderdeck::server::ingest::mapping
