#include "client/app/runtime.h"

#include "client/app/update.h"
#include "shared/api/order_export.h"
#include "shared/replica/order_snapshot.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace orderdeck::client::app {
namespace {

constexpr std::int64_t kHour = 3'600'000;
/// Ages ("12 min ago") are told in minutes.
constexpr double kRefreshAgesMs = 60'000;
/// Somebody who types quickly is not held up by counting what only the last letter asks for.
constexpr base::Duration kTypingPause = base::Duration::milliseconds(100);
constexpr base::Duration kSessionRetry = base::Duration::seconds(30);

Route route_of(const platform::Navigation& navigation) {
    return parse_route(navigation.current().path, navigation.current().query);
}

} // namespace

Runtime::Runtime(platform::Platform& platform, sync::ReplicaStore store)
    : platform_(platform),
      store_(std::move(store)),
      synchroniser_(platform.http, store_, static_cast<std::uint64_t>(platform.clock.now().milliseconds()),
                    platform.clock.now()) {
    dispatch(ClockRead{now()});
    read_environment();
    read_preferences();
    dispatch(RouteEntered{route_of(platform_.navigation)});
    read_session();
    synchronise();
}

void Runtime::dispatch(const Action& action) {
    for (const Effect& effect : update(model_, action))
        run(effect);
}

void Runtime::enter_frame(const platform::FrameInput& input) {
    dispatch(ClockRead{now()});
    bool surroundings_changed = false;
    for (const platform::InputEvent& event : input.events) {
        if (event.kind == platform::InputKind::route_changed)
            dispatch(RouteEntered{route_of(platform_.navigation)});
        else if (event.kind == platform::InputKind::environment_changed)
            surroundings_changed = true;
        else
            synchroniser_.note_activity(now());
    }
    if (!surroundings_changed) return;
    read_environment();
    synchronise();
}

void Runtime::react() {
    const auto shown = [this] {
        return std::tuple(model_.sync.phase, model_.sync.permille, model_.sync.has_replica, model_.generation,
                          model_.session.has_value(), model_.download.version, model_.download.phase,
                          model_.toast.has_value());
    };
    const auto before = shown();
    dispatch(ClockRead{now()});
    for (const platform::HttpResponse& response : platform_.http.take_completed()) {
        if (synchroniser_.accept(response, now())) continue;
        if (take_answer(response)) continue;
        if (response.id != session_request_) continue;
        session_request_.reset();
        const auto session = api::decode_session(response.body);
        if (response.status == 200 && session) dispatch(SessionRead{*session});
    }
    save_own_data();
    end_downloads();
    synchronise();
    complete_list();
    if (shown() != before) platform_.scheduler.request_frame();
}

void Runtime::read_environment() {
    dispatch(EnvironmentRead{platform_.environment.languages, platform_.environment.transitions,
                             platform_.environment.zone});
}

void Runtime::read_preferences() {
    const auto stored = [this](std::string_view key) {
        return platform_.settings.find(key).value_or(std::string());
    };
    Preferences preferences;
    preferences.language = stored(kLanguageKey);
    preferences.theme = theme_from(stored(kThemeKey)).value_or(Theme::system);
    preferences.text_scale = text_scale_from(stored(kTextScaleKey)).value_or(TextScale::normal);
    preferences.knows_find_hint = !stored(kFindHintKey).empty();
    preferences.time_zone = stored(kTimeZoneKey);
    dispatch(PreferencesRead{preferences});
}

void Runtime::read_session() {
    platform::HttpRequest request;
    request.path = api::kSessionPath;
    session_asked_at_ = now();
    session_request_ = platform_.http.start(std::move(request));
}

void Runtime::synchronise() {
    synchroniser_.update({now(), platform_.environment.visible, platform_.environment.online});
    const bool session_due =
        !model_.session && !session_request_ && now() - session_asked_at_ > kSessionRetry;
    if (session_due && platform_.environment.online) read_session();
    report_sync();
    double delay = kRefreshAgesMs;
    if (const auto wake = synchroniser_.wake_at())
        delay = std::clamp(static_cast<double>((*wake - now()).count()), 0.0, kRefreshAgesMs);
    if (model_.toast)
        delay = std::clamp(static_cast<double>((model_.toast->until - now()).count()), 0.0, delay);
    platform_.scheduler.frame_after(delay);
}

