#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace orderdeck::storage {

/// A file in memory, kept in extents that never move, so that SQLite can read pages without copying. It knows which
/// extents differ from the last copy taken elsewhere and which commit its content belongs to.
class MemoryFile {
public:
    static constexpr std::size_t kExtentSize = 65536;
    /// Larger files are refused as "disk full"; a browser tab has no more to give.
    static constexpr std::uint64_t kMaxSize = 512ULL * 1024 * 1024;

    std::uint64_t size() const { return size_; }
    std::size_t extent_count() const { return extents_.size(); }
    /// The whole extent; bytes beyond the file's size are zero.
    std::span<const std::byte> extent(std::size_t index) const {
        return {extents_[index].get(), kExtentSize};
    }

    bool is_dirty(std::size_t index) const { return index < dirty_.size() && dirty_[index]; }
    /// Indices of the extents written since they were last marked clean, in ascending order. After a truncation some
    /// may lie beyond extent_count(): their copies are to be deleted.
    std::vector<std::size_t> dirty_extents() const;
    void mark_dirty(std::size_t index);
    void mark_clean(std::size_t index);

    /// Number of commits that changed the file; see seal().
    std::uint64_t generation() const { return generation_; }
    /// Ends a commit: counts one generation up if anything was written since the last one.
    void seal();

    /// Copies bytes out; what lies beyond the end is zero. False when the range passes the end of the file.
    bool read(std::uint64_t offset, std::span<std::byte> into) const;
    /// False when memory or the size limit is exhausted; the file is then unchanged.
    bool write(std::uint64_t offset, std::span<const std::byte> bytes);
    /// Cuts or, with zeros, extends the file; false as in write.
    bool resize(std::uint64_t size);

    /// A stable pointer to the range, or nullptr when it crosses an extent or the end. Each fetch needs one unfetch.
    std::byte* fetch(std::uint64_t offset, std::size_t count);
    void unfetch();

    /// Connections that hold the file open, and their locks by SQLite's levels. One thread only.
    struct Locks {
        int open = 0;
        int shared = 0;
        const void* writer = nullptr; ///< holds RESERVED or more
        bool exclusive = false;
    };
    Locks locks;

private:
    bool reserve(std::uint64_t size);

    std::vector<std::unique_ptr<std::byte[]>> extents_;
    std::vector<bool> dirty_;
    std::uint64_t size_ = 0;
    std::uint64_t generation_ = 0;
    bool unsealed_ = false;
    int fetched_ = 0;
};

} // namespace orderdeck::storage
