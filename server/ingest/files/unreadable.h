#pragma once

#include "server/ingest/apply.h"

#include <string>
#include <string_view>

namespace orderdeck::server::ingest {

/// Says that a text cannot be read, with its place: the line where the error names a byte or a line, else its `where` as it
/// is, such as a JSON pointer.
Finding unreadable(const base::Error& error, std::string_view text, std::string code);

} // namespace orderdeck::server::ingest
