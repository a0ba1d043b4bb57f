#include "server/http/routes/inbox_json.h"

#include "shared/base/parse_number.h"

namespace orderdeck::server::http::routes {
namespace {

using persistence::sqlite::FeedCount;
using persistence::sqlite::Finding;
using persistence::sqlite::FindingPosition;
using persistence::sqlite::InboxListing;
using persistence::sqlite::InboxState;
using persistence::sqlite::Severity;

api::InboxState to_api(InboxState state) {
    return api::inbox_state_from(name_of(state)).value_or(api::InboxState::received);
}

api::FindingSeverity to_api(Severity severity) {
    switch (severity) {
    case Severity::info: return api::FindingSeverity::info;
    case Severity::warning: return api::FindingSeverity::warning;
    case Severity::error: break;
    }
    return api::FindingSeverity::error;
}

} // namespace

api::InboxMessage to_api(const InboxListing& message, const persistence::sqlite::SpokenCounts& spoken) {
    api::InboxMessage shown;
    shown.id = std::to_string(message.entry.id);
    shown.state = to_api(message.entry.state);
    shown.received = message.entry.received_at;
    shown.source = message.source;
    shown.feed = message.mapping.substr(0, message.mapping.find('#'));
    shown.file = message.file_name;
    shown.bytes = message.size;
    shown.rows = message.entry.rows;
    shown.rows_rejected = message.entry.rows_rejected;
    shown.findings = message.findings;
    shown.records = spoken.records;
    shown.orders = spoken.orders;
    shown.reason = message.reason;
    shown.waits_for = message.waits_for;
    return shown;
}

api::InboxFinding to_api(const Finding& finding) {
    api::InboxFinding shown;
    shown.id = std::to_string(finding.id);
    shown.line = finding.file_line;
    shown.column = finding.column;
    shown.value = finding.value;
    shown.severity = to_api(finding.severity);
    shown.code = finding.code;
    shown.message = finding.message;
    shown.occurrences = finding.occurrences;
    return shown;
}

void add_counts(api::InboxPage& page, const std::vector<FeedCount>& feeds, std::string_view feed) {
    std::map<InboxState, std::int64_t> counts;
    for (const FeedCount& each : feeds) {
        api::InboxFeed& shown = page.feeds.emplace_back();
        shown.feed = each.feed;
        for (const auto& [state, messages] : each.messages) {
            shown.messages += messages;
            if (api::needs_attention(to_api(state))) shown.attention += messages;
            if (feed.empty() || feed == each.feed) counts[state] += messages;
        }
    }
    for (const auto& [state, messages] : counts)
        page.counts.push_back({to_api(state), messages});
}

std::optional<std::vector<InboxState>> states_from(std::string_view text) {
    if (const auto state = persistence::sqlite::inbox_state_from(text)) return std::vector{*state};
    if (text != api::kAttention) return std::nullopt;
    std::vector<InboxState> states;
    for (int i = 0; i < persistence::sqlite::kInboxStateCount; ++i) {
        const auto state = static_cast<InboxState>(i);
        if (api::needs_attention(to_api(state))) states.push_back(state);
    }
    return states;
}

std::string encode_position(const FindingPosition& position) {
    return std::to_string(position.file_line) + "-" + std::to_string(position.id);
}

base::Result<FindingPosition> decode_position_of_finding(std::string_view text) {
    const std::size_t dash = text.find('-');
    if (dash == std::string_view::npos) return base::fail(base::ErrorCode::invalid, "no cursor of ours");
    return FindingPosition{.file_line = TRY(base::parse_int(text.substr(0, dash))),
                           .id = TRY(base::parse_int(text.substr(dash + 1)))};
}

} // namespace orderdeck::server::http::routes
