#pragma once

#include <functional>
#include <string>
#include <sys/types.h>

namespace orderdeck::bench {

/// A server in a process of its own, so that its memory is its own and not that of the clients. Ends with its owner.
class ServerProcess {
public:
    /// Runs `serve` in a child. It starts the server, calls the function that it is given with one line of text (the
    /// port and whatever the clients need), and returns when that function does.
    explicit ServerProcess(
        const std::function<void(const std::function<void(const std::string&)>& ready)>& serve);
    ~ServerProcess();
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    /// The line that the child wrote.
    const std::string& line() const { return line_; }
    /// Resident memory now, in MiB.
    double resident_mib() const;

private:
    pid_t child_ = 0;
    int stop_ = -1;
    std::string line_;
};

} // namespace orderdeck::bench
