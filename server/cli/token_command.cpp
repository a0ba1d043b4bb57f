#include "server/cli/access/tokens.h"
#include "server/cli/commands.h"
#include "shared/json/writer.h"

#include <ostream>

namespace orderdeck::server::cli {
namespace {

using access::IssuedToken;
using access::NewToken;
using persistence::sqlite::Store;
using persistence::sqlite::identity::TokenEntry;

struct TokenChoice {
    std::string id;
};

base::Result<IssuedToken> add(const NewToken& token, const Invocation& call) {
    const auto store = TRY(Store::open_existing(call.data_folder));
    return access::add_token(*store, token, call.console.now());
}

ExitCode run_add(const NewToken& token, const Invocation& call) {
    const auto issued = add(token, call);
    if (!issued) return report_failure(call, issued.error());
    if (call.form == OutputForm::json) {
        json::Writer json;
        json.begin_object()
            .field("token", issued->secret)
            .field("id", issued->id)
            .field("account", token.account)
            .field("feed", token.feed)
            .field("label", token.label)
            .end_object();
        call.console.out << json.take() << '\n';
    } else {
        call.console.out << issued->secret << '\n';
        call.console.error << "Keep it now: it is not stored and cannot be shown again. `token revoke --id "
                           << issued->id << "` ends it.\n";
    }
    return ExitCode::done;
}

base::Result<std::vector<TokenEntry>> list(const Invocation& call) {
    const auto store = TRY(Store::open_existing(call.data_folder));
    return access::list_tokens(*store);
}

std::string as_json(const std::vector<TokenEntry>& entries) {
    json::Writer json;
    json.begin_object().key("tokens").begin_array();
    for (const TokenEntry& entry : entries) {
        json.begin_object()
            .field("id", entry.id)
            .field("account", entry.account_code)
            .field("feed", entry.feed);
        json.field("label", entry.label).field("created", entry.created_at.to_string()).key("revoked");
        if (entry.revoked_at)
            json.value(entry.revoked_at->to_string());
        else
            json.null();
        json.end_object();
    }
    json.end_array().end_object();
    return json.take();
}

ExitCode run_list(const Invocation& call) {
    const auto entries = list(call);
    if (!entries) return report_failure(call, entries.error());
    if (call.form == OutputForm::json) {
        call.console.out << as_json(*entries) << '\n';
        return ExitCode::done;
    }
    for (const TokenEntry& entry : *entries) {
        call.console.out << entry.id << '\t'
                         << (entry.feed.empty() ? entry.account_code : "feed " + entry.feed) << '\t'
                         << entry.label << "\tcreated " << entry.created_at.utc_date().to_string();
        if (entry.revoked_at) call.console.out << "\trevoked " << entry.revoked_at->utc_date().to_string();
        call.console.out << '\n';
    }
    call.console.out << entries->size() << " tokens\n";
    return ExitCode::done;
}

base::Result<void> revoke(const TokenChoice& choice, const Invocation& call) {
    const auto store = TRY(Store::open_existing(call.data_folder));
    return access::revoke_token(*store, choice.id, call.console.now());
}

ExitCode run_revoke(const TokenChoice& choice, const Invocation& call) {
    const auto revoked = revoke(choice, call);
    if (!revoked) return report_failure(call, revoked.error());
    call.console.out << (call.form == OutputForm::json ? "{\"done\":\"revoked\"}\n" : "revoked\n");
    return ExitCode::done;
}

} // namespace

void add_token_command(Command& root) {
    Command token = root.add("token", "Bearer tokens for the REST API");
    Command add_command =
        token.add("add", "Make a token that reads one account or delivers to one feed; it is printed once");
    auto& arguments = add_command.keep<NewToken>();
    add_command.option("--account", arguments.account, "Account code: the token reads it and all below it");
    add_command.option("--feed", arguments.feed, "Feed: the token delivers files to it and reads nothing");
    add_command.option("--label", arguments.label, "What it is for");
    add_command.run([&arguments](const Invocation& call) { return run_add(arguments, call); });
    token.add("list", "All tokens with their ids, labels and accounts").run(run_list);
    Command revoke_command = token.add("revoke", "End a token at once");
    auto& choice = revoke_command.keep<TokenChoice>();
    revoke_command.option("--id", choice.id, "Its id from `token list`, or the token itself", Need::required);
    revoke_command.run([&choice](const Invocation& call) { return run_revoke(choice, call); });
}

} // namespace orderdeck::server::cli
