#pragma once

#include "server/ingest/projection/account_context.h"

#include <set>

namespace orderdeck::server::ingest {

/// All translations of both; where they differ the greater text stays, so that the order of arrival decides nothing.
domain::LocalizedText unite(domain::LocalizedText name, const domain::LocalizedText& other);

/// The items with translations that the stored lines of these orders name; other subjects name none.
base::Result<std::set<domain::ItemId>> translated_items(AccountContext& context,
                                                        const std::set<Subject>& subjects);

/// Gives the items the translations that lines still state, after records have gone. Lines share items, so that each item's
/// other orders are read again.
base::Result<void> renew_translations(AccountContext& context, const std::set<domain::ItemId>& items);

} // namespace orderdeck::server::ingest
