#include "shared/storage/memory_file.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace orderdeck::storage {
namespace {

constexpr std::size_t extents_for(std::uint64_t size) {
    return static_cast<std::size_t>((size + MemoryFile::kExtentSize - 1) / MemoryFile::kExtentSize);
}

/// Calls step(extent index, offset inside it, offset from the start of the range, count) for each extent touched.
template <typename Step>
void for_each_piece(std::uint64_t offset, std::size_t count, Step step) {
    std::size_t done = 0;
    while (done < count) {
        const auto index = static_cast<std::size_t>((offset + done) / MemoryFile::kExtentSize);
        const auto inside = static_cast<std::size_t>((offset + done) % MemoryFile::kExtentSize);
        const std::size_t piece = std::min(count - done, MemoryFile::kExtentSize - inside);
        step(index, inside, done, piece);
        done += piece;
    }
}

} // namespace

std::vector<std::size_t> MemoryFile::dirty_extents() const {
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < dirty_.size(); ++i) {
        if (dirty_[i]) indices.push_back(i);
    }
    return indices;
}

void MemoryFile::mark_dirty(std::size_t index) {
    if (index >= dirty_.size()) dirty_.resize(index + 1, false);
    dirty_[index] = true;
}

void MemoryFile::mark_clean(std::size_t index) {
    if (index < dirty_.size()) dirty_[index] = false;
}

void MemoryFile::seal() {
    if (unsealed_) ++generation_;
    unsealed_ = false;
}

bool MemoryFile::reserve(std::uint64_t size) {
    if (size > kMaxSize) return false;
    const std::size_t before = extents_.size();
    while (extents_.size() < extents_for(size)) {
        std::unique_ptr<std::byte[]> extent(new (std::nothrow) std::byte[kExtentSize]());
        if (extent == nullptr) {
            extents_.resize(before);
            return false;
        }
        extents_.push_back(std::move(extent));
    }
    return true;
}

bool MemoryFile::read(std::uint64_t offset, std::span<std::byte> into) const {
    const std::uint64_t left = offset < size_ ? size_ - offset : 0;
    const auto available = static_cast<std::size_t>(std::min<std::uint64_t>(left, into.size()));
    for_each_piece(offset, available,
                   [&](std::size_t index, std::size_t inside, std::size_t done, std::size_t count) {
                       std::memcpy(into.data() + done, extents_[index].get() + inside, count);
                   });
    std::fill(into.begin() + static_cast<std::ptrdiff_t>(available), into.end(), std::byte{0});
    return available == into.size();
}

bool MemoryFile::write(std::uint64_t offset, std::span<const std::byte> bytes) {
    const std::uint64_t end = offset + bytes.size();
    if (end < offset || !reserve(end)) return false;
    for_each_piece(offset, bytes.size(),
                   [&](std::size_t index, std::size_t inside, std::size_t done, std::size_t count) {
                       std::memcpy(extents_[index].get() + inside, bytes.data() + done, count);
                       mark_dirty(index);
                   });
    size_ = std::max(size_, end);
    unsealed_ = true;
    return true;
}

bool MemoryFile::resize(std::uint64_t size) {
    if (!reserve(size)) return false;
    if (size == size_) return true;
    if (size < size_) {
        const std::size_t kept = extents_for(size);
        for (std::size_t i = kept; i < extents_.size(); ++i) {
            mark_dirty(i);
            // A page that is still fetched must stay readable; then the extents stay, emptied.
            std::memset(extents_[i].get(), 0, kExtentSize);
        }
        if (fetched_ == 0) extents_.resize(kept);
        if (const std::size_t inside = size % kExtentSize; inside != 0) {
            std::memset(extents_[kept - 1].get() + inside, 0, kExtentSize - inside);
        }
    }
    if (size > 0) mark_dirty(extents_for(size) - 1);
    size_ = size;
    unsealed_ = true;
    return true;
}

std::byte* MemoryFile::fetch(std::uint64_t offset, std::size_t count) {
    const auto inside = static_cast<std::size_t>(offset % kExtentSize);
    if (offset + count > size_ || inside + count > kExtentSize) return nullptr;
    ++fetched_;
    return extents_[static_cast<std::size_t>(offset / kExtentSize)].get() + inside;
}

void MemoryFile::unfetch() { --fetched_; }

} // namespace orderdeck::storage
