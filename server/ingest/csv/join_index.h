#pragma once

#include "server/ingest/csv/table.h"

#include <cstdint>
#include <span>
#include <vector>

namespace orderdeck::server::ingest::csv {

/// The rows of a file by their key, as places in its text: 32 bytes a row, whatever the row holds.
class JoinIndex {
public:
    struct Entry {
        std::uint64_t key; ///< hash
        CsvPlace place;
    };

    /// Reads the whole file; rows without a key, and rows that have not the form of the header, are rejected.
    static JoinIndex read(Table& table, const Part& part, FindingLog& log, std::int64_t& rows,
                          std::int64_t& rejected);

    /// The rows with this key in the order of the file.
    std::span<const Entry> find(std::uint64_t key) const;
    /// Marks the rows with this key as found; false when they were found before.
    bool claim(std::uint64_t key);
    /// The rows that nobody has claimed.
    std::vector<CsvPlace> unclaimed() const;
    std::span<const Entry> entries() const { return entries_; }

private:
    std::vector<Entry> entries_;
    std::vector<bool> claimed_; ///< of the first entry of each key
};

/// The key of a row in its own file, and of a row that looks for it; nullopt when a cell of it is empty.
std::optional<std::uint64_t> key_of(const Table& table, const CsvRow& row, const Part& part);
std::optional<std::uint64_t> wanted_key(const Row& row, const Part& part);

} // namespace orderdeck::server::ingest::csv
