#pragma once

#include "server/ingest/mapping/rows/reference_check.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::ingest::mapping {

/// Reads the roles of one row. What a cell does not say is absent; what it says wrongly is absent and reported.
class RowCells {
public:
    struct Context {
        const Mapping& mapping;
        const RowPlaces& places;
        ReferenceCheck& references;
        FindingLog& log;
    };

    RowCells(Context context, const Row& row) : context_(context), row_(row) {}

    const Row& row() const { return row_; }
    bool holds(const Condition& condition) const;

    std::optional<std::string> text(const ValueSource& source) const;
    std::optional<domain::Occurrence> date(const ValueSource& source) const;
    std::optional<domain::Quantity> number(const ValueSource& source) const;
    std::optional<std::int64_t> amount(const ValueSource& source, domain::Currency currency) const;
    /// The cells of these columns with their names, "Weight: 13; Freight: 780.34".
    std::string note(const std::vector<ColumnId>& columns) const;

    /// Reports something about the first cell that the source reads, or about the row when it reads none.
    void report(const ValueSource& source, Severity severity, std::string code, std::string message) const;
    /// Reports something about the row.
    void report(Discovery discovery) const;

private:
    std::optional<std::string> cell(ColumnId column) const;
    bool holds(const CellTest& test) const;
    std::optional<std::string> yearly(const ValueSource& source) const;
    std::optional<std::string> plain_text(const ValueSource& source) const;
    bool is_stated_text(ColumnId column, const std::string& text) const;
    bool means_nothing(ColumnId column, std::string_view text) const;
    void report_cell(ColumnId column, Discovery discovery) const;
    template <typename Value, typename Parse>
    std::optional<Value> parsed(const ValueSource& source, std::string_view code, std::string_view expected,
                                Parse parse) const;

    Context context_;
    const Row& row_;
};

/// A short code of a name: folded letters and digits with single hyphens, "Côte d'Ivoire" is "cote-d-ivoire".
std::string slug_of(std::string_view name);

} // namespace orderdeck::server::ingest::mapping
