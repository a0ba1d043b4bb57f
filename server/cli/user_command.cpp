#include "server/cli/access/users.h"
#include "server/cli/commands.h"
#include "server/cli/hidden_input.h"
#include "shared/base/text.h"
#include "shared/json/writer.h"

#include <ostream>

namespace orderdeck::server::cli {
namespace {

using access::LogInRight;
using access::NewUser;
using persistence::sqlite::Store;
using persistence::sqlite::identity::Role;
using persistence::sqlite::identity::UserEntry;

struct UserChoice {
    std::string email;
};
struct Addition {
    NewUser user;
    bool is_staff = false;
};
struct UserFilter {
    std::string account;
};

/// Opens the store, does something to one person and says what was done.
template <typename Work>
ExitCode run_on(const UserChoice& choice, const Invocation& call, const char* done, Work work) {
    auto store = Store::open_existing(call.data_folder);
    if (!store) return report_failure(call, store.error());
    const base::Result<void> result = work(**store);
    if (!result) return report_failure(call, result.error());
    if (call.form == OutputForm::json) {
        json::Writer json;
        json.begin_object().field("email", choice.email).field("done", done).end_object();
        call.console.out << json.take() << '\n';
    } else {
        call.console.out << choice.email << ": " << done << '\n';
    }
    return ExitCode::done;
}

base::Result<domain::UserId> add(const NewUser& user, const Invocation& call) {
    const auto store = TRY(Store::open_existing(call.data_folder));
    const HiddenInput hidden(call.console.error, "Password for " + user.email + ": ");
    return access::add_user(*store, user, call.console.in, auth::HashCost::interactive(), call.console.now());
}

ExitCode run_add(const Addition& addition, const Invocation& call) {
    NewUser user = addition.user;
    if (addition.is_staff) user.role = Role::staff;
    if (user.account.empty() && !addition.is_staff)
        return report_failure(
            call,
            {base::ErrorCode::invalid, "--account is needed: it says whose orders the person sees.", {}});
    const auto id = add(user, call);
    if (!id) return report_failure(call, id.error());
    if (call.form == OutputForm::json) {
        json::Writer json;
        json.begin_object().field("id", std::to_string(id->value())).field("email", user.email);
        json.field("account", user.account).field("role", name_of(user.role)).end_object();
        call.console.out << json.take() << '\n';
    } else {
        std::string sees = user.account;
        if (addition.is_staff) sees += sees.empty() ? "all imports" : ", and all imports";
        call.console.out << user.email << " may log in and sees " << sees << "\n";
    }
    return ExitCode::done;
}

ExitCode run_right(const UserChoice& choice, const Invocation& call, LogInRight right) {
    const char* done = right == LogInRight::withdrawn ? "disabled" : "enabled";
    return run_on(choice, call, done, [&](Store& store) {
        return access::set_log_in_right(store, choice.email, right, call.console.now());
    });
}

ExitCode run_password(const UserChoice& choice, const Invocation& call) {
    return run_on(choice, call, "password changed, sessions ended", [&](Store& store) {
        const HiddenInput hidden(call.console.error, "New password for " + choice.email + ": ");
        return access::change_password(store, choice.email, call.console.in, auth::HashCost::interactive());
    });
}

base::Result<std::vector<UserEntry>> list(const UserFilter& filter, const Invocation& call) {
    const auto store = TRY(Store::open_existing(call.data_folder));
    return access::list_users(*store, filter.account);
}

std::string as_json(const std::vector<UserEntry>& entries) {
    json::Writer json;
    json.begin_object().key("users").begin_array();
    for (const UserEntry& entry : entries) {
        json.begin_object().field("id", std::to_string(entry.user.id.value()));
        json.field("email", entry.user.email).field("name", entry.user.name);
        json.field("disabled", entry.user.disabled).key("accounts").begin_array();
        for (const std::string& code : entry.account_codes)
            json.value(code);
        json.end_array().field("role", name_of(entry.role)).end_object();
    }
    json.end_array().end_object();
    return json.take();
}

ExitCode run_list(const UserFilter& filter, const Invocation& call) {
    const auto entries = list(filter, call);
    if (!entries) return report_failure(call, entries.error());
    if (call.form == OutputForm::json) {
        call.console.out << as_json(*entries) << '\n';
        return ExitCode::done;
    }
    for (const UserEntry& entry : *entries) {
        call.console.out << entry.user.email << '\t' << entry.user.name << '\t'
                         << base::join(entry.account_codes, ", ")
                         << (entry.role == Role::staff ? "\tstaff" : "")
                         << (entry.user.disabled ? "\tdisabled" : "") << '\n';
    }
    call.console.out << entries->size() << " users\n";
    return ExitCode::done;
}

/// A command about one person, who is named by the mail address.
template <typename Run>
void add_choice_command(Command& user, const char* name, const char* help, Run run) {
    Command command = user.add(name, help);
    auto& choice = command.keep<UserChoice>();
    command.option("--email", choice.email, "Mail address of the person", Need::required);
    command.run([&choice, run](const Invocation& call) { return run(choice, call); });
}

} // namespace

void add_user_command(Command& root) {
    Command user = root.add("user", "People who may log in");
    Command add_command = user.add("add", "Add a person; the password is the first line of standard input");
    auto& arguments = add_command.keep<Addition>();
    add_command.option("--account", arguments.user.account,
                       "Account code: the person sees it and all below it; staff may have none");
    add_command.option("--email", arguments.user.email, "Mail address to log in with", Need::required);
    add_command.option("--name", arguments.user.name,
                       "Name as the portal shows it (default: from the address)");
    add_command.flag("--staff", arguments.is_staff,
                     "The person also sees and repairs what sources sent, of all customers");
    add_command.run([&arguments](const Invocation& call) { return run_add(arguments, call); });
    Command list_command = user.add("list", "All people who may log in, with what they see");
    auto& filter = list_command.keep<UserFilter>();
    list_command.option("--account", filter.account, "Only people of this account (code)");
    list_command.run([&filter](const Invocation& call) { return run_list(filter, call); });
    add_choice_command(user, "disable", "Take away the right to log in, at once and from open sessions too",
                       [](const UserChoice& choice, const Invocation& call) {
                           return run_right(choice, call, LogInRight::withdrawn);
                       });
    add_choice_command(user, "enable", "Give back the right to log in",
                       [](const UserChoice& choice, const Invocation& call) {
                           return run_right(choice, call, LogInRight::granted);
                       });
    add_choice_command(
        user, "password",
        "Set another password, the first line of standard input; ends all sessions of the person",
        run_password);
}

} // namespace orderdeck::server::cli
