#pragma once

#include "server/ingest/mapping/rows/row_cells.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace orderdeck::server::ingest::mapping {

/// What became of a row.
enum class RowFate : std::uint8_t {
    imported,
    ignored,  ///< the mapping leaves it out
    rejected, ///< it names no account, order or line
};

/// Turns the rows of one feed into facts. A row that names no account, order or line is rejected with an error; of any
/// other row all that can be read becomes facts, and the rest is reported.
class RowMapper {
public:
    RowMapper(const Mapping& mapping, const RowPlaces& places, base::Timestamp received, FindingLog& log)
        : mapping_(mapping), places_(places), received_(received), log_(log), references_(mapping) {}

    /// Adds what the row says to the batch. Rows come after those of the parts above them.
    RowFate add(const Row& row, Batch& batch);
    /// Reports what only the whole feed tells.
    void finish();

    std::size_t account_count() const { return accounts_.size(); }
    std::size_t order_count() const { return lines_of_order_.size(); }

private:
    /// What identifies a row, and the parts that its facts have in common.
    struct Keys {
        std::string account;
        std::string order;
        std::string line; ///< empty for rows that are about no line
        std::string shipment;
        std::string row; ///< tells the rows of one order apart
        std::int64_t version = 0;
        domain::Currency currency;
    };

    bool is_read_from(const RowCells& cells, const RowRule& rule) const;
    void check(const RowCells& cells);
    std::optional<Keys> keys_of(const RowCells& cells, Batch& batch);
    bool add_line_key(const RowCells& cells, Keys& keys);
    void add_row_key(const Row& row, Keys& keys);
    std::optional<std::string> required(const RowCells& cells, const ValueSource& source,
                                        std::string_view what);
    void add_account(const RowCells& cells, const std::string& code, Batch& batch);
    void check_repetition(const RowCells& cells, const Keys& keys);

    void add_order(const RowCells& cells, const Keys& keys, Batch& batch);
    void add_line(const RowCells& cells, const Keys& keys, Batch& batch);
    void add_shipment(const RowCells& cells, const Keys& keys, Batch& batch);
    void add_quantities(const RowCells& cells, const Keys& keys, Batch& batch);
    void add_promises(const RowCells& cells, const Keys& keys, Batch& batch);
    void add_milestones(const RowCells& cells, const Keys& keys, Batch& batch);
    void add_milestone(const RowCells& cells, const Keys& keys, std::size_t index, Batch& batch);
    void add_stated(const RowCells& cells, const Keys& keys, Batch& batch);
    std::string stated_key(const RowCells& cells, const Keys& keys, std::size_t index) const;
    void add_fact(const RowCells& cells, const Keys& keys, std::string key, FactBody body, Batch& batch);
    /// For facts that every row of an order or shipment repeats: kept only where they say something new.
    void add_head(const RowCells& cells, const Keys& keys, std::string key, FactBody body, Batch& batch);

    const Mapping& mapping_;
    const RowPlaces& places_;
    base::Timestamp received_;
    FindingLog& log_;
    ReferenceCheck references_;
    std::unordered_set<std::string> accounts_;
    std::unordered_map<std::string, std::int64_t> lines_of_order_; ///< rows so far, by account and order
    std::unordered_map<std::string, std::int64_t>
        other_rows_; ///< rows of further parts so far, by what they are about
    std::unordered_map<std::uint64_t, std::int64_t> line_of_row_; ///< place by hash of the keys
    std::unordered_set<std::uint64_t> said_;                      ///< hashes of heads
};

} // namespace orderdeck::server::ingest::mapping
