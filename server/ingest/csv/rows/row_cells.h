#pragma once

#include "server/ingest/csv/rows/header.h"
#include "server/ingest/csv/rows/reference_check.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::ingest::csv {

/// Reads the roles of one row. What a cell does not say is absent; what it says wrongly is absent and reported.
class RowCells {
public:
    struct Context {
        const Mapping& mapping;
        const Header& header;
        ReferenceCheck& references;
        FindingLog& log;
    };

    /// `cells` has as many cells as the header has columns.
    RowCells(Context context, std::int64_t line, const std::vector<std::string>& cells)
        : context_(context), line_(line), cells_(cells) {}

    std::optional<std::string> text(const ValueSource& source) const;
    std::optional<domain::Occurrence> date(const ValueSource& source) const;
    std::optional<domain::Quantity> number(const ValueSource& source) const;
    std::optional<std::int64_t> amount(const ValueSource& source, domain::Currency currency) const;
    /// The cells of these columns with their names, "Weight: 13; Freight: 780.34".
    std::string note(const std::vector<std::string>& columns) const;

    /// Reports something about the cell that the source reads, or about the row when it reads none.
    void report(const ValueSource& source, Severity severity, std::string code, std::string message) const;
    std::int64_t line() const { return line_; }

private:
    std::optional<std::string> cell(std::size_t column) const;
    std::string plain_number(std::string_view text) const;
    bool is_stated_text(std::size_t column, const std::string& text) const;
    void report_cell(std::size_t column, const std::string& value, Severity severity, std::string code,
                     std::string message) const;
    template <typename Value, typename Parse>
    std::optional<Value> first(const ValueSource& source, std::string_view code, std::string_view expected,
                               Parse parse) const;

    Context context_;
    std::int64_t line_;
    const std::vector<std::string>& cells_;
};

/// A short code of a name: folded letters and digits with single hyphens, "Côte d'Ivoire" is "cote-d-ivoire".
std::string slug_of(std::string_view name);

} // namespace orderdeck::server::ingest::csv
