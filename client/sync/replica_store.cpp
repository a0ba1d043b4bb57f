#include "client/sync/replica_store.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace orderdeck::client::sync {

namespace {

/// The bytes of a file where they lie.
std::vector<std::span<const std::byte>> parts_of(const storage::MemoryFile& file) {
    std::vector<std::span<const std::byte>> parts;
    std::uint64_t left = file.size();
    for (std::size_t i = 0; i < file.extent_count() && left > 0; ++i) {
        const auto size = std::min<std::uint64_t>(left, storage::MemoryFile::kExtentSize);
        parts.push_back(file.extent(i).first(static_cast<std::size_t>(size)));
        left -= size;
    }
    return parts;
}

} // namespace

base::Result<ReplicaStore> ReplicaStore::create(const std::string& name) {
    return ReplicaStore(TRY(storage::MemoryVfs::install(name)));
}

void ReplicaStore::discard(std::optional<Replica>& replica) {
    if (!replica) return;
    const std::string path = replica->path;
    replica.reset();
    // It can only fail for a file that is open, and this one has just been closed.
    (void)files_->remove(path);
}

base::Result<void> ReplicaStore::begin_copy() {
    discard(copy_);
    rows_copied_ = 0;
    const std::string path = "replica-" + std::to_string(++copies_) + ".db";
    auto opened = storage::Database::open(path, storage::DatabaseOptions::for_memory_vfs(files_->name()));
    if (!opened) return base::Failure{std::move(opened).error()};
    copy_.emplace(Replica{path, std::move(*opened)});
    TRY(replica::prepare_connection(copy_->database));
    return replica::create_tables(copy_->database);
}

base::Result<ReplicaStore::Replica*> ReplicaStore::copy() {
    if (!copy_) return base::fail(base::ErrorCode::internal, "no copy has been begun");
    return &*copy_;
}

base::Result<api::SyncPageHead> ReplicaStore::add_boot_page(std::string_view page) {
    replica::BootPageOutcome outcome = TRY(replica::apply_boot_page(TRY(copy())->database, page));
    rows_copied_ += outcome.rows_put;
    return std::move(outcome.head);
}

base::Result<void> ReplicaStore::finish_boot() { return replica::finish_boot(TRY(copy())->database); }

base::Result<void> ReplicaStore::show_copy(std::span<const std::string> pages) {
    Replica* complete = TRY(copy());
    if (!pages.empty()) TRY(replica::apply_pull_pages(complete->database, pages));
    discard(current_);
    current_ = std::move(copy_);
    copy_.reset();
    ++generation_;
    return {};
}

base::Result<void> ReplicaStore::apply_pull(std::span<const std::string> pages) {
    if (!current_) return base::fail(base::ErrorCode::internal, "there is no replica yet");
    const replica::PullOutcome outcome = TRY(replica::apply_pull_pages(current_->database, pages));
    if (outcome.rows_put + outcome.rows_deleted > 0) ++generation_;
    return {};
}

base::Result<void>
ReplicaStore::save_own_copy(const replica::OwnCopyHead& head,
                            const std::function<void(std::span<const std::span<const std::byte>>)>& save) {
    if (!current_) return base::fail(base::ErrorCode::internal, "there is no replica yet");
    std::optional<Replica> own;
    const std::string path = "own-copy.db";
    auto opened = storage::Database::open(path, storage::DatabaseOptions::for_memory_vfs(files_->name()));
    if (!opened) return base::Failure{std::move(opened).error()};
    own.emplace(Replica{path, std::move(*opened)});
    auto written = replica::write_own_copy(current_->database, head, own->database);
    if (written) save(parts_of(*files_->file(path)));
    discard(own);
    return written;
}

void ReplicaStore::wipe() {
    discard(copy_);
    discard(current_);
    ++generation_;
}

} // namespace orderdeck::client::sync
