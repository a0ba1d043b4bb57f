#pragma once

#include "shared/api/sync_schema.h"

#include <string>
#include <string_view>

namespace orderdeck::test {

/// Where a boot of this program's schema is asked for; `more` is what follows: "&limit=5".
inline std::string boot_path(std::string_view more = {}) {
    return "/api/v1/sync/boot?schema=" + std::to_string(api::kSyncSchema) + std::string(more);
}

} // namespace orderdeck::test
