#include "server/cli/commands.h"

namespace orderdeck::server::cli {

ExitCode run_program(const std::vector<std::string>& arguments, Console& console) {
    CommandLine line("orderdeck",
                     "One page that shows a customer all orders, where each one stands and why.");
    Command root = line.root();
    add_account_command(root);
    add_demo_command(root);
    add_import_command(root);
    add_inbox_command(root);
    add_kpi_command(root);
    add_rebuild_command(root);
    add_serve_command(root);
    add_token_command(root);
    add_user_command(root);
    return line.run(arguments, console);
}

} // namespace orderdeck::server::cli
