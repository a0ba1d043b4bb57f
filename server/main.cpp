#include "server/cli/commands.h"

#include <chrono>
#include <iostream>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace {

orderdeck::base::Timestamp system_now() {
    const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
    return orderdeck::base::Timestamp::from_milliseconds(
        std::chrono::duration_cast<std::chrono::milliseconds>(since_epoch).count());
}

} // namespace

int main(int argc, char** argv) {
    using namespace orderdeck::server;
    ::umask(S_IRWXG |
            S_IRWXO); // the store holds orders, sessions and password hashes: its owner's business only
    cli::Console console{.in = std::cin,
                         .out = std::cout,
                         .error = std::cerr,
                         .error_device =
                             isatty(STDERR_FILENO) != 0 ? cli::ErrorDevice::terminal : cli::ErrorDevice::file,
                         .now = system_now};
    const cli::ExitCode code = cli::run_program(std::vector<std::string>(argv + 1, argv + argc), console);
    // Whoever asked must not take half an answer for the whole one.
    if (std::cout.flush()) return static_cast<int>(code);
    std::cerr << "orderdeck: the output could not be written: is its disk full?\n";
    return static_cast<int>(cli::ExitCode::failed);
}
