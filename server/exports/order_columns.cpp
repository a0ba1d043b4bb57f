#include "server/exports/order_columns.h"

#include "server/exports/cells.h"
#include "shared/i18n/domain_words.h"
#include "shared/i18n/format_date.h"
#include "shared/words/order_row.h"
#include "shared/words/status_words.h"

#include <array>
#include <cstdlib>

namespace orderdeck::server::exports {
namespace {

using words::ViewContext;

/// "+08:00".
std::string offset_words(base::Duration offset) {
    constexpr std::int64_t kMinute = 60'000;
    const std::int64_t minutes = std::abs(offset.count() / kMinute);
    const auto two = [](std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return (offset.count() < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60);
}

/// ISO 8601 in the reader's zone, to the minute: "2026-11-23T11:06+08:00".
std::string as_of_instant(const ViewContext& context) {
    const base::Timestamp now = context.clock.now;
    const base::Duration offset = context.clock.offset_at(now);
    const std::string local = (now + offset).to_string();
    return local.substr(0, std::string_view("2026-11-23T11:06").size()) + offset_words(offset);
}

Cell placed(const ViewContext&, const OrderRow& row) {
    return row.order.placed ? Cell{row.order.placed->on} : Cell{};
}

Cell attention(const ViewContext& context, const OrderRow& row) {
    const auto pill = words::main_pill(context, row.summary, row.order);
    return pill ? text_cell(pill->label) : Cell{};
}

Cell days_late(const ViewContext& context, const OrderRow& row) {
    const int days = row.summary.complete ? row.summary.delivered_late_days
                                          : domain::late_days(row.summary, row.order, context.clock.now);
    return days > 0 ? number_cell(days) : Cell{};
}

Cell hold_reason(const ViewContext& context, const OrderRow& row) {
    if (!row.summary.hold_reason) return {};
    return text_cell(context.language.raw(i18n::message_of(*row.summary.hold_reason)));
}

Cell payment_due(const ViewContext&, const OrderRow& row) {
    if (!row.summary.payment_due_on) return {};
    return Cell{domain::Money{row.summary.payment_due_minor, row.order.currency}};
}

const std::array kColumns{
    Column{"export.column.number", CellKind::text, Medium::file_and_paper, 16,
           [](const ViewContext&, const OrderRow& row) { return text_cell(row.order.number); }},
    Column{"export.column.reference", CellKind::text, Medium::file_and_paper, 16,
           [](const ViewContext&, const OrderRow& row) { return text_cell(row.order.customer_reference); }},
    Column{"facts.company", CellKind::text, Medium::file, 22,
           [](const ViewContext&, const OrderRow& row) { return text_cell(row.company); }},
    Column{"facts.project", CellKind::text, Medium::file, 18,
           [](const ViewContext&, const OrderRow& row) { return text_cell(row.order.project); }},
    Column{"facts.ship_to", CellKind::text, Medium::file, 26,
           [](const ViewContext&, const OrderRow& row) { return text_cell(row.order.ship_to); }},
    Column{"orders.column.items", CellKind::text, Medium::file_and_paper, 36,
           [](const ViewContext& context, const OrderRow& row) {
               return text_cell(words::items_words(context, row.summary, row.lead_item));
           }},
    Column{"export.column.sku", CellKind::text, Medium::file, 16,
           [](const ViewContext&, const OrderRow& row) {
               return row.lead_item == nullptr ? Cell{} : text_cell(row.lead_item->sku);
           }},
    Column{"export.column.place", CellKind::text, Medium::file_and_paper, 26,
           [](const ViewContext&, const OrderRow& row) { return text_cell(words::place_words(row.order)); }},
    Column{"orders.column.status", CellKind::text, Medium::file_and_paper, 28,
           [](const ViewContext& context, const OrderRow& row) {
               return text_cell(words::long_headline(context, row.summary));
           }},
    Column{"export.column.attention", CellKind::text, Medium::file_and_paper, 16, attention},
    Column{"export.column.lines", CellKind::number, Medium::file, 8,
           [](const ViewContext&, const OrderRow& row) { return number_cell(row.summary.lines); }},
    Column{"export.column.lines_shipped", CellKind::number, Medium::file, 8,
           [](const ViewContext&, const OrderRow& row) { return number_cell(row.summary.lines_shipped); }},
    Column{"export.column.lines_delivered", CellKind::number, Medium::file, 8,
           [](const ViewContext&, const OrderRow& row) { return number_cell(row.summary.lines_delivered); }},
    Column{"facts.ordered", CellKind::date, Medium::file_and_paper, 12, placed},
    Column{"facts.requested", CellKind::date, Medium::file, 12,
           [](const ViewContext&, const OrderRow& row) { return date_cell(row.summary.requested_on); }},
    Column{"export.column.promised_first", CellKind::date, Medium::file, 12,
           [](const ViewContext&, const OrderRow& row) { return date_cell(row.summary.promised_first_on); }},
    Column{"facts.promised", CellKind::date, Medium::file_and_paper, 12,
           [](const ViewContext&, const OrderRow& row) { return date_cell(row.summary.promised_on); }},
    Column{"export.column.moves", CellKind::number, Medium::file, 8,
           [](const ViewContext&, const OrderRow& row) { return number_cell(row.summary.promise_moves); }},
    Column{"export.column.forecast", CellKind::date, Medium::file, 12,
           [](const ViewContext&, const OrderRow& row) { return date_cell(row.summary.forecast_on); }},
    Column{"export.column.delivered", CellKind::date, Medium::file_and_paper, 12,
           [](const ViewContext&, const OrderRow& row) { return date_cell(row.summary.delivered_on); }},
    Column{"export.column.days_late", CellKind::number, Medium::file, 8, days_late},
    Column{"facts.total", CellKind::money, Medium::file_and_paper, 16,
           [](const ViewContext&, const OrderRow& row) {
               return Cell{domain::Money{row.summary.total_minor, row.order.currency}};
           }},
    Column{"export.column.open", CellKind::money, Medium::file, 16,
           [](const ViewContext&, const OrderRow& row) {
               return Cell{domain::Money{row.summary.open_minor, row.order.currency}};
           }},
    Column{"export.column.currency", CellKind::text, Medium::file, 9,
           [](const ViewContext&, const OrderRow& row) { return text_cell(row.order.currency.code()); }},
    Column{"export.column.basis", CellKind::text, Medium::file, 14,
           [](const ViewContext& context, const OrderRow& row) {
               return text_cell(context.language.raw(i18n::message_of(row.order.amount_basis)));
           }},
    Column{"export.column.made", CellKind::number, Medium::file, 10,
           [](const ViewContext&, const OrderRow& row) {
               return percent_cell(row.summary.production_permille);
           }},
    Column{"holds.title", CellKind::text, Medium::file, 24, hold_reason},
    Column{"export.column.since", CellKind::date, Medium::file, 12,
           [](const ViewContext&, const OrderRow& row) { return date_cell(row.summary.hold_since); }},
    Column{"export.column.waits_for", CellKind::text, Medium::file, 14,
           [](const ViewContext& context, const OrderRow& row) {
               return row.summary.hold_reason
                          ? text_cell(i18n::party_word(context.language, row.summary.hold_owner))
                          : Cell{};
           }},
    Column{"export.column.due", CellKind::date, Medium::file, 12,
           [](const ViewContext&, const OrderRow& row) { return date_cell(row.summary.payment_due_on); }},
    Column{"export.column.unpaid", CellKind::money, Medium::file, 16, payment_due},
    Column{"export.column.as_of", CellKind::text, Medium::file, 26,
           [](const ViewContext& context, const OrderRow&) { return text_cell(as_of_instant(context)); }},
};

} // namespace

std::span<const Column> order_columns() { return kColumns; }

std::string as_of_words(const ViewContext& context) {
    const base::Duration offset = context.clock.offset_at(context.clock.now);
    // Another year than this one makes the date say its year, which paper always needs.
    const base::LocalDate another_year = context.clock.today().plus_days(-400);
    const std::string date = i18n::format_date(context.language, context.clock.today(), another_year);
    const std::string time = i18n::format_time(context.language, context.clock.now, offset);
    return context.text("export.as_of",
                        {{"date", date}, {"time", time}, {"zone", "UTC" + offset_words(offset)}});
}

} // namespace orderdeck::server::exports
