#pragma once

#include "server/http/route.h"

namespace orderdeck::server::http::routes {

/// Fails with too_large where a body is larger than any that a form about oneself sends.
inline base::Result<void> check_own_body(const Call& call) {
    constexpr std::size_t kLargest = 16 * 1024;
    if (call.body.size() > kLargest) return base::fail(base::ErrorCode::too_large, "larger than any form");
    return {};
}

} // namespace orderdeck::server::http::routes
