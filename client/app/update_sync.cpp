#include "client/app/update.h"

#include "shared/base/text.h"

namespace orderdeck::client::app {

Effects update_clock(Model& model, const ClockRead& action) {
    constexpr std::int64_t kHour = 3'600'000;
    const bool new_hour = action.now.milliseconds() / kHour != model.clock.now.milliseconds() / kHour;
    model.clock.now = action.now;
    forget_download(model);
    if (model.toast && model.toast->until <= action.now) model.toast.reset();
    // With the time passes what is late and what arrives this week.
    if (new_hour && model.orders.listing) return {ListOrders{model.orders.query}};
    return {};
}

Effects update_sync(Model& model, const SyncReported& action) {
    const bool ended =
        action.status.phase == sync::SyncPhase::logged_out && model.sync.phase != action.status.phase;
    // A routine question each few seconds is not worth a word that comes and goes.
    const bool routine =
        action.status.phase == sync::SyncPhase::updating && model.sync.phase == sync::SyncPhase::up_to_date;
    model.sync = action.status;
    if (routine) model.sync.phase = sync::SyncPhase::up_to_date;
    if (ended) return {Leave{"/login?next=" + base::percent_encode(path_of(model.route))}};
    if (action.generation == model.generation) return {};
    model.generation = action.generation;
    Effects effects{ListOrders{model.orders.query}};
    if (std::holds_alternative<OrderRoute>(model.route))
        effects.emplace_back(ReadOrder{model.order_page.order});
    return effects;
}

} // namespace orderdeck::client::app
