#include "server/ingest/csv/rows/reference_check.h"

#include "shared/base/hash.h"

namespace orderdeck::server::ingest::csv {
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
    void add(std::string_view column, std::string_view value) {
        if (column == "*") return;
        hash_.append(column).append("\n").append(value).append("\n");
    }
    std::uint64_t value() const { return hash_.value(); }

private:
    base::Hash64 hash_;
};

} // namespace

ReferenceCheck::ReferenceCheck(const Header& header) : header_(header) {
    for (std::size_t column = 0; column < header.size(); ++column) {
        if (header.rules(column).reference) referring_.push_back(column);
    }
}

void ReferenceCheck::add_row(const std::vector<std::string>& cells) {
    for (const std::size_t column : referring_) {
        TargetHash target;
        for (const std::string& named : header_.rules(column).reference->columns) {
            if (named != "*") target.add(named, cells[header_.index_of(named)]);
        }
        rows_.insert(target.value());
    }
}

bool ReferenceCheck::take(std::int64_t line, std::size_t column, std::string_view cell) {
    const auto& pattern = header_.rules(column).reference;
    if (!pattern) return false;
    const auto parts = match(cell, *pattern);
    if (!parts) return false;
    TargetHash target;
    for (std::size_t i = 0; i < parts->size(); ++i)
        target.add(pattern->columns[i], (*parts)[i]);
    const bool is_known =
        !pending_.empty() && pending_.back().line == line && pending_.back().column == column;
    if (!is_known)
        pending_.push_back(
            {.line = line, .column = column, .target = target.value(), .text = std::string(cell)});
    return true;
}

void ReferenceCheck::finish(FindingLog& log) const {
    for (const Pending& reference : pending_) {
        const bool found = rows_.contains(reference.target);
        log.add({.file_line = reference.line,
                 .column = header_.name(reference.column),
                 .value = found ? std::string() : reference.text,
                 .severity = found ? Severity::info : Severity::warning,
                 .code = found ? "reference" : "reference_not_found",
                 .message = found ? std::string("refers to another row, which is in the file")
                                  : "\"" + reference.text + "\" refers to a row that is not in the file"});
    }
}

} // namespace orderdeck::server::ingest::csv
