#include "server/persistence/sqlite/inbox/transit_rows.h"

#include <algorithm>

namespace orderdeck::server::persistence::sqlite {
namespace {

using domain::LaneMatch;
using domain::TransitCounts;
using domain::TransitMonth;
using domain::TransitPart;

TransitPart read_part(const storage::Statement& row, int first) {
    // A damaged text counts nothing; orderdeck rebuild writes it anew.
    return {.lane = domain::decode_lane(row.string(first)),
            .month = static_cast<TransitMonth>(row.int64(first + 1)),
            .told = TransitCounts::decode(row.string(first + 2)).value_or(TransitCounts{})};
}

/// Whether an estimate on this lane, made in this month, was made from any of what changed.
bool is_stale(const TransitPart& asking, const TransitChanges& changes) {
    const domain::TransitMonths months = domain::months_before(asking.month);
    for (int i = 0; i < domain::kLaneMatchCount; ++i) {
        const std::string key = domain::lane_key(asking.lane, static_cast<LaneMatch>(i));
        const auto change = changes.lower_bound({key, months.first});
        if (!key.empty() && change != changes.end() && change->first.first == key &&
            change->first.second <= months.last)
            return true;
    }
    return false;
}

} // namespace

void note(TransitChanges& changes, const TransitPart& part, Told told) {
    for (int i = 0; i < domain::kLaneMatchCount; ++i) {
        const std::string key = domain::lane_key(part.lane, static_cast<LaneMatch>(i));
        if (key.empty() || part.told.empty()) continue;
        const auto at = changes.try_emplace({key, part.month}).first;
        if (told == Told::added)
            at->second.add(part.told);
        else
            at->second.take_away(part.told);
        if (at->second.empty()) changes.erase(at);
    }
}

base::Result<bool> TransitRows::has_parts(domain::AccountId root) {
    return TRY(database_.query_int("SELECT EXISTS(SELECT 1 FROM transit_part WHERE root_id = ?)", root)) != 0;
}

base::Result<std::optional<TransitPart>> TransitRows::part(domain::AccountId root,
                                                           domain::ShipmentId shipment) {
    storage::Statement row = TRY(database_.query(
        "SELECT lane, month, told FROM transit_part WHERE root_id = ? AND shipment_id = ?", root, shipment));
    if (!TRY(row.step())) return std::optional<TransitPart>{};
    return std::optional(read_part(row, 0));
}

base::Result<void> TransitRows::put_part(Owner owner, domain::ShipmentId shipment, const std::string& number,
                                         const TransitPart& part) {
    return database_.execute(
        "INSERT INTO transit_part(root_id, shipment_id, account_id, shipment, lane, month, told) "
        "VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET account_id = excluded.account_id, shipment = "
        "excluded.shipment, lane = excluded.lane, month = excluded.month, told = excluded.told",
        owner.root, shipment, owner.account, number, domain::encode_lane(part.lane), part.month,
        part.told.encode());
}

base::Result<void> TransitRows::remove_part(domain::AccountId root, domain::ShipmentId shipment) {
    return database_.execute("DELETE FROM transit_part WHERE root_id = ? AND shipment_id = ?", root,
                             shipment);
}

base::Result<TransitCounts> TransitRows::counts(const std::string& key, domain::TransitMonths months) {
    storage::Statement rows =
        TRY(database_.query("SELECT counts FROM transit_history WHERE lane = ? AND month BETWEEN ? AND ?",
                            key, months.first, months.last));
    TransitCounts sum;
    while (TRY(rows.step()))
        sum.add(TransitCounts::decode(rows.string(0)).value_or(TransitCounts{}));
    return sum;
}

base::Result<TransitCounts> TransitRows::row(const std::string& key, TransitMonth month) {
    return counts(key, {month, month});
}

base::Result<void> TransitRows::put_row(const std::string& key, TransitMonth month,
                                        const TransitCounts& counts) {
    if (counts.empty())
        return database_.execute("DELETE FROM transit_history WHERE lane = ? AND month = ?", key, month);
    return database_.execute(
        "INSERT INTO transit_history(lane, month, counts) VALUES(?, ?, ?) ON CONFLICT DO "
        "UPDATE SET counts = excluded.counts",
        key, month, counts.encode());
}

base::Result<void> TransitRows::add(const TransitChanges& changes) {
    for (const auto& [at, change] : changes) {
        TransitCounts counts = TRY(row(at.first, at.second));
        counts.add(change);
        TRY(put_row(at.first, at.second, counts));
    }
    return make_stale(changes);
}

base::Result<void> TransitRows::make_stale(const TransitChanges& changes) {
    if (changes.empty()) return {};
    TransitMonth earliest = changes.begin()->first.second;
    for (const auto& change : changes)
        earliest = std::min(earliest, change.first.second);
    std::vector<StaleEstimate> stale;
    {
        storage::Statement rows = TRY(
            database_.query("SELECT lane, month, told, root_id, account_id, shipment FROM transit_part WHERE "
                            "told = '' AND month > ?",
                            earliest));
        while (TRY(rows.step())) {
            if (!is_stale(read_part(rows, 0), changes)) continue;
            stale.push_back({.owner = {.root = domain::AccountId{rows.int64(3)},
                                       .account = domain::AccountId{rows.int64(4)}},
                             .shipment = rows.string(5)});
        }
    }
    for (const StaleEstimate& each : stale)
        TRY(database_.execute("INSERT INTO transit_pending(root_id, account_id, shipment) VALUES(?, ?, ?) ON "
                              "CONFLICT DO NOTHING",
                              each.owner.root, each.owner.account, each.shipment));
    return {};
}

base::Result<TransitChanges> TransitRows::all_rows() {
    storage::Statement rows = TRY(database_.query("SELECT lane, month, counts FROM transit_history"));
    TransitChanges all;
    while (TRY(rows.step()))
        all[{rows.string(0), static_cast<TransitMonth>(rows.int64(1))}] =
            TransitCounts::decode(rows.string(2)).value_or(TransitCounts{});
    return all;
}

base::Result<void> TransitRows::recount() {
    // What there is, less what there should be: nothing remains of a sound history.
    TransitChanges changes = TRY(all_rows());
    {
        storage::Statement parts =
            TRY(database_.query("SELECT lane, month, told FROM transit_part WHERE told <> ''"));
        while (TRY(parts.step()))
            note(changes, read_part(parts, 0), Told::taken_away);
    }
    TransitChanges back;
    for (const auto& [at, change] : changes)
        back[at].take_away(change);
    return add(back);
}

base::Result<std::vector<StaleEstimate>> TransitRows::stale(std::int64_t limit) {
    storage::Statement rows = TRY(database_.query(
        "SELECT p.root_id, p.account_id, p.shipment FROM transit_pending p JOIN (SELECT root_id, account_id "
        "FROM transit_pending LIMIT 1) o ON o.root_id = p.root_id AND o.account_id = p.account_id LIMIT ?",
        limit));
    std::vector<StaleEstimate> stale;
    while (TRY(rows.step()))
        stale.push_back(
            {.owner = {.root = domain::AccountId{rows.int64(0)}, .account = domain::AccountId{rows.int64(1)}},
             .shipment = rows.string(2)});
    return stale;
}

base::Result<void> TransitRows::settle(const StaleEstimate& estimate) {
    return database_.execute(
        "DELETE FROM transit_pending WHERE root_id = ? AND account_id = ? AND shipment = ?",
        estimate.owner.root, estimate.owner.account, estimate.shipment);
}

} // namespace orderdeck::server::persistence::sqlite
