#pragma once

#include "server/persistence/sqlite/inbox/inbox_store.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::http::routes {

/// A message of the inbox as the REST API shows it to staff.
std::string to_json(const persistence::sqlite::InboxListing& message);
/// A message with one page of its findings.
std::string to_json(const persistence::sqlite::InboxListing& message,
                    const persistence::sqlite::FindingPage& findings);
/// A page of messages with the number of all messages in each state.
std::string to_json(const std::vector<persistence::sqlite::InboxListing>& messages, bool has_more,
                    const std::map<persistence::sqlite::InboxState, std::int64_t>& counts);

/// The cursor of a page of findings; `invalid` for a text that is none.
base::Result<persistence::sqlite::FindingPosition> decode_position_of_finding(std::string_view text);

} // namespace orderdeck::server::http::routes
