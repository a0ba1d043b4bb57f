#pragma once

#include "server/ingest/inbox/repair.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::ingest {

/// A few lines of a file, each cut to a length that can be shown.
struct Excerpt {
    std::string file;             ///< of an archive; else empty
    std::int64_t first_line = 0;  ///< number of lines.front()
    std::int64_t marked_line = 0; ///< the one that was asked for; 0: it is not known where it is
    std::vector<std::string> lines;
};

/// The lines around a line of the text, or around the first one that has the value where `line` is 0; without either the
/// first ones. A line that is too long is cut so that the value is in it.
Excerpt excerpt_of(std::string_view text, std::int64_t line, std::string_view value);

/// The text of the message's file around a finding, or its beginning. `not_found` for a message or a finding that is not there.
base::Result<Excerpt> read_excerpt(Store& store, std::int64_t message, std::optional<std::int64_t> finding,
                                   const AdapterSource& adapters);

} // namespace orderdeck::server::ingest
