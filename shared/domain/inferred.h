#pragma once

#include "shared/domain/contradiction.h"

namespace orderdeck::domain {

/// Whether it is no contradiction but a gap that was filled: the other source owns the field and has not said it, so that
/// the value that counts is inferred. Such a row has no other value.
inline bool is_inferred(const Contradiction& each) { return each.other_value.empty(); }

} // namespace orderdeck::domain
