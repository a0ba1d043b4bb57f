#pragma once

#include <cstdint>
#include <string_view>

#include "shared/api/sync_page.h"

namespace orderdeck::api {

/// One JSON scalar as the page reader hands it on; `text` lives until the next event.
struct JsonScalar {
    enum class Kind : std::uint8_t { null, boolean, integer, number, text } kind = Kind::null;
    std::int64_t integer = 0;
    std::string_view text;
};

/// Collects the scalar fields of a page and checks at the end that all are there. Not used outside this folder.
class SyncPageHeadReader {
public:
    static bool knows(std::string_view key);
    base::Result<void> set(std::string_view key, const JsonScalar& value);
    base::Result<SyncPageHead> finish();

private:
    SyncPageHead head_;
    std::uint32_t seen_ = 0;
};

} // namespace orderdeck::api
