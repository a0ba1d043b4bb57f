#include "tests/server/exports/sample_rows.h"

#include <catch2/catch_test_macros.hpp>

namespace orderdeck::test {

SampleRow::SampleRow(std::string_view text) {
    order.id = domain::OrderId(1);
    order.number = text;
    order.customer_reference = text;
    order.project = text;
    order.ship_to = text;
    order.currency = domain::Currency::parse("CNY").value();
    order.placed = domain::Occurrence{base::LocalDate::parse("2026-10-01").value(), {}, {}};
    order.delivery_utc_offset_minutes = 480;
    summary.headline = {domain::HeadlineKind::stage, domain::Stage::confirmed, 1, 1};
    summary.lines = 1;
    summary.promised_on = base::LocalDate::parse("2026-11-20").value();
    summary.promised_first_on = base::LocalDate::parse("2026-11-14").value();
    summary.promise_moves = 1;
    summary.late_at = base::Timestamp::parse("2026-11-20T16:00:00Z").value();
    summary.total_minor = 48290050;
    summary.open_minor = -7;
    item.name.text = text;
    item.sku = text;
}

std::vector<server::exports::Cell> SampleRow::cells(const words::ViewContext& context) const {
    const server::exports::OrderRow row{order, summary, &item, order.project};
    std::vector<server::exports::Cell> cells;
    for (const server::exports::Column& column : server::exports::order_columns())
        cells.push_back(column.value(context, row));
    return cells;
}

words::ViewContext shanghai(std::string_view language) {
    base::ViewerClock clock;
    clock.now = base::Timestamp::parse("2026-11-22T02:06:00Z").value();
    clock.transitions = {{0, 480}};
    return {i18n::language_for(language), clock};
}

std::size_t column_named(const words::ViewContext& context, std::string_view title) {
    const auto columns = server::exports::order_columns();
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (context.language.raw(columns[i].title) == title) return i;
    FAIL("no column " << title);
    return 0;
}

} // namespace orderdeck::test
