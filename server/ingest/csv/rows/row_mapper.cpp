#include "server/ingest/csv/rows/row_mapper.h"

#include "server/ingest/csv/rows/role_readers.h"
#include "server/ingest/fact_content.h"
#include "server/ingest/subject.h"
#include "shared/base/hash.h"

#include <algorithm>

namespace orderdeck::server::ingest::csv {
namespace {

Finding row_finding(std::int64_t line, Severity severity, std::string code, std::string message) {
    return {.file_line = line,
            .column = {},
            .value = {},
            .severity = severity,
            .code = std::move(code),
            .message = std::move(message)};
}

std::string counts(std::size_t cells, std::size_t columns) {
    return "the row has " + std::to_string(cells) + " cells, the header " + std::to_string(columns);
}

} // namespace

bool RowMapper::has_cells(const CsvRow& row) {
    if (row.problem == RowProblem::unterminated_quote) {
        log_.add(row_finding(row.line, Severity::error, "unterminated_quote",
                             "a quote is opened and never closed"));
        return false;
    }
    const bool is_short = row.cells.size() < header_.size();
    if (row.problem == RowProblem::stray_quote && is_short) {
        // The quote has swallowed separators: every later cell stands under a wrong heading.
        log_.add(row_finding(row.line, Severity::error, "shifted_by_quote",
                             "a quote stands inside an unquoted cell, and " +
                                 counts(row.cells.size(), header_.size())));
        return false;
    }
    if (row.problem == RowProblem::stray_quote)
        log_.add(row_finding(row.line, Severity::warning, "stray_quote",
                             "a quote stands inside an unquoted cell; the row was read as well as possible"));
    const auto beyond =
        row.cells.begin() + static_cast<std::ptrdiff_t>(std::min(row.cells.size(), header_.size()));
    const bool is_shifted =
        std::any_of(beyond, row.cells.end(), [](const std::string& cell) { return !cell.empty(); });
    if (is_shifted) {
        log_.add(row_finding(row.line, Severity::error, "too_many_cells",
                             counts(row.cells.size(), header_.size())));
        return false;
    }
    if (is_short)
        log_.add(row_finding(row.line, Severity::warning, "too_few_cells",
                             counts(row.cells.size(), header_.size()) + "; the missing ones count as empty"));
    const auto has_nul = [](const std::string& cell) { return cell.find('\0') != std::string::npos; };
    if (std::any_of(row.cells.begin(), row.cells.end(), has_nul))
        log_.add(
            row_finding(row.line, Severity::warning, "nul_byte",
                        "a cell holds a NUL byte; the file may have another encoding than the mapping says"));
    return true;
}

bool RowMapper::add(const CsvRow& row, Batch& batch) {
    if (!has_cells(row)) return false;
    std::vector<std::string> padded = row.cells;
    padded.resize(header_.size());
    references_.add_row(padded);
    const RowCells cells({.mapping = mapping_, .header = header_, .references = references_, .log = log_},
                         row.line, padded);
    std::optional<Keys> keys = keys_of(cells, batch);
    if (!keys) return false;
    add_order(cells, *keys, batch);
    add_line(cells, *keys, batch);
    add_shipment(cells, *keys, batch);
    add_quantities(cells, *keys, batch);
    add_promises(cells, *keys, batch);
    add_milestones(cells, *keys, batch);
    return true;
}

void RowMapper::finish() { references_.finish(log_); }

std::optional<std::string> RowMapper::required(const RowCells& cells, const ValueSource& source,
                                               std::string_view what) {
    auto value = cells.text(source);
    if (!value) cells.report(source, Severity::error, "no_key", "the row names no " + std::string(what));
    return value;
}

std::optional<std::string> RowMapper::line_number(const RowCells& cells, const std::string& order_key) {
    std::int64_t& rows = lines_of_order_[order_key];
    ++rows;
    if (mapping_.line_number.kind == ValueSource::Kind::ordinal) return std::to_string(rows);
    return required(cells, mapping_.line_number, "order line");
}

void RowMapper::add_account(const RowCells& cells, const std::string& code, Batch& batch) {
    if (!accounts_.insert(code).second) return;
    AccountFact account{.code = code, .name = {.text = code, .translations = {}}, .parent = {}};
    if (auto name = cells.text(mapping_.account_name)) account.name.text = std::move(*name);
    if (mapping_.account_parent) account.parent = cells.text(*mapping_.account_parent).value_or("");
    batch.accounts.push_back(std::move(account));
}

std::optional<RowMapper::Keys> RowMapper::keys_of(const RowCells& cells, Batch& batch) {
    Keys keys;
    auto account = required(cells, mapping_.account_code, "account");
    auto order = required(cells, mapping_.order_number, "order");
    if (!account || !order) return std::nullopt;
    auto line = line_number(cells, *account + '\n' + *order);
    if (!line) return std::nullopt;
    keys.account = std::move(*account);
    keys.order = std::move(*order);
    keys.line = std::move(*line);
    if (mapping_.shipment_number) keys.shipment = cells.text(*mapping_.shipment_number).value_or("");
    if (mapping_.version) keys.version = version_of(cells, *mapping_.version);
    add_account(cells, keys.account, batch);
    check_repetition(cells, keys);
    return keys;
}

void RowMapper::check_repetition(const RowCells& cells, const Keys& keys) {
    const auto hash = base::Hash64{}
                          .append(keys.account)
                          .append("\n")
                          .append(keys.order)
                          .append("\n")
                          .append(keys.line)
                          .value();
    const auto [known, is_new] = line_of_row_.emplace(hash, cells.line());
    if (is_new) return;
    log_.add(row_finding(cells.line(), Severity::warning, "repeated_key",
                         "line " + std::to_string(known->second) + " is about line " + keys.line +
                             " of order " + keys.order + " too; where they differ only one of them counts"));
}

void RowMapper::add_fact(const RowCells& cells, const Keys& keys, std::string key, FactBody body,
                         Batch& batch) {
    batch.facts.push_back({.account = keys.account,
                           .origin = {.source = 0,
                                      .key = std::move(key),
                                      .version = keys.version,
                                      .occurred = {},
                                      .received = received_,
                                      .file_line = cells.line()},
                           .body = std::move(body)});
}

void RowMapper::add_head(const RowCells& cells, const Keys& keys, std::string key, FactBody body,
                         Batch& batch) {
    const auto hash = base::Hash64{}
                          .append(keys.account)
                          .append("\n")
                          .append(to_string(subject_of(body)))
                          .append(kind_of(body))
                          .append(keys.version)
                          .append(encode_content(body))
                          .value();
    if (said_.insert(hash).second) add_fact(cells, keys, std::move(key), std::move(body), batch);
}

void RowMapper::add_order(const RowCells& cells, Keys& keys, Batch& batch) {
    OrderFact fact = read_order(cells, mapping_.order);
    fact.order = keys.order;
    keys.currency = fact.currency.value_or(domain::Currency{});
    add_head(cells, keys, keys.line + "/order", std::move(fact), batch);
}

void RowMapper::add_line(const RowCells& cells, const Keys& keys, Batch& batch) {
    LineFact fact = read_line(cells, mapping_.line, keys.currency);
    fact.order = keys.order;
    fact.line = keys.line;
    add_fact(cells, keys, keys.line + "/line", std::move(fact), batch);
}

void RowMapper::add_shipment(const RowCells& cells, const Keys& keys, Batch& batch) {
    if (keys.shipment.empty()) return;
    ShipmentFact head = read_shipment(cells, mapping_.shipment);
    head.shipment = keys.shipment;
    add_head(cells, keys, keys.order + "/" + keys.line + "/shipment", std::move(head), batch);
    if (!mapping_.shipped_quantity) return;
    if (const auto quantity = cells.number(*mapping_.shipped_quantity))
        add_fact(
            cells, keys, keys.line + "/shipment/" + keys.shipment,
            ShipmentLineFact{
                .shipment = keys.shipment, .order = keys.order, .line = keys.line, .quantity = *quantity},
            batch);
}

void RowMapper::add_quantities(const RowCells& cells, const Keys& keys, Batch& batch) {
    for (const QuantityRoles& roles : mapping_.quantities) {
        if (const auto quantity = cells.number(roles.quantity))
            add_fact(cells, keys, keys.line + "/" + std::string(name_of(roles.kind)),
                     QuantityFact{
                         .order = keys.order, .line = keys.line, .kind = roles.kind, .quantity = *quantity},
                     batch);
    }
}

void RowMapper::add_promises(const RowCells& cells, const Keys& keys, Batch& batch) {
    for (const PromiseRoles& roles : mapping_.promises) {
        auto fact = read_promise(cells, roles);
        if (!fact) continue;
        fact->order = keys.order;
        fact->line = keys.line;
        // The date is part of the key: a later file with another date adds a revision instead of replacing this one.
        std::string key = keys.line + "/promise/" + fact->promised_on.to_string();
        add_fact(cells, keys, std::move(key), std::move(*fact), batch);
    }
}

void RowMapper::add_milestones(const RowCells& cells, const Keys& keys, Batch& batch) {
    for (std::size_t i = 0; i < mapping_.milestones.size(); ++i) {
        const MilestoneRoles& roles = mapping_.milestones[i];
        auto fact = read_milestone(cells, roles);
        const std::string key = "/milestone/" + std::to_string(i);
        if (!fact) continue;
        switch (roles.subject) {
        case MilestoneRoles::Subject::order:
            fact->order = keys.order;
            add_head(cells, keys, keys.line + key, std::move(*fact), batch);
            break;
        case MilestoneRoles::Subject::line:
            fact->order = keys.order;
            fact->line = keys.line;
            add_fact(cells, keys, keys.line + key, std::move(*fact), batch);
            break;
        case MilestoneRoles::Subject::shipment:
            if (keys.shipment.empty()) break;
            fact->shipment = keys.shipment;
            add_head(cells, keys, keys.order + "/" + keys.line + key, std::move(*fact), batch);
            break;
        }
    }
}

} // namespace orderdeck::server::ingest::csv
