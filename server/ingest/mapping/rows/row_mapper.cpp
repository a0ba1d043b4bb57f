#include "server/ingest/mapping/rows/row_mapper.h"

#include "server/ingest/fact_content.h"
#include "server/ingest/mapping/rows/role_readers.h"
#include "server/ingest/subject.h"
#include "shared/base/hash.h"

namespace orderdeck::server::ingest::mapping {

bool RowMapper::is_read_from(const RowCells& cells, const RowRule& rule) const {
    return cells.row().scope == rule.scope && cells.holds(rule.when);
}

void RowMapper::check(const RowCells& cells) {
    for (const CheckRule& check : mapping_.checks) {
        if (is_read_from(cells, check.row))
            cells.report(
                {.value = {}, .severity = Severity::warning, .code = check.code, .message = check.message});
    }
}

RowFate RowMapper::add(const Row& row, Batch& batch) {
    references_.add_row(row);
    const RowCells cells({.mapping = mapping_, .places = places_, .references = references_, .log = log_},
                         row);
    if (!mapping_.ignored.empty() && mapping_.is_within(row.scope, mapping_.ignored_scope) &&
        cells.holds(mapping_.ignored)) {
        cells.report({.value = {},
                      .severity = Severity::info,
                      .code = "ignored_row",
                      .message = "the mapping leaves such rows out"});
        return RowFate::ignored;
    }
    check(cells);
    // Rows above the order, such as a document's own head, say nothing by themselves.
    if (!mapping_.is_within(row.scope, mapping_.base_scope)) return RowFate::imported;
    const std::optional<Keys> keys = keys_of(cells, batch);
    if (!keys) return RowFate::rejected;
    add_order(cells, *keys, batch);
    add_line(cells, *keys, batch);
    add_shipment(cells, *keys, batch);
    add_quantities(cells, *keys, batch);
    add_promises(cells, *keys, batch);
    add_milestones(cells, *keys, batch);
    add_stated(cells, *keys, batch);
    return RowFate::imported;
}

void RowMapper::finish() { references_.finish(log_); }

std::optional<std::string> RowMapper::required(const RowCells& cells, const ValueSource& source,
                                               std::string_view what) {
    auto value = cells.text(source);
    if (!value) cells.report(source, Severity::error, "no_key", "the row names no " + std::string(what));
    return value;
}

/// The line that the row is about, if any; false when it should name one and does not.
bool RowMapper::add_line_key(const RowCells& cells, Keys& keys) {
    if (keys.order.empty()) return true;
    std::int64_t& rows = lines_of_order_[keys.account + '\n' + keys.order];
    if (!mapping_.line || !mapping_.is_within(cells.row().scope, mapping_.line->number_scope)) return true;
    if (cells.row().scope == mapping_.line->number_scope) ++rows;
    if (!cells.holds(mapping_.line->row.when)) return true;
    if (mapping_.line->number.kind == ValueSource::Kind::ordinal) {
        keys.line = std::to_string(rows);
        return true;
    }
    auto line = required(cells, mapping_.line->number, "order line");
    if (line) keys.line = std::move(*line);
    return line.has_value();
}

/// Rows of a line are told apart by its number; those of parts beside or below it are counted.
void RowMapper::add_row_key(const Row& row, Keys& keys) {
    keys.row = keys.line;
    const bool is_line = mapping_.line && row.scope == mapping_.line->number_scope;
    if (is_line || (mapping_.order && row.scope == mapping_.base_scope)) return;
    const std::string& part = mapping_.parts[row.scope].name;
    const std::int64_t number =
        ++other_rows_[keys.account + '\n' + keys.order + '\n' + keys.line + '\n' + part];
    keys.row.append(keys.row.empty() ? "" : "/").append(part).append(":").append(std::to_string(number));
}

void RowMapper::add_account(const RowCells& cells, const std::string& code, Batch& batch) {
    if (!accounts_.insert(code).second || !mapping_.account.name) return;
    AccountFact account{.code = code, .name = {.text = code, .translations = {}}, .parent = {}};
    if (auto name = cells.text(*mapping_.account.name)) account.name.text = std::move(*name);
    account.name.translations = translations_of(cells, mapping_.account.names);
    if (mapping_.account.parent) account.parent = cells.text(*mapping_.account.parent).value_or("");
    batch.accounts.push_back(std::move(account));
}

std::optional<RowMapper::Keys> RowMapper::keys_of(const RowCells& cells, Batch& batch) {
    Keys keys;
    auto account = required(cells, mapping_.account.code, "account");
    auto order = mapping_.order ? required(cells, mapping_.order->number, "order") : std::string();
    if (!account || !order) return std::nullopt;
    keys.account = std::move(*account);
    keys.order = std::move(*order);
    if (!add_line_key(cells, keys)) return std::nullopt;
    const Row& row = cells.row();
    add_row_key(row, keys);
    if (mapping_.shipment && mapping_.is_within(row.scope, mapping_.shipment->number_scope) &&
        cells.holds(mapping_.shipment->row.when))
        keys.shipment = cells.text(mapping_.shipment->number).value_or("");
    if (mapping_.version && mapping_.is_within(row.scope, mapping_.version_scope))
        keys.version = version_of(cells, *mapping_.version);
    if (mapping_.order && mapping_.is_within(row.scope, mapping_.order->row.scope))
        keys.currency = currency_of(cells, mapping_.order->fields);
    add_account(cells, keys.account, batch);
    check_repetition(cells, keys);
    return keys;
}

void RowMapper::check_repetition(const RowCells& cells, const Keys& keys) {
    const Row& row = cells.row();
    const bool is_line = mapping_.line && row.scope == mapping_.line->number_scope;
    // Rows that only refer to lines may do so as often as they like: each is about something else.
    if (keys.line.empty() || !is_line || mapping_.line->fields.empty()) return;
    const auto hash = base::Hash64{}
                          .append(keys.account)
                          .append("\n")
                          .append(keys.order)
                          .append("\n")
                          .append(keys.line)
                          .value();
    const auto [known, is_new] = line_of_row_.emplace(hash, row.places[row.scope]);
    if (is_new) return;
    const std::string other =
        std::string(mapping_.format == Format::csv ? "line " : "element ") + std::to_string(known->second);
    cells.report({.value = {},
                  .severity = Severity::warning,
                  .code = "repeated_key",
                  .message = other + " is about line " + keys.line + " of order " + keys.order +
                             " too; where they differ only one of them counts"});
}

void RowMapper::add_fact(const RowCells& cells, const Keys& keys, std::string key, FactBody body,
                         Batch& batch) {
    const Row& row = cells.row();
    batch.facts.push_back(
        {.account = keys.account,
         .origin = {.source = 0,
                    .key = std::move(key),
                    .version = keys.version,
                    .occurred = {},
                    .received = received_,
                    .file_line = mapping_.format == Format::csv ? row.places[row.scope] : 0},
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

void RowMapper::add_order(const RowCells& cells, const Keys& keys, Batch& batch) {
    if (!mapping_.order || mapping_.order->fields.empty() || !is_read_from(cells, mapping_.order->row))
        return;
    OrderFact fact = read_order(cells, mapping_.order->fields);
    fact.order = keys.order;
    add_head(cells, keys, keys.row + "/order", std::move(fact), batch);
}

void RowMapper::add_line(const RowCells& cells, const Keys& keys, Batch& batch) {
    if (keys.line.empty() || mapping_.line->fields.empty() || cells.row().scope != mapping_.line->row.scope)
        return;
    LineFact fact = read_line(cells, *mapping_.line, keys.currency);
    fact.order = keys.order;
    fact.line = keys.line;
    add_fact(cells, keys, keys.row + "/line", std::move(fact), batch);
}

void RowMapper::add_shipment(const RowCells& cells, const Keys& keys, Batch& batch) {
    if (keys.shipment.empty()) return;
    const ShipmentRoles& roles = *mapping_.shipment;
    if (cells.row().scope == roles.row.scope && !roles.fields.empty()) {
        ShipmentFact head = read_shipment(cells, roles.fields);
        head.shipment = keys.shipment;
        add_head(cells, keys, keys.order + "/" + keys.row + "/shipment", std::move(head), batch);
    }
    if (!roles.quantity || keys.line.empty() || cells.row().scope != roles.quantity_scope) return;
    if (const auto quantity = cells.number(*roles.quantity))
        add_fact(
            cells, keys, keys.row + "/shipment/" + keys.shipment,
            ShipmentLineFact{
                .shipment = keys.shipment, .order = keys.order, .line = keys.line, .quantity = *quantity},
            batch);
}

} // namespace orderdeck::server::ingest::mapping
