#pragma once

#include "client/app/own_settings.h"
#include "shared/api/inbox.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::client::app {

inline constexpr std::string_view kImportsPage = "/imports";

/// Which messages of the inbox are listed; the address carries it.
struct ImportsQuery {
    /// Name of an api::InboxState, api::kAttention, or kAllImports.
    std::string state = std::string(api::kAttention);
    std::string feed = {}; ///< empty: all

    friend bool operator==(const ImportsQuery&, const ImportsQuery&) = default;
};
inline constexpr std::string_view kAllImports = "all";

/// "/imports?state=all&feed=erp_orders" without what is at its default.
std::string path_of(const ImportsQuery& query);
/// Terms that say nothing to us are at their default.
ImportsQuery decode_imports_query(std::string_view query);
/// "/imports/7".
std::string import_path(std::string_view message);

/// The list of what arrived. It is read from the server whenever it is entered, and kept nowhere.
struct ImportsState {
    ImportsQuery query;
    Reading reading = Reading::not_asked;
    api::InboxPage page = {}; ///< with the messages of all pages that were read
    Reading more = Reading::not_asked;
};

/// What a person does about a message.
enum class Repair : std::uint8_t { none, retry, ignore, withdraw, explain };

/// How it went wrong.
enum class RepairFailure : std::uint8_t {
    none,
    unreachable, ///< no answer came: it may have been done
    refused,
    conflict, ///< the message is in another state by now
};

struct ExcerptState {
    Reading reading = Reading::running;
    api::InboxExcerpt excerpt = {};
};

/// What stands open on the page of a message.
enum class RepairForm : std::uint8_t { none, ignore, explain };

/// One message with what was found in it.
struct ImportPageState {
    std::string message = {}; ///< its id
    Reading reading = Reading::not_asked;
    bool is_missing = false;                     ///< there is no such message
    std::optional<api::InboxDetail> detail = {}; ///< with the findings of all pages that were read
    Reading more = Reading::not_asked;
    std::map<std::string, ExcerptState> excerpts = {}; ///< open ones, by finding; of the whole file by ""
    RepairForm form = RepairForm::none;
    std::string reason = {};  ///< why it is to be ignored, as typed
    std::string finding = {}; ///< whose word is being explained
    std::string means = {};   ///< what was chosen for it
    Repair running = Repair::none;
    Repair failed = Repair::none;
    RepairFailure failure = RepairFailure::none;
    std::int64_t changed = 0; ///< rows, or for an explained word messages, that the last repair changed
};

/// The finding with this id; nullptr when it is not on the page.
const api::InboxFinding* find_finding(const ImportPageState& page, std::string_view id);

} // namespace orderdeck::client::app
