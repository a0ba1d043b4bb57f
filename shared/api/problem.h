#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace orderdeck::api {

inline constexpr std::string_view kProblemType = "application/problem+json";

/// Why a replica must be built anew: other rights, a restored store, other tables, or away for longer than the tombstones
/// are kept.
enum class Resync : std::uint8_t { scope, epoch, schema, retention };

std::string_view name_of(Resync resync);
std::optional<Resync> resync_from(std::string_view name);

/// A field of a form and what is wrong with it, both by stable lower-case names.
struct FieldProblem {
    std::string field;
    std::string code;

    friend bool operator==(const FieldProblem&, const FieldProblem&) = default;
};

/// The code, and the status 422, of a problem that names fields in `errors`.
inline constexpr std::string_view kInvalidFields = "invalid_fields";

/// An error answer of the HTTP API (RFC 9457). `code` is stable and lower case; `title` and `detail` are for developers,
/// people read a translation by code.
struct Problem {
    int status = 500;
    std::string code;
    std::string title;
    std::string detail;
    std::optional<Resync> resync;          ///< with 409 and 410 of the sync routes
    bool wipe = false;                     ///< with 401: erase what this user has on the device
    std::vector<FieldProblem> errors = {}; ///< with kInvalidFields

    friend bool operator==(const Problem&, const Problem&) = default;
};

std::string encode_problem(const Problem& problem);
base::Result<Problem> decode_problem(std::string_view text);

} // namespace orderdeck::api
