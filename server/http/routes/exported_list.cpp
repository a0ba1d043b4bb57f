#include "server/http/routes/exported_list.h"

#include "server/http/negotiation.h"
#include "server/persistence/sqlite/account_store.h"
#include "server/persistence/sqlite/order_store.h"
#include "shared/base/utf8.h"

#include <algorithm>
#include <map>

namespace orderdeck::server::http::routes {
namespace {

constexpr std::size_t kBatch = 500;
constexpr std::size_t kLongestRestrictions = 500;

/// Names of the accounts that a caller may see, in a language.
struct Companies {
    std::map<domain::AccountId, std::string> names;
    std::string granted; ///< of the nodes that were granted

    std::string_view name_of(domain::AccountId account) const {
        const auto found = names.find(account);
        return found == names.end() ? std::string_view() : std::string_view(found->second);
    }
};

base::Result<Companies> read_companies(storage::Database& database, const persistence::Scope& scope,
                                       const i18n::Language& language) {
    persistence::sqlite::AccountStore accounts(database);
    Companies companies;
    for (const domain::Account& account : TRY(accounts.list(scope))) {
        const std::string& name = account.name.in(language.tag());
        companies.names.emplace(account.id, name);
        if (std::find(scope.nodes().begin(), scope.nodes().end(), account.id) == scope.nodes().end())
            continue;
        if (!companies.granted.empty()) companies.granted += ", ";
        companies.granted += name;
    }
    return companies;
}

base::Result<void> write_rows(const ListForm& form, const Companies& companies,
                              std::span<const persistence::sqlite::OrderEntry> entries,
                              exports::Sheet& sheet) {
    std::vector<exports::Cell> cells;
    for (const persistence::sqlite::OrderEntry& entry : entries) {
        const exports::OrderRow row{entry.order, entry.summary, entry.lead_item ? &*entry.lead_item : nullptr,
                                    companies.name_of(entry.order.account)};
        cells.clear();
        for (const exports::Column& column : exports::order_columns())
            cells.push_back(column.value(form.context, row));
        TRY(sheet.add(cells));
    }
    return {};
}

/// The parts of the orders, in the order of the list.
base::Result<void> write_parts(const ListForm& form, const persistence::sqlite::OrderBatch& batch,
                               std::span<const persistence::sqlite::OrderEntry> entries,
                               exports::PartSink& sink) {
    std::map<domain::OrderId, const domain::OrderRecords*> orders;
    for (const domain::OrderRecords& records : batch.orders)
        orders.emplace(records.order.id, &records);
    for (const persistence::sqlite::OrderEntry& entry : entries) {
        const auto found = orders.find(entry.order.id);
        if (found == orders.end()) continue;
        const exports::OrderParts parts{*found->second, batch.items};
        for (std::size_t sheet = 0; sheet < exports::part_sheets().size(); ++sheet) {
            for (const exports::PartRow& row : exports::part_sheets()[sheet].rows(form.context, parts))
                TRY(sink.add_part(sheet, row));
        }
    }
    return {};
}

exports::SheetHead head_of(const ListForm& form, const Companies& companies, std::size_t listed,
                           std::size_t left_out) {
    const words::ViewContext& context = form.context;
    return {.title = context.text("orders.title"),
            .account = companies.granted,
            .restrictions = form.list.restrictions,
            .count = context.text("export.count", {{"count", listed}}),
            .as_of = exports::as_of_words(context),
            .left_out =
                left_out == 0 ? std::string() : context.text("export.left_out", {{"count", left_out}})};
}

} // namespace

base::Result<words::ViewContext> read_view_context(const Call& call, std::string_view language,
                                                   std::string_view zone) {
    std::vector<std::string> wanted{std::string(language), call.principal->language};
    std::erase(wanted, std::string());
    const std::vector<std::string> accepted =
        accepted_languages(call.request.headers.value("Accept-Language"));
    wanted.insert(wanted.end(), accepted.begin(), accepted.end());
    base::ViewerClock clock;
    clock.now = call.now;
    clock.transitions = TRY(api::decode_zone(zone));
    return words::ViewContext{.language = i18n::language_for(wanted), .clock = std::move(clock)};
}

base::Result<ListForm> read_list_form(const Call& call) {
    const Parameters form = TRY(Parameters::parse(call.body));
    api::OrderExport list;
    list.orders = TRY(api::decode_orders(form.value("orders")));
    list.restrictions = base::truncate_utf8(form.value("restrictions"), kLongestRestrictions);
    words::ViewContext context = TRY(read_view_context(call, form.value("language"), form.value("zone")));
    return ListForm{.list = std::move(list), .context = std::move(context)};
}

Response list_refused(const base::Error& error) {
    if (error.code == base::ErrorCode::too_large)
        return problem(problems::kTooLarge, "At most " + std::to_string(api::kMostExportedOrders) +
                                                " orders are exported at once.");
    return problem(problems::kBadParameter, "Needed are orders (ids with dots between them) and format.");
}

base::Result<WrittenList> write_list(const Services& services, const Call& call, const ListForm& form,
                                     exports::Sheet& sheet) {
    auto lease = TRY(services.store.read());
    const auto snapshot = TRY(lease.snapshot());
    const persistence::Scope& scope = call.principal->scope;
    const Companies companies = TRY(read_companies(*lease, scope, form.context.language));
    persistence::sqlite::OrderStore store(*lease);
    std::vector<domain::OrderId> batch;
    std::size_t listed = 0;
    for (std::size_t from = 0; from < form.list.orders.size(); from += kBatch) {
        batch.clear();
        for (std::size_t i = from; i < std::min(from + kBatch, form.list.orders.size()); ++i)
            batch.emplace_back(form.list.orders[i]);
        const auto entries = TRY(store.entries(scope, batch));
        TRY(write_rows(form, companies, entries, sheet));
        if (exports::PartSink* parts = sheet.parts())
            TRY(write_parts(form, TRY(store.batch(scope, batch)), entries, *parts));
        listed += entries.size();
    }
    WrittenList written;
    written.left_out = form.list.orders.size() - listed;
    written.file = TRY(sheet.finish(head_of(form, companies, listed, written.left_out)));
    return written;
}

} // namespace orderdeck::server::http::routes
