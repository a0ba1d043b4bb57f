#include "server/ingest/mapping/rows/reference_check.h"

#include "shared/base/hash.h"

namespace orderdeck::server::ingest::mapping {
namespace {

/// The parts of a text that stand at the places of the pattern; nullopt when it does not fit.
std::optional<std::vector<std::string_view>> match(std::string_view text, const ReferencePattern& pattern) {
    if (!text.starts_with(pattern.literals.front())) return std::nullopt;
    text.remove_prefix(pattern.literals.front().size());
    std::vector<std::string_view> parts;
    for (std::size_t i = 1; i < pattern.literals.size(); ++i) {
        const std::string& literal = pattern.literals[i];
        const bool is_last = i + 1 == pattern.literals.size();
        // The last literal ends the text; an empty one lets its part reach there.
        const std::size_t end =
            is_last && text.ends_with(literal) ? text.size() - literal.size() : text.find(literal);
        if (end == std::string_view::npos || (is_last && end + literal.size() != text.size()))
            return std::nullopt;
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + literal.size());
    }
    return parts;
}

/// A row as this pattern names it: the values of its columns.
class TargetHash {
public:
    void add(ColumnId column, std::string_view value) {
        hash_.append(static_cast<std::int64_t>(column)).append(value).append("\n");
    }
    std::uint64_t value() const { return hash_.value(); }

private:
    base::Hash64 hash_;
};

} // namespace

ReferenceCheck::ReferenceCheck(const Mapping& mapping) : mapping_(mapping) {
    for (ColumnId column = 0; column < mapping.columns.size(); ++column) {
        if (mapping.columns[column].rules.reference) referring_.push_back(column);
    }
}

void ReferenceCheck::add_row(const Row& row) {
    for (const ColumnId column : referring_) {
        if (mapping_.parts[mapping_.columns[column].part].scope != row.scope) continue;
        TargetHash target;
        for (const auto& named : mapping_.columns[column].rules.reference->columns) {
            if (named) target.add(*named, row.cells[*named]);
        }
        rows_.insert(target.value());
    }
}

bool ReferenceCheck::take(const Row& row, const RowPlaces& places, ColumnId column, std::string_view cell) {
    const auto& pattern = mapping_.columns[column].rules.reference;
    if (!pattern) return false;
    const auto parts = match(cell, *pattern);
    if (!parts) return false;
    TargetHash target;
    for (std::size_t i = 0; i < parts->size(); ++i) {
        if (pattern->columns[i]) target.add(*pattern->columns[i], (*parts)[i]);
    }
    const std::int64_t number = row.places[mapping_.columns[column].part];
    const bool is_known =
        !pending_.empty() && pending_.back().row == number && pending_.back().column == column;
    if (!is_known)
        pending_.push_back({.place = places.of_cell(row, column),
                            .column = column,
                            .row = number,
                            .target = target.value(),
                            .text = std::string(cell)});
    return true;
}

void ReferenceCheck::finish(FindingLog& log) const {
    for (const Pending& reference : pending_) {
        const bool found = rows_.contains(reference.target);
        const std::string message =
            found ? "refers to another row, which is in the file"
                  : "\"" + reference.text + "\" refers to a row that is not in the file";
        log.add(reference.place, std::to_string(reference.column), reference.row,
                {.value = found ? std::string() : reference.text,
                 .severity = found ? Severity::info : Severity::warning,
                 .code = found ? "reference" : "reference_not_found",
                 .message = message});
    }
}

} // namespace orderdeck::server::ingest::mapping
