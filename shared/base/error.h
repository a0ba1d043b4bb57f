#pragma once

#include <string>
#include <utility>

namespace orderdeck::base {

/// What kind of failure an Error is; callers branch on this, never on the message.
enum class ErrorCode {
    invalid,      ///< outside bytes or an argument do not have the promised form
    out_of_range, ///< a number, date or length is beyond its limits
    not_found,
    already_exists,
    conflict,    ///< somebody else changed it meanwhile, or a constraint was violated
    unsupported, ///< a newer format or an unknown variant
    too_large,
    unauthenticated,
    forbidden,
    rate_limited,
    unavailable, ///< try again later: network, busy database, overload
    io,          ///< disk or storage fault
    corrupt,     ///< stored bytes contradict themselves
    internal,    ///< a defect of ours
};

/// Returns the stable lower-case name of a code, for logs and problem documents.
const char* error_code_name(ErrorCode code);

/// A failure as a value. `where` is a position for people: "orders.csv:17", "/tables/0/put".
struct Error {
    ErrorCode code = ErrorCode::internal;
    std::string message;
    std::string where;

    friend bool operator==(const Error& left, const Error& right) {
        return left.code == right.code && left.message == right.message && left.where == right.where;
    }
};

/// One line for logs: "where: message (code)".
std::string describe(const Error& error);

} // namespace orderdeck::base
