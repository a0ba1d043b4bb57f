#include "server/cli/commands.h"
#include "server/persistence/sqlite/account_directory.h"
#include "shared/json/writer.h"

#include <ostream>

namespace orderdeck::server::cli {
namespace {

using persistence::sqlite::AccountCount;
using persistence::sqlite::Store;

base::Result<std::vector<AccountCount>> count_accounts(const std::filesystem::path& data_folder) {
    const auto store = TRY(Store::open_existing(data_folder));
    auto reader = TRY(store->read());
    return persistence::sqlite::AccountDirectory(*reader).count_all();
}

std::string as_json(const std::vector<AccountCount>& accounts) {
    json::Writer json;
    json.begin_object().key("accounts").begin_array();
    for (const AccountCount& account : accounts) {
        json.begin_object();
        json.field("code", account.node.account.code).field("name", account.node.account.name.text);
        json.key("parent");
        if (account.parent_code.empty())
            json.null();
        else
            json.value(account.parent_code);
        json.field("orders", account.orders).field("lines", account.lines);
        json.end_object();
    }
    json.end_array().end_object();
    return json.take();
}

void print(std::ostream& out, const std::vector<AccountCount>& accounts) {
    for (const AccountCount& account : accounts) {
        out << account.node.account.code << '\t' << account.node.account.name.text << '\t' << account.orders
            << " orders\t" << account.lines << " lines";
        if (!account.parent_code.empty()) out << "\tbelow " << account.parent_code;
        out << '\n';
    }
    out << accounts.size() << " accounts\n";
}

ExitCode list_accounts(const Invocation& call) {
    const auto accounts = count_accounts(call.data_folder);
    if (!accounts) return report_failure(call, accounts.error());
    if (call.form == OutputForm::json)
        call.console.out << as_json(*accounts) << '\n';
    else
        print(call.console.out, *accounts);
    return ExitCode::done;
}

} // namespace

void add_account_command(Command& root) {
    Command account = root.add("account", "Customers and their companies");
    account.add("list", "All accounts with how many orders and lines each owns").run(list_accounts);
}

} // namespace orderdeck::server::cli
