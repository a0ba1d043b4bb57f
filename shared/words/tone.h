#pragma once

#include <cstdint>

namespace orderdeck::words {

/// Meaning of a word about a status; always shown with the word, never by colour alone. `none`: plain text.
enum class Tone : std::uint8_t { none, ok, warn, bad, info, mute };

} // namespace orderdeck::words
