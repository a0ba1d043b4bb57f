#pragma once

#include "server/ingest/csv/csv_reader.h"
#include "server/ingest/csv/rows/row_cells.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace orderdeck::server::ingest::csv {

/// Turns the rows of one file into facts. A row that names no account, order or line is rejected with an error; of any
/// other row all that can be read becomes facts, and the rest is reported.
class RowMapper {
public:
    RowMapper(const Mapping& mapping, const Header& header, base::Timestamp received, FindingLog& log)
        : mapping_(mapping), header_(header), received_(received), log_(log), references_(header) {}

    /// Adds what the row says to the batch; false when it was rejected.
    bool add(const CsvRow& row, Batch& batch);
    /// Reports what only the whole file tells.
    void finish();

    std::size_t account_count() const { return accounts_.size(); }
    std::size_t order_count() const { return lines_of_order_.size(); }

private:
    /// What identifies a row, and the parts that its facts have in common.
    struct Keys {
        std::string account;
        std::string order;
        std::string line;
        std::string shipment;
        std::int64_t version = 0;
        domain::Currency currency;
    };

    bool has_cells(const CsvRow& row);
    std::optional<Keys> keys_of(const RowCells& cells, Batch& batch);
    std::optional<std::string> required(const RowCells& cells, const ValueSource& source,
                                        std::string_view what);
    std::optional<std::string> line_number(const RowCells& cells, const std::string& order_key);
    void add_account(const RowCells& cells, const std::string& code, Batch& batch);
    void check_repetition(const RowCells& cells, const Keys& keys);

    void add_order(const RowCells& cells, Keys& keys, Batch& batch);
    void add_line(const RowCells& cells, const Keys& keys, Batch& batch);
    void add_shipment(const RowCells& cells, const Keys& keys, Batch& batch);
    void add_quantities(const RowCells& cells, const Keys& keys, Batch& batch);
    void add_promises(const RowCells& cells, const Keys& keys, Batch& batch);
    void add_milestones(const RowCells& cells, const Keys& keys, Batch& batch);
    void add_fact(const RowCells& cells, const Keys& keys, std::string key, FactBody body, Batch& batch);
    /// For facts that every row of an order or shipment repeats: kept only where they say something new.
    void add_head(const RowCells& cells, const Keys& keys, std::string key, FactBody body, Batch& batch);

    const Mapping& mapping_;
    const Header& header_;
    base::Timestamp received_;
    FindingLog& log_;
    ReferenceCheck references_;
    std::unordered_set<std::string> accounts_;
    std::unordered_map<std::string, std::int64_t> lines_of_order_; ///< rows so far, by account and order
    std::unordered_map<std::uint64_t, std::int64_t> line_of_row_;  ///< file line by hash of the keys
    std::unordered_set<std::uint64_t> said_;                       ///< hashes of heads
};

} // namespace orderdeck::server::ingest::csv
