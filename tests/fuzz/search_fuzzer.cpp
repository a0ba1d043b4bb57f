// The search of the replica. The first line of an input is what is searched for, the second the number of an order, the
// third its project, the rest the name of its item.
#include "shared/base/text.h"
#include "shared/base/utf8.h"
#include "shared/replica/search.h"
#include "shared/storage/ngram.h"
#include "tests/fuzz/replica_rows.h"

#include <algorithm>

using namespace orderdeck;
using replica::SearchExtent;

namespace {

constexpr std::int64_t kOrder = 2;

api::TableBatch row_of(std::string_view table, std::string_view column, std::string_view text,
                       std::string_view second = {}, std::string_view second_text = {}) {
    const api::SyncTable& described = *api::find_sync_table(table);
    api::TableBatch batch(described);
    for (std::size_t i = 0; i < batch.columns.size(); ++i) {
        const std::string_view name = described.columns[i].name;
        if (described.columns[i].type == api::ColumnType::text)
            batch.columns[i].add_text(name == column ? text : name == second ? second_text : "");
        else
            batch.columns[i].add_integer(kOrder);
    }
    return batch;
}

void put_order(storage::Database& database, std::string_view number, std::string_view project,
               std::string_view item) {
    static std::int64_t head = 1;
    const std::vector<api::TableBatch> tables = {row_of("item", "name", item),
                                                 row_of("sales_order", "number", number, "project", project),
                                                 row_of("order_line", "number", "")};
    const std::string pages[] = {api::encode_sync_page(fuzz::head_at(++head), tables)};
    fuzz::expect(replica::apply_pull_pages(database, pages), "an order of any text is taken");
}

std::vector<domain::OrderId> found(storage::Database& database, std::string_view text, SearchExtent extent) {
    return fuzz::expect(replica::search_orders(database, text, extent), "a search never fails").orders;
}

bool contains(const std::vector<domain::OrderId>& orders, domain::OrderId order) {
    return std::find(orders.begin(), orders.end(), order) != orders.end();
}

void check_folding(std::string_view text) {
    const std::string folded = base::fold_for_search(text);
    fuzz::require(base::is_valid_utf8(folded), "folded text is UTF-8");
    fuzz::require(base::fold_for_search(folded) == folded, "folding twice is folding once");
    for (const storage::Ngram& ngram : storage::index_ngrams(text))
        fuzz::require(ngram.from < ngram.to && ngram.to <= text.size(), "a piece lies in its text");
    fuzz::require(storage::search_terms(text).size() <= 8, "at most eight words are looked for");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static storage::Database database = fuzz::small_replica("zebra");
    std::string_view text = fuzz::text_of(data, size);
    // A NUL between two letters folds away but is indexed: such texts are not held to the law of finding.
    if (text.find('\0') != std::string_view::npos) return check_folding(text), 0;
    const std::string_view sought = fuzz::take_line(text);
    const std::string_view number = fuzz::take_line(text);
    const std::string_view project = fuzz::take_line(text);
    check_folding(sought);
    put_order(database, number, project, text);

    const std::string texts[] = {base::fold_for_search(number), base::fold_for_search(project),
                                 base::fold_for_search(text)};
    const auto terms = storage::search_terms(sought);
    const bool holds = std::all_of(terms.begin(), terms.end(), [&](const std::string& term) {
        return std::any_of(std::begin(texts), std::end(texts),
                           [&](const std::string& each) { return each.find(term) != std::string::npos; });
    });
    const auto all = found(database, sought, SearchExtent::all);
    const auto newest = found(database, sought, SearchExtent::newest);
    fuzz::require(contains(all, domain::OrderId(kOrder)) == (holds && !terms.empty()),
                  "found is what holds every word");
    fuzz::require(newest.empty() == all.empty(), "the first answer is only empty when nothing is found");
    fuzz::require(std::all_of(newest.begin(), newest.end(),
                              [&](domain::OrderId order) { return contains(all, order); }),
                  "the first answer is part of the whole one");
    if (!holds || terms.empty()) return 0;
    const domain::OrderId order(kOrder);
    const auto matches =
        fuzz::expect(replica::explain_matches(database, sought, {&order, 1}), "a find can be explained");
    fuzz::require(matches.size() == terms.size(), "each word has its place");
    return 0;
}
