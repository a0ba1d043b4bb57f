// The texts of a request: addresses, forms, cookies, negotiation, cursors.
#include "server/http/negotiation.h"
#include "server/http/request.h"
#include "server/http/routes/order_json.h"
#include "server/http/url.h"
#include "shared/api/sync_cursor.h"
#include "shared/base/base64.h"
#include "shared/base/utf8.h"
#include "tests/fuzz/law.h"

#include <algorithm>

using namespace orderdeck;
namespace http = server::http;

namespace {

bool is_plain(std::string_view text) {
    return base::is_valid_utf8(text) && text.find('\0') == std::string_view::npos;
}

void check_percent(std::string_view text) {
    if (const auto decoded = http::percent_decode(text)) {
        fuzz::require(is_plain(*decoded), "decoded text is UTF-8 without NUL");
        fuzz::require(decoded->size() <= text.size(), "decoding adds nothing");
    }
    const auto again = http::percent_decode(http::percent_encode(text));
    fuzz::require(again.has_value() == is_plain(text), "what is no text is refused");
    if (again) fuzz::require(*again == text, "decoding undoes encoding");
}

void check_target(std::string_view text) {
    (void)http::Parameters::parse(text);
    const auto target = http::Target::parse(text);
    if (!target) return;
    std::string again = target->segments.empty() ? "/" : "";
    for (const std::string& segment : target->segments) {
        fuzz::require(!segment.empty() && segment != "." && segment != "..", "no segment climbs");
        again += "/" + http::percent_encode(segment);
    }
    const auto same = fuzz::expect(http::Target::parse(again), "an encoded path is a path");
    fuzz::require(same.segments == target->segments, "an encoded path is the same path");
}

void check_origin(std::string_view text) {
    if (const auto origin = http::Origin::parse(text)) {
        const auto again = fuzz::expect(http::Origin::parse(origin->to_string()), "an origin can be read");
        fuzz::require(again == *origin, "an origin written is the same origin");
    }
    const std::string host = http::host_without_port(text);
    fuzz::require(http::host_without_port(host) == host, "a host without port has no port");
    if (http::is_same_origin_path(text))
        fuzz::require(text.starts_with('/') && !text.starts_with("//") &&
                          text.find_first_of("\r\n\\") == std::string_view::npos,
                      "a path of this origin stays here");
}

void check_headers(std::string_view text) {
    http::Request request;
    request.headers.add("Cookie", text);
    if (const auto value = http::cookie(request, "s"))
        fuzz::require(value->find(';') == std::string_view::npos, "a cookie ends at its semicolon");
    fuzz::require(http::media_type(text).find(';') == std::string::npos, "a media type has no parameters");
    (void)http::accepts_encoding(text, "gzip");
    fuzz::require(http::accepted_languages(text).size() <= 10, "at most ten languages");
    (void)http::matches_etag(text, "\"a.1\"");
}

void check_cursors(std::string_view text) {
    if (const auto bytes = base::decode_base64url(text))
        fuzz::require(base::encode_base64url(*bytes) == text, "each value has one form in base64url");
    fuzz::require(base::decode_base64url(base::encode_base64url(text)).value_or("") == text,
                  "base64url brings every text back");
    for (const std::string& each : {std::string(text), base::encode_base64url(text)}) {
        if (const auto cursor = api::decode_sync_cursor(each))
            fuzz::require(api::encode_sync_cursor(*cursor) == each, "a sync cursor has one form");
    }
    if (const auto position = http::routes::decode_position(text))
        fuzz::require(http::routes::encode_position(*position) == text, "a list cursor has one form");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    check_percent(text);
    check_target(text);
    check_origin(text);
    check_headers(text);
    check_cursors(text);
    return 0;
}
