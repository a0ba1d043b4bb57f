// A disk without room, for a program that this is loaded into (LD_PRELOAD): writes to files fail with ENOSPC as the
// system would say it, while the file FULL_DISK_FLAG exists, or after FULL_DISK_AFTER bytes have been written. Sockets,
// pipes and terminals are left alone.
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

namespace {

std::atomic<long long> written{0};

bool is_file(int descriptor) {
    struct stat status {};
    return ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

bool is_full(long long more) {
    const char* flag = std::getenv("FULL_DISK_FLAG");
    if (flag != nullptr && ::access(flag, F_OK) == 0) return true;
    const char* after = std::getenv("FULL_DISK_AFTER");
    if (after == nullptr) return false;
    return (written += more) > std::atoll(after);
}

bool refuses(int descriptor, long long more) {
    const int before = errno;
    const bool refused = is_file(descriptor) && is_full(more);
    errno = refused ? ENOSPC : before;
    return refused;
}

template <typename Function>
Function* next(const char* name) {
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

ssize_t write(int descriptor, const void* bytes, size_t size) {
    static auto* const real = next<ssize_t(int, const void*, size_t)>("write");
    return refuses(descriptor, static_cast<long long>(size)) ? -1 : real(descriptor, bytes, size);
}

ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t at) {
    static auto* const real = next<ssize_t(int, const void*, size_t, off_t)>("pwrite");
    return refuses(descriptor, static_cast<long long>(size)) ? -1 : real(descriptor, bytes, size, at);
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t at) {
    static auto* const real = next<ssize_t(int, const void*, size_t, off64_t)>("pwrite64");
    return refuses(descriptor, static_cast<long long>(size)) ? -1 : real(descriptor, bytes, size, at);
}

int posix_fallocate(int descriptor, off_t at, off_t size) {
    static auto* const real = next<int(int, off_t, off_t)>("posix_fallocate");
    return refuses(descriptor, size) ? ENOSPC : real(descriptor, at, size);
}

} // extern "C"
