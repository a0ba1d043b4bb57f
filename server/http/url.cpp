#include "server/http/url.h"

#include "shared/base/parse_number.h"
#include "shared/base/text.h"
#include "shared/base/utf8.h"

#include <algorithm>

namespace orderdeck::server::http {
namespace {

using base::ErrorCode;
using base::fail;

constexpr std::size_t kMaxParameters = 100;

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
}

base::Result<std::string> decode_form_text(std::string_view text) {
    std::string spaced(text);
    std::replace(spaced.begin(), spaced.end(), '+', ' ');
    return percent_decode(spaced);
}

base::Result<std::string> decode_segment(std::string_view raw) {
    std::string segment = TRY(percent_decode(raw));
    if (segment.empty() || segment == "." || segment == "..") {
        return fail(ErrorCode::invalid, "empty or relative path segment");
    }
    if (std::any_of(segment.begin(), segment.end(), is_control)) {
        return fail(ErrorCode::invalid, "control character in path");
    }
    return segment;
}

bool is_host_name(std::string_view host) {
    if (host.empty() || host.size() > 253) return false;
    if (host.front() == '[') return host.size() > 2 && host.back() == ']';
    return std::all_of(host.begin(), host.end(), [](char c) {
        return base::is_digit(c) || (c >= 'a' && c <= 'z') || c == '.' || c == '-';
    });
}

} // namespace

base::Result<std::string> percent_decode(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out.push_back(text[i]);
            continue;
        }
        const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hex_value(text[i + 2]) : -1;
        if (high < 0 || low < 0) return fail(ErrorCode::invalid, "broken percent escape");
        out.push_back(static_cast<char>(high * 16 + low));
        i += 2;
    }
    if (out.find('\0') != std::string::npos || !base::is_valid_utf8(out)) {
        return fail(ErrorCode::invalid, "not UTF-8 text");
    }
    return out;
}

std::string to_uri(std::string_view text) {
    constexpr std::string_view kReserved = ":/?#[]@!$&'()*+,;=%";
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool stray =
            c == '%' && (i + 2 >= text.size() || hex_value(text[i + 1]) < 0 || hex_value(text[i + 2]) < 0);
        if (!stray && kReserved.find(c) != std::string_view::npos)
            out.push_back(c);
        else
            out += percent_encode(text.substr(i, 1));
    }
    return out;
}

std::string canonical_target(std::string_view target) {
    const std::string_view path = target.substr(0, target.find('?'));
    std::string out;
    for (const std::string_view segment : base::split(path, '/')) {
        if (!segment.empty()) out.append(1, '/').append(segment);
    }
    if (out.empty()) out = "/";
    return to_uri(out.append(target.substr(path.size())));
}

base::Result<Parameters> Parameters::parse(std::string_view encoded) {
    Parameters result;
    if (encoded.empty()) return result;
    for (const std::string_view pair : base::split(encoded, '&')) {
        if (pair.empty()) continue;
        if (result.pairs_.size() == kMaxParameters) return fail(ErrorCode::too_large, "too many parameters");
        const std::size_t equals = pair.find('=');
        const std::string_view value = equals == std::string_view::npos ? "" : pair.substr(equals + 1);
        std::string name = TRY(decode_form_text(pair.substr(0, equals)));
        result.pairs_.emplace_back(std::move(name), TRY(decode_form_text(value)));
    }
    return result;
}

std::optional<std::string_view> Parameters::find(std::string_view name) const {
    for (const auto& pair : pairs_) {
        if (pair.first == name) return pair.second;
    }
    return std::nullopt;
}

base::Result<Target> Target::parse(std::string_view target) {
    if (target.empty() || target.front() != '/') return fail(ErrorCode::invalid, "target is not a path");
    const std::size_t question = target.find('?');
    std::string_view path = target.substr(1, question == std::string_view::npos ? question : question - 1);
    Target result;
    if (!path.empty()) {
        for (const std::string_view raw : base::split(path, '/')) {
            result.segments.push_back(TRY(decode_segment(raw)));
        }
    }
    if (question != std::string_view::npos)
        result.query = TRY(Parameters::parse(target.substr(question + 1)));
    return result;
}

bool is_same_origin_path(std::string_view text) {
    if (text.empty() || text.front() != '/' || text.size() > 2000) return false;
    // Browsers read a backslash as a slash: "/\evil.example" would leave this origin.
    if (text.size() > 1 && (text[1] == '/' || text[1] == '\\')) return false;
    return std::none_of(text.begin(), text.end(), [](char c) { return is_control(c) || c == '\\'; });
}

base::Result<Origin> Origin::parse(std::string_view url) {
    const std::size_t colon = url.find("://");
    if (colon == std::string_view::npos) return fail(ErrorCode::invalid, "not an absolute URL");
    Origin origin;
    origin.scheme = base::to_lower_ascii(url.substr(0, colon));
    if (origin.scheme != "http" && origin.scheme != "https")
        return fail(ErrorCode::invalid, "scheme is not http(s)");
    std::string_view authority = url.substr(colon + 3);
    if (authority.ends_with('/')) authority.remove_suffix(1);
    origin.host = host_without_port(authority);
    if (origin.host.empty()) return fail(ErrorCode::invalid, "URL with a path, or without a host");
    origin.port = origin.scheme == "https" ? 443 : 80;
    if (authority.size() > origin.host.size()) {
        origin.port = static_cast<int>(TRY(base::parse_int(authority.substr(origin.host.size() + 1))));
    }
    return origin;
}

std::string Origin::to_string() const {
    std::string text = scheme + "://" + host;
    const int own = scheme == "https" ? 443 : 80;
    return port == own ? text : text + ":" + std::to_string(port);
}

bool is_loopback_host(std::string_view host) {
    if (host == "localhost" || host == "::1" || host == "[::1]") return true;
    if (!host.starts_with("127.")) return false;
    return std::all_of(host.begin(), host.end(), [](char c) { return base::is_digit(c) || c == '.'; });
}

std::string host_without_port(std::string_view authority) {
    std::string host = base::to_lower_ascii(authority);
    const std::size_t bracket = host.rfind(']');
    const std::size_t colon = host.find(':', bracket == std::string::npos ? 0 : bracket);
    if (colon != std::string::npos) {
        const std::string_view port = std::string_view(host).substr(colon + 1);
        const bool digits =
            !port.empty() && port.size() <= 5 && std::all_of(port.begin(), port.end(), base::is_digit);
        if (!digits) return {};
        host.resize(colon);
    }
    return is_host_name(host) ? host : std::string{};
}

} // namespace orderdeck::server::http
