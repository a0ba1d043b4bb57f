#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/storage/memory_file.h"

namespace orderdeck::storage {

/// A file system for SQLite in this process's memory: the only one in the browser, where its files are mirrored to
/// IndexedDB from outside. Registered with SQLite under its name while it lives; databases on it must close before it
/// ends. One thread only. WAL and journal_mode=OFF are refused, for with them a commit could not be told from a torn
/// state.
class MemoryVfs {
public:
    /// already_exists when SQLite knows a file system of this name.
    static base::Result<std::unique_ptr<MemoryVfs>> install(const std::string& name);
    ~MemoryVfs();
    MemoryVfs(const MemoryVfs&) = delete;
    MemoryVfs& operator=(const MemoryVfs&) = delete;

    const std::string& name() const;
    /// The file that a database was opened with, or nullptr.
    MemoryFile* file(std::string_view path);
    /// Forgets a file that no connection has open; conflict when one has, not_found when there is none.
    base::Result<void> remove(const std::string& path);

    struct State;

private:
    explicit MemoryVfs(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace orderdeck::storage
