#pragma once

#include "client/app/model.h"
#include "client/screens/words/words.h"
#include "shared/domain/account.h"
#include "shared/domain/order.h"
#include "shared/domain/order_records.h"
#include "shared/storage/database.h"

#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::test {

/// An order with the items of its lines.
struct SampleOrder {
    domain::OrderRecords records;
    std::vector<domain::Item> items;

    domain::Line& line(std::string_view number);
};

base::LocalDate date(std::string_view iso);
base::Timestamp at(std::string_view iso);

/// No-break spaces as blanks: what a reader sees.
std::string with_plain_blanks(std::string_view text);

/// Sunday 22 November 2026, 10:00 in Shanghai.
client::screens::ViewContext context_in(std::string_view language);

/// Five lines: 1 delivered, 2 and 3 in transit, 4 in production and moved twice, 5 ready. Number SO-2026-00471`index`.
SampleOrder partly_shipped(std::int64_t index);
/// One line, confirmed for a day that has passed.
SampleOrder overdue(std::int64_t index);
/// One line, waiting for the customer's drawing.
SampleOrder on_hold(std::int64_t index);
/// One line, delivered when promised.
SampleOrder delivered(std::int64_t index);

domain::OrderDetails details_of(const SampleOrder& order);
/// A complete replica in memory.
storage::Database replica_with(const std::vector<SampleOrder>& orders);

} // namespace orderdeck::test
