#include "client/app/update.h"

#include <catch2/catch_test_macros.hpp>

namespace orderdeck::client::app {
namespace {

template <typename Wanted>
const Wanted* find_effect(const Effects& effects) {
    for (const Effect& effect : effects)
        if (const auto* found = std::get_if<Wanted>(&effect)) return found;
    return nullptr;
}

Model with_session() {
    Model model;
    model.session = api::SessionInfo{};
    model.session->csrf_token = "proof";
    model.session->account_name = "Acme";
    model.language = "zh-CN";
    model.sync.has_replica = true;
    return model;
}

DownloadEnded ended(platform::DownloadOutcome outcome, int status = 0) {
    platform::DownloadEnd end;
    end.outcome = outcome;
    end.status = status;
    return {end};
}

} // namespace

TEST_CASE("an export asks for all that the list shows, once, and says that the file is being made") {
    Model model = with_session();
    model.orders.query.search = "pump";
    model.menu = Menu::list_export;
    const Effects effects = update(model, ExportChosen{ExportKind::csv, "Late"});
    const auto* asked = find_effect<ExportList>(effects);
    REQUIRE(asked != nullptr);
    CHECK(asked->query.search == "pump");
    CHECK(asked->restrictions == "Late");
    CHECK(asked->language == "zh-CN");
    CHECK(asked->csrf_token == "proof");
    CHECK(model.menu == Menu::none);
    CHECK(model.download.phase == DownloadPhase::preparing);
    CHECK(update(model, ExportChosen{ExportKind::xlsx, ""}).empty());
}

TEST_CASE("a page to print is opened at once and leaves no message") {
    Model model = with_session();
    CHECK(find_effect<ExportList>(update(model, ExportChosen{ExportKind::print, ""})) != nullptr);
    CHECK(model.download.phase == DownloadPhase::none);
}

TEST_CASE("without a session nothing is exported but the session is asked for") {
    Model model;
    CHECK(find_effect<SyncNow>(update(model, ExportChosen{ExportKind::csv, ""})) != nullptr);
    CHECK(model.download.phase == DownloadPhase::none);
}

TEST_CASE("how a download ended is told in its own words and forgotten after a while") {
    using platform::DownloadOutcome;
    Model model = with_session();
    const auto phase = [&](const DownloadEnded& end) { return update(model, end), model.download.phase; };
    CHECK(phase(ended(DownloadOutcome::unreachable)) == DownloadPhase::unreachable);
    CHECK(phase(ended(DownloadOutcome::timed_out)) == DownloadPhase::unreachable);
    CHECK(phase(ended(DownloadOutcome::refused, 413)) == DownloadPhase::too_many);
    CHECK(phase(ended(DownloadOutcome::refused, 503)) == DownloadPhase::busy);
    CHECK(phase(ended(DownloadOutcome::refused, 500)) == DownloadPhase::failed);
    const std::uint32_t version = model.download.version;
    CHECK(phase(ended(DownloadOutcome::saved, 200)) == DownloadPhase::saved);
    CHECK(model.download.version != version);
    update(model, ClockRead{model.clock.now + base::Duration::seconds(5)});
    CHECK(model.download.phase == DownloadPhase::saved);
    update(model, ClockRead{model.clock.now + base::Duration::seconds(5)});
    CHECK(model.download.phase == DownloadPhase::none);
    update(model, ended(DownloadOutcome::refused, 500));
    update(model, DownloadNoteClosed{});
    CHECK(model.download.phase == DownloadPhase::none);
}

TEST_CASE("one's own data is saved from the copy on this device, also without a connection") {
    Model model = with_session();
    model.sync.phase = sync::SyncPhase::offline;
    const Effects effects = update(model, OwnDataChosen{});
    const auto* save = find_effect<SaveOwnData>(effects);
    REQUIRE(save != nullptr);
    CHECK(save->account == "Acme");
    Model empty;
    CHECK(update(empty, OwnDataChosen{}).empty());
}

TEST_CASE("the file of one's own data has a name that every system takes") {
    const auto today = base::LocalDate::parse("2026-11-22").value();
    CHECK(own_data_name("Acme", today) == "orderdeck-Acme-2026-11-22.sqlite3");
    CHECK(own_data_name("", today) == "orderdeck-2026-11-22.sqlite3");
    CHECK(own_data_name("苏州工厂", today) == "orderdeck-苏州工厂-2026-11-22.sqlite3");
    CHECK(own_data_name("A/B: \"C\", ../D", today) == "orderdeck-A-B-C-D-2026-11-22.sqlite3");
}

} // namespace orderdeck::client::app
