#include "shared/storage/memory_vfs.h"

#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstring>
#include <functional>
#include <map>

#include "shared/base/text.h"

namespace orderdeck::storage {

struct MemoryVfs::State {
    std::string name;
    std::map<std::string, std::unique_ptr<MemoryFile>, std::less<>> files;
    sqlite3_vfs vfs{};
};

namespace {

constexpr int kMaxPath = 512;

/// SQLite allocates this; `base` must come first.
struct OpenFile {
    sqlite3_file base;
    MemoryFile* file;
    MemoryFile* owned; // a temporary file without a name
    int lock;
};

OpenFile& open_file(sqlite3_file* handle) { return *reinterpret_cast<OpenFile*>(handle); }

MemoryFile& content(sqlite3_file* handle) { return *open_file(handle).file; }

MemoryVfs::State& state_of(sqlite3_vfs* vfs) { return *static_cast<MemoryVfs::State*>(vfs->pAppData); }

int unlock_to(sqlite3_file* handle, int level) {
    OpenFile& open = open_file(handle);
    MemoryFile::Locks& locks = open.file->locks;
    if (open.lock > SQLITE_LOCK_SHARED && level <= SQLITE_LOCK_SHARED && locks.writer == handle) {
        locks.writer = nullptr;
        locks.exclusive = false;
    }
    if (open.lock >= SQLITE_LOCK_SHARED && level == SQLITE_LOCK_NONE) --locks.shared;
    open.lock = std::min(open.lock, level);
    return SQLITE_OK;
}

int lock_to(sqlite3_file* handle, int level) {
    OpenFile& open = open_file(handle);
    MemoryFile::Locks& locks = open.file->locks;
    if (open.lock >= level) return SQLITE_OK;
    const bool other_writes = locks.writer != nullptr && locks.writer != handle;
    if (level == SQLITE_LOCK_SHARED) {
        if (other_writes && locks.exclusive) return SQLITE_BUSY;
        ++locks.shared;
    } else {
        if (other_writes) return SQLITE_BUSY;
        if (level == SQLITE_LOCK_EXCLUSIVE && locks.shared > 1) return SQLITE_BUSY;
        locks.writer = handle;
        locks.exclusive = level == SQLITE_LOCK_EXCLUSIVE;
    }
    open.lock = level;
    return SQLITE_OK;
}

int close_file(sqlite3_file* handle) {
    unlock_to(handle, SQLITE_LOCK_NONE);
    --content(handle).locks.open;
    delete open_file(handle).owned;
    return SQLITE_OK;
}

int read_file(sqlite3_file* handle, void* into, int count, sqlite3_int64 offset) {
    const std::span<std::byte> bytes(static_cast<std::byte*>(into), static_cast<std::size_t>(count));
    return content(handle).read(static_cast<std::uint64_t>(offset), bytes) ? SQLITE_OK
                                                                           : SQLITE_IOERR_SHORT_READ;
}

int write_file(sqlite3_file* handle, const void* from, int count, sqlite3_int64 offset) {
    const std::span<const std::byte> bytes(static_cast<const std::byte*>(from),
                                           static_cast<std::size_t>(count));
    return content(handle).write(static_cast<std::uint64_t>(offset), bytes) ? SQLITE_OK : SQLITE_FULL;
}

int truncate_file(sqlite3_file* handle, sqlite3_int64 size) {
    return content(handle).resize(static_cast<std::uint64_t>(size)) ? SQLITE_OK : SQLITE_FULL;
}

int sync_file(sqlite3_file*, int) { return SQLITE_OK; }

int file_size(sqlite3_file* handle, sqlite3_int64* size) {
    *size = static_cast<sqlite3_int64>(content(handle).size());
    return SQLITE_OK;
}

int is_reserved(sqlite3_file* handle, int* reserved) {
    *reserved = content(handle).locks.writer != nullptr ? 1 : 0;
    return SQLITE_OK;
}

int control_pragma(char** arguments) {
    const char* value = arguments[2];
    if (value == nullptr || !base::equals_ignoring_ascii_case(arguments[1], "journal_mode"))
        return SQLITE_NOTFOUND;
    const bool refused =
        base::equals_ignoring_ascii_case(value, "wal") || base::equals_ignoring_ascii_case(value, "off");
    if (!refused) return SQLITE_NOTFOUND;
    arguments[0] = sqlite3_mprintf("journal_mode %s is not possible in memory", value);
    return SQLITE_ERROR;
}

int control_file(sqlite3_file* handle, int operation, void* argument) {
    switch (operation) {
    // The barrier: VACUUM truncates after the sync, and without synchronous there is no sync at all.
    case SQLITE_FCNTL_COMMIT_PHASETWO: content(handle).seal(); return SQLITE_OK;
    case SQLITE_FCNTL_PRAGMA: return control_pragma(static_cast<char**>(argument));
    default: return SQLITE_NOTFOUND;
    }
}

int sector_size(sqlite3_file*) { return 4096; }

int device_characteristics(sqlite3_file*) {
    return SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN | SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

int fetch_page(sqlite3_file* handle, sqlite3_int64 offset, int count, void** page) {
    *page = content(handle).fetch(static_cast<std::uint64_t>(offset), static_cast<std::size_t>(count));
    return SQLITE_OK;
}

int unfetch_page(sqlite3_file* handle, sqlite3_int64, void* page) {
    if (page != nullptr) content(handle).unfetch();
    return SQLITE_OK;
}

constexpr sqlite3_io_methods kMethods = {
    3,         close_file,  read_file,    write_file,  truncate_file,          sync_file, file_size, lock_to,
    unlock_to, is_reserved, control_file, sector_size, device_characteristics, nullptr,   nullptr,   nullptr,
    nullptr,   fetch_page,  unfetch_page,
};

int open_path(sqlite3_vfs* vfs, const char* path, sqlite3_file* handle, int flags, int* out_flags) {
    OpenFile& open = open_file(handle);
    open = OpenFile{};
    MemoryVfs::State& state = state_of(vfs);
    if ((flags & SQLITE_OPEN_WAL) != 0) return SQLITE_CANTOPEN;
    if (path == nullptr) {
        open.owned = open.file = new MemoryFile;
    } else {
        auto found = state.files.find(std::string_view(path));
        if (found == state.files.end()) {
            if ((flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
            found = state.files.emplace(path, std::make_unique<MemoryFile>()).first;
        }
        open.file = found->second.get();
    }
    ++open.file->locks.open;
    open.base.pMethods = &kMethods;
    if (out_flags != nullptr) *out_flags = flags;
    return SQLITE_OK;
}

int delete_path(sqlite3_vfs* vfs, const char* path, int) {
    auto& files = state_of(vfs).files;
    const auto found = files.find(std::string_view(path));
    if (found == files.end()) return SQLITE_IOERR_DELETE_NOENT;
    if (found->second->locks.open > 0) return SQLITE_IOERR_DELETE;
    files.erase(found);
    return SQLITE_OK;
}

int access_path(sqlite3_vfs* vfs, const char* path, int, int* result) {
    *result = state_of(vfs).files.contains(std::string_view(path)) ? 1 : 0;
    return SQLITE_OK;
}

int full_path(sqlite3_vfs*, const char* path, int size, char* out) {
    if (std::strlen(path) >= static_cast<std::size_t>(size)) return SQLITE_CANTOPEN;
    sqlite3_snprintf(size, out, "%s", path);
    return SQLITE_OK;
}

int randomness(sqlite3_vfs*, int count, char* out) {
    return getentropy(out, static_cast<std::size_t>(std::min(count, 256))) == 0 ? std::min(count, 256) : 0;
}

int sleep_not(sqlite3_vfs*, int) {
    return 0; // nobody else could free a lock while this thread sleeps
}

int current_time_64(sqlite3_vfs*, sqlite3_int64* julian_milliseconds) {
    constexpr sqlite3_int64 kUnixEpoch = 210866760000000; // 1970-01-01 as milliseconds of the Julian day
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    *julian_milliseconds = kUnixEpoch + std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
    return SQLITE_OK;
}

int current_time(sqlite3_vfs* vfs, double* julian_day) {
    sqlite3_int64 milliseconds = 0;
    current_time_64(vfs, &milliseconds);
    *julian_day = static_cast<double>(milliseconds) / 86'400'000.0;
    return SQLITE_OK;
}

int last_error(sqlite3_vfs*, int, char*) { return 0; }

sqlite3_vfs make_vfs(MemoryVfs::State& state) {
    sqlite3_vfs vfs{};
    vfs.iVersion = 2;
    vfs.szOsFile = sizeof(OpenFile);
    vfs.mxPathname = kMaxPath;
    vfs.zName = state.name.c_str();
    vfs.pAppData = &state;
    vfs.xOpen = open_path;
    vfs.xDelete = delete_path;
    vfs.xAccess = access_path;
    vfs.xFullPathname = full_path;
    vfs.xRandomness = randomness;
    vfs.xSleep = sleep_not;
    vfs.xCurrentTime = current_time;
    vfs.xGetLastError = last_error;
    vfs.xCurrentTimeInt64 = current_time_64;
    return vfs;
}

} // namespace

base::Result<std::unique_ptr<MemoryVfs>> MemoryVfs::install(const std::string& name) {
    if (sqlite3_vfs_find(name.c_str()) != nullptr) {
        return base::fail(base::ErrorCode::already_exists, "a file system of this name is installed", name);
    }
    auto state = std::make_unique<State>();
    state->name = name;
    state->vfs = make_vfs(*state);
    if (sqlite3_vfs_register(&state->vfs, 0) != SQLITE_OK) {
        return base::fail(base::ErrorCode::internal, "SQLite refused the file system", name);
    }
    return std::unique_ptr<MemoryVfs>(new MemoryVfs(std::move(state)));
}

MemoryVfs::MemoryVfs(std::unique_ptr<State> state) : state_(std::move(state)) {}

MemoryVfs::~MemoryVfs() { sqlite3_vfs_unregister(&state_->vfs); }

const std::string& MemoryVfs::name() const { return state_->name; }

MemoryFile* MemoryVfs::file(std::string_view path) {
    const auto found = state_->files.find(path);
    return found == state_->files.end() ? nullptr : found->second.get();
}

base::Result<void> MemoryVfs::remove(const std::string& path) {
    switch (delete_path(&state_->vfs, path.c_str(), 0)) {
    case SQLITE_OK: return {};
    case SQLITE_IOERR_DELETE_NOENT: return base::fail(base::ErrorCode::not_found, "no such file", path);
    default: return base::fail(base::ErrorCode::conflict, "a connection has the file open", path);
    }
}

} // namespace orderdeck::storage
