#pragma once

#include "server/ingest/facts.h"
#include "server/ingest/mapping/column.h"
#include "server/ingest/mapping/date_format.h"
#include "shared/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::ingest::mapping {

/// Roles by the names of fact_fields.h: "customer_reference", "placed" ...
using FieldRoles = std::map<std::string, ValueSource, std::less<>>;

/// Which rows a group of roles is read from: those of its scope, once for each, when its condition holds.
struct RowRule {
    std::size_t scope = 0; ///< index into Mapping::parts
    Condition when;
};

/// Texts in other languages than the plain one, by language: "zh-CN".
using Translations = std::map<std::string, ValueSource, std::less<>>;

struct AccountRoles {
    ValueSource code;
    std::optional<ValueSource> name; ///< without it the rows are about accounts that are known already
    Translations names;
    std::optional<ValueSource> parent;
};

struct OrderRoles {
    RowRule row;
    ValueSource number;
    FieldRoles fields;
};

struct LineRoles {
    RowRule row;
    ValueSource number;
    std::size_t number_scope = 0;
    FieldRoles fields; ///< none: lines are only referred to, another feed states them
    Translations items;
};

struct ShipmentRoles {
    RowRule row;
    ValueSource number;
    std::size_t number_scope = 0;
    std::optional<ValueSource> quantity;
    std::size_t quantity_scope = 0;
    FieldRoles fields;
};

struct QuantityRoles {
    RowRule row;
    QuantityKind kind = QuantityKind::confirmed;
    ValueSource quantity;
};

struct PromiseRoles {
    RowRule row;
    ValueSource promised_on;
    std::optional<ValueSource> stated_on; ///< else when the file was received
    std::optional<ValueSource> reason;
    std::optional<ValueSource> party;
};

enum class Subject : std::uint8_t { order, line, shipment };

struct MilestoneRoles {
    RowRule row;
    Subject subject = Subject::order;
    domain::MilestoneCode code = domain::MilestoneCode::placed;
    std::optional<ValueSource> planned;
    std::optional<ValueSource> forecast;
    std::optional<ValueSource> actual;
    std::optional<ValueSource> quantity;
    std::optional<ValueSource> place;
    std::optional<ValueSource> text; ///< the source's own words
    std::vector<ColumnId> note;      ///< columns whose cells are quoted with their names
};

/// Facts that a mapping states by lists of roles.
enum class StatedKind : std::uint8_t {
    hold,
    parcel,
    tracking_event,
    parcel_forecast,
    invoice, ///< its head, and what it bills of the row's order or line
    payment,
    instalment,
    relation,
    document,
    operation ///< of the work on the row's line
};

struct StatedRoles {
    RowRule row;
    StatedKind kind = StatedKind::hold;
    Subject subject = Subject::order; ///< what the fact is about, where the kind leaves a choice
    FieldRoles fields;
};

/// Something about a row that the mapping's author wants reported.
struct CheckRule {
    RowRule row;
    std::string code;
    std::string message;
};

enum class Format : std::uint8_t { csv, json };

/// A mapping file: how the rows of one kind of feed become facts. See assets/mappings/ and docs/mapping.md.
struct Mapping {
    std::string name;
    std::string fingerprint; ///< changes with the text of the mapping
    Format format = Format::csv;
    SourceSystem source;
    DateRules dates;
    char decimal_point = '.';
    char grouping = '\0';           ///< between thousands; none by default
    std::vector<std::string> empty; ///< words that mean "no value" in every column

    std::vector<Part> parts; ///< the first one is the main one
    std::vector<Column> columns;

    Condition ignored; ///< rows that are read and left out
    std::size_t ignored_scope = 0;
    std::vector<CheckRule> checks;

    AccountRoles account;
    std::size_t base_scope = 0; ///< rows of this part, and those below it, say something
    std::optional<OrderRoles> order;
    std::optional<LineRoles> line;
    std::optional<ValueSource> version; ///< a date or a whole number that rises with each correction
    std::size_t version_scope = 0;
    std::optional<ShipmentRoles> shipment;
    std::vector<QuantityRoles> quantities;
    std::vector<PromiseRoles> promises;
    std::vector<MilestoneRoles> milestones;
    std::vector<StatedRoles> stated;

    /// Whether rows of `scope` know the columns of `of`: it is the same part, or one above it.
    bool is_within(std::size_t scope, std::size_t of) const;
};

/// Reads a mapping. Unknown keys, roles and names are refused with the JSON pointer of their place in `where`.
base::Result<Mapping> parse_mapping(std::string name, std::string_view json);

/// The mapping of this name from those built into the program, or from the JSON file at this path.
base::Result<Mapping> load_mapping(const std::string& name_or_path);

} // namespace orderdeck::server::ingest::mapping
