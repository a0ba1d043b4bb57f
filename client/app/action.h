#pragma once

#include "client/app/model.h"
#include "client/platform/downloads.h"

#include <string>
#include <variant>

namespace orderdeck::client::app {

// What people do.
struct SearchTyped {
    std::string text;
};
struct FilterToggled {
    ListFilter filter;
};
struct StepChosen {
    std::optional<domain::Step> step;
};
struct SortChosen {
    ListSort sort;
};
struct RestrictionsCleared {};
struct WhyToggled {};
struct BackToListPressed {};
struct MenuOpened {
    Menu menu;
};
struct MenuClosed {};
struct LanguageChosen {
    std::string tag;
};
struct ThemeChosen {
    Theme theme;
};
struct TextScaleChosen {
    TextScale scale;
};
struct RetryPressed {};
struct LogOutChosen {};
struct ReloadPressed {};
struct CopyAgainPressed {};
struct NoteDismissed {};
/// The browser's find in page; it comes all the same.
struct FindPressed {};
struct FindHintClosed {};
struct ExportChosen {
    ExportKind kind;
    std::string restrictions; ///< of the list, in words
};
struct OwnDataChosen {};
struct DownloadNoteClosed {};

// What the outside tells.
struct RouteEntered {
    Route route;
};
struct OrdersListed {
    OrderListing listing;
};
/// A query of the replica failed: the copy is spoilt.
struct ReplicaUnreadable {};
/// Without details: the replica has no such order.
struct OrderRead {
    domain::OrderId order;
    std::optional<domain::OrderDetails> details;
};
struct SessionRead {
    api::SessionInfo session;
};
struct SyncReported {
    sync::SyncStatus status;
    std::uint64_t generation;
};
struct ClockRead {
    base::Timestamp now;
};
struct EnvironmentRead {
    std::vector<std::string> languages;
    std::vector<base::OffsetTransition> transitions;
};
struct PreferencesRead {
    Preferences preferences;
};
struct DownloadEnded {
    platform::DownloadEnd end;
};
/// The page that was just drawn has this title and is in this language (BCP 47).
struct PageShown {
    std::string title;
    std::string language;
};

using Action =
    std::variant<SearchTyped, FilterToggled, StepChosen, SortChosen, RestrictionsCleared, WhyToggled,
                 BackToListPressed, MenuOpened, MenuClosed, LanguageChosen, ThemeChosen, TextScaleChosen,
                 RetryPressed, ReloadPressed, CopyAgainPressed, NoteDismissed, FindPressed, FindHintClosed,
                 LogOutChosen, RouteEntered, OrdersListed, ReplicaUnreadable, OrderRead, SessionRead,
                 SyncReported, ClockRead, EnvironmentRead, PreferencesRead, PageShown, ExportChosen,
                 OwnDataChosen, DownloadNoteClosed, DownloadEnded>;

} // namespace orderdeck::client::app