void Runtime::report_sync() { dispatch(SyncReported{synchroniser_.status(), store_.generation()}); }

const replica::OrderFigures* Runtime::figures(storage::Database& database) {
    const std::int64_t hour = now().milliseconds() / kHour;
    const bool known = figures_ && figures_->generation == store_.generation() && figures_->hour == hour &&
                       figures_->today == model_.clock.today();
    if (known) return &figures_->figures;
    auto counted = replica::count_orders(database, {now(), model_.clock.today()});
    if (!counted) return nullptr;
    figures_ = CountedFigures{store_.generation(), hour, model_.clock.today(), std::move(*counted)};
    return &figures_->figures;
}

void Runtime::list_orders(const OrdersQuery& query) {
    complete_list_at_.reset();
    const auto& listing = model_.orders.listing;
    // A list that is only refreshed must not shrink under the eyes of its reader.
    const bool is_refresh = listing && listing->query == query;
    list_orders(query, is_refresh ? replica::SearchExtent::all : replica::SearchExtent::newest);
    if (!listing || listing->extent == replica::SearchExtent::all) return;
    complete_list_at_ = now() + kTypingPause;
    platform_.scheduler.frame_after(static_cast<double>(kTypingPause.count()));
}

void Runtime::list_orders(const OrdersQuery& query, replica::SearchExtent extent) {
    storage::Database* database = store_.database();
    if (database == nullptr) return;
    const replica::OrderListQuery wanted{query.search, query.filter, query.step, query.sort};
    auto listed = replica::list_orders(*database, wanted, {now(), model_.clock.today()}, extent);
    const replica::OrderFigures* counted = figures(*database);
    if (!listed || counted == nullptr) return dispatch(ReplicaUnreadable{});
    dispatch(OrdersListed{{query, std::move(listed->orders), *counted, listed->extent}});
}

void Runtime::complete_list() {
    if (!complete_list_at_) return;
    const base::Duration left = *complete_list_at_ - now();
    // The timer was for an earlier letter.
    if (left.count() > 0) return platform_.scheduler.frame_after(static_cast<double>(left.count()));
    complete_list_at_.reset();
    list_orders(model_.orders.query, replica::SearchExtent::all);
    platform_.scheduler.request_frame();
}

void Runtime::read_order(domain::OrderId order) {
    storage::Database* database = store_.database();
    if (database == nullptr) return;
    auto details = replica::read_order(*database, order);
    if (details) return dispatch(OrderRead{order, std::move(*details)});
    if (details.error().code != base::ErrorCode::not_found) return dispatch(ReplicaUnreadable{});
    dispatch(OrderRead{order, std::nullopt});
}

void Runtime::export_list(const ExportList& effect) {
    list_orders(effect.query, replica::SearchExtent::all);
    complete_list_at_.reset();
    if (!model_.orders.listing) return;
    api::OrderExport list;
    list.language = effect.language;
    list.zone = model_.clock.transitions;
    list.restrictions = effect.restrictions;
    for (const domain::OrderId order : model_.orders.listing->orders)
        list.orders.push_back(order.value());
    platform::Downloads& downloads = platform_.downloads;
    switch (effect.kind) {
    case ExportKind::csv:
        downloads.fetch(api::kExportPath, encode_export(list, api::ExportFormat::csv, effect.csrf_token));
        break;
    case ExportKind::xlsx:
        downloads.fetch(api::kExportPath, encode_export(list, api::ExportFormat::xlsx, effect.csrf_token));
        break;
    case ExportKind::print:
        downloads.open(api::kPrintListPath, encode_export(list, effect.csrf_token));
        break;
    }
}

