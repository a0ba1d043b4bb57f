#include "shared/replica/own_columns.h"

#include "shared/domain/milestone.h"
#include "shared/domain/order.h"
#include "shared/domain/stage.h"
#include "shared/domain/summary.h"

#include <array>

namespace orderdeck::replica {
namespace {

using Namer = std::string_view (*)(std::int64_t);

template <typename Enum>
std::string_view name(std::int64_t value) {
    return domain::name_of(static_cast<Enum>(value));
}

struct State {
    std::string_view table;
    std::string_view column;
    Namer name;
};

constexpr std::array kStates{
    State{"sales_order", "amount_basis", name<domain::AmountBasis>},
    State{"sales_order", "flow", name<domain::Flow>},
    State{"order_line", "commercial", name<domain::CommercialState>},
    State{"milestone", "code", name<domain::MilestoneCode>},
    State{"promise", "party", name<domain::Party>},
    State{"hold", "reason", name<domain::HoldReason>},
    State{"hold", "owner", name<domain::Party>},
    State{"order_summary", "headline_kind", name<domain::HeadlineKind>},
    State{"order_summary", "headline_stage", name<domain::Stage>},
    State{"order_summary", "low", name<domain::Stage>},
    State{"order_summary", "high", name<domain::Stage>},
    State{"order_summary", "commercial", name<domain::CommercialState>},
    State{"order_summary", "supply", name<domain::SupplyState>},
    State{"order_summary", "logistics", name<domain::LogisticsState>},
    State{"order_summary", "billing", name<domain::BillingState>},
    State{"order_summary", "returns", name<domain::ReturnState>},
    State{"order_summary", "hold_reason", name<domain::HoldReason>},
    State{"order_summary", "hold_owner", name<domain::Party>},
    State{"order_summary", "turn", name<domain::Party>},
};

struct Unit {
    std::string_view suffix;
    OwnForm form;
    std::size_t dropped; ///< so many characters of the name say the unit alone
};
constexpr std::array kUnits{Unit{"_on", OwnForm::day, 0}, Unit{"_at", OwnForm::instant, 0},
                            Unit{"_micro", OwnForm::quantity, 6}, Unit{"_minor", OwnForm::money, 6}};

} // namespace

OwnColumn own_column(std::string_view table, const api::SyncColumn& column) {
    for (const State& state : kStates)
        if (state.table == table && state.column == column.name)
            return {std::string(column.name), OwnForm::state, state.name};
    // lines_at is a list of counts and no instant.
    if (column.type == api::ColumnType::integer) {
        for (const Unit& unit : kUnits) {
            if (!column.name.ends_with(unit.suffix)) continue;
            return {std::string(column.name.substr(0, column.name.size() - unit.dropped)), unit.form,
                    nullptr};
        }
    }
    return {std::string(column.name), OwnForm::as_is, nullptr};
}

} // namespace orderdeck::replica
