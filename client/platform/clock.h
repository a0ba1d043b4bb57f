#pragma once

#include "shared/base/timestamp.h"

namespace orderdeck::client::platform {

/// The wall clock of the device, which may be wrong; "now" of every computation is taken from here once per frame.
class Clock {
public:
    virtual ~Clock() = default;
    virtual base::Timestamp now() const = 0;
};

} // namespace orderdeck::client::platform
