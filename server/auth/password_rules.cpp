#include "server/auth/password_rules.h"

#include "shared/base/parse_number.h"
#include "shared/base/text.h"
#include "shared/base/utf8.h"

#include <algorithm>
#include <array>

namespace orderdeck::server::auth {
namespace {

using base::ErrorCode;
using base::fail;

/// Stems of the most used passwords of twelve characters and more; with digits and signs around them they are as well
/// known as without.
constexpr std::array<std::string_view, 40> kCommonStems = {
    "password",   "passwort",      "passw0rd",
    "p@ssw0rd",   "qwerty",        "qwertyuiop",
    "qwertzuiop", "azerty",        "asdfghjkl",
    "zxcvbnm",    "letmein",       "welcome",
    "iloveyou",   "administrator", "admin",
    "changeme",   "secret",        "dragon",
    "monkey",     "football",      "baseball",
    "superman",   "sunshine",      "princess",
    "starwars",   "whatever",      "trustno1",
    "computer",   "internet",      "google",
    "samsung",    "liverpool",     "manchester",
    "chelsea",    "woaini",        "abc",
    "1q2w3e4r",   "1qaz2wsx",      "correcthorsebatterystaple",
    "orderdeck"};

bool is_letter_or_high(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

/// What is left when digits and signs are stripped from both ends.
std::string_view core_of(std::string_view text) {
    while (!text.empty() && !is_letter_or_high(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && !is_letter_or_high(text.back()))
        text.remove_suffix(1);
    return text;
}

/// Whether the text is one short piece over and over: "aaaaaaaaaaaa", "abcabcabcabc".
bool repeats_itself(std::string_view text) {
    for (std::size_t period = 1; period <= text.size() / 3; ++period) {
        bool same = true;
        for (std::size_t i = period; i < text.size() && same; ++i)
            same = text[i] == text[i - period];
        if (same) return true;
    }
    return false;
}

/// Whether each character follows the one before by the same small step: "123456789012", "abcdefghijkl".
bool counts_up(std::string_view text) {
    std::size_t steps = 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        const int step = text[i] - text[i - 1];
        if (step == 1 || step == -1 || (text[i - 1] == '9' && text[i] == '0')) ++steps;
    }
    return steps + 2 >= text.size();
}

bool is_common(std::string_view folded) {
    const std::string_view core = core_of(folded);
    if (core.empty()) return counts_up(folded);
    return repeats_itself(folded) || counts_up(folded) ||
           std::any_of(kCommonStems.begin(), kCommonStems.end(),
                       [&](std::string_view stem) { return core == stem || folded == stem; });
}

/// Whether hardly anything is left once the words are taken out.
bool is_made_of(std::string folded, std::span<const std::string> words) {
    constexpr std::size_t kShortestWord = 4;
    constexpr std::size_t kEnoughOfItsOwn = 6;
    bool found = false;
    for (const std::string& word : words) {
        const std::string folded_word = base::fold_for_search(word);
        if (folded_word.size() < kShortestWord) continue;
        for (std::size_t at = folded.find(folded_word); at != std::string::npos;
             at = folded.find(folded_word)) {
            folded.erase(at, folded_word.size());
            found = true;
        }
    }
    return found && core_of(folded).size() < kEnoughOfItsOwn;
}

} // namespace

base::Result<void> check_password(std::string_view password, std::span<const std::string> context_words) {
    if (!base::is_valid_utf8(password)) return fail(ErrorCode::invalid, "The password is not UTF-8 text.");
    const std::size_t length = base::count_code_points(password);
    if (length < kMinPasswordLength) {
        return fail(ErrorCode::invalid, "The password has " + std::to_string(length) +
                                            " characters; at least " + std::to_string(kMinPasswordLength) +
                                            " are needed.");
    }
    if (length > kMaxPasswordLength) {
        return fail(ErrorCode::invalid,
                    "The password is longer than " + std::to_string(kMaxPasswordLength) + " characters.");
    }
    const std::string folded = base::fold_for_search(password);
    if (is_common(folded))
        return fail(ErrorCode::invalid, "This password is on every list of guesses; take another one.");
    if (is_made_of(folded, context_words)) {
        return fail(ErrorCode::invalid,
                    "The password is made of the account's own name or address; take another one.");
    }
    return {};
}

} // namespace orderdeck::server::auth
