#pragma once

#include "server/persistence/sqlite/inbox/inbox_store.h"
#include "server/persistence/sqlite/inbox/spoken_orders.h"
#include "shared/api/inbox.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::http::routes {

// Messages of the inbox as the REST API shows them to staff.

api::InboxMessage to_api(const persistence::sqlite::InboxListing& message,
                         const persistence::sqlite::SpokenCounts& spoken);
api::InboxFinding to_api(const persistence::sqlite::Finding& finding);
/// All feeds, and how many messages are in each state: of the feed, or of all when it is empty.
void add_counts(api::InboxPage& page, const std::vector<persistence::sqlite::FeedCount>& feeds,
                std::string_view feed);

/// The states that a parameter asks for: one by its name, or those that need attention. Nothing for other texts.
std::optional<std::vector<persistence::sqlite::InboxState>> states_from(std::string_view text);

/// The cursor of a page of findings; decoding is `invalid` for a text that is none.
std::string encode_position(const persistence::sqlite::FindingPosition& position);
base::Result<persistence::sqlite::FindingPosition> decode_position_of_finding(std::string_view text);

} // namespace orderdeck::server::http::routes
