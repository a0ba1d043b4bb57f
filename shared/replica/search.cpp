#include "shared/replica/search.h"

#include "shared/base/text.h"
#include "shared/storage/ngram.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace orderdeck::replica {
namespace {

constexpr std::size_t kEverything = std::numeric_limits<std::size_t>::max();
constexpr std::size_t kNewestParcels = 200; // a preview must not walk every parcel for a search of one letter
constexpr std::size_t kNewestCandidates = 200;

using Ids = std::vector<std::int64_t>;

/// The highest of the ids that were added, at most `limit`.
class HighestIds {
public:
    explicit HighestIds(std::size_t limit) : limit_(limit) {}

    /// Whether the id, and so any below it, could still be among them.
    bool wants(std::int64_t id) const { return id > floor_; }
    void add(std::int64_t id) {
        if (!wants(id)) return;
        ids_.push_back(id);
        if (ids_.size() / 2 >= limit_) trim();
    }
    /// Distinct, highest first.
    Ids take() {
        trim();
        return std::move(ids_);
    }

private:
    void trim() {
        std::sort(ids_.begin(), ids_.end(), std::greater<>());
        ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
        if (ids_.size() < limit_) return;
        ids_.resize(limit_);
        floor_ = ids_.back();
    }

    std::size_t limit_;
    std::int64_t floor_ = std::numeric_limits<std::int64_t>::min();
    Ids ids_;
};

/// Ids, highest first, and whether these are all.
struct Found {
    Ids ids;
    SearchExtent extent = SearchExtent::all;
};

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

base::Result<bool> holds(storage::Statement& texts, std::int64_t id, std::string_view term) {
    texts.bind(1, id);
    bool found = false;
    if (TRY(texts.step())) {
        for (int column = 0; column < texts.column_count() && !found; ++column)
            found = base::fold_for_search(texts.text(column)).find(term) != std::string::npos;
    }
    texts.reset();
    return found;
}

/// Rows that hold the term, `limit` of them at most.
base::Result<Found> hits_of(storage::Database& database, const SearchSource& source, std::string_view term,
                            std::size_t limit) {
    const bool exact = storage::is_match_exact(term);
    auto rows = TRY(database.query(source.hits, storage::ngram_match_expression(term)));
    auto texts = TRY(database.statement(source.texts));
    Found found;
    while (TRY(rows.step())) {
        const std::int64_t id = rows.int64(0);
        if (!exact && !TRY(holds(texts, id, term))) continue;
        found.ids.push_back(id);
        if (found.ids.size() < limit) continue;
        found.extent = SearchExtent::newest;
        break;
    }
    return found;
}

/// Adds the orders that the ids lead to. The links of an id come with the highest order first.
base::Result<void> add_linked(storage::Database& database, std::string_view sql, const Ids& ids,
                              HighestIds& orders) {
    storage::Statement links = TRY(database.statement(sql));
    for (const std::int64_t id : ids) {
        links.bind(1, id);
        while (TRY(links.step()) && orders.wants(links.int64(0)))
            orders.add(links.int64(0));
        links.reset();
    }
    return {};
}

base::Result<Found> orders_with(storage::Database& database, std::string_view term, std::size_t limit) {
    HighestIds orders(limit);
    for (const std::int64_t id : TRY(hits_of(database, kOrders, term, limit)).ids)
        orders.add(id);
    const Found items = TRY(hits_of(database, kItems, term, kEverything));
    TRY(add_linked(database, "SELECT order_id FROM order_line WHERE item_id = ?1 ORDER BY order_id DESC",
                   items.ids, orders));
    const Found shipments =
        TRY(hits_of(database, kShipments, term, limit == kEverything ? limit : kNewestParcels));
    TRY(add_linked(database,
                   "SELECT order_id FROM shipment_line WHERE shipment_id = ?1 ORDER BY order_id DESC",
                   shipments.ids, orders));
    Found found{orders.take(), shipments.extent};
    if (found.ids.size() >= limit) found.extent = SearchExtent::newest;
    return found;
}

/// Orders that hold every term, by walking all of them.
base::Result<Found> orders_with_all(storage::Database& database, const std::vector<std::string>& terms) {
    Found found = TRY(orders_with(database, terms.front(), kEverything));
    for (std::size_t i = 1; i < terms.size() && !found.ids.empty(); ++i) {
        const Found orders = TRY(orders_with(database, terms[i], kEverything));
        Ids both;
        std::set_intersection(found.ids.begin(), found.ids.end(), orders.ids.begin(), orders.ids.end(),
                              std::back_inserter(both), std::greater<>());
        found.ids = std::move(both);
    }
    return found;
}

/// Orders that hold every term, found among the newest that hold the longest.
base::Result<Found> newest_with_all(storage::Database& database, const std::vector<std::string>& terms,
                                    std::string_view text) {
    if (terms.size() == 1) return orders_with(database, terms.front(), kNewestHits);
    const std::string& longest =
        *std::max_element(terms.begin(), terms.end(),
                          [](const auto& left, const auto& right) { return left.size() < right.size(); });
    const Found candidates = TRY(orders_with(database, longest, kNewestCandidates));
    Found found{{}, candidates.extent};
    for (const std::int64_t id : candidates.ids) {
        const domain::OrderId order(id);
        if (TRY(explain_matches(database, text, {&order, 1})).size() < terms.size()) continue;
        found.ids.push_back(id);
        if (found.ids.size() < kNewestHits) continue;
        found.extent = SearchExtent::newest;
        break;
    }
    return found;
}

} // namespace

base::Result<SearchHits> search_orders(storage::Database& database, std::string_view text,
                                       SearchExtent extent) {
    const std::vector<std::string> terms = storage::search_terms(text);
    if (terms.empty()) return SearchHits{};
    Found found;
    if (extent == SearchExtent::newest) found = TRY(newest_with_all(database, terms, text));
    // That nothing is found is said only after looking everywhere.
    const bool is_open = found.ids.empty() && found.extent == SearchExtent::newest;
    if (extent == SearchExtent::all || is_open) found = TRY(orders_with_all(database, terms));
    return SearchHits{{found.ids.begin(), found.ids.end()}, found.extent};
}

} // namespace orderdeck::replica
