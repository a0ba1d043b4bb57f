#include "shared/domain/tracking/text_signs.h"

#include "shared/base/parse_number.h"
#include "shared/base/text.h"
#include "shared/base/utf8.h"

#include <algorithm>
#include <array>
#include <span>

namespace orderdeck::domain {
namespace {

using Words = std::span<const std::string_view>;

// All words below are in the folded form: lower case, full-width forms as ASCII.
constexpr std::array<std::string_view, 6> kTakesBack{
    "误签收", "签收作废", "撤销签收", "取消签收", "签收更正", "delivery scan was made in error"};
constexpr std::array<std::string_view, 4> kTakesBackEnglish{
    "delivered in error", "delivery scan in error", "delivery cancelled", "delivery status corrected"};
constexpr std::array<std::string_view, 10> kCleared{"清关完成",
                                                    "已清关",
                                                    "清关放行",
                                                    "海关放行",
                                                    "放行",
                                                    "customs cleared",
                                                    "cleared customs",
                                                    "clearance complete",
                                                    "released by the customs",
                                                    "released by customs"};
/// What stands before the number that a parcel goes on under. Longer ones first: the first that is found counts.
constexpr std::array<std::string_view, 8> kBeforeNextNumber{
    "转运单号", "转单号",   "新单号",          "面单号",
    "转寄单号", "转出单号", "tracking number", "new tracking number"};
constexpr std::array<std::string_view, 4> kHandsOver{"handed over to ", "handover to ", "transferred to ",
                                                     "tendered to "};
constexpr std::array<std::string_view, 3> kSendsTo{"发往", "转交", "转"};

bool contains(std::string_view text, std::string_view words) { return text.find(words) != text.npos; }

bool contains_any(std::string_view text, Words words) {
    return std::any_of(words.begin(), words.end(),
                       [text](std::string_view word) { return contains(text, word); });
}

bool is_letter_or_digit(char c) {
    return base::is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The run of ASCII letters and digits at the front, after colons and blanks.
std::string_view code_at(std::string_view text) {
    const std::size_t start = text.find_first_not_of(" :#");
    if (start == text.npos) return {};
    text.remove_prefix(start);
    const auto end = std::find_if_not(text.begin(), text.end(), is_letter_or_digit);
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

/// A parcel number has at least eight characters and six digits.
bool looks_like_number(std::string_view code) {
    return code.size() >= 8 && std::count_if(code.begin(), code.end(), base::is_digit) >= 6;
}

std::string upper(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return result;
}

/// What stands between the word for "goes to" and a comma: the next carrier.
std::string carrier_after(std::string_view text, Words words) {
    for (const std::string_view word : words) {
        const std::size_t at = text.rfind(word);
        if (at == text.npos) continue;
        std::string_view rest = text.substr(at + word.size());
        const std::size_t end =
            std::min({rest.find_first_of(",;.("), rest.find("。"), rest.find("、"), rest.size()});
        return std::string(base::trim(rest.substr(0, end)));
    }
    return {};
}

/// "转EMS1100000000007": letters name the carrier, digits are the number.
std::optional<Handover> joined_handover(std::string_view text) {
    constexpr std::string_view kTurns = "转";
    for (std::size_t at = text.find(kTurns); at != text.npos; at = text.find(kTurns, at + 1)) {
        const std::string_view code = code_at(text.substr(at + kTurns.size()));
        if (!looks_like_number(code)) continue;
        const auto digit = std::find_if(code.begin(), code.end(), base::is_digit);
        const auto letters = static_cast<std::size_t>(digit - code.begin());
        // Two letters before digits are part of an international number: LX123456789CN.
        if (letters <= 2) return Handover{{}, upper(code)};
        return Handover{upper(code.substr(0, letters)), upper(code.substr(letters))};
    }
    return std::nullopt;
}

bool speaks_of_leaving(std::string_view text) {
    return contains_any(text, kHandsOver) || contains_any(text, kSendsTo) || contains(text, "签收");
}

std::optional<Handover> find_handover(std::string_view folded) {
    if (!speaks_of_leaving(folded)) return std::nullopt;
    if (const auto joined = joined_handover(folded)) return joined;
    for (const std::string_view words : kBeforeNextNumber) {
        const std::size_t at = folded.find(words);
        if (at == folded.npos) continue;
        const std::string_view code = code_at(folded.substr(at + words.size()));
        if (!looks_like_number(code)) continue;
        const std::string_view before = folded.substr(0, at);
        std::string carrier = carrier_after(before, kHandsOver);
        if (carrier.empty()) carrier = carrier_after(before, kSendsTo);
        return Handover{std::move(carrier), upper(code)};
    }
    return std::nullopt;
}

int find_pieces(std::string_view folded) {
    for (const std::string_view words : {std::string_view("总件数"), std::string_view("piece 1 of")}) {
        const std::size_t at = folded.find(words);
        if (at == folded.npos) continue;
        const auto pieces = base::parse_int(code_at(folded.substr(at + words.size())));
        if (pieces && *pieces > 0 && *pieces <= 9999) return static_cast<int>(*pieces);
    }
    return 0;
}

} // namespace

std::string normalised_wording(std::string_view text) {
    const std::string folded = base::fold_for_search(text);
    std::string result;
    for (const char c : folded) {
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (blank && (result.empty() || result.back() == ' ')) continue;
        result += blank ? ' ' : c;
    }
    constexpr std::string_view kEnds = " .,;:!-";
    const std::size_t first = result.find_first_not_of(kEnds);
    if (first == result.npos) return {};
    return result.substr(first, result.find_last_not_of(kEnds) - first + 1);
}

TextSigns signs_in(std::string_view wording) {
    return {find_handover(wording), find_pieces(wording),
            contains_any(wording, kTakesBack) || contains_any(wording, kTakesBackEnglish)};
}

std::optional<Handover> handover_in(std::string_view text) { return find_handover(normalised_wording(text)); }

int pieces_in(std::string_view text) { return find_pieces(normalised_wording(text)); }

bool takes_delivery_back(std::string_view text) {
    return signs_in(normalised_wording(text)).takes_delivery_back;
}

bool says_customs_cleared(std::string_view text) {
    return contains_any(base::fold_for_search(text), kCleared);
}

} // namespace orderdeck::domain
