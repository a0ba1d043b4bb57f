#pragma once

#include "shared/base/result.h"
#include "shared/base/timestamp.h"

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>

namespace orderdeck::server::cli {

enum class ErrorDevice : std::uint8_t { terminal, file };

/// What a command talks to. Results go to `out`, everything for the eye only to `error`.
struct Console {
    std::istream& in;
    std::ostream& out;
    std::ostream& error;
    ErrorDevice error_device = ErrorDevice::file; ///< progress redraws its line only on a terminal
    std::function<base::Timestamp()> now;
};

/// The program's exit status.
enum class ExitCode : int {
    done = 0,
    failed = 1,
    usage = 2,        ///< the command line is wrong
    done_in_part = 3, ///< done, but something waits for a person, such as rejected rows
};

enum class OutputForm : std::uint8_t { text, json };

/// One call of a command: what every command is given.
struct Invocation {
    Console& console;
    std::filesystem::path data_folder;
    OutputForm form = OutputForm::text;
};

/// Says what went wrong, where, and what to do; as a JSON object {"error": ...} on `out` where JSON is wanted.
ExitCode report_failure(const Invocation& call, const base::Error& error);

} // namespace orderdeck::server::cli
