#pragma once

#include "client/platform/environment.h"

#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::client::platform {

/// A time zone as the browser lists it.
struct ZoneName {
    std::string id = {};    ///< IANA, "Asia/Shanghai"
    std::string words = {}; ///< in a language, "China Time"; empty when the browser has none
};

/// The time zones that the browser knows.
class Zones {
public:
    virtual ~Zones() = default;
    /// Sorted, the first one holds since ever; empty when the browser does not know the zone.
    virtual std::vector<OffsetTransition> transitions(std::string_view zone) const = 0;
    /// All of them by id, which takes a moment. `language` is BCP 47, `style` how ECMA-402 names a zone: "longGeneric" or "shortGeneric".
    virtual std::vector<ZoneName> names(std::string_view language, std::string_view style) const = 0;
};

} // namespace orderdeck::client::platform
