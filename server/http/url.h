#pragma once

#include "shared/base/result.h"
#include "shared/base/text.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace orderdeck::server::http {

/// Undoes percent encoding; broken escapes, NUL and ill-formed UTF-8 are refused with ErrorCode::invalid.
base::Result<std::string> percent_decode(std::string_view text);
using base::percent_encode;

/// Makes a text fit for a URI reference (RFC 3986): escapes every byte that may not stand there, such as raw UTF-8,
/// and percent signs that begin no escape; all else stays as it is.
std::string to_uri(std::string_view text);
/// The address that a target was meant to be: without empty segments and the slash at its end, fit for a URI.
std::string canonical_target(std::string_view target);

/// Name and value pairs of a query string or an `application/x-www-form-urlencoded` body, decoded.
class Parameters {
public:
    /// Refuses broken escapes and more than 100 pairs.
    static base::Result<Parameters> parse(std::string_view encoded);
    std::optional<std::string_view> find(std::string_view name) const;
    std::string_view value(std::string_view name) const { return find(name).value_or(std::string_view{}); }

private:
    std::vector<std::pair<std::string, std::string>> pairs_;
};

/// A request target split up: decoded path segments ("/a/b" is {"a", "b"}, "/" is empty) and the query.
/// An encoded slash never separates; empty, "." and ".." segments and control characters are refused.
struct Target {
    std::vector<std::string> segments;
    Parameters query;
    static base::Result<Target> parse(std::string_view target);
};

/// Whether a text may be used as redirection target: a path on this origin, "/x?y", never "//host" or "/\host".
bool is_same_origin_path(std::string_view text);

/// Scheme and authority of an absolute http(s) URL without path: "https://portal.example:8443".
struct Origin {
    std::string scheme;
    std::string host; ///< lower case, IPv6 in brackets
    int port = 0;
    static base::Result<Origin> parse(std::string_view url);
    /// As browsers send it in the header `Origin`: the port only when it is not the scheme's own.
    std::string to_string() const;
    friend bool operator==(const Origin& left, const Origin& right) {
        return left.scheme == right.scheme && left.host == right.host && left.port == right.port;
    }
};

/// Whether a host name or address (without port) is this machine only: localhost, 127.0.0.0/8, ::1.
bool is_loopback_host(std::string_view host);
/// "host:port" of a Host header into its host part in lower case; empty when it is malformed.
std::string host_without_port(std::string_view authority);

} // namespace orderdeck::server::http
