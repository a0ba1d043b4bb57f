#pragma once

#include "shared/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::ingest {

/// A file of a bundle; the bytes are those of the bundle.
struct BundledFile {
    std::string name;
    std::string_view bytes;
};

/// Whether the bytes are a tar archive (POSIX ustar).
bool is_bundle(std::string_view bytes);

/// Several files that are read as one, as a tar archive: each byte for byte, and always the same archive for the same
/// files, so that the inbox knows it again. `invalid` for names of more than 100 bytes.
base::Result<std::string> bundle(const std::vector<BundledFile>& files);

/// The ordinary files of a tar archive, without the folders in their names. `invalid` when it is damaged or cut off.
base::Result<std::vector<BundledFile>> unbundle(std::string_view bytes);

} // namespace orderdeck::server::ingest
