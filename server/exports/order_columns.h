#pragma once

#include "shared/base/local_date.h"
#include "shared/domain/money.h"
#include "shared/domain/order.h"
#include "shared/domain/summary.h"
#include "shared/words/view_context.h"

#include <cstdint>
#include <span>
#include <string>
#include <variant>

namespace orderdeck::server::exports {

/// One order of a list with what its columns speak of.
struct OrderRow {
    const domain::Order& order;
    const domain::OrderSummary& summary;
    const domain::Item* lead_item; ///< null: not known
    std::string_view company;      ///< in the reader's language
};

/// The value of one cell. Texts come from outside and are never formulas; the others are ours.
using Cell =
    std::variant<std::monostate, std::string, base::LocalDate, std::int64_t, domain::Money, domain::Quantity>;

enum class CellKind : std::uint8_t { text, date, number, money };
/// A sheet of paper is narrow: it gets what the list on the screen shows.
enum class Medium : std::uint8_t { file, file_and_paper };

/// One column of every exported list; all formats are made of these.
struct Column {
    i18n::MessageId title;
    CellKind kind = CellKind::text;
    Medium medium = Medium::file;
    int width = 12; ///< in characters
    Cell (*value)(const words::ViewContext& context, const OrderRow& row);
};

/// In their order, from the left.
std::span<const Column> order_columns();

/// What stands above a list: of whom, which orders, as of when.
struct SheetHead {
    std::string title;        ///< "Orders"
    std::string account;      ///< companies of the reader
    std::string restrictions; ///< what the list is restricted by; may be empty
    std::string count;        ///< "42 orders"
    std::string as_of;        ///< "As of 23 Nov 2026 11:06 (UTC+08:00)"
    std::string left_out;     ///< how many are missing; empty: none
};

/// "As of 23 Nov 2026 11:06 (UTC+08:00)": lateness is true at that moment only.
std::string as_of_words(const words::ViewContext& context);

} // namespace orderdeck::server::exports
