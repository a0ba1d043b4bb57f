#pragma once

#include "server/ingest/facts.h"
#include "shared/base/result.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::ingest::documents {

/// Whose number of an order is the number under which we keep it: documents always name the customer's, the supplier's
/// only some.
enum class OrderNumbering { customer, supplier };

/// A mapping of standard documents: they say themselves what they mean, so that it only says whose they are.
struct DocumentMapping {
    std::string name;
    std::string fingerprint; ///< changes with the text of the mapping
    SourceSystem source;
    OrderNumbering numbering = OrderNumbering::customer;
    std::map<std::string, std::string, std::less<>> parties; ///< identifier of a party -> code of its account
    std::vector<AccountFact> accounts;                       ///< those that the mapping names, parents first
    std::optional<std::string> unstated; ///< account of what states no party at all; absent: it waits
};

/// Reads a mapping. Unknown keys and accounts are refused with the JSON pointer of their place in `where`.
base::Result<DocumentMapping> parse_document_mapping(std::string name, std::string_view json);

/// A party of a document, as it may be found in the mapping.
struct Party {
    std::string role; ///< "BuyerCustomerParty"
    std::string name;
    std::vector<std::string> ids; ///< each bare, and before it with its scheme: "0088:7300010000001"
};

/// The account of the first of the parties that the mapping knows. A party is known by its identifiers, never by its
/// name. `not_found` says what to add to the mapping, `conflict` that one party is two accounts.
base::Result<std::string> account_of(const DocumentMapping& mapping, const std::vector<Party>& parties);

/// The account of this code as the mapping introduces it, with those above it, parents first.
std::vector<AccountFact> introduced(const DocumentMapping& mapping, std::string_view code);

} // namespace orderdeck::server::ingest::documents
