#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace orderdeck::server::ingest::csv {

/// How the bytes of a file become text. Windows-1252 also reads ISO 8859-1.
enum class Encoding : std::uint8_t { utf8, windows_1252 };

std::optional<Encoding> encoding_from(std::string_view name);

/// The text as UTF-8. A file that begins with a byte order mark of UTF-16, as spreadsheets save "Unicode text", is read
/// as UTF-16 whatever the mapping says; what is no character there becomes U+FFFD. A UTF-8 file is taken as it is,
/// well-formed or not: its cells are checked one by one.
std::string to_utf8(std::string_view bytes, Encoding encoding);

} // namespace orderdeck::server::ingest::csv
