#pragma once

#include "shared/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace orderdeck::server::ingest::mapping {

/// How the bytes of a file become text. Windows-1252 also reads ISO 8859-1, GB 18030 also GBK and GB 2312.
enum class Encoding : std::uint8_t {
    utf8,
    windows_1252,
    iso_8859_15,
    windows_1250,
    windows_1251,
    gb18030,
    big5,
    shift_jis,
    euc_kr
};

std::optional<Encoding> encoding_from(std::string_view name);
/// For messages: "utf-8, windows-1252, ...".
std::string known_encodings();

/// The text as UTF-8. A file that begins with a byte order mark of UTF-16, as spreadsheets save "Unicode text", is read
/// as UTF-16 and one that begins with that of UTF-8 as UTF-8, whatever the mapping says; what is no character becomes
/// U+FFFD. A UTF-8 file is taken as it is, well-formed or not: its cells are checked one by one. `internal` when the
/// machine cannot read the encoding.
base::Result<std::string> to_utf8(std::string_view bytes, Encoding encoding);

} // namespace orderdeck::server::ingest::mapping
