#include "server/ingest/csv/join_index.h"

#include "shared/base/hash.h"
#include "shared/base/text.h"

#include <algorithm>

namespace orderdeck::server::ingest::csv {
namespace {

/// Hashes cells one after the other; a key with an empty cell names nothing.
class KeyHash {
public:
    void add(std::string_view cell) {
        is_whole_ = is_whole_ && !cell.empty();
        hash_.append(static_cast<std::int64_t>(cell.size())).append(cell);
    }
    std::optional<std::uint64_t> value() const {
        return is_whole_ ? std::optional(hash_.value()) : std::nullopt;
    }

private:
    base::Hash64 hash_;
    bool is_whole_ = true;
};

} // namespace

std::optional<std::uint64_t> key_of(const Table& table, const CsvRow& row, const Part& part) {
    KeyHash key;
    for (const mapping::JoinKey& column : part.keys)
        key.add(table.cell(row, column.own));
    return key.value();
}

std::optional<std::uint64_t> wanted_key(const Row& row, const Part& part) {
    KeyHash key;
    for (const mapping::JoinKey& column : part.keys)
        key.add(base::trim(row.cells[column.parent]));
    return key.value();
}

JoinIndex JoinIndex::read(Table& table, const Part& part, FindingLog& log, std::int64_t& rows,
                          std::int64_t& rejected) {
    JoinIndex index;
    std::int64_t bad_form = 0;
    while (const auto row = table.next(log, bad_form)) {
        ++rows;
        if (const auto key = key_of(table, *row, part)) {
            index.entries_.push_back({.key = *key, .place = table.place()});
            continue;
        }
        log.add({.file = table.shown_name(), .line = row->line, .column = {}},
                {.value = {},
                 .severity = mapping::Severity::error,
                 .code = "no_key",
                 .message = "the row has no value in the columns by which \"" + part.name +
                            "\" belongs to other rows: fill them in"});
        ++rejected;
    }
    rows += bad_form;
    rejected += bad_form;
    std::stable_sort(index.entries_.begin(), index.entries_.end(),
                     [](const Entry& left, const Entry& right) { return left.key < right.key; });
    index.claimed_.resize(index.entries_.size());
    return index;
}

std::span<const JoinIndex::Entry> JoinIndex::find(std::uint64_t key) const {
    const auto found =
        std::equal_range(entries_.begin(), entries_.end(), Entry{.key = key, .place = {}},
                         [](const Entry& left, const Entry& right) { return left.key < right.key; });
    return {found.first, found.second};
}

bool JoinIndex::claim(std::uint64_t key) {
    const std::span<const Entry> found = find(key);
    if (found.empty()) return true;
    auto first = claimed_.begin() + (found.data() - entries_.data());
    if (*first) return false;
    *first = true;
    return true;
}

std::vector<CsvPlace> JoinIndex::unclaimed() const {
    std::vector<CsvPlace> places;
    bool is_claimed = false;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        if (i == 0 || entries_[i].key != entries_[i - 1].key) is_claimed = claimed_[i];
        if (!is_claimed) places.push_back(entries_[i].place);
    }
    std::sort(places.begin(), places.end(),
              [](const CsvPlace& left, const CsvPlace& right) { return left.line < right.line; });
    return places;
}

} // namespace orderdeck::server::ingest::csv
