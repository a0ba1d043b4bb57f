#pragma once

#include "server/cli/console.h"
#include "server/persistence/sqlite/store.h"

#include <memory>

namespace orderdeck::server::cli {

enum class WhenAbsent : std::uint8_t { create, refuse };

/// Opens the store of the call's data folder and brings what is derived in it up to date with this program, with progress on
/// the console.
base::Result<std::unique_ptr<persistence::sqlite::Store>> open_store(const Invocation& call,
                                                                     WhenAbsent when_absent);

} // namespace orderdeck::server::cli
