#pragma once

#include "client/app/effect.h"
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
/// A part of an order's page that is shown on demand was opened or closed.
struct PartToggled {
    std::string part;
};
struct BackToListPressed {};
struct MenuOpened {
    Menu menu;
};
struct MenuClosed {};
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

/// The fields of the settings as they are now.
struct SettingsTyped {
    domain::OwnSettings draft;
};
struct SettingsFieldLeft {
    domain::SettingsField field;
};
struct SaveSettingsPressed {};
struct DiscardSettingsPressed {};
struct ReadSettingsAgainPressed {};
struct PasswordTyped {
    api::PasswordChange typed;
};
struct PasswordFieldLeft {
    PasswordField field;
};
struct PasswordRevealToggled {
    PasswordField field;
};
struct ChangePasswordPressed {};
struct EndSessionPressed {
    std::string session;
};
struct EndOtherSessionsPressed {};
enum class Reply : std::uint8_t { cancel, confirm };
/// To the question that Model::own_settings asks.
struct QuestionAnswered {
    Reply reply;
};
/// The list of imports with other messages in it.
struct ImportsFiltered {
    ImportsQuery query;
};
struct MoreImportsWanted {};
/// The list or the message that could not be read.
struct ReadImportsAgainPressed {};
struct MoreFindingsWanted {};
/// The text of the file around a finding, or its beginning, was opened or closed.
struct ExcerptToggled {
    std::string finding;
};
/// `none` closes what stands open.
struct RepairPressed {
    Repair repair;
};
struct IgnoreReasonTyped {
    std::string reason;
};
struct ExplainPressed {
    std::string finding;
};
struct MeaningChosen {
    std::string means;
};
struct ToastUsed {
    Reply reply; ///< cancel: closed
};
/// Somebody looks for a time zone; `style` as platform::Zones wants it.
struct ZonesWanted {
    std::string language;
    std::string style;
};

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
    std::vector<platform::OffsetTransition> transitions;
    std::string zone;
};
struct PreferencesRead {
    Preferences preferences;
};
struct DownloadEnded {
    platform::DownloadEnd end;
};
struct RequestEnded {
    Asked asked;
    std::string subject;
    platform::HttpResponse response;
};
/// Without transitions: the browser does not know the zone.
struct ZoneRead {
    std::string zone;
    std::vector<platform::OffsetTransition> transitions;
};
struct ZonesListed {
    std::string language;
    std::vector<platform::ZoneName> zones;
};
/// The page that was just drawn has this title and is in this language (BCP 47).
struct PageShown {
    std::string title;
    std::string language;
};

using Action =
    std::variant<SearchTyped, FilterToggled, StepChosen, SortChosen, RestrictionsCleared, WhyToggled,
                 PartToggled, BackToListPressed, MenuOpened, MenuClosed, ThemeChosen, TextScaleChosen,
                 RetryPressed, ReloadPressed, CopyAgainPressed, NoteDismissed, FindPressed, FindHintClosed,
                 LogOutChosen, SettingsTyped, SettingsFieldLeft, SaveSettingsPressed, DiscardSettingsPressed,
                 ReadSettingsAgainPressed, PasswordTyped, PasswordFieldLeft, PasswordRevealToggled,
                 ChangePasswordPressed, EndSessionPressed, EndOtherSessionsPressed, QuestionAnswered,
                 ImportsFiltered, MoreImportsWanted, ReadImportsAgainPressed, MoreFindingsWanted,
                 ExcerptToggled, RepairPressed, IgnoreReasonTyped, ExplainPressed, MeaningChosen, ToastUsed,
                 ZonesWanted, RouteEntered, OrdersListed, ReplicaUnreadable, OrderRead, SessionRead,
                 SyncReported, ClockRead, EnvironmentRead, PreferencesRead, RequestEnded, ZoneRead,
                 ZonesListed, PageShown, ExportChosen, OwnDataChosen, DownloadNoteClosed, DownloadEnded>;

} // namespace orderdeck::client::app
