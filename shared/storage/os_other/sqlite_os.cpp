#include <sqlite3.h>

#include <memory>

#include "shared/storage/memory_vfs.h"

// SQLite built with SQLITE_OS_OTHER calls these two instead of having an operating system layer of its own
// (https://sqlite.org/custombuild.html). Its interface leaves no owner for the default file system but this variable.
namespace {
std::unique_ptr<orderdeck::storage::MemoryVfs> default_vfs;
}

extern "C" int sqlite3_os_init() {
    auto installed = orderdeck::storage::MemoryVfs::install("orderdeck-default");
    if (!installed) return SQLITE_ERROR;
    default_vfs = std::move(*installed);
    return SQLITE_OK;
}

extern "C" int sqlite3_os_end() {
    default_vfs.reset();
    return SQLITE_OK;
}
