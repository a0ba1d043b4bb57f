#pragma once

#include "server/cli/commands.h"
#include "tests/server/ingest/csv/sample_mapping.h"
#include "tests/server/persistence/temporary_store.h"

#include <fstream>
#include <sstream>

namespace orderdeck::test {

/// A terminal session over a data folder of its own.
class TerminalSession {
public:
    TerminalSession() {
        write("sample.json", kSampleMapping);
        mapping_ = path("sample.json");
    }

    /// One call of the program; `input` is what it finds on standard input.
    server::cli::ExitCode run(const std::vector<std::string>& arguments, const std::string& input = {}) {
        in_ = std::istringstream(input);
        out_ = std::ostringstream();
        error_ = std::ostringstream();
        server::cli::Console console{.in = in_,
                                     .out = out_,
                                     .error = error_,
                                     .error_device = server::cli::ErrorDevice::file,
                                     .now = [this] { return now_; }};
        return server::cli::run_program(arguments, console);
    }
    server::cli::ExitCode import(const std::string& file, std::vector<std::string> more = {}) {
        std::vector<std::string> arguments = {"import", "--data-dir", folder(), "--mapping", mapping_};
        arguments.insert(arguments.end(), more.begin(), more.end());
        arguments.push_back(path(file));
        return run(arguments);
    }
    void write(const std::string& name, std::string_view content) { std::ofstream(path(name)) << content; }
    std::string path(const std::string& name) const { return (store_.folder() / name).string(); }
    /// The data folder of all calls.
    std::string folder() const { return (store_.folder() / "data").string(); }
    std::string out() const { return out_.str(); }
    std::string error() const { return error_.str(); }

private:
    TemporaryStore store_; // for its folder
    std::string mapping_;
    base::Timestamp now_ = base::Timestamp::from_seconds(1'700'000'000);
    std::istringstream in_;
    std::ostringstream out_;
    std::ostringstream error_;
};

} // namespace orderdeck::test
