#include "shared/domain/tracking/contact_mask.h"

#include "shared/base/parse_number.h"
#include "shared/base/utf8.h"

#include <algorithm>
#include <array>

namespace orderdeck::domain {
namespace {

/// Where the name of a courier stands in the texts of carriers: after one word, until one of the signs that end it.
struct NamePlace {
    std::string_view before;
    std::string_view after; ///< empty: any sign that ends a name
};

constexpr std::array<NamePlace, 16> kNames{{
    {"投递员姓名：", ""},
    {"投递员姓名:", ""},
    {"揽投员姓名：", ""},
    {"揽投员姓名:", ""},
    {"派送业务员：", ""},
    {"派送业务员:", ""},
    {"派件员：", ""},
    {"派件员:", ""},
    {"快递员：", ""},
    {"快递员:", ""},
    {"快递员【", ""},
    {"业务员：", ""},
    {"业务员:", ""},
    {"快件交给", "正在派送"},
    {"的收件员 ", "已收件"},
    {"courier: ", ""},
}};
constexpr std::array<std::string_view, 14> kNameEnds{"；", ";", "，", ",", "。", "）", ")",
                                                     "】", "]", "：", ":", "、", "/",  " "};
constexpr std::array<std::string_view, 11> kPhoneWords{
    "电话：", "电话:", "电话", "手机：", "手机:", "手机", "tel.: ", "tel: ", "phone: ", "Tel: ", "Phone: "};
constexpr std::string_view kStars = "***";
constexpr std::size_t kLongestName = 40;

bool continues_number(char c) { return base::is_digit(c) || c == '-' || c == '*'; }
bool is_word(char c) {
    return base::is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

std::size_t digits_in(std::string_view run) {
    return static_cast<std::size_t>(std::count_if(run.begin(), run.end(), base::is_digit));
}

/// A Chinese mobile number: eleven digits that begin with 13 to 19.
bool is_mobile(std::string_view run) {
    return run.size() == 11 && digits_in(run) == 11 && run[0] == '1' && run[1] >= '3';
}

/// A Chinese landline: area code, hyphen, seven or eight digits.
bool is_landline(std::string_view run) {
    const std::size_t hyphen = run.find('-');
    if (run.empty() || run[0] != '0' || hyphen == run.npos || hyphen < 3 || hyphen > 4) return false;
    return run.find('-', hyphen + 1) == run.npos && digits_in(run.substr(hyphen)) >= 7;
}

bool ends_with_phone_word(std::string_view text) {
    return std::any_of(kPhoneWords.begin(), kPhoneWords.end(),
                       [text](std::string_view word) { return text.ends_with(word); });
}

/// Hides the digits but the first, so that two numbers can still be told to be of one kind.
std::string starred(std::string_view run) {
    std::string result(run);
    for (std::size_t i = 1; i < result.size(); ++i) {
        if (base::is_digit(result[i])) result[i] = '*';
    }
    return result;
}

std::string mask_phones(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const bool starts = base::is_digit(text[at]) && (at == 0 || !is_word(text[at - 1]));
        if (!starts) {
            result += text[at++];
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && continues_number(text[end]))
            ++end;
        const std::string_view run = text.substr(at, end - at);
        const bool alone = end == text.size() || !is_word(text[end]);
        const bool is_phone = alone && (is_mobile(run) || is_landline(run) ||
                                        (digits_in(run) >= 6 && ends_with_phone_word(text.substr(0, at))));
        result += is_phone ? starred(run) : std::string(run);
        at = end;
    }
    return result;
}

/// How many bytes of a name stand at the front, 0 when there is none that can be told from the rest.
std::size_t name_length(std::string_view rest, std::string_view after) {
    std::size_t end = rest.size();
    for (const std::string_view sign : kNameEnds)
        end = std::min(end, rest.find(sign));
    if (!after.empty()) {
        const std::size_t closing = rest.find(after);
        if (closing == rest.npos || closing > kLongestName) return 0;
        end = std::min(end, closing);
    }
    // EMS writes the number right behind the name.
    end = std::min(end, rest.find_first_of("0123456789*"));
    return end > kLongestName ? 0 : end;
}

std::string mask_names(std::string text) {
    for (const NamePlace& place : kNames) {
        for (std::size_t at = text.find(place.before); at != text.npos; at = text.find(place.before, at)) {
            at += place.before.size();
            const std::size_t length = name_length(std::string_view(text).substr(at), place.after);
            if (length > 0) text.replace(at, length, kStars);
        }
    }
    return text;
}

} // namespace

std::string mask_contacts(std::string_view text) {
    return mask_names(mask_phones(base::replace_invalid_utf8(text)));
}

} // namespace orderdeck::domain
