#include "server/cli/access/tokens.h"

#include "server/auth/authenticator.h"
#include "server/auth/secret.h"
#include "server/cli/access/find_account.h"
#include "shared/base/parse_number.h"
#include "shared/base/text.h"
#include "shared/base/utf8.h"

#include <algorithm>
#include <cctype>

namespace orderdeck::server::cli::access {
namespace {

namespace sqlite = persistence::sqlite;
using sqlite::identity::TokenEntry;
using sqlite::identity::TokenStore;

constexpr std::size_t kLongestLabel = 200;

/// Names that the last segment of /api/v1/inbox/{feed} can have: those of mappings, but neither a number, which is a
/// message there, nor the one name that has another meaning.
bool is_feed_name(std::string_view name) {
    const auto fits = [](unsigned char c) { return std::isalnum(c) != 0 || c == '-' || c == '_'; };
    return std::all_of(name.begin(), name.end(), fits) &&
           !std::all_of(name.begin(), name.end(), base::is_digit) && name != "code-map";
}

} // namespace

base::Result<IssuedToken> add_token(sqlite::Store& store, const NewToken& token, base::Timestamp now) {
    if (token.account.empty() == token.feed.empty())
        return base::fail(base::ErrorCode::invalid,
                          "A token needs either --account, to read, or --feed, to deliver.");
    if (!token.feed.empty() && !is_feed_name(token.feed)) {
        return base::fail(
            base::ErrorCode::invalid,
            "A feed is named like its mapping: letters, digits, - and _, but neither only digits "
            "nor code-map, which mean something else under the same address.",
            token.feed);
    }
    sqlite::identity::Grant grant;
    if (!token.account.empty()) {
        const sqlite::AccountNode node = TRY(find_account(*TRY(store.read()), token.account));
        grant = {.root = node.owner.root, .account = node.owner.account};
    }
    if (token.label.size() > kLongestLabel || !base::is_valid_utf8(token.label)) {
        return base::fail(base::ErrorCode::invalid, "The label is too long.");
    }
    std::string secret = std::string(auth::kTokenPrefix) + auth::new_secret();
    const auth::SecretHash hash = auth::hash_of_secret(secret);
    TRY(TokenStore(store).add(hash, {.grant = grant, .label = token.label, .feed = token.feed}, now));
    return IssuedToken{.secret = std::move(secret), .id = sqlite::identity::token_id(hash)};
}

base::Result<std::vector<TokenEntry>> list_tokens(sqlite::Store& store) { return TokenStore(store).list(); }

base::Result<void> revoke_token(sqlite::Store& store, const std::string& id_or_token, base::Timestamp now) {
    const bool is_token = id_or_token.starts_with(auth::kTokenPrefix);
    const std::string id = is_token ? sqlite::identity::token_id(auth::hash_of_secret(id_or_token))
                                    : base::to_lower_ascii(base::trim(id_or_token));
    if (TRY(TokenStore(store).revoke(id, now))) return {};
    return base::fail(base::ErrorCode::not_found, "There is no token with that id; `token list` shows all.");
}

} // namespace orderdeck::server::cli::access
