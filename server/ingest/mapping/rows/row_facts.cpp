#include "server/ingest/fact_content.h"
#include "server/ingest/mapping/rows/role_readers.h"
#include "server/ingest/mapping/rows/row_mapper.h"
#include "server/ingest/mapping/rows/stated_facts.h"

namespace orderdeck::server::ingest::mapping {

void RowMapper::add_quantities(const RowCells& cells, const Keys& keys, Batch& batch) {
    if (keys.line.empty()) return;
    for (const QuantityRoles& roles : mapping_.quantities) {
        if (!is_read_from(cells, roles.row)) continue;
        if (const auto quantity = cells.number(roles.quantity))
            add_fact(cells, keys, keys.row + "/" + std::string(name_of(roles.kind)),
                     QuantityFact{
                         .order = keys.order, .line = keys.line, .kind = roles.kind, .quantity = *quantity},
                     batch);
    }
}

void RowMapper::add_promises(const RowCells& cells, const Keys& keys, Batch& batch) {
    if (keys.line.empty()) return;
    for (const PromiseRoles& roles : mapping_.promises) {
        if (!is_read_from(cells, roles.row)) continue;
        auto fact = read_promise(cells, roles);
        if (!fact) continue;
        fact->order = keys.order;
        fact->line = keys.line;
        // The date is part of the key: a later file with another date adds a revision instead of replacing this one.
        std::string key = keys.row + "/promise/" + fact->promised_on.to_string();
        add_fact(cells, keys, std::move(key), std::move(*fact), batch);
    }
}

void RowMapper::add_milestones(const RowCells& cells, const Keys& keys, Batch& batch) {
    for (std::size_t i = 0; i < mapping_.milestones.size(); ++i) {
        if (is_read_from(cells, mapping_.milestones[i].row)) add_milestone(cells, keys, i, batch);
    }
}

void RowMapper::add_milestone(const RowCells& cells, const Keys& keys, std::size_t index, Batch& batch) {
    const MilestoneRoles& roles = mapping_.milestones[index];
    auto fact = read_milestone(cells, roles);
    const std::string key = keys.row + "/milestone/" + std::to_string(index);
    if (!fact) return;
    switch (roles.subject) {
    case Subject::order: fact->order = keys.order; return add_head(cells, keys, key, std::move(*fact), batch);
    case Subject::line:
        if (keys.line.empty()) return;
        fact->order = keys.order;
        fact->line = keys.line;
        return add_fact(cells, keys, key, std::move(*fact), batch);
    case Subject::shipment:
        if (keys.shipment.empty()) return;
        fact->shipment = keys.shipment;
        return add_head(cells, keys, keys.order + "/" + key, std::move(*fact), batch);
    }
}

void RowMapper::add_stated(const RowCells& cells, const Keys& keys, Batch& batch) {
    const RowSubject subject{
        .order = keys.order, .line = keys.line, .shipment = keys.shipment, .currency = keys.currency};
    for (std::size_t i = 0; i < mapping_.stated.size(); ++i) {
        const StatedRoles& roles = mapping_.stated[i];
        if (!is_read_from(cells, roles.row)) continue;
        auto fact = read_stated(cells, roles, subject);
        if (!fact) continue;
        const std::string key = stated_key(cells, keys, i);
        if (auto billed = read_invoice_line(cells, roles, subject))
            add_fact(cells, keys, key + "/line", std::move(*billed), batch);
        // Two equal payments are two payments; everything else that is said twice is said once.
        if (roles.kind == StatedKind::payment)
            add_fact(cells, keys, key, std::move(*fact), batch);
        else
            add_head(cells, keys, key, std::move(*fact), batch);
    }
}

/// The source's own number where it has one; else the place of the row among those of its order.
std::string RowMapper::stated_key(const RowCells& cells, const Keys& keys, std::size_t index) const {
    const StatedRoles& roles = mapping_.stated[index];
    const std::string kind(name_of(roles.kind));
    const std::string number = stated_number(cells, roles);
    const std::string what = "/" + kind + "/" + std::to_string(index);
    if (number.empty()) return keys.order + "/" + keys.row + what;
    return keys.order + "/" + keys.line + what + "/" + number;
}

} // namespace orderdeck::server::ingest::mapping
