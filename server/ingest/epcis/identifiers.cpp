#include "server/ingest/epcis/identifiers.h"

#include "shared/base/parse_number.h"

#include <algorithm>

namespace orderdeck::server::ingest::epcis {
namespace {

constexpr std::size_t kSsccLength = 18;
constexpr std::size_t kSsccBodyLength = kSsccLength - 1;

bool is_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), base::is_digit);
}

/// The GS1 check digit of digits to which it is appended (GS1 General Specifications, 7.9).
char check_digit(std::string_view digits) {
    int sum = 0;
    int weight = 3;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        sum += (*digit - '0') * weight;
        weight = 4 - weight;
    }
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

/// Takes a prefix off; false when it is not there.
bool take(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

std::string_view last_part(std::string_view text, char separator) {
    const std::size_t place = text.rfind(separator);
    return place == std::string_view::npos ? text : text.substr(place + 1);
}

struct Forms {
    std::string_view name; ///< in CURIE and URI
    std::string_view urn;
};

Forms forms_of(Vocabulary vocabulary) {
    switch (vocabulary) {
    case Vocabulary::biz_step: return {"BizStep-", "urn:epcglobal:cbv:bizstep:"};
    case Vocabulary::disposition: return {"Disp-", "urn:epcglobal:cbv:disp:"};
    case Vocabulary::transaction_type: return {"BTT-", "urn:epcglobal:cbv:btt:"};
    }
    return {};
}

} // namespace

std::optional<std::string> cbv_word(Vocabulary vocabulary, std::string_view value) {
    const Forms forms = forms_of(vocabulary);
    if (take(value, forms.urn)) return std::string(value);
    if (take(value, "https://ref.gs1.org/cbv/") || take(value, "http://ref.gs1.org/cbv/") ||
        take(value, "cbv:") || take(value, "gs1:")) {
        if (take(value, forms.name)) return std::string(value);
        return std::nullopt;
    }
    if (value.empty() || value.find(':') != std::string_view::npos) return std::nullopt;
    return std::string(value);
}

std::optional<std::string> sscc_of(std::string_view epc) {
    if (take(epc, "urn:epc:id:sscc:")) {
        const std::size_t point = epc.find('.');
        if (point == std::string_view::npos) return std::nullopt;
        const std::string_view prefix = epc.substr(0, point);
        const std::string_view serial = epc.substr(point + 1);
        if (!is_digits(prefix) || !is_digits(serial) || prefix.size() + serial.size() != kSsccBodyLength)
            return std::nullopt;
        // The first digit of the serial reference is the extension digit, which leads the code.
        std::string code(1, serial.front());
        code.append(prefix).append(serial.substr(1));
        return code + check_digit(code);
    }
    const std::size_t place = epc.find("/00/");
    if (!epc.starts_with("http") || place == std::string_view::npos) return std::nullopt;
    std::string_view code = epc.substr(place + 4);
    code = code.substr(0, std::min(code.find('?'), code.find('/')));
    if (code.size() != kSsccLength || !is_digits(code)) return std::nullopt;
    if (check_digit(code.substr(0, kSsccBodyLength)) != code.back()) return std::nullopt;
    return std::string(code);
}

TransactionId transaction_id(std::string_view uri) {
    std::string_view rest = uri;
    if (take(rest, "urn:epcglobal:cbv:bt:")) {
        const std::size_t colon = rest.find(':');
        if (colon == std::string_view::npos) return {.number = std::string(rest), .issuer = {}};
        return {.number = std::string(rest.substr(colon + 1)), .issuer = std::string(rest.substr(0, colon))};
    }
    if (take(rest, "urn:epc:id:gdti:"))
        return {.number = std::string(last_part(rest, '.')),
                .issuer = std::string(rest.substr(0, rest.find('.')))};
    if (take(rest, "urn:uuid:")) return {.number = std::string(rest), .issuer = {}};
    if (take(rest, "https://") || take(rest, "http://")) {
        std::string_view path = rest.substr(0, rest.find_first_of("?#"));
        while (path.ends_with('/'))
            path.remove_suffix(1);
        const std::size_t slash = path.find('/');
        if (slash == std::string_view::npos) return {.number = std::string(uri), .issuer = std::string(path)};
        return {.number = std::string(last_part(path, '/')), .issuer = std::string(path.substr(0, slash))};
    }
    return {.number = std::string(uri), .issuer = {}};
}

std::vector<std::string> party_ids(std::string_view uri) {
    if (uri.empty()) return {};
    std::vector<std::string> ids{std::string(uri)};
    const std::string name = short_name(uri);
    if (name != uri) ids.push_back(name);
    return ids;
}

std::string short_name(std::string_view uri) {
    std::string_view rest = uri;
    if (take(rest, "urn:epc:id:")) return std::string(last_part(rest, ':'));
    if (take(rest, "https://") || take(rest, "http://")) return std::string(last_part(rest, '/'));
    return std::string(uri);
}

} // namespace orderdeck::server::ingest::epcis
