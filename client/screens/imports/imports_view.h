#pragma once

#include "client/app/model.h"
#include "client/screens/frame/account_menu_view.h"
#include "client/screens/words/words.h"

#include <optional>
#include <string>
#include <vector>

namespace orderdeck::client::screens {

/// Whether there is such a page for this person; the imports are there for staff only.
bool is_unknown_page(const app::Model& model);

/// Something that could not be read, or of which there is nothing.
struct AbsenceView {
    ui::Icon icon = ui::Icon::inbox;
    std::string title;
    std::string text;
    std::string way_out; ///< label of the button; empty: none
    app::Action action = app::ReadImportsAgainPressed{};
};

/// More of a list: a button, or why there is none.
struct MoreView {
    std::string label; ///< empty: nothing follows
    bool running = false;
    std::string failure;
};

struct ImportChipView {
    std::string key;
    std::string label;
    std::string count;
    bool chosen = false;
    app::ImportsQuery query;
};

struct ImportRowView {
    std::string key;
    std::string file;
    std::string href;
    std::string origin; ///< source, feed, when
    PillView state;
    std::string note; ///< why it is in this state
    std::string records;
    std::string orders;
};

struct ImportsView {
    std::string title;
    std::string filters_name;
    std::string feed_label;
    std::vector<ImportChipView> chips;
    std::string list_name;
    std::string loading; ///< empty: it is there
    std::optional<AbsenceView> absence;
    std::vector<ImportRowView> rows;
    MoreView more;
};

ImportsView imports_view(const ViewContext& context, const app::Model& model);
std::vector<MenuEntryView> feed_menu_view(const ViewContext& context, const app::ImportsState& imports);

// Words that the list and the page of a message share
std::string state_words(const ViewContext& context, api::InboxState state);
words::Tone tone_of(api::InboxState state);
/// "customer acme" for "account:acme".
std::string wait_words(const ViewContext& context, std::string_view what);
AbsenceView failed_view(const ViewContext& context, const app::Model& model);
/// Nobody is known to ask, and no answer will come.
bool waits_in_vain(const app::Model& model);
MoreView more_view(const ViewContext& context, bool has_more, app::Reading reading);

} // namespace orderdeck::client::screens
