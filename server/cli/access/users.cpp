#include "server/cli/access/users.h"

#include "server/auth/log_in.h"
#include "server/cli/access/find_account.h"
#include "shared/base/utf8.h"
#include "shared/domain/own_settings.h"
#include "shared/domain/password_rules.h"

#include <algorithm>
#include <istream>

namespace orderdeck::server::cli::access {
namespace {

namespace sqlite = persistence::sqlite;
using base::ErrorCode;
using base::fail;
using sqlite::identity::User;
using sqlite::identity::UserEntry;
using sqlite::identity::UserStore;

constexpr std::size_t kLongestEmail = 254; // RFC 5321, 4.5.3.1.3, without the angle brackets

/// One @ with something on both sides and no blanks: the rest only delivery can tell.
bool is_email(const std::string& text) {
    const std::size_t at = text.find('@');
    const bool parts = at != std::string::npos && at > 0 && at + 1 < text.size() && text.rfind('@') == at;
    return parts && text.size() <= kLongestEmail && base::is_valid_utf8(text) &&
           text.find_first_of(" \t\r\n<>\",;") == std::string::npos;
}

base::Result<std::string> read_password(std::istream& input) {
    std::string line;
    if (!std::getline(input, line)) {
        return fail(ErrorCode::invalid, "There is no password on standard input; give it as the first line.");
    }
    if (line.ends_with('\r')) line.pop_back();
    return line;
}

std::string words_for(domain::PasswordFault fault, std::string_view password) {
    using domain::PasswordFault;
    switch (fault) {
    case PasswordFault::not_text: return "The password is not UTF-8 text.";
    case PasswordFault::too_short:
        return "The password has " + std::to_string(base::count_code_points(password)) +
               " characters; at least " + std::to_string(domain::kMinPasswordLength) + " are needed.";
    case PasswordFault::too_long:
        return "The password is longer than " + std::to_string(domain::kMaxPasswordLength) + " characters.";
    case PasswordFault::same_as_before: return "This is the password that it has been; take another one.";
    case PasswordFault::well_known: return "This password is on every list of guesses; take another one.";
    case PasswordFault::own_words: break;
    }
    return "The password is made of the account's own name or address; take another one.";
}

/// The hash of the password on the input, if the rules take it for this person.
base::Result<std::string> read_new_password(std::istream& input, const std::string& email,
                                            const std::string& name,
                                            std::span<const std::string> account_words, auth::HashCost cost) {
    const std::string password = TRY(read_password(input));
    if (const auto fault = domain::password_fault(password, domain::words_around(email, name, account_words)))
        return fail(ErrorCode::invalid, words_for(*fault, password));
    return auth::PasswordHasher(cost).hash(password);
}

base::Result<User> find_user(sqlite::Store& store, const std::string& email) {
    auto user = TRY(UserStore(store).find_by_email(auth::normalised_email(email)));
    if (!user)
        return fail(ErrorCode::not_found, "There is no user \"" + email + "\"; `user list` shows all.");
    return std::move(*user);
}

/// The name as people could give it to themselves.
base::Result<std::string> checked_name(const std::string& name) {
    domain::OwnSettings settings = domain::tidied({.name = name});
    if (domain::check(settings, {}).empty()) return std::move(settings.name);
    return fail(ErrorCode::invalid, "The name must have 1 to " + std::to_string(domain::kLongestPersonName) +
                                        " readable characters.");
}

base::Result<sqlite::AccountNode> staff_account(sqlite::Store& store, base::Timestamp now) {
    sqlite::ChangeWriter writer = TRY(sqlite::ChangeWriter::begin(store, now));
    const domain::LocalizedText name{.text = "Staff", .translations = {{"zh-CN", "内部人员"}}};
    sqlite::AccountNode node = TRY(sqlite::AccountStore::put(writer, kStaffAccount, name, {}, now));
    TRY(writer.commit());
    return node;
}

} // namespace

base::Result<domain::UserId> add_user(sqlite::Store& store, const NewUser& user, std::istream& input,
                                      auth::HashCost cost, base::Timestamp now) {
    const std::string email = auth::normalised_email(user.email);
    if (!is_email(email)) return fail(ErrorCode::invalid, "\"" + user.email + "\" is not a mail address.");
    const std::string name =
        TRY(checked_name(user.name.empty() ? email.substr(0, email.find('@')) : user.name));
    const bool is_house = user.account.empty() && user.role == sqlite::identity::Role::staff;
    sqlite::AccountNode node;
    if (!is_house) node = TRY(find_account(*TRY(store.read()), user.account));
    const std::vector<std::string> account_words = {node.account.name.text, node.account.code};
    const std::string hash = TRY(read_new_password(input, email, name, account_words, cost));
    if (is_house) node = TRY(staff_account(store, now));
    return UserStore(store).add(
        {.id = {}, .email = email, .name = name, .language = {}, .password_hash = hash},
        {.root = node.owner.root, .account = node.owner.account, .role = user.role}, now);
}

base::Result<std::vector<UserEntry>> list_users(sqlite::Store& store, const std::string& account) {
    if (!account.empty()) TRY(find_account(*TRY(store.read()), account));
    std::vector<UserEntry> entries = TRY(UserStore(store).list());
    if (account.empty()) return entries;
    std::erase_if(entries, [&](const UserEntry& entry) {
        return std::find(entry.account_codes.begin(), entry.account_codes.end(), account) ==
               entry.account_codes.end();
    });
    return entries;
}

base::Result<void> set_log_in_right(sqlite::Store& store, const std::string& email, LogInRight right,
                                    base::Timestamp now) {
    const User user = TRY(find_user(store, email));
    return right == LogInRight::withdrawn ? UserStore(store).disable(user.id, now)
                                          : UserStore(store).enable(user.id);
}

base::Result<void> change_password(sqlite::Store& store, const std::string& email, std::istream& input,
                                   auth::HashCost cost) {
    const User user = TRY(find_user(store, email));
    std::vector<std::string> account_words;
    for (const UserEntry& entry : TRY(UserStore(store).list())) {
        if (entry.user.id == user.id) account_words = entry.account_codes;
    }
    const std::string hash = TRY(read_new_password(input, user.email, user.name, account_words, cost));
    return UserStore(store).change_password(user.id, hash);
}

} // namespace orderdeck::server::cli::access
