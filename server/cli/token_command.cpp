#include "server/cli/add_user.h"
#include "server/cli/commands.h"
#include "shared/json/writer.h"

#include <ostream>

namespace orderdeck::server::cli {
namespace {

using persistence::sqlite::Store;

base::Result<std::string> add(const NewToken& token, const Invocation& call) {
    const auto store = TRY(Store::open_existing(call.data_folder));
    return add_token(*store, token, call.console.now());
}

ExitCode run_add(const NewToken& token, const Invocation& call) {
    const auto secret = add(token, call);
    if (!secret) return report_failure(call, secret.error());
    if (call.form == OutputForm::json) {
        json::Writer json;
        json.begin_object()
            .field("token", *secret)
            .field("account", token.account)
            .field("label", token.label)
            .end_object();
        call.console.out << json.take() << '\n';
    } else {
        call.console.out << *secret << '\n';
        call.console.error << "Keep it now: it is not stored and cannot be shown again.\n";
    }
    return ExitCode::done;
}

} // namespace

void add_token_command(Command& root) {
    Command token = root.add("token", "Bearer tokens for the REST API");
    Command add_command = token.add("add", "Make a token that reads one account; it is printed once");
    auto& arguments = add_command.keep<NewToken>();
    add_command.option("--account", arguments.account, "Account code: the token reads it and all below it",
                       Need::required);
    add_command.option("--label", arguments.label, "What it is for");
    add_command.run([&arguments](const Invocation& call) { return run_add(arguments, call); });
}

} // namespace orderdeck::server::cli
