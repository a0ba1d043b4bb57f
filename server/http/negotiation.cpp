#include "server/http/negotiation.h"

#include "shared/base/parse_number.h"
#include "shared/base/text.h"

#include <algorithm>
#include <utility>

namespace orderdeck::server::http {
namespace {

constexpr std::size_t kMaxLanguages = 10;

struct Weighted {
    std::string_view name;
    std::int64_t thousandths;
};

std::int64_t weight_of(std::string_view parameters) {
    const std::size_t q = parameters.find("q=");
    if (q == std::string_view::npos) return 1000;
    const auto weight = base::parse_decimal(base::trim(parameters.substr(q + 2)), 3);
    if (!weight) return 0;
    // RFC 9110, 12.4.2: from 0 to 1 with at most three digits; what lies outside counts as the nearer end.
    std::int64_t thousandths = std::clamp<std::int64_t>(weight->units, 0, 1000);
    for (int scale = weight->scale; scale < 3; ++scale)
        thousandths *= 10;
    return std::min<std::int64_t>(thousandths, 1000);
}

std::vector<Weighted> weighted_list(std::string_view header) {
    std::vector<Weighted> list;
    for (const std::string_view part : base::split(header, ',')) {
        const std::size_t semicolon = part.find(';');
        const std::string_view name = base::trim(part.substr(0, semicolon));
        const std::string_view rest = semicolon == std::string_view::npos ? "" : part.substr(semicolon + 1);
        if (!name.empty()) list.push_back({name, weight_of(rest)});
    }
    return list;
}

} // namespace

bool accepts_encoding(std::string_view accept_encoding, std::string_view coding) {
    bool any = false;
    for (const Weighted& entry : weighted_list(accept_encoding)) {
        if (base::equals_ignoring_ascii_case(entry.name, coding)) return entry.thousandths > 0;
        if (entry.name == "*") any = entry.thousandths > 0;
    }
    return any;
}

std::vector<std::string> accepted_languages(std::string_view accept_language) {
    std::vector<Weighted> list = weighted_list(accept_language);
    std::erase_if(list, [](const Weighted& entry) { return entry.thousandths <= 0 || entry.name == "*"; });
    std::stable_sort(list.begin(), list.end(),
                     [](const Weighted& a, const Weighted& b) { return a.thousandths > b.thousandths; });
    if (list.size() > kMaxLanguages) list.resize(kMaxLanguages);
    std::vector<std::string> tags;
    for (const Weighted& entry : list)
        tags.emplace_back(entry.name);
    return tags;
}

bool matches_etag(std::string_view if_none_match, std::string_view etag) {
    for (const std::string_view part : base::split(if_none_match, ',')) {
        std::string_view tag = base::trim(part);
        if (tag.starts_with("W/")) tag.remove_prefix(2);
        if (tag == "*" || (!tag.empty() && tag == etag)) return true;
    }
    return false;
}

} // namespace orderdeck::server::http
