#include "shared/base/text.h"
#include "shared/replica/search.h"
#include "shared/storage/ngram.h"

namespace orderdeck::replica {
namespace {

struct Field {
    SearchField field;
    std::string text;
    std::string folded;
};

/// A query with one parameter, the order's id; each column is a field.
struct FieldQuery {
    std::string_view sql;
    SearchField first;
    SearchField second;
};

constexpr FieldQuery kQueries[] = {
    {"SELECT number, customer_reference FROM sales_order WHERE id = ?1", SearchField::order_number,
     SearchField::customer_reference},
    {"SELECT project, ship_to FROM sales_order WHERE id = ?1", SearchField::project, SearchField::ship_to},
    {"SELECT i.sku, i.name FROM order_line l JOIN item i ON i.id = l.item_id WHERE l.order_id = ?1 ORDER BY "
     "l.id",
     SearchField::item_sku, SearchField::item_name},
    {"SELECT '', translated_texts(i.name_names) FROM order_line l JOIN item i ON i.id = l.item_id "
     "WHERE l.order_id = ?1 ORDER BY l.id",
     SearchField::item_sku, SearchField::item_name},
    {"SELECT s.number, s.tracking_number FROM shipment_line k JOIN shipment s ON s.id = k.shipment_id "
     "WHERE k.order_id = ?1 ORDER BY s.id",
     SearchField::shipment_number, SearchField::tracking_number},
};

base::Result<std::vector<Field>> fields_of(storage::Database& database, domain::OrderId order) {
    std::vector<Field> fields;
    for (const FieldQuery& query : kQueries) {
        auto rows = TRY(database.query(query.sql, order));
        while (TRY(rows.step())) {
            fields.push_back({query.first, rows.string(0), base::fold_for_search(rows.text(0))});
            // Several translations come as lines.
            for (const std::string_view text : base::split(rows.text(1), '\n')) {
                fields.push_back({query.second, std::string(text), base::fold_for_search(text)});
            }
        }
    }
    return fields;
}

} // namespace

base::Result<std::vector<SearchMatch>> explain_matches(storage::Database& database, std::string_view text,
                                                       std::span<const domain::OrderId> orders) {
    const std::vector<std::string> terms = storage::search_terms(text);
    std::vector<SearchMatch> matches;
    if (terms.empty()) return matches;
    for (const domain::OrderId order : orders) {
        const std::vector<Field> fields = TRY(fields_of(database, order));
        for (const std::string& term : terms) {
            for (const Field& field : fields) {
                if (field.folded.find(term) == std::string::npos) continue;
                matches.push_back({order, field.field, field.text});
                break;
            }
        }
    }
    return matches;
}

} // namespace orderdeck::replica
