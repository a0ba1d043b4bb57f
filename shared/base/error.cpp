#include "shared/base/error.h"

namespace orderdeck::base {

const char* error_code_name(ErrorCode code) {
    switch (code) {
    case ErrorCode::invalid: return "invalid";
    case ErrorCode::out_of_range: return "out_of_range";
    case ErrorCode::not_found: return "not_found";
    case ErrorCode::already_exists: return "already_exists";
    case ErrorCode::conflict: return "conflict";
    case ErrorCode::unsupported: return "unsupported";
    case ErrorCode::too_large: return "too_large";
    case ErrorCode::unauthenticated: return "unauthenticated";
    case ErrorCode::forbidden: return "forbidden";
    case ErrorCode::rate_limited: return "rate_limited";
    case ErrorCode::unavailable: return "unavailable";
    case ErrorCode::io: return "io";
    case ErrorCode::corrupt: return "corrupt";
    case ErrorCode::internal: return "internal";
    }
    return "internal";
}

std::string describe(const Error& error) {
    std::string line;
    if (!error.where.empty()) line = error.where + ": ";
    line += error.message;
    line += " (";
    line += error_code_name(error.code);
    line += ")";
    return line;
}

} // namespace orderdeck::base
