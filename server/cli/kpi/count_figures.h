#pragma once

#include "server/persistence/sqlite/store.h"
#include "shared/domain/kpi/figures.h"

#include <map>
#include <string>
#include <string_view>

namespace orderdeck::server::cli::kpi {

/// What the figures speak about: an account code with all nodes below it, or "all"; and by what they are counted.
struct AccountQuestion {
    std::string_view account;
    domain::FigureQuestion figures;
};

/// Every figure. `not_found` for an unknown account.
base::Result<domain::FigureBook> count_figures(persistence::sqlite::Store& store,
                                               const AccountQuestion& question);

/// One figure with its rows, and what these are called outside.
struct FigureRows {
    domain::FigureBook book; ///< holds the one figure
    struct OrderName {
        std::string account_code;
        std::string number;
        domain::Currency currency;
    };
    std::map<domain::OrderId, OrderName> orders;
    std::map<domain::LineId, std::string> lines;
};
base::Result<FigureRows> list_rows(persistence::sqlite::Store& store, const AccountQuestion& question,
                                   const domain::FigureDefinition& figure);

} // namespace orderdeck::server::cli::kpi
