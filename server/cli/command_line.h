#pragma once

#include "server/cli/console.h"

#include <any>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <vector>

// NOLINTNEXTLINE(readability-identifier-naming): the library's name
namespace CLI {
class App;
}

namespace orderdeck::server::cli {

class CommandLine;

using Action = std::function<ExitCode(const Invocation&)>;

enum class Need : std::uint8_t { optional, required };

/// One command, or a group of commands; describes its options and what it does. The file behind it is the only one that
/// knows CLI11.
class Command {
public:
    /// A command below this one.
    Command add(const std::string& name, const std::string& help);

    /// Options write into variables that live as long as the command line: keep them with `keep`.
    Command& option(const std::string& name, std::string& value, const std::string& help,
                    Need need = Need::optional);
    Command& option(const std::string& name, std::int64_t& value, const std::string& help,
                    Need need = Need::optional);
    Command& flag(const std::string& name, bool& value, const std::string& help);
    /// One or more file names without an option's name.
    Command& files(const std::string& name, std::vector<std::string>& values, const std::string& help);

    /// A value that lives as long as the command line, for the options of this command.
    template <typename Options>
    Options& keep();

    /// What the command does. Adds --data-dir and --json, which every command takes.
    void run(Action action);

private:
    friend class CommandLine;
    Command(CommandLine& line, CLI::App& app) : line_(&line), app_(&app) {}

    CommandLine* line_;
    CLI::App* app_;
};

/// The program's command line: a tree of commands, of which one call runs one.
class CommandLine {
public:
    CommandLine(const std::string& name, const std::string& help);
    CommandLine(const CommandLine&) = delete;
    CommandLine& operator=(const CommandLine&) = delete;
    ~CommandLine();

    Command root();
    /// Parses the arguments (without the program's name) and runs the command; help and mistakes are answered here.
    ExitCode run(const std::vector<std::string>& arguments, Console& console);

private:
    friend class Command;
    std::unique_ptr<CLI::App> app_;
    std::deque<std::any> kept_;
    std::string data_folder_ = "data";
    bool json_ = false;
    Action chosen_;
};

template <typename Options>
Options& Command::keep() {
    std::any& place = line_->kept_.emplace_back(std::in_place_type<Options>);
    return *std::any_cast<Options>(&place);
}

} // namespace orderdeck::server::cli
