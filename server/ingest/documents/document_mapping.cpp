#include "server/ingest/documents/document_mapping.h"

#include "server/ingest/files/mapping_fields.h"
#include "shared/base/hash.h"
#include "shared/base/text.h"

#include <algorithm>

namespace orderdeck::server::ingest::documents {
namespace {

bool introduces(const DocumentMapping& mapping, std::string_view code) {
    return std::any_of(mapping.accounts.begin(), mapping.accounts.end(),
                       [code](const AccountFact& account) { return account.code == code; });
}

/// "acme", or {"code": "acme", "name": "Acme", "parent": "acme-group"}.
base::Result<AccountFact> parse_account(const json::Value& value) {
    AccountFact account;
    if (value.kind() == json::Kind::string) {
        account.code = TRY(value.string());
    } else {
        TRY(check_keys(value, {"code", "name", "parent"}));
        account.code = TRY(value.string_field("code"));
        account.name.text = TRY(value.string_field("name"));
        account.parent = TRY(value.optional_string_field("parent")).value_or("");
    }
    if (account.code.empty()) return value.refuse("the code of an account is needed");
    return account;
}

/// Accounts that only a code names come without a name: they are added where they are missing and never renamed.
base::Result<std::string> add_account(DocumentMapping& mapping, const json::Value& value) {
    AccountFact account = TRY(parse_account(value));
    std::string code = account.code;
    if (!account.parent.empty() && !introduces(mapping, account.parent))
        return TRY(value.field("parent")).refuse("no account of this code stands before it");
    const auto known = std::find_if(mapping.accounts.begin(), mapping.accounts.end(),
                                    [&](const AccountFact& other) { return other.code == code; });
    if (known == mapping.accounts.end()) {
        mapping.accounts.push_back(std::move(account));
    } else if (!account.name.text.empty()) {
        if (!known->name.text.empty() && (known->name != account.name || known->parent != account.parent))
            return value.refuse("the account \"" + code + "\" is named twice and differently");
        *known = std::move(account);
    }
    return code;
}

base::Result<OrderNumbering> parse_numbering(const json::Value& root) {
    const std::string name = TRY(root.optional_string_field("order_number")).value_or("customer");
    if (name == "customer") return OrderNumbering::customer;
    if (name == "supplier") return OrderNumbering::supplier;
    return TRY(root.field("order_number")).refuse("unknown numbering; known: customer, supplier");
}

std::string described(const Party& party) {
    std::vector<std::string> shown;
    for (const std::string& id : party.ids) {
        // With the scheme is enough.
        const bool is_shown = std::any_of(shown.begin(), shown.end(), [&id](const std::string& other) {
            return other == id || other.ends_with(":" + id);
        });
        if (!is_shown) shown.push_back(id);
    }
    const std::string name = party.name.empty() ? party.role : party.role + " \"" + party.name + "\"";
    return shown.empty() ? name + " (no identifier)" : name + " (" + base::join(shown, ", ") + ")";
}

/// The shortest of the identifiers: as it stands in the document, without its scheme.
std::string plain_id(const Party& party) {
    const auto shortest = std::min_element(
        party.ids.begin(), party.ids.end(),
        [](const std::string& left, const std::string& right) { return left.size() < right.size(); });
    return shortest == party.ids.end() ? party.name : *shortest;
}

base::Result<std::optional<std::string>> find_account(const DocumentMapping& mapping, const Party& party) {
    std::optional<std::string> account;
    std::string by;
    for (const std::string& id : party.ids) {
        const auto known = mapping.parties.find(id);
        if (known == mapping.parties.end()) continue;
        if (account && *account != known->second)
            return base::fail(base::ErrorCode::conflict,
                              "the " + party.role + " is the account \"" + *account + "\" by " + by +
                                  " and \"" + known->second + "\" by " + id,
                              plain_id(party));
        account = known->second;
        by = id;
    }
    return account;
}

} // namespace

base::Result<DocumentMapping> parse_document_mapping(std::string name, std::string_view json) {
    const json::Document document = TRY(json::Document::parse(json));
    const json::Value root = document.root();
    TRY(check_keys(root, {"format", "source", "order_number", "account", "unstated_account"}));
    DocumentMapping mapping;
    mapping.name = std::move(name);
    mapping.fingerprint = std::to_string(base::hash64(json));
    mapping.source = TRY(parse_source_system(TRY(root.field("source"))));
    mapping.numbering = TRY(parse_numbering(root));
    const json::Value account = TRY(root.field("account"));
    for (const json::Member& party : TRY(account.members())) {
        if (base::trim(party.name) != party.name || party.name.empty())
            return party.value.refuse("the identifier of a party is needed, without blanks around it");
        mapping.parties.emplace(party.name, TRY(add_account(mapping, party.value)));
    }
    if (const auto unstated = TRY(root.optional_field("unstated_account")))
        mapping.unstated = TRY(add_account(mapping, *unstated));
    if (mapping.parties.empty() && !mapping.unstated)
        return account.refuse("the identifier of at least one customer is needed, or \"unstated_account\"");
    return mapping;
}

base::Result<std::string> account_of(const DocumentMapping& mapping, const std::vector<Party>& parties) {
    std::vector<std::string> descriptions;
    std::string stranger;
    bool states_id = false;
    for (const Party& party : parties) {
        if (const auto account = TRY(find_account(mapping, party))) return *account;
        states_id = states_id || !party.ids.empty();
        descriptions.push_back(described(party));
        if (stranger.empty()) stranger = plain_id(party);
    }
    if (!states_id && mapping.unstated) return *mapping.unstated;
    if (!states_id)
        return base::fail(base::ErrorCode::not_found,
                          (parties.empty()
                               ? "no customer is named"
                               : "the customer has no identifier: " + base::join(descriptions, ", ")) +
                              "; if all such documents of this feed belong to one account, name it as "
                              "\"unstated_account\" in the mapping \"" +
                              mapping.name + "\" and import again",
                          stranger);
    return base::fail(base::ErrorCode::not_found,
                      "the customer is unknown: " + base::join(descriptions, ", ") +
                          "; add one of these identifiers to \"account\" in the mapping \"" + mapping.name +
                          "\" and import again",
                      stranger);
}

std::vector<AccountFact> introduced(const DocumentMapping& mapping, std::string_view code) {
    std::vector<AccountFact> accounts;
    std::string wanted(code);
    // Each parent stands before its children, so that going backwards meets them all.
    for (auto account = mapping.accounts.rbegin(); account != mapping.accounts.rend(); ++account) {
        if (account->code != wanted) continue;
        accounts.insert(accounts.begin(), *account);
        wanted = account->parent;
    }
    return accounts;
}

} // namespace orderdeck::server::ingest::documents
