#include "server/cli/command_line.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <utility>

namespace orderdeck::server::cli {
namespace {

void apply(CLI::Option* option, Need need) {
    if (need == Need::required) option->required();
}

} // namespace

Command Command::add(const std::string& name, const std::string& help) {
    CLI::App* sub = app_->add_subcommand(name, help);
    return {*line_, *sub};
}

Command& Command::option(const std::string& name, std::string& value, const std::string& help, Need need) {
    apply(app_->add_option(name, value, help), need);
    return *this;
}

Command& Command::option(const std::string& name, std::int64_t& value, const std::string& help, Need need) {
    apply(app_->add_option(name, value, help), need);
    return *this;
}

Command& Command::flag(const std::string& name, bool& value, const std::string& help) {
    app_->add_flag(name, value, help);
    return *this;
}

Command& Command::files(const std::string& name, std::vector<std::string>& values, const std::string& help) {
    app_->add_option(name, values, help)->required();
    return *this;
}

void Command::run(Action action) {
    app_->add_option("--data-dir", line_->data_folder_, "Folder of the store (default: data)");
    app_->add_flag("--json", line_->json_, "Answer with JSON");
    app_->callback([line = line_, action = std::move(action)] { line->chosen_ = action; });
}

CommandLine::CommandLine(const std::string& name, const std::string& help)
    : app_(std::make_unique<CLI::App>(help, name)) {
    app_->require_subcommand(1);
}

CommandLine::~CommandLine() = default;

Command CommandLine::root() { return {*this, *app_}; }

ExitCode CommandLine::run(const std::vector<std::string>& arguments, Console& console) {
    // CLI11 takes them from the back.
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    try {
        app_->parse(reversed);
    } catch (const CLI::Error& error) {
        const int code = app_->exit(error, console.out, console.error);
        return code == 0 ? ExitCode::done : ExitCode::usage;
    }
    if (!chosen_) {
        console.error << app_->help();
        return ExitCode::usage;
    }
    return chosen_({.console = console,
                    .data_folder = data_folder_,
                    .form = json_ ? OutputForm::json : OutputForm::text});
}

} // namespace orderdeck::server::cli
