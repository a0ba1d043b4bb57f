#include "shared/api/inbox.h"

#include <array>

namespace orderdeck::api {
namespace {

constexpr std::array<std::string_view, kInboxStateCount> kStates = {
    "received", "applied", "applied_with_findings", "waiting", "rejected", "withdrawn", "ignored"};

} // namespace

std::string_view name_of(InboxState state) { return kStates[static_cast<std::size_t>(state)]; }

std::optional<InboxState> inbox_state_from(std::string_view name) {
    for (std::size_t i = 0; i < kStates.size(); ++i)
        if (kStates[i] == name) return static_cast<InboxState>(i);
    return std::nullopt;
}

bool needs_attention(InboxState state) {
    switch (state) {
    case InboxState::received:
    case InboxState::applied_with_findings:
    case InboxState::waiting:
    case InboxState::rejected: return true;
    case InboxState::applied:
    case InboxState::withdrawn:
    case InboxState::ignored: break;
    }
    return false;
}

std::string_view name_of(FindingSeverity severity) {
    switch (severity) {
    case FindingSeverity::info: return "info";
    case FindingSeverity::warning: return "warning";
    case FindingSeverity::error: break;
    }
    return "error";
}

std::string message_path(std::string_view id) { return std::string(kInboxPath) + "/" + std::string(id); }
std::string excerpt_path(std::string_view id, std::string_view finding) {
    const std::string text = message_path(id) + "/text";
    return finding.empty() ? text : text + "?finding=" + std::string(finding);
}
std::string retry_path(std::string_view id) { return message_path(id) + "/retry"; }
std::string ignore_path(std::string_view id) { return message_path(id) + "/ignore"; }
std::string withdraw_path(std::string_view id) { return message_path(id) + "/withdraw"; }

} // namespace orderdeck::api
