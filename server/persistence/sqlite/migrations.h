#pragma once

#include "shared/storage/migration.h"

#include <span>

namespace orderdeck::server::persistence::sqlite {

/// The files of migrations/, built into the program, in order.
std::span<const storage::Migration> migrations();

} // namespace orderdeck::server::persistence::sqlite
