#pragma once

#include "client/platform/http.h"
#include "shared/base/timestamp.h"

#include <cstdint>
#include <optional>

namespace orderdeck::client::sync {

/// What an answer of a sync route means for the client.
enum class AnswerKind : std::uint8_t {
    page,          ///< 200
    unchanged,     ///< 304
    start_anew,    ///< 409, 410: this copy cannot be continued
    logged_out,    ///< 401
    reload_needed, ///< 426
    busy,          ///< 429, 503
    unusable,      ///< anything else: a fault on the way or on the server
};

struct Answer {
    AnswerKind kind = AnswerKind::unusable;
    std::optional<base::Duration> retry_after;
    bool wipe = false; ///< with logged_out
};

/// `retry_after` is read in seconds; its date form (RFC 9110, 10.2.3) counts as absent.
Answer understand(const platform::HttpResponse& response);

} // namespace orderdeck::client::sync
