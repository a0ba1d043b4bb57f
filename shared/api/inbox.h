#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/timestamp.h"

namespace orderdeck::api {

// What arrived from the sources, and its repair: for staff. For everybody else none of these addresses exists.

inline constexpr std::string_view kInboxPath = "/api/v1/inbox";
inline constexpr std::string_view kCodeMapPath = "/api/v1/inbox/code-map";

/// What became of a message. The names are those of the store.
enum class InboxState : std::uint8_t {
    received,              ///< kept, perhaps partly applied: an import was interrupted
    applied,               ///< nothing is left to do
    applied_with_findings, ///< applied, but something in it should be looked at
    waiting,               ///< applied but for facts about a party or a parcel that is not known yet
    rejected,              ///< does not fit as a whole
    withdrawn,             ///< what it said was taken back
    ignored,               ///< a person decided that nothing need be done
};
inline constexpr int kInboxStateCount = 7;
std::string_view name_of(InboxState state);
std::optional<InboxState> inbox_state_from(std::string_view name);
/// Whether somebody should look at it.
bool needs_attention(InboxState state);

/// The value of the parameter `state` for all messages that need attention.
inline constexpr std::string_view kAttention = "attention";

struct InboxMessage {
    std::string id;
    InboxState state = InboxState::received;
    base::Timestamp received;
    std::string source; ///< "erp"
    std::string feed;   ///< name of the mapping, "erp_orders"
    std::string file;
    std::int64_t bytes = 0;
    std::int64_t rows = 0;
    std::int64_t rows_rejected = 0;
    std::int64_t findings = 0;
    std::int64_t records = 0;                ///< what is kept of what it said
    std::int64_t orders = 0;                 ///< that it speaks of, also through their shipments and invoices
    std::string reason;                      ///< why it was rejected, or a person's words why it was ignored
    std::vector<std::string> waits_for = {}; ///< "account:acme", "parcel:1Z999"

    friend bool operator==(const InboxMessage&, const InboxMessage&) = default;
};

struct InboxFeed {
    std::string feed;
    std::int64_t messages = 0;
    std::int64_t attention = 0; ///< how many of them need it

    friend bool operator==(const InboxFeed&, const InboxFeed&) = default;
};

struct StateCount {
    InboxState state = InboxState::received;
    std::int64_t messages = 0;

    friend bool operator==(const StateCount&, const StateCount&) = default;
};

/// GET kInboxPath?state=&feed=&limit=&cursor=: the newest first.
struct InboxPage {
    std::vector<InboxMessage> messages;
    std::optional<std::string> next;     ///< cursor of the page that follows
    std::vector<StateCount> counts = {}; ///< of all messages, or of those of the feed that was asked for
    std::vector<InboxFeed> feeds = {};   ///< all, by name

    friend bool operator==(const InboxPage&, const InboxPage&) = default;
};

enum class FindingSeverity : std::uint8_t {
    info,
    warning,
    error ///< the row was left out
};
std::string_view name_of(FindingSeverity severity);

struct InboxFinding {
    std::string id;
    std::int64_t line = 0; ///< 0 speaks of the whole file
    std::string column;    ///< empty speaks of the whole row
    std::string value;
    FindingSeverity severity = FindingSeverity::warning;
    std::string code;
    std::string message; ///< in English, as the operator's commands say it
    std::int64_t occurrences = 1;
    std::string vocabulary = {};           ///< what its word is to be a word of, "kind"; empty: nothing
    std::vector<std::string> choices = {}; ///< the words of the vocabulary

    friend bool operator==(const InboxFinding&, const InboxFinding&) = default;
};

struct TouchedOrder {
    std::string number;
    std::string account;

    friend bool operator==(const TouchedOrder&, const TouchedOrder&) = default;
};

/// GET message_path: a message with a page of its findings and the first orders that it speaks of.
struct InboxDetail {
    InboxMessage message;
    std::vector<InboxFinding> found = {};
    std::optional<std::string> next = {}; ///< cursor of further findings
    std::int64_t orders_alone = 0;        ///< that no other message speaks of: they go when it is withdrawn
    std::vector<TouchedOrder> orders = {};

    friend bool operator==(const InboxDetail&, const InboxDetail&) = default;
};

/// GET excerpt_path: the text of the file around a finding, or its beginning when that is empty.
struct InboxExcerpt {
    std::string file;             ///< of an archive; else empty
    std::int64_t first_line = 0;  ///< number of lines.front()
    std::int64_t marked_line = 0; ///< where the finding is; 0: it could not be found in the text
    std::vector<std::string> lines = {};

    friend bool operator==(const InboxExcerpt&, const InboxExcerpt&) = default;
};

/// What POST of withdraw_path and retry_path answer: the message as it is now.
struct InboxChange {
    InboxMessage message;
    std::int64_t rows_changed = 0; ///< what became different for customers

    friend bool operator==(const InboxChange&, const InboxChange&) = default;
};

/// The body of POST kCodeMapPath, answered with the number of messages that were read anew.
struct CodeMeaning {
    std::string source;
    std::string column;
    std::string word;
    std::string means;

    friend bool operator==(const CodeMeaning&, const CodeMeaning&) = default;
};

std::string message_path(std::string_view id);
std::string excerpt_path(std::string_view id, std::string_view finding);
std::string retry_path(std::string_view id);
std::string ignore_path(std::string_view id);
std::string withdraw_path(std::string_view id);

std::string encode_inbox_page(const InboxPage& page);
base::Result<InboxPage> decode_inbox_page(std::string_view text);
std::string encode_inbox_detail(const InboxDetail& detail);
base::Result<InboxDetail> decode_inbox_detail(std::string_view text);
std::string encode_inbox_excerpt(const InboxExcerpt& excerpt);
base::Result<InboxExcerpt> decode_inbox_excerpt(std::string_view text);
std::string encode_inbox_change(const InboxChange& change);
base::Result<InboxChange> decode_inbox_change(std::string_view text);
std::string encode_code_meaning(const CodeMeaning& meaning);
base::Result<CodeMeaning> decode_code_meaning(std::string_view text);
/// The body of POST ignore_path: a person's words why; no body does, too.
std::string encode_ignore_reason(std::string_view reason);
base::Result<std::string> decode_ignore_reason(std::string_view text);
/// The longest reason, in bytes.
inline constexpr std::size_t kLongestIgnoreReason = 500;
std::string encode_messages_read_anew(std::int64_t messages);
base::Result<std::int64_t> decode_messages_read_anew(std::string_view text);

} // namespace orderdeck::api
