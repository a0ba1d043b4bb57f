#include "server/ingest/files/unpack.h"

#include "server/ingest/files/bundle.h"
#include "server/ingest/files/gunzip.h"

namespace orderdeck::server::ingest {
namespace {

std::string without_ending(std::string name) {
    constexpr std::string_view kEnding = ".gz";
    if (name.ends_with(kEnding)) name.resize(name.size() - kEnding.size());
    return name;
}

template <typename Value>
base::Result<Value> about(base::Result<Value> result, const std::string& name) {
    if (result) return result;
    base::Error error = std::move(result).error();
    error.where = name;
    return base::Failure<base::Error>{std::move(error)};
}

/// Unpacks what is in gzip; `room` is what may still be unpacked.
base::Result<UnpackedFile> open(std::string name, std::string_view bytes, std::size_t& room) {
    UnpackedFile file{.name = without_ending(name), .bytes = bytes, .unpacked = nullptr};
    if (!is_gzip(bytes)) return file;
    file.unpacked = std::make_unique<std::string>(TRY(about(gunzip(bytes, room), name)));
    file.bytes = *file.unpacked;
    room -= file.bytes.size();
    return file;
}

} // namespace

base::Result<Unpacked> unpack(const InputFile& input, std::size_t most) {
    Unpacked result;
    std::size_t room = most;
    UnpackedFile whole = TRY(open(input.name, input.bytes, room));
    if (!is_bundle(whole.bytes)) {
        result.files.push_back(std::move(whole));
        return result;
    }
    for (BundledFile& file : TRY(about(unbundle(whole.bytes), input.name)))
        result.files.push_back(TRY(open(std::move(file.name), file.bytes, room)));
    result.archive = std::move(whole.unpacked);
    return result;
}

} // namespace orderdeck::server::ingest
