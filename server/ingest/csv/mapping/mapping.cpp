#include "server/ingest/csv/mapping/mapping.h"

#include "server/ingest/csv/mapping/mapping_parser.h"
#include "server/ingest/files/mapping_text.h"
#include "shared/base/hash.h"

#include <set>
#include <utility>

namespace orderdeck::server::ingest::csv {

namespace {

class ColumnCollector {
public:
    void add(const std::string& column) {
        if (column != "*" && seen_.insert(column).second) columns_.push_back(column);
    }
    void add(const ValueSource& source) {
        for (const std::string& column : source.columns)
            add(column);
    }
    void add(const std::optional<ValueSource>& source) {
        if (source) add(*source);
    }
    void add(const FieldRoles& roles) {
        for (const auto& role : roles)
            add(role.second);
    }
    void add(const MilestoneRoles& roles) {
        for (const auto* source :
             {&roles.planned, &roles.forecast, &roles.actual, &roles.quantity, &roles.place})
            add(*source);
        for (const std::string& column : roles.note)
            add(column);
    }
    std::vector<std::string> take() { return std::move(columns_); }

private:
    std::set<std::string> seen_;
    std::vector<std::string> columns_;
};

} // namespace

base::Result<Mapping> parse_mapping(std::string name, std::string_view json) {
    const json::Document document = TRY(json::Document::parse(json));
    const json::Value root = document.root();
    TRY(check_keys(root,
                   {"format", "source", "file", "dates", "numbers", "empty", "columns", "unused", "account",
                    "order", "line", "version", "shipment", "quantities", "promises", "milestones"}));
    Mapping mapping;
    mapping.name = std::move(name);
    mapping.fingerprint = std::to_string(base::hash64(json));
    TRY(parse_file_rules(root, mapping));
    TRY(parse_column_rules(root, mapping));
    TRY(parse_roles(root, mapping));
    return mapping;
}

base::Result<Mapping> load_mapping(const std::string& name_or_path) {
    const MappingText text = TRY(find_mapping(name_or_path));
    auto mapping = parse_mapping(text.name, text.json);
    if (!mapping) return refuse(text, std::move(mapping).error());
    return mapping;
}

std::vector<std::string> columns_of(const Mapping& mapping) {
    ColumnCollector columns;
    columns.add(mapping.account_code);
    columns.add(mapping.account_name);
    columns.add(mapping.account_parent);
    columns.add(mapping.order_number);
    columns.add(mapping.order);
    columns.add(mapping.line_number);
    columns.add(mapping.line);
    columns.add(mapping.version);
    columns.add(mapping.shipment_number);
    columns.add(mapping.shipment);
    columns.add(mapping.shipped_quantity);
    for (const QuantityRoles& roles : mapping.quantities)
        columns.add(roles.quantity);
    for (const PromiseRoles& roles : mapping.promises) {
        for (const auto* source : {&roles.stated_on, &roles.reason, &roles.party})
            columns.add(*source);
        columns.add(roles.promised_on);
    }
    for (const MilestoneRoles& roles : mapping.milestones)
        columns.add(roles);
    for (const auto& [name, rules] : mapping.columns) {
        columns.add(name);
        if (!rules.reference) continue;
        for (const std::string& column : rules.reference->columns)
            columns.add(column);
    }
    return columns.take();
}

} // namespace orderdeck::server::ingest::csv