void Runtime::save_own_data() {
    if (!own_data_wanted_) return;
    const SaveOwnData wanted = *std::exchange(own_data_wanted_, std::nullopt);
    const std::string name = own_data_name(wanted.account, model_.clock.today());
    const auto saved =
        store_.save_own_copy({.account = wanted.account,
                              .person = wanted.person,
                              .made_at = now(),
                              .as_of = model_.sync.as_of.value_or(now())},
                             [&](std::span<const std::span<const std::byte>> parts) {
                                 platform_.downloads.save(name, "application/vnd.sqlite3", parts);
                             });
    platform::DownloadEnd end;
    end.outcome = saved ? platform::DownloadOutcome::saved : platform::DownloadOutcome::refused;
    end.file_name = name;
    dispatch(DownloadEnded{std::move(end)});
}

void Runtime::end_downloads() {
    for (platform::DownloadEnd& end : platform_.downloads.take_ended())
        dispatch(DownloadEnded{std::move(end)});
    const DownloadState& state = model_.download;
    if (state.phase == DownloadPhase::none || state.phase == DownloadPhase::preparing) return;
    platform_.scheduler.frame_after(static_cast<double>((state.until - now()).count()));
}

void Runtime::copy_again(const CopyAgain& effect) {
    store_.wipe();
    platform_.navigation.leave(effect.path);
}

void Runtime::log_out(const LogOut& effect) {
    store_.wipe();
    platform_.navigation.leave_by_post("/logout", "csrf", effect.csrf_token);
}

void Runtime::send(const SendRequest& effect) {
    requests_.push_back({platform_.http.start(effect.request), effect.asked, effect.subject});
}

bool Runtime::take_answer(const platform::HttpResponse& response) {
    const auto sent = std::find_if(requests_.begin(), requests_.end(),
                                   [&](const SentRequest& request) { return request.id == response.id; });
    if (sent == requests_.end()) return false;
    const RequestEnded ended{sent->asked, sent->subject, response};
    requests_.erase(sent);
    dispatch(ended);
    platform_.scheduler.request_frame();
    return true;
}

void Runtime::run(const Effect& effect) {
    struct Runner {
        Runtime& runtime;
        platform::Platform& outside;
        void operator()(const PushRoute& it) const { outside.navigation.push(it.path); }
        void operator()(const ReplaceRoute& it) const { outside.navigation.replace(it.path); }
        void operator()(const GoBack&) const { outside.navigation.back(); }
        void operator()(const ListOrders& it) const { runtime.list_orders(it.query); }
        void operator()(const ReadOrder& it) const { runtime.read_order(it.order); }
        void operator()(const StoreSetting& it) const { outside.settings.store(it.key, it.value); }
        void operator()(const SyncNow&) const {
            runtime.synchroniser_.sync_now(runtime.now());
            runtime.synchronise();
        }
        void operator()(const CopyAgain& it) const { runtime.copy_again(it); }
        void operator()(const LogOut& it) const { runtime.log_out(it); }
        void operator()(const Leave& it) const { outside.navigation.leave(it.path); }
        void operator()(const ExportList& it) const { runtime.export_list(it); }
        void operator()(const SaveOwnData& it) const {
            constexpr double kUntilPaintedMs = 50; // making it takes a second, in which nothing is drawn
            runtime.own_data_wanted_ = it;
            outside.scheduler.frame_after(kUntilPaintedMs);
        }
        void operator()(const SetTitle& it) const { outside.navigation.set_title(it.title); }
        void operator()(const SetLanguage& it) const { outside.navigation.set_language(it.tag); }
        void operator()(const SendRequest& it) const { runtime.send(it); }
        void operator()(const ReadSession&) const { runtime.read_session(); }
        void operator()(const ReadZone& it) const {
            runtime.dispatch(ZoneRead{it.zone, outside.zones.transitions(it.zone)});
        }
        void operator()(const ReadZoneNames& it) const {
            runtime.dispatch(ZonesListed{it.language, outside.zones.names(it.language, it.style)});
        }
    };
    std::visit(Runner{*this, platform_}, effect);
}

} // namespace orderdeck::client::app
