#pragma once

#include "server/persistence/sqlite/store.h"
#include "shared/base/timestamp.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::persistence::sqlite {

/// What arrived, before it is understood.
struct InboxMessage {
    std::string source_name;
    std::string source_kind;
    std::string mapping;
    std::string file_name;
    std::string_view body;
};

/// What became of a message.
enum class InboxState : std::uint8_t {
    received,              ///< durable, perhaps partly applied: an import that was interrupted
    applied,               ///< nothing is left to do
    applied_with_findings, ///< applied, but something in it should be looked at
    waiting,               ///< applied but for facts about a party or a parcel that is not known yet
    rejected,              ///< the mapping does not fit it as a whole
    withdrawn,             ///< what it said was taken back
    ignored,               ///< a person decided that it need not be applied
};
inline constexpr int kInboxStateCount = 7;
std::string_view name_of(InboxState state);
std::optional<InboxState> inbox_state_from(std::string_view name);
/// Whether the same bytes need not be read again.
constexpr bool is_settled(InboxState state) {
    return state == InboxState::applied || state == InboxState::applied_with_findings ||
           state == InboxState::ignored;
}

struct InboxEntry {
    std::int64_t id = 0;
    std::int64_t source_system = 0;
    InboxState state = InboxState::received;
    base::Timestamp received_at;
    std::int64_t rows = 0;
    std::int64_t rows_rejected = 0;
    bool is_new = false; ///< false: the same bytes arrived before under the same mapping
};

enum class Severity : std::uint8_t { info, warning, error };
std::string_view name_of(Severity severity);

/// A message as the repair screen lists it.
struct InboxListing {
    InboxEntry entry;
    std::string source;  ///< name of the source system
    std::string mapping; ///< name and fingerprint, "erp_orders#1f..."
    std::string file_name;
    std::int64_t size = 0; ///< bytes
    std::string reason;
    std::int64_t findings = 0;
    std::vector<std::string> waits_for; ///< "account:acme", "parcel:1Z999"
};

/// Which messages are listed, the newest first.
struct InboxQuery {
    std::vector<InboxState> states = {}; ///< none: all
    std::string feed = {};               ///< name of the mapping; empty: all
    std::int64_t before = 0;             ///< only ids below it; 0: all
    std::int64_t limit = 50;
};

/// The messages of one feed.
struct FeedCount {
    std::string feed; ///< name of the mapping
    std::map<InboxState, std::int64_t> messages;
};

/// What a person said that a word of a source means.
struct CodeMeaning {
    std::string source; ///< name of the source system
    std::string field;  ///< its column
    std::string code;   ///< its word
    std::string value;  ///< ours
    friend bool operator==(const CodeMeaning&, const CodeMeaning&) = default;
};

/// Something about a message that a person should know. `file_line` 0 speaks of the whole file, an empty column of the
/// whole row. An error is a row that was rejected; warnings and infos are about rows that were imported.
struct Finding {
    std::int64_t file_line = 0;
    std::string column;
    std::string value;
    Severity severity = Severity::warning;
    std::string code;
    std::string message;
    std::int64_t occurrences = 1; ///< equal findings are kept once, at their first line
    std::int64_t id = 0;          ///< of one that is kept
};

/// A place among the findings of a message.
struct FindingPosition {
    std::int64_t file_line = -1;
    std::int64_t id = 0;
};
struct FindingPage {
    std::vector<Finding> findings;
    std::optional<FindingPosition> next; ///< of the last finding, when others follow it
};

/// Every message that reached the server, with its bytes and what was found in it.
class InboxStore {
public:
    explicit InboxStore(storage::Database& database) : database_(database) {}

    /// Keeps the message; durable when it returns. A message with the same bytes and mapping is kept once; if it was
    /// withdrawn it is received anew.
    static base::Result<InboxEntry> receive(Store& store, const InboxMessage& message, base::Timestamp now);
    /// The id of a source system, which is added or takes the new kind where needed.
    static base::Result<std::int64_t> source_system(storage::Database& writer, std::string_view name,
                                                    std::string_view kind);

    /// Marks the message as applied, or as waiting for what is named, with how many rows it had and how many of them
    /// wait for repair. Call after put_findings.
    base::Result<void> finish(std::int64_t inbox, std::int64_t rows, std::int64_t rows_rejected,
                              const std::vector<std::string>& waits_for = {});
    base::Result<void> set_state(std::int64_t inbox, InboxState state, std::string_view reason = {});
    /// The message is read under another mapping from now on; `conflict` when it was also received under that.
    base::Result<void> set_mapping(std::int64_t inbox, const std::string& mapping);
    /// Replaces what was found in the message.
    base::Result<void> put_findings(std::int64_t inbox, const std::vector<Finding>& findings);

    base::Result<std::vector<InboxListing>> list(const InboxQuery& query);
    /// Of every feed, by its name.
    base::Result<std::vector<FeedCount>> count_by_feed();
    /// `not_found` when there is no such message.
    base::Result<InboxListing> message(std::int64_t inbox);
    /// The id of the message with these bytes under this mapping.
    base::Result<std::optional<std::int64_t>> find_by_content(std::string_view bytes,
                                                              const std::string& mapping);
    /// Messages that wait for something which is known by now.
    base::Result<std::vector<std::int64_t>> ready();

    base::Result<void> put_meaning(const CodeMeaning& meaning, base::Timestamp now);
    /// False when the code had no meaning.
    base::Result<bool> remove_meaning(const CodeMeaning& meaning);
    /// Of one source, or of all.
    base::Result<std::vector<CodeMeaning>> meanings(std::string_view source = {});

    /// The bytes as they came.
    base::Result<std::string> body(std::int64_t inbox);
    /// In the order of the file.
    base::Result<std::vector<Finding>> findings(std::int64_t inbox, std::int64_t limit);
    /// One of them; `not_found` when the message has no such finding.
    base::Result<Finding> finding(std::int64_t inbox, std::int64_t id);
    /// Those behind a place, at most `limit`.
    base::Result<FindingPage> finding_page(std::int64_t inbox, FindingPosition after, std::int64_t limit);

private:
    storage::Database& database_;
};

} // namespace orderdeck::server::persistence::sqlite
