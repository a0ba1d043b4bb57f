#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::domain {

inline constexpr std::size_t kMinPasswordLength = 12; ///< in code points
inline constexpr std::size_t kMaxPasswordLength = 128;

/// Why a password is refused. There are no rules about kinds of characters (ASVS 6.2).
enum class PasswordFault : std::uint8_t {
    not_text,       ///< not UTF-8
    too_short,      ///< fewer than kMinPasswordLength code points
    too_long,       ///< more than kMaxPasswordLength code points
    same_as_before, ///< the password that is to be replaced
    well_known,     ///< among the first guesses, or one short piece over and over
    own_words,      ///< made of the words around the account
};
inline constexpr int kPasswordFaultCount = 6;

std::string_view name_of(PasswordFault fault);
std::optional<PasswordFault> password_fault_from(std::string_view name);

/// The words that a password of this person must not be made of: the mail address and its front part, the name and
/// its parts, and the names and codes of the accounts.
std::vector<std::string> words_around(std::string_view email, std::string_view name,
                                      std::span<const std::string> account_words);

/// The first fault of a new password; nothing when it may be taken. `own_words` as words_around gives them, `before` the
/// password that it replaces, empty where it is not known.
std::optional<PasswordFault> password_fault(std::string_view password, std::span<const std::string> own_words,
                                            std::string_view before = {});

} // namespace orderdeck::domain
