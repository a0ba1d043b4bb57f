#include "client/screens/imports/imports_view.h"

#include "client/app/update.h"
#include "client/screens/frame/frame_view.h"
#include "shared/i18n/format_number.h"

#include <array>

namespace orderdeck::client::screens {
namespace {

using api::InboxMessage;
using api::InboxState;

constexpr std::array<i18n::MessageId, api::kInboxStateCount> kStates = {
    "import_state.received", "import_state.applied",  "import_state.applied_with_findings",
    "import_state.waiting",  "import_state.rejected", "import_state.withdrawn",
    "import_state.ignored",
};

/// What needs somebody comes first.
constexpr std::array<InboxState, api::kInboxStateCount> kChipOrder = {
    InboxState::rejected, InboxState::waiting, InboxState::applied_with_findings,
    InboxState::received, InboxState::applied, InboxState::ignored,
    InboxState::withdrawn};

std::string waits_note(const ViewContext& context, const InboxMessage& message) {
    if (message.waits_for.empty()) return {};
    std::string what = wait_words(context, message.waits_for.front());
    const std::size_t others = message.waits_for.size() - 1;
    if (others > 0) what = context.text("imports.wait_more", {{"first", what}, {"count", others}});
    return context.text("imports.waits", {{"what", what}});
}

std::string note_of(const ViewContext& context, const InboxMessage& message) {
    if (message.state == InboxState::rejected) return context.text("imports.misfit");
    if (message.state == InboxState::ignored && !message.reason.empty()) return message.reason;
    if (message.state == InboxState::waiting) return waits_note(context, message);
    std::vector<std::string> notes;
    if (message.rows_rejected > 0)
        notes.push_back(context.text("imports.rows_left_out", {{"count", message.rows_rejected}}));
    if (message.findings > 0)
        notes.push_back(context.text("imports.findings", {{"count", message.findings}}));
    return join_facts(notes);
}

ImportRowView row_view(const ViewContext& context, const InboxMessage& message) {
    ImportRowView row;
    row.key = message.id;
    row.file = message.file;
    row.href = app::import_path(message.id);
    row.origin = join_facts({message.source, message.feed, context.instant(message.received)});
    row.state = {state_words(context, message.state), tone_of(message.state)};
    row.note = note_of(context, message);
    row.records = context.text("imports.records", {{"count", message.records}});
    row.orders = context.text("imports.orders", {{"count", message.orders}});
    return row;
}

std::vector<ImportChipView> chips_view(const ViewContext& context, const app::ImportsState& imports) {
    std::array<std::int64_t, api::kInboxStateCount> counts{};
    std::int64_t attention = 0;
    std::int64_t all = 0;
    for (const api::StateCount& count : imports.page.counts) {
        counts[static_cast<std::size_t>(count.state)] = count.messages;
        all += count.messages;
        if (api::needs_attention(count.state)) attention += count.messages;
    }
    std::vector<ImportChipView> chips;
    const auto add = [&](std::string_view state, std::string label, std::int64_t count) {
        app::ImportsQuery query = imports.query;
        query.state = state;
        const bool is_known = imports.reading == app::Reading::done; // a zero would be a claim
        chips.push_back({"state-" + query.state, std::move(label),
                         is_known ? i18n::format_integer(context.language, count) : std::string(),
                         query == imports.query, std::move(query)});
    };
    add(api::kAttention, context.text("imports.attention"), attention);
    for (const InboxState state : kChipOrder) {
        const std::int64_t count = counts[static_cast<std::size_t>(state)];
        if (count > 0 || imports.query.state == api::name_of(state))
            add(api::name_of(state), state_words(context, state), count);
    }
    add(app::kAllImports, context.text("imports.all"), all);
    return chips;
}

std::optional<AbsenceView> nothing_view(const ViewContext& context, const app::ImportsState& imports) {
    if (!imports.page.messages.empty()) return std::nullopt;
    AbsenceView view;
    if (imports.page.feeds.empty()) {
        view.title = context.text("imports.never_title");
        view.text = context.text("imports.never_text");
        return view;
    }
    const bool is_clear = imports.query == app::ImportsQuery{};
    if (is_clear) view.icon = ui::Icon::check;
    view.title = is_clear ? context.text("imports.clear_title") : context.text("imports.none_title");
    view.text = is_clear ? context.text("imports.clear_text") : context.text("imports.none_text");
    view.way_out = context.text("imports.show_all");
    app::ImportsQuery all;
    all.state = app::kAllImports;
    view.action = app::ImportsFiltered{all};
    return view;
}

} // namespace

bool is_unknown_page(const app::Model& model) {
    if (std::holds_alternative<app::UnknownRoute>(model.route)) return true;
    const bool is_imports = std::holds_alternative<app::ImportsRoute>(model.route) ||
                            std::holds_alternative<app::ImportRoute>(model.route);
    return is_imports && model.session && !model.session->is_staff;
}

std::string state_words(const ViewContext& context, InboxState state) {
    return context.text(kStates[static_cast<std::size_t>(state)]);
}

words::Tone tone_of(InboxState state) {
    switch (state) {
    case InboxState::received:
    case InboxState::applied_with_findings: return words::Tone::warn;
    case InboxState::applied: return words::Tone::ok;
    case InboxState::waiting: return words::Tone::info;
    case InboxState::rejected: return words::Tone::bad;
    case InboxState::withdrawn:
    case InboxState::ignored: break;
    }
    return words::Tone::mute;
}

std::string wait_words(const ViewContext& context, std::string_view what) {
    const std::size_t colon = what.find(':');
    if (colon == std::string_view::npos) return std::string(what);
    const std::string_view code = what.substr(colon + 1);
    return what.starts_with("parcel:") ? context.text("imports.wait_parcel", {{"code", code}})
                                       : context.text("imports.wait_account", {{"code", code}});
}

bool waits_in_vain(const app::Model& model) {
    const sync::SyncPhase phase = model.sync.phase;
    return !model.session && (phase == sync::SyncPhase::offline || phase == sync::SyncPhase::unreachable);
}

AbsenceView failed_view(const ViewContext& context, const app::Model& model) {
    AbsenceView view;
    view.icon = ui::Icon::offline;
    view.title = context.text("imports.failed_title");
    view.text = context.text("settings.failed_text");
    view.way_out = context.text("sync.retry");
    if (!model.session) view.action = app::RetryPressed{};
    return view;
}

MoreView more_view(const ViewContext& context, bool has_more, app::Reading reading) {
    MoreView view;
    if (!has_more) return view;
    view.running = reading == app::Reading::running;
    view.label = view.running ? context.text("imports.more_running") : context.text("imports.more");
    if (reading == app::Reading::failed) view.failure = context.text("imports.more_failed");
    return view;
}

ImportsView imports_view(const ViewContext& context, const app::Model& model) {
    const app::ImportsState& imports = model.imports;
    ImportsView view;
    view.title = context.text("imports.title");
    view.filters_name = context.text("imports.filters");
    const std::string feed =
        imports.query.feed.empty() ? context.text("imports.feed_all") : imports.query.feed;
    view.feed_label = context.text("imports.feed", {{"feed", feed}});
    view.chips = chips_view(context, imports);
    view.list_name = context.text("imports.list");
    if (imports.reading == app::Reading::failed || waits_in_vain(model)) {
        view.absence = failed_view(context, model);
        return view;
    }
    if (imports.reading != app::Reading::done) {
        view.loading = context.text("imports.loading");
        return view;
    }
    view.absence = nothing_view(context, imports);
    for (const InboxMessage& message : imports.page.messages)
        view.rows.push_back(row_view(context, message));
    view.more = more_view(context, imports.page.next.has_value(), imports.more);
    return view;
}

std::vector<MenuEntryView> feed_menu_view(const ViewContext& context, const app::ImportsState& imports) {
    std::vector<MenuEntryView> entries{menu_caption("feed-caption", context.text("imports.feed_menu"))};
    const auto add = [&](std::string key, std::string label, const std::string& feed) {
        app::ImportsQuery query = imports.query;
        query.feed = feed;
        entries.push_back({ui::MenuEntryKind::radio, std::move(key), std::move(label), ui::Icon::none,
                           feed == imports.query.feed ? ui::Tri::on : ui::Tri::off,
                           app::ImportsFiltered{std::move(query)}});
    };
    add("feed-all", context.text("imports.feed_all"), "");
    for (const api::InboxFeed& feed : imports.page.feeds)
        add("feed-" + feed.feed, feed.feed + " · " + i18n::format_integer(context.language, feed.messages),
            feed.feed);
    return entries;
}

} // namespace orderdeck::client::screens
