#pragma once

#include "server/ingest/csv/mapping/date_format.h"
#include "server/ingest/csv/mapping/encoding.h"
#include "server/ingest/facts.h"
#include "shared/base/result.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace orderdeck::server::ingest::csv {

/// Where the value of a role comes from.
struct ValueSource {
    enum class Kind : std::uint8_t {
        column,   ///< the cell of columns[0]
        constant, ///< `text`
        first_of, ///< the first of the columns that has a value
        slug_of,  ///< the cell of columns[0] as a short code: "Côte d'Ivoire" is "cote-d-ivoire"
        ordinal,  ///< counts the rows of the same order in the file, for sources without line numbers
    } kind = Kind::column;
    std::vector<std::string> columns;
    std::string text;
};

/// Text that stands for a cell of another row: "See {ASN/DN #} (ID#:{ID})" names the row that has these values in these
/// columns; {*} stands for anything.
struct ReferencePattern {
    std::vector<std::string> literals; ///< one more than columns
    std::vector<std::string> columns;  ///< "*" for anything
};

/// What to know about the cells of one column.
struct ColumnRules {
    std::vector<std::string> empty;           ///< words that mean: no value
    std::map<std::string, std::string> words; ///< words with their value in our vocabulary
    std::vector<std::string> texts; ///< words that are right although the column holds numbers or dates
    std::optional<ReferencePattern> reference;
    enum class Type : std::uint8_t { text, number, date } type = Type::text;
};

struct PromiseRoles {
    ValueSource promised_on;
    std::optional<ValueSource> stated_on; ///< else when the file was received
    std::optional<ValueSource> reason;
    std::optional<ValueSource> party;
};

struct MilestoneRoles {
    enum class Subject : std::uint8_t { order, line, shipment } subject = Subject::order;
    domain::MilestoneCode code = domain::MilestoneCode::placed;
    std::optional<ValueSource> planned;
    std::optional<ValueSource> forecast;
    std::optional<ValueSource> actual;
    std::optional<ValueSource> quantity;
    std::optional<ValueSource> place;
    std::vector<std::string> note; ///< columns whose cells are quoted with their names
};

struct QuantityRoles {
    QuantityKind kind = QuantityKind::confirmed;
    ValueSource quantity;
};

/// Roles by the names of fact_fields.h: "customer_reference", "placed" ...
using FieldRoles = std::map<std::string, ValueSource, std::less<>>;

/// A mapping file: how the rows of one kind of CSV file become facts. See assets/mappings/.
struct Mapping {
    std::string name;
    std::string fingerprint; ///< changes with the text of the mapping
    SourceSystem source;
    char delimiter = ',';
    Encoding encoding = Encoding::utf8;
    DateRules dates;
    char decimal_point = '.';
    char grouping = '\0';                       ///< between thousands; none by default
    std::vector<std::string> empty;             ///< words that mean "no value" in every column
    std::map<std::string, ColumnRules> columns; ///< only those with rules of their own
    std::vector<std::string> unused;            ///< columns that are known and not wanted

    ValueSource account_code;
    ValueSource account_name;
    std::optional<ValueSource> account_parent;
    ValueSource order_number;
    FieldRoles order;
    ValueSource line_number;
    FieldRoles line;
    std::optional<ValueSource> version; ///< a date or a whole number that rises with each correction

    std::optional<ValueSource> shipment_number;
    FieldRoles shipment;
    std::optional<ValueSource> shipped_quantity;

    std::vector<QuantityRoles> quantities;
    std::vector<PromiseRoles> promises;
    std::vector<MilestoneRoles> milestones;
};

/// Reads a mapping. Unknown keys, roles and names are refused with the JSON pointer of their place in `where`.
base::Result<Mapping> parse_mapping(std::string name, std::string_view json);

/// The mapping of this name from those built into the program, or from the JSON file at this path.
base::Result<Mapping> load_mapping(const std::string& name_or_path);

/// All columns that the mapping names, without repetition: a file must have them.
std::vector<std::string> columns_of(const Mapping& mapping);

} // namespace orderdeck::server::ingest::csv
