#pragma once

#include "server/persistence/sqlite/store.h"
#include "shared/domain/kpi/on_time.h"

#include <string_view>

namespace orderdeck::server::cli::kpi {

/// What a figure speaks about: an account code with all nodes below it, or "all".
struct OnTimeQuestion {
    std::string_view account;
    domain::OnTimeWindow window;
    base::LocalDate today;
};

struct OnTimeAnswer {
    domain::OnTimeFigure figure;
    std::int64_t orders = 0;
    std::int64_t lines = 0; ///< without wholly cancelled ones
};

/// Counts the lines of the store by the core's rule. `not_found` for an unknown account.
base::Result<OnTimeAnswer> count_on_time(persistence::sqlite::Store& store, const OnTimeQuestion& question);

} // namespace orderdeck::server::cli::kpi
