#include "server/ingest/projection/item_names.h"

#include "server/ingest/projection/merge.h"

#include <algorithm>

namespace orderdeck::server::ingest {
namespace {

base::Result<std::optional<domain::Item>> bare_item(AccountContext& context, domain::ItemId id) {
    storage::Statement row = TRY(context.writer().database().query(
        "SELECT sku, name FROM item WHERE root_id = ? AND id = ?", context.owner().root, id));
    if (!TRY(row.step())) return std::optional<domain::Item>{};
    return std::optional(
        domain::Item{.id = id, .sku = row.string(0), .name = {.text = row.string(1), .translations = {}}});
}

base::Result<std::vector<std::string>> orders_naming(AccountContext& context, domain::ItemId item) {
    storage::Statement rows = TRY(context.writer().database().query(
        "SELECT DISTINCT o.number FROM order_line l JOIN sales_order o ON o.root_id = l.root_id AND o.id = "
        "l.order_id WHERE l.root_id = ? AND l.item_id = ? ORDER BY o.number",
        context.owner().root, item));
    std::vector<std::string> orders;
    while (TRY(rows.step()))
        orders.push_back(rows.string(0));
    return orders;
}

/// Adds what the lines of an order that name the item state.
base::Result<void> add_translations(AccountContext& context, const std::string& order, domain::Item& item) {
    const std::vector<KnownFact> facts =
        TRY(context.facts_about({.kind = SubjectKind::order, .number = order}));
    const Speakers speakers(facts);
    for (const auto& [number, line] : sort_out(facts).lines) {
        Disputes ignored;
        const LineFact merged = merge_line(line.heads, speakers, ignored);
        const auto name = merged.item.value_or(domain::LocalizedText{});
        if (merged.sku.value_or("") == item.sku && name.text == item.name.text)
            item.name = unite(std::move(item.name), name);
    }
    return {};
}

} // namespace

domain::LocalizedText unite(domain::LocalizedText name, const domain::LocalizedText& other) {
    for (const auto& [language, text] : other.translations) {
        const auto known =
            std::find_if(name.translations.begin(), name.translations.end(),
                         [&language = language](const auto& entry) { return entry.first == language; });
        if (known == name.translations.end())
            name.translations.emplace_back(language, text);
        else
            known->second = std::max(known->second, text);
    }
    std::sort(name.translations.begin(), name.translations.end());
    return name;
}

base::Result<std::set<domain::ItemId>> translated_items(AccountContext& context,
                                                        const std::set<Subject>& subjects) {
    std::set<domain::ItemId> items;
    for (const Subject& subject : subjects) {
        if (subject.kind != SubjectKind::order) continue;
        storage::Statement rows = TRY(context.writer().database().query(
            "SELECT DISTINCT i.id FROM sales_order o JOIN order_line l ON l.root_id = o.root_id AND "
            "l.order_id = o.id JOIN item i ON i.root_id = l.root_id AND i.id = l.item_id WHERE o.root_id = ? "
            "AND o.account_id = ? AND o.number = ? AND i.name_names <> ''",
            context.owner().root, context.owner().account, subject.number));
        while (TRY(rows.step()))
            items.insert(domain::ItemId{rows.int64(0)});
    }
    return items;
}

base::Result<void> renew_translations(AccountContext& context, const std::set<domain::ItemId>& items) {
    for (const domain::ItemId id : items) {
        auto item = TRY(bare_item(context, id));
        if (!item) continue;
        for (const std::string& order : TRY(orders_naming(context, id)))
            TRY(add_translations(context, order, *item));
        TRY(context.writer().put(context.owner(), *item));
    }
    return {};
}

} // namespace orderdeck::server::ingest
