#include "server/cli/add_user.h"
#include "server/cli/commands.h"
#include "server/cli/hidden_input.h"
#include "shared/json/writer.h"

#include <ostream>

namespace orderdeck::server::cli {
namespace {

using persistence::sqlite::Store;

base::Result<domain::UserId> add(const NewUser& user, const Invocation& call) {
    const auto store = TRY(Store::open_existing(call.data_folder));
    const HiddenInput hidden(call.console.error, "Password for " + user.email + ": ");
    return add_user(*store, user, call.console.in, auth::HashCost::interactive(), call.console.now());
}

ExitCode run_add(const NewUser& user, const Invocation& call) {
    const auto id = add(user, call);
    if (!id) return report_failure(call, id.error());
    if (call.form == OutputForm::json) {
        json::Writer json;
        json.begin_object().field("id", std::to_string(id->value())).field("email", user.email);
        json.field("account", user.account).end_object();
        call.console.out << json.take() << '\n';
    } else {
        call.console.out << user.email << " may log in and sees " << user.account << "\n";
    }
    return ExitCode::done;
}

} // namespace

void add_user_command(Command& root) {
    Command user = root.add("user", "People who may log in");
    Command add_command = user.add("add", "Add a person; the password is the first line of standard input");
    auto& arguments = add_command.keep<NewUser>();
    add_command.option("--account", arguments.account, "Account code: the person sees it and all below it",
                       Need::required);
    add_command.option("--email", arguments.email, "Mail address to log in with", Need::required);
    add_command.option("--name", arguments.name, "Name as the portal shows it (default: from the address)");
    add_command.run([&arguments](const Invocation& call) { return run_add(arguments, call); });
}

} // namespace orderdeck::server::cli
