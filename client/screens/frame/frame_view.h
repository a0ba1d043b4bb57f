#pragma once

#include "client/app/action.h"
#include "client/screens/words/words.h"
#include "client/ui/style/icons.h"
#include "client/ui/style/theme.h"

#include <optional>
#include <string>
#include <vector>

namespace orderdeck::client::screens {

struct NavigationView {
    std::string key;
    std::string label;
    std::string href;
    ui::Icon icon = ui::Icon::none;
    bool current = false;
};

struct SearchView {
    std::string label;
    std::string text;
    std::string hint;
    std::string clear_name;
    std::uint32_t version = 0;
};

struct SyncView {
    std::string label;
    ui::Tone tone = ui::Tone::mute;
    std::string checked; ///< when that was last known to be so; may be empty
};

/// A message across the content, with what can be done about it.
struct BannerView {
    std::string text;
    ui::Tone tone = ui::Tone::info;
    std::string way_out; ///< label of the button; empty: none
    app::Action action;  ///< of the button
};

struct AccountView {
    std::string name; ///< "Purchasing"
    std::string company;
    std::string email;
    std::string initials;
    std::string menu_name;
};

/// Said once to who looks for something with the browser's find in page, which sees only the rows on the screen.
struct FindHintView {
    std::string text;
    std::string search; ///< label of the button that leads into the search
    std::string close_name;
};

/// What stands around every screen.
struct FrameView {
    std::string product;
    std::string navigation_name;
    std::vector<NavigationView> navigation;
    std::string more;
    SearchView search;
    SyncView sync;
    std::optional<BannerView> banner;
    AccountView account;
    std::optional<FindHintView> find_hint;
    std::string title; ///< of the document
};

/// Nothing was copied yet, and the server does not answer.
bool has_failed(const sync::SyncStatus& sync);

/// The language that the person chose, else the first one of the browser that we have.
i18n::Language language_of(const app::Model& model);
ViewContext view_context(const app::Model& model);
FrameView frame_view(const ViewContext& context, const app::Model& model);

} // namespace orderdeck::client::screens
