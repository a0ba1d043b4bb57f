#include "shared/domain/password_rules.h"

#include "shared/base/text.h"
#include "shared/base/utf8.h"
#include "shared/domain/name_table.h"

#include <algorithm>
#include <array>

namespace orderdeck::domain {
namespace {

constexpr std::array<std::string_view, kPasswordFaultCount> kFaults{
    "not_text", "too_short", "too_long", "same_as_before", "well_known", "own_words"};

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

/// The words in their search form, those that are too short to mean anything left out, the longest first: "anna" taken out
/// of "anna schmidt" would leave enough to look like something of its own.
std::vector<std::string> words_to_find(std::span<const std::string> words) {
    constexpr std::size_t kShortestWord = 4;
    std::vector<std::string> folded;
    for (const std::string& word : words) {
        std::string text = base::fold_for_search(word);
        if (text.size() >= kShortestWord) folded.push_back(std::move(text));
    }
    std::sort(folded.begin(), folded.end(),
              [](const std::string& left, const std::string& right) { return left.size() > right.size(); });
    return folded;
}

/// Whether hardly anything is left once the words are taken out.
bool is_made_of(std::string folded, std::span<const std::string> words) {
    constexpr std::size_t kEnoughOfItsOwn = 6;
    bool found = false;
    for (const std::string& word : words_to_find(words)) {
        for (std::size_t at = folded.find(word); at != std::string::npos; at = folded.find(word)) {
            folded.erase(at, word.size());
            found = true;
        }
    }
    return found && core_of(folded).size() < kEnoughOfItsOwn;
}

} // namespace

std::string_view name_of(PasswordFault fault) { return name_in(kFaults, fault); }
std::optional<PasswordFault> password_fault_from(std::string_view name) {
    return value_in<PasswordFault>(kFaults, name);
}

std::vector<std::string> words_around(std::string_view email, std::string_view name,
                                      std::span<const std::string> account_words) {
    std::vector<std::string> words(account_words.begin(), account_words.end());
    words.emplace_back(email);
    words.emplace_back(email.substr(0, email.find('@')));
    words.emplace_back(name);
    for (const std::string_view part : base::split(name, ' '))
        words.emplace_back(part);
    return words;
}

std::optional<PasswordFault> password_fault(std::string_view password, std::span<const std::string> own_words,
                                            std::string_view before) {
    if (!base::is_valid_utf8(password)) return PasswordFault::not_text;
    const std::size_t length = base::count_code_points(password);
    if (length < kMinPasswordLength) return PasswordFault::too_short;
    if (length > kMaxPasswordLength) return PasswordFault::too_long;
    if (password == before) return PasswordFault::same_as_before;
    const std::string folded = base::fold_for_search(password);
    if (is_common(folded)) return PasswordFault::well_known;
    if (is_made_of(folded, own_words)) return PasswordFault::own_words;
    return std::nullopt;
}

} // namespace orderdeck::domain
