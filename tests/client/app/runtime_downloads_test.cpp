#include "tests/client/app/started_runtime.h"

#include <algorithm>

namespace orderdeck::client::app {

using namespace test;

TEST_CASE("an export sends the orders of the list in their order, with the proof of the session") {
    Started page;
    page.boot(19);
    REQUIRE(page.outside.http.answer(api::kSessionPath, 200, session_text()));
    page.runtime->react();
    page.runtime->dispatch(ExportChosen{ExportKind::csv, "Late"});
    const auto& pending = page.outside.downloads.pending();
    REQUIRE(pending.size() == 1);
    CHECK(pending[0].path == "/orders/export");
    std::string ids;
    for (const domain::OrderId order : page.listing().orders)
        ids += (ids.empty() ? "" : ".") + std::to_string(order.value());
    CHECK(pending[0].form.find("csrf=proof&") == 0);
    CHECK(pending[0].form.find("&orders=" + ids + "&format=csv") != std::string::npos);
    CHECK(pending[0].form.find("&restrictions=Late&") != std::string::npos);

    page.outside.scheduler.take_requests();
    REQUIRE(page.outside.downloads.end({.outcome = platform::DownloadOutcome::saved,
                                        .status = 200,
                                        .file_name = "orders.csv",
                                        .left_out = 2}));
    page.runtime->react();
    CHECK(page.runtime->model().download.phase == DownloadPhase::saved);
    CHECK(page.runtime->model().download.left_out == 2);
    CHECK(page.outside.scheduler.take_requests() > 0);
    page.wait(10'000);
    CHECK(page.runtime->model().download.phase == DownloadPhase::none);
}

TEST_CASE("an export of a search that is not counted to its end is completed first") {
    Started page;
    page.boot(17 + 400);
    REQUIRE(page.outside.http.answer(api::kSessionPath, 200, session_text()));
    page.runtime->react();
    page.runtime->dispatch(SearchTyped{"SO"});
    page.runtime->dispatch(ExportChosen{ExportKind::xlsx, ""});
    CHECK(page.listing().extent == replica::SearchExtent::all);
    REQUIRE(page.outside.downloads.pending().size() == 1);
    const std::string& form = page.outside.downloads.pending()[0].form;
    CHECK(std::count(form.begin(), form.end(), '.') == 400);
}

TEST_CASE("a page to print is opened in the deed itself") {
    Started page;
    page.boot();
    REQUIRE(page.outside.http.answer(api::kSessionPath, 200, session_text()));
    page.runtime->react();
    page.runtime->dispatch(ExportChosen{ExportKind::print, ""});
    REQUIRE(page.outside.downloads.opened().size() == 1);
    CHECK(page.outside.downloads.opened()[0].path == "/orders/print");
}

TEST_CASE("one's own data becomes a database file once the page has said that it comes") {
    Started page;
    page.boot(19);
    page.runtime->dispatch(OwnDataChosen{});
    CHECK(page.runtime->model().download.phase == DownloadPhase::preparing);
    CHECK(page.outside.downloads.saved().empty());
    page.runtime->react();
    REQUIRE(page.outside.downloads.saved().size() == 1);
    const auto& file = page.outside.downloads.saved()[0];
    CHECK(file.file_name == "orderdeck-2026-11-22.sqlite3");
    CHECK(file.media_type == "application/vnd.sqlite3");
    CHECK(file.bytes.starts_with("SQLite format 3"));
    CHECK(file.bytes.size() % 4096 == 0);
    CHECK(page.runtime->model().download.phase == DownloadPhase::saved);
    // It can be made again.
    page.runtime->dispatch(OwnDataChosen{});
    page.runtime->react();
    CHECK(page.outside.downloads.saved().size() == 2);
}

} // namespace orderdeck::client::app
