#include "client/app/orders_query.h"

#include "shared/base/text.h"
#include "shared/base/utf8.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace orderdeck::client::app {
namespace {

constexpr std::array<std::string_view, 5> kFilterNames{"open", "late", "arriving", "waiting", "complete"};
constexpr std::array<std::string_view, 5> kSortNames{"attention", "promised", "placed", "total", "number"};
constexpr std::size_t kLongestSearch = 200;
constexpr std::size_t kLongestUnknownTerm = 60;

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

template <typename Value, std::size_t N>
std::optional<Value> value_named(const std::array<std::string_view, N>& names, std::string_view name) {
    for (std::size_t i = 0; i < N; ++i)
        if (names[i] == name) return static_cast<Value>(i);
    return std::nullopt;
}

std::optional<domain::Step> step_named(std::string_view name) {
    for (int i = 0; i < domain::kStepCount; ++i)
        if (domain::name_of(static_cast<domain::Step>(i)) == name) return static_cast<domain::Step>(i);
    return std::nullopt;
}

/// Puts the value of a term into the query; false when there is no such term or value.
bool take_term(OrdersQuery& query, std::string_view key, const std::string& value) {
    if (key == "q") {
        query.search = base::truncate_utf8(value, kLongestSearch);
        return true;
    }
    if (key == "filter") {
        query.filter = value_named<ListFilter>(kFilterNames, value);
        return query.filter.has_value();
    }
    if (key == "step") {
        query.step = step_named(value);
        return query.step.has_value();
    }
    if (key != "sort") return false;
    const auto sort = value_named<ListSort>(kSortNames, value);
    query.sort = sort.value_or(ListSort::attention);
    return sort.has_value();
}

struct DecodedQuery {
    OrdersQuery query;
    std::vector<std::string> unknown;
};

DecodedQuery decode(std::string_view text) {
    DecodedQuery decoded;
    for (const std::string_view term : base::split(text, '&')) {
        const std::size_t middle = std::min(term.find('='), term.size());
        const std::string value = percent_decode(term.substr(std::min(middle + 1, term.size())));
        const bool is_known = take_term(decoded.query, term.substr(0, middle), value);
        if (!is_known && !term.empty())
            decoded.unknown.emplace_back(base::truncate_utf8(percent_decode(term), kLongestUnknownTerm));
    }
    return decoded;
}

void append_term(std::string& out, std::string_view key, std::string_view value) {
    if (!out.empty()) out += '&';
    ((out += key) += '=') += base::percent_encode(value);
}

} // namespace

std::string percent_decode(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
                            hex_value(text[i + 2]) >= 0;
        if (escape) {
            out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
            i += 2;
        } else {
            out += text[i] == '+' ? ' ' : text[i];
        }
    }
    return base::replace_invalid_utf8(out);
}

std::string encode_query(const OrdersQuery& query) {
    std::string out;
    if (!query.search.empty()) append_term(out, "q", query.search);
    if (query.filter) append_term(out, "filter", kFilterNames[static_cast<std::size_t>(*query.filter)]);
    if (query.step) append_term(out, "step", domain::name_of(*query.step));
    if (query.sort != ListSort::attention)
        append_term(out, "sort", kSortNames[static_cast<std::size_t>(query.sort)]);
    return out;
}

OrdersQuery decode_query(std::string_view text) { return decode(text).query; }

std::vector<std::string> unknown_terms(std::string_view text) { return decode(text).unknown; }

} // namespace orderdeck::client::app
