#include "server/cli/add_user.h"

#include "server/auth/authenticator.h"
#include "server/auth/log_in.h"
#include "server/auth/password_rules.h"
#include "server/auth/secret.h"
#include "server/persistence/sqlite/account_store.h"
#include "shared/base/utf8.h"

#include <istream>
#include <vector>

namespace orderdeck::server::cli {
namespace {

namespace sqlite = persistence::sqlite;
using base::ErrorCode;
using base::fail;

constexpr std::size_t kLongestEmail = 254; // RFC 5321, 4.5.3.1.3, without the angle brackets
constexpr std::size_t kLongestName = 200;

base::Result<sqlite::AccountNode> find_account(sqlite::Store& store, const std::string& code) {
    sqlite::ReadLease lease = TRY(store.read());
    auto found = TRY(sqlite::AccountStore(*lease).find_by_code(code));
    if (!found)
        return fail(ErrorCode::not_found, "There is no account \"" + code + "\"; `account list` shows all.");
    return std::move(*found);
}

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

} // namespace

base::Result<domain::UserId> add_user(sqlite::Store& store, const NewUser& user, std::istream& input,
                                      auth::HashCost cost, base::Timestamp now) {
    const std::string email = auth::normalised_email(user.email);
    if (!is_email(email)) return fail(ErrorCode::invalid, "\"" + user.email + "\" is not a mail address.");
    const std::string name = user.name.empty() ? email.substr(0, email.find('@')) : user.name;
    if (name.size() > kLongestName || !base::is_valid_utf8(name))
        return fail(ErrorCode::invalid, "The name is too long.");
    const sqlite::AccountNode node = TRY(find_account(store, user.account));
    const std::string password = TRY(read_password(input));
    const std::vector<std::string> context = {email, email.substr(0, email.find('@')), name,
                                              node.account.name.text, node.account.code};
    TRY(auth::check_password(password, context));
    auth::PasswordHasher hasher(cost);
    const std::string hash = TRY(hasher.hash(password));
    return sqlite::identity::UserStore(store).add(
        {.id = {}, .email = email, .name = name, .language = {}, .password_hash = hash},
        {.root = node.owner.root, .account = node.owner.account}, now);
}

base::Result<std::string> add_token(sqlite::Store& store, const NewToken& token, base::Timestamp now) {
    const sqlite::AccountNode node = TRY(find_account(store, token.account));
    if (token.label.size() > kLongestName || !base::is_valid_utf8(token.label)) {
        return fail(ErrorCode::invalid, "The label is too long.");
    }
    std::string secret = std::string(auth::kTokenPrefix) + auth::new_secret();
    TRY(sqlite::identity::TokenStore(store).add(
        auth::hash_of_secret(secret),
        {.grant = {.root = node.owner.root, .account = node.owner.account}, .label = token.label}, now));
    return secret;
}

} // namespace orderdeck::server::cli
