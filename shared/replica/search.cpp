#include "shared/replica/search.h"

#include "shared/base/text.h"
#include "shared/storage/ngram.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace orderdeck::replica {
namespace {

constexpr std::size_t kEverything = std::numeric_limits<std::size_t>::max();
constexpr std::size_t kNewestParcels = 500; // a preview must not walk every parcel for a search of one letter
constexpr std::size_t kNewestCandidates = 200;

using Ids = std::vector<std::int64_t>;

/// Where one kind of thing is indexed and how its texts are read back to check a hit.
struct SearchSource {
    std::string_view hits;
    std::string_view texts;
};

constexpr SearchSource kOrders{
    "SELECT rowid FROM order_search WHERE order_search MATCH ?1 ORDER BY rowid DESC",
    "SELECT number, customer_reference, project, ship_to FROM sales_order WHERE id = ?1"};
constexpr SearchSource kItems{"SELECT rowid FROM item_search WHERE item_search MATCH ?1 ORDER BY rowid DESC",
                              "SELECT sku, name, translated_texts(name_names) FROM item WHERE id = ?1"};
constexpr SearchSource kShipments{
    "SELECT rowid FROM shipment_search WHERE shipment_search MATCH ?1 ORDER BY rowid DESC",
    "SELECT number, tracking_number FROM shipment WHERE id = ?1"};

base::Result<bool> holds(storage::Database& database, std::string_view texts_sql, std::int64_t id,
                         std::string_view term) {
    auto row = TRY(database.query(texts_sql, id));
    if (!TRY(row.step())) return false;
    for (int column = 0; column < row.column_count(); ++column) {
        if (base::fold_for_search(row.text(column)).find(term) != std::string::npos) return true;
    }
    return false;
}

/// Ids of the rows that hold the term, highest first.
base::Result<Ids> hits_of(storage::Database& database, const SearchSource& source, std::string_view term,
                          std::size_t limit) {
    const bool exact = storage::is_match_exact(term);
    auto rows = TRY(database.query(source.hits, storage::ngram_match_expression(term)));
    Ids ids;
    while (ids.size() < limit && TRY(rows.step())) {
        const std::int64_t id = rows.int64(0);
        if (exact || TRY(holds(database, source.texts, id, term))) ids.push_back(id);
    }
    return ids;
}

/// Adds the orders that the ids lead to, at most `limit` newest ones each.
base::Result<void> add_linked(storage::Database& database, std::string_view sql, const Ids& ids,
                              std::size_t limit, Ids& orders) {
    storage::Statement links = TRY(database.statement(sql));
    for (const std::int64_t id : ids) {
        links.bind(1, id);
        for (std::size_t n = 0; n < limit && TRY(links.step()); ++n)
            orders.push_back(links.int64(0));
        links.reset();
    }
    return {};
}

void keep_distinct_newest_first(Ids& ids) {
    std::sort(ids.begin(), ids.end(), std::greater<>());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

base::Result<Ids> orders_with(storage::Database& database, std::string_view term, std::size_t limit) {
    Ids orders = TRY(hits_of(database, kOrders, term, limit));
    const Ids items = TRY(hits_of(database, kItems, term, kEverything));
    TRY(add_linked(database, "SELECT order_id FROM order_line WHERE item_id = ?1 ORDER BY order_id DESC",
                   items, limit, orders));
    const Ids shipments =
        TRY(hits_of(database, kShipments, term, limit == kEverything ? limit : kNewestParcels));
    TRY(add_linked(database, "SELECT order_id FROM shipment_line WHERE shipment_id = ?1", shipments,
                   kEverything, orders));
    keep_distinct_newest_first(orders);
    return orders;
}

/// Orders that hold every term, by walking all of them.
base::Result<Ids> orders_with_all(storage::Database& database, const std::vector<std::string>& terms) {
    Ids found = TRY(orders_with(database, terms.front(), kEverything));
    for (std::size_t i = 1; i < terms.size() && !found.empty(); ++i) {
        const Ids orders = TRY(orders_with(database, terms[i], kEverything));
        Ids both;
        std::set_intersection(found.begin(), found.end(), orders.begin(), orders.end(),
                              std::back_inserter(both), std::greater<>());
        found = std::move(both);
    }
    return found;
}

/// The newest orders that hold every term, found among the newest that hold the longest; nothing when these are too few
/// to know.
base::Result<Ids> newest_with_all(storage::Database& database, const std::vector<std::string>& terms,
                                  std::string_view text) {
    const std::string& longest =
        *std::max_element(terms.begin(), terms.end(),
                          [](const auto& left, const auto& right) { return left.size() < right.size(); });
    const Ids candidates = TRY(orders_with(database, longest, kNewestCandidates));
    Ids found;
    for (std::size_t i = 0; i < std::min(candidates.size(), kNewestCandidates) && found.size() < kNewestHits;
         ++i) {
        const domain::OrderId order(candidates[i]);
        if (TRY(explain_matches(database, text, {&order, 1})).size() == terms.size())
            found.push_back(candidates[i]);
    }
    const bool is_known = found.size() == kNewestHits || candidates.size() < kNewestCandidates;
    return is_known ? found : Ids{};
}

} // namespace

base::Result<std::vector<domain::OrderId>> search_orders(storage::Database& database, std::string_view text,
                                                         SearchExtent extent) {
    const std::vector<std::string> terms = storage::search_terms(text);
    if (terms.empty()) return std::vector<domain::OrderId>{};
    Ids found;
    if (extent == SearchExtent::newest) {
        found = terms.size() == 1 ? TRY(orders_with(database, terms.front(), kNewestHits))
                                  : TRY(newest_with_all(database, terms, text));
    }
    if (found.empty()) found = TRY(orders_with_all(database, terms));
    if (extent == SearchExtent::newest && found.size() > kNewestHits) found.resize(kNewestHits);
    return std::vector<domain::OrderId>(found.begin(), found.end());
}

} // namespace orderdeck::replica
