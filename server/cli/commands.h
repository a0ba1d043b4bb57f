#pragma once

#include "server/cli/command_line.h"

namespace orderdeck::server::cli {

/// Each adds one command of the program; their files carry its name.
void add_account_command(Command& root);
void add_demo_command(Command& root);
void add_import_command(Command& root);
void add_inbox_command(Command& root);
void add_kpi_command(Command& root);
void add_rebuild_command(Command& root);
void add_serve_command(Command& root);
void add_token_command(Command& root);
void add_user_command(Command& root);

/// The whole program: all commands.
ExitCode run_program(const std::vector<std::string>& arguments, Console& console);

} // namespace orderdeck::server::cli
