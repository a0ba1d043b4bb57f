#include "server/cli/access/find_account.h"

#include "shared/base/text.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace orderdeck::server::cli::access {
namespace {

using persistence::sqlite::AccountCount;
using persistence::sqlite::AccountDirectory;
using persistence::sqlite::AccountNode;

constexpr std::size_t kMostSuggestions = 3;

/// Levenshtein's distance in bytes of the folded texts.
std::size_t edits_between(std::string_view left, std::string_view right) {
    std::vector<std::size_t> row(right.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < left.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < right.size(); ++j) {
            const std::size_t substituted = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, substituted});
        }
    }
    return row.back();
}

/// How far a wanted text is from a code or name: 0 when it is a part of it, nothing when they have little in common.
std::optional<std::size_t> distance(const std::string& wanted, std::string_view text) {
    const std::string folded = base::fold_for_search(text);
    if (wanted.empty() || folded.empty()) return std::nullopt;
    if (folded.find(wanted) != std::string::npos) return 0;
    const std::size_t edits = edits_between(wanted, folded);
    const std::size_t tolerated = std::max<std::size_t>(1, std::min(wanted.size(), folded.size()) / 3);
    return edits <= tolerated ? std::optional(edits) : std::nullopt;
}

struct Suggestion {
    std::size_t distance;
    std::string text;
};

/// `NORDKAI (Nordkai GmbH)`
std::string shown(const domain::Account& account) {
    const bool named = base::fold_for_search(account.name.text) != base::fold_for_search(account.code);
    return named ? account.code + " (" + account.name.text + ")" : account.code;
}

std::string suggestions_for(const std::string& wanted, const std::vector<AccountCount>& accounts) {
    std::vector<Suggestion> nearest;
    for (const AccountCount& count : accounts) {
        const domain::Account& account = count.node.account;
        const auto by_code = distance(wanted, account.code);
        const auto by_name = distance(wanted, account.name.text);
        if (!by_code && !by_name) continue;
        const std::size_t far = wanted.size();
        nearest.push_back({std::min(by_code.value_or(far), by_name.value_or(far)), shown(account)});
    }
    std::stable_sort(nearest.begin(), nearest.end(), [](const Suggestion& left, const Suggestion& right) {
        return left.distance < right.distance;
    });
    if (nearest.size() > kMostSuggestions) nearest.resize(kMostSuggestions);
    std::string list;
    for (const Suggestion& suggestion : nearest)
        list.append(list.empty() ? "" : ", ").append(suggestion.text);
    return list;
}

} // namespace

base::Result<AccountNode> find_account(storage::Database& database, std::string_view code) {
    AccountDirectory accounts(database);
    auto found = TRY(accounts.find_by_code(code));
    if (found) return std::move(*found);
    const std::string nearest =
        suggestions_for(base::fold_for_search(base::trim(code)), TRY(accounts.count_all()));
    std::string message = "There is no account \"" + std::string(code) + "\"; ";
    message += nearest.empty() ? "" : "did you mean " + nearest + "? ";
    return base::fail(base::ErrorCode::not_found, message + "`account list` shows all.");
}

} // namespace orderdeck::server::cli::access
