#pragma once

#include "shared/i18n/language.h"

#include <string>

namespace orderdeck::client::screens {

/// Each character that a screen in this language may show besides the customer's own words, once: ASCII, then all of
/// the catalogue, sorted.
std::u32string characters_of(const i18n::Language& language);

} // namespace orderdeck::client::screens
