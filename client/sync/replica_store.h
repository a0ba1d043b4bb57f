#pragma once

#include "shared/base/result.h"
#include "shared/replica/own_copy.h"
#include "shared/replica/replica.h"
#include "shared/storage/database.h"
#include "shared/storage/memory_vfs.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace orderdeck::client::sync {

/// Holds the replica that the interface reads, and beside it the one that is being copied. The new one takes the place
/// of the old in one step when it is complete, so nobody ever reads half a copy.
class ReplicaStore {
public:
    /// `name` is that of its file system in memory; one store per name.
    static base::Result<ReplicaStore> create(const std::string& name);
    ReplicaStore(ReplicaStore&&) noexcept = default;
    ReplicaStore& operator=(ReplicaStore&&) = delete;

    /// The complete replica; nullptr before the first. Pointers end with the next change of generation().
    storage::Database* database() { return current_ ? &current_->database : nullptr; }
    bool has_replica() const { return current_.has_value(); }
    /// Grows whenever rows of database() may have changed.
    std::uint64_t generation() const { return generation_; }

    /// Throws an unfinished copy away and begins a new, empty one.
    base::Result<void> begin_copy();
    base::Result<api::SyncPageHead> add_boot_page(std::string_view page);
    /// How many rows the unfinished copy has.
    std::int64_t rows_copied() const { return rows_copied_; }
    /// After the last boot page.
    base::Result<void> finish_boot();
    /// Applies a pull to the copy and shows it instead of the old replica. Without pages: nothing was newer.
    base::Result<void> show_copy(std::span<const std::string> pages);

    /// Applies a pull to the replica that is shown.
    base::Result<void> apply_pull(std::span<const std::string> pages);
    /// Makes a database of the shown replica's orders for the person's own folder and hands its bytes to `save`, in parts
    /// that are valid during the call only. Nothing of it stays here.
    base::Result<void>
    save_own_copy(const replica::OwnCopyHead& head,
                  const std::function<void(std::span<const std::span<const std::byte>>)>& save);
    /// Forgets everything, at log-out.
    void wipe();

private:
    struct Replica {
        std::string path;
        storage::Database database;
    };

    explicit ReplicaStore(std::unique_ptr<storage::MemoryVfs> files) : files_(std::move(files)) {}
    base::Result<Replica*> copy();
    void discard(std::optional<Replica>& replica);

    std::unique_ptr<storage::MemoryVfs> files_; // outlives the databases on it
    std::optional<Replica> current_;
    std::optional<Replica> copy_;
    std::uint64_t generation_ = 0;
    std::uint64_t copies_ = 0;
    std::int64_t rows_copied_ = 0;
};

} // namespace orderdeck::client::sync
