#include "tests/bench/http/server_process.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

namespace orderdeck::bench {

ServerProcess::ServerProcess(
    const std::function<void(const std::function<void(const std::string&)>& ready)>& serve) {
    std::array<int, 2> ready{};
    std::array<int, 2> stop{};
    if (::pipe(ready.data()) != 0 || ::pipe(stop.data()) != 0) std::exit(1);
    child_ = ::fork();
    if (child_ == 0) {
        ::close(stop[1]);
        serve([&](const std::string& line) {
            const std::string text = line + "\n";
            if (::write(ready[1], text.data(), text.size()) < 0) std::_Exit(1);
            char byte = 0;
            while (::read(stop[0], &byte, 1) > 0) {
            }
        });
        std::_Exit(0);
    }
    ::close(stop[0]);
    ::close(ready[1]);
    stop_ = stop[1];
    char c = 0;
    while (::read(ready[0], &c, 1) == 1 && c != '\n')
        line_.push_back(c);
    ::close(ready[0]);
    if (line_.empty()) {
        std::fprintf(stderr, "the server did not start\n");
        std::exit(1);
    }
}

ServerProcess::~ServerProcess() {
    ::close(stop_);
    ::waitpid(child_, nullptr, 0);
}

double ServerProcess::resident_mib() const {
    std::ifstream status("/proc/" + std::to_string(child_) + "/status");
    std::string word;
    double kib = 0;
    while (status >> word) {
        if (word == "VmRSS:") status >> kib;
    }
    return kib / 1024;
}

} // namespace orderdeck::bench
