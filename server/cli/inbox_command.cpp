#include "server/cli/commands.h"
#include "server/cli/inbox_output.h"
#include "server/cli/open_store.h"
#include "server/ingest/adapters/load_adapter.h"
#include "server/ingest/inbox/repair.h"
#include "server/ingest/inbox/withdraw.h"
#include "shared/json/writer.h"

#include <ostream>

namespace orderdeck::server::cli {
namespace {

using persistence::sqlite::CodeMeaning;
using persistence::sqlite::InboxStore;
using persistence::sqlite::Store;

constexpr std::int64_t kMostFindings = 1'000'000;

struct ListChoice {
    std::string state;
    std::int64_t limit = 50;
};

struct MessageChoice {
    std::int64_t id = 0;
    std::string mapping;
    std::string reason;
};

base::Result<std::vector<persistence::sqlite::InboxListing>> list(const ListChoice& choice,
                                                                  const Invocation& call) {
    const auto state = persistence::sqlite::inbox_state_from(choice.state);
    if (!choice.state.empty() && !state)
        return base::fail(base::ErrorCode::invalid, "there is no such state of a message", choice.state);
    const auto store = TRY(open_store(call, WhenAbsent::refuse));
    auto reader = TRY(store->read());
    persistence::sqlite::InboxQuery query{.limit = choice.limit};
    if (state) query.states = {*state};
    return InboxStore(*reader).list(query);
}

ExitCode run_list(const ListChoice& choice, const Invocation& call) {
    const auto messages = list(choice, call);
    if (!messages) return report_failure(call, messages.error());
    print_messages(call, *messages);
    return ExitCode::done;
}

base::Result<void> show(const MessageChoice& choice, const Invocation& call) {
    const auto store = TRY(open_store(call, WhenAbsent::refuse));
    auto reader = TRY(store->read());
    InboxStore inbox(*reader);
    const auto message = TRY(inbox.message(choice.id));
    print_message(call, message, TRY(inbox.findings(choice.id, kMostFindings)));
    return {};
}

base::Result<void> withdraw(const MessageChoice& choice, const Invocation& call) {
    const auto store = TRY(open_store(call, WhenAbsent::refuse));
    const std::int64_t changed = TRY(ingest::withdraw(*store, choice.id, call.console.now()));
    print_done(call, "withdrawn", "rows_changed", changed);
    return {};
}

base::Result<void> retry(const MessageChoice& choice, const Invocation& call) {
    const auto store = TRY(open_store(call, WhenAbsent::refuse));
    ingest::AdapterSource adapters = ingest::feeds_of(call.data_folder);
    if (!choice.mapping.empty()) {
        adapters = [&choice](const std::string&, const std::vector<CodeMeaning>& meanings) {
            return ingest::load_adapter(choice.mapping, meanings);
        };
    }
    const auto report = TRY(ingest::retry(*store, choice.id, adapters, call.console.now()));
    print_done(call, "read anew", "rows_changed", report.applied.rows_changed);
    return {};
}

base::Result<void> ignore(const MessageChoice& choice, const Invocation& call) {
    const auto store = TRY(open_store(call, WhenAbsent::refuse));
    TRY(ingest::ignore(*store, choice.id, choice.reason));
    print_done(call, "ignored", "message", choice.id);
    return {};
}

base::Result<void> map(const CodeMeaning& meaning, const Invocation& call) {
    const auto store = TRY(open_store(call, WhenAbsent::refuse));
    const int read =
        TRY(ingest::map_code(*store, meaning, ingest::feeds_of(call.data_folder), call.console.now()));
    print_done(call, "mapped", "messages_read_anew", read);
    return {};
}

base::Result<void> words(const Invocation& call) {
    const auto store = TRY(open_store(call, WhenAbsent::refuse));
    auto reader = TRY(store->read());
    print_meanings(call, TRY(InboxStore(*reader).meanings()));
    return {};
}

ExitCode finish(const Invocation& call, const base::Result<void>& done) {
    return done ? ExitCode::done : report_failure(call, done.error());
}

/// A command about one message of the inbox.
Command add_message_command(Command& inbox, const std::string& name, const std::string& help,
                            base::Result<void> (*act)(const MessageChoice&, const Invocation&)) {
    Command command = inbox.add(name, help);
    auto& choice = command.keep<MessageChoice>();
    command.option("--id", choice.id, "Its number from `inbox list`", Need::required);
    if (name == "retry")
        command.option("--mapping", choice.mapping,
                       "Read it by this mapping instead of its own: a name or a file");
    if (name == "ignore") command.option("--reason", choice.reason, "Why, for colleagues");
    command.run([&choice, act](const Invocation& call) { return finish(call, act(choice, call)); });
    return command;
}

} // namespace

void add_inbox_command(Command& root) {
    Command inbox = root.add("inbox", "What arrived, what became of it, and its repair");
    Command list_command = inbox.add("list", "Messages, the newest first");
    auto& filter = list_command.keep<ListChoice>();
    list_command.option(
        "--state", filter.state,
        "Only received, applied, applied_with_findings, waiting, rejected, withdrawn or ignored");
    list_command.option("--limit", filter.limit, "At most so many");
    list_command.run([&filter](const Invocation& call) { return run_list(filter, call); });
    add_message_command(inbox, "show", "One message with everything that was found in it", show);
    add_message_command(inbox, "withdraw", "Take back all that a message said", withdraw);
    add_message_command(inbox, "retry", "Read a message anew, with its mapping and the words as they are now",
                        retry);
    add_message_command(inbox, "ignore", "Decide that nothing need be done about a message", ignore);
    Command map_command = inbox.add("map", "Say what a word of a source means, and read its messages anew");
    auto& meaning = map_command.keep<CodeMeaning>();
    map_command.option("--source", meaning.source, "Name of the source in its mapping", Need::required);
    map_command.option("--column", meaning.field, "The column in which the word stands", Need::required);
    map_command.option("--word", meaning.code, "The source's word", Need::required);
    map_command.option("--means", meaning.value, "Our word for it", Need::required);
    map_command.run([&meaning](const Invocation& call) { return finish(call, map(meaning, call)); });
    inbox.add("words", "All words that have been given a meaning").run([](const Invocation& call) {
        return finish(call, words(call));
    });
}

} // namespace orderdeck::server::cli
