#pragma once

#include "server/cli/console.h"
#include "server/persistence/sqlite/inbox/inbox_store.h"

#include <string_view>
#include <vector>

namespace orderdeck::server::cli {

/// What the inbox commands print, as text or as one JSON document.
void print_messages(const Invocation& call, const std::vector<persistence::sqlite::InboxListing>& messages);
void print_message(const Invocation& call, const persistence::sqlite::InboxListing& message,
                   const std::vector<persistence::sqlite::Finding>& findings);
void print_meanings(const Invocation& call, const std::vector<persistence::sqlite::CodeMeaning>& meanings);
void print_done(const Invocation& call, std::string_view what, std::string_view count_name,
                std::int64_t count);

} // namespace orderdeck::server::cli
