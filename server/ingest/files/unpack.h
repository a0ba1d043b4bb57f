#pragma once

#include "server/ingest/files/file_adapter.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::ingest {

/// The most that the files of one import may have together when they are unpacked; all of it is held in memory.
inline constexpr std::size_t kMostUnpackedBytes = std::size_t{1} << 30;

/// A file as it is read: out of its bundle, and unpacked.
struct UnpackedFile {
    std::string name; ///< without ".gz"
    std::string_view bytes;
    std::unique_ptr<std::string> unpacked; ///< what `bytes` refers to, when it is not the input
};

struct Unpacked {
    std::vector<UnpackedFile> files;
    std::unique_ptr<std::string> archive; ///< what they refer to, when it was in gzip itself
};

/// The files in what was handed in: a file, or a tar archive of files, each of them as it is or in gzip, which the
/// archive may be in, too. Failures name the file. The input must outlive the result.
base::Result<Unpacked> unpack(const InputFile& input, std::size_t most = kMostUnpackedBytes);

} // namespace orderdeck::server::ingest
