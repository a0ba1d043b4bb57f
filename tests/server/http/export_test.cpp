#include "shared/api/order_export.h"
#include "tests/server/support/buyer.h"
#include "tests/server/support/unzip.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

namespace orderdeck::test {
namespace {

RawResponse file_of(Buyer& buyer, const std::vector<std::int64_t>& ids, api::ExportFormat format,
                    std::string language = "en") {
    api::OrderExport list;
    list.language = std::move(language);
    list.zone = {{0, 480}};
    list.orders = ids;
    return buyer.post(api::kExportPath, encode_export(list, format, buyer.csrf));
}

RawResponse csv(Buyer& buyer, const std::vector<std::int64_t>& ids) {
    return file_of(buyer, ids, api::ExportFormat::csv);
}

std::size_t lines_in(std::string_view text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

} // namespace

TEST_CASE("a list is exported with its orders in the order in which they are listed") {
    Buyer buyer;
    std::vector<std::int64_t> ids = buyer.orders("A1");
    for (int turn = 0; turn < 2; ++turn) {
        const RawResponse file = csv(buyer, ids);
        CHECK(file.status == 200);
        CHECK(file.header("Content-Type") == "text/csv; charset=utf-8");
        CHECK(file.header("Content-Disposition") == "attachment; filename=\"orders-2026-11-22.csv\"");
        CHECK(file.header(api::kLeftOutHeader) == "0");
        CHECK(file.header("Cache-Control") == "private, no-store");
        CHECK(lines_in(file.body) == ids.size() + 1);
        std::size_t at = 0;
        for (const std::int64_t id : ids) {
            const std::size_t next =
                file.body.find("\r\nCANARY-A1-sales_order-number-" + std::to_string(id) + ",", at);
            CHECK(next != std::string::npos);
            at = next;
        }
        std::reverse(ids.begin(), ids.end());
    }
}

TEST_CASE("orders of others and orders that never were are left out alike and only counted") {
    Buyer buyer;
    std::vector<std::int64_t> with_foreign = buyer.orders("A1");
    std::vector<std::int64_t> with_unknown = with_foreign;
    const std::vector<std::int64_t> others = buyer.orders("B");
    with_foreign.insert(with_foreign.begin() + 1, others.begin(), others.end());
    with_unknown.insert(with_unknown.begin() + 1, {999999991, 999999992, 999999993});
    const RawResponse foreign = csv(buyer, with_foreign);
    CHECK(foreign.header(api::kLeftOutHeader) == "3");
    CHECK(foreign.raw == csv(buyer, with_unknown).raw);
    CHECK(foreign.body == csv(buyer, buyer.orders("A1")).body);
    CHECK(tags_in(foreign.body) == std::set<std::string>{"A1"});
}

TEST_CASE("the sheets of a workbook hold the parts of one's own orders and of no others") {
    Buyer buyer;
    std::vector<std::int64_t> ids = buyer.orders("A1");
    const std::vector<std::int64_t> others = buyer.orders("B");
    ids.insert(ids.end(), others.begin(), others.end());
    const RawResponse file = file_of(buyer, ids, api::ExportFormat::xlsx);
    REQUIRE(file.status == 200);
    const auto book = unzip(file.body);
    // The orders, their lines, shipments, promises, invoices, holds and relations.
    for (int sheet = 1; sheet <= 7; ++sheet) {
        CAPTURE(sheet);
        const std::string& xml = book.at("xl/worksheets/sheet" + std::to_string(sheet) + ".xml");
        CHECK(tags_in(xml) == std::set<std::string>{"A1"});
    }
}

TEST_CASE("an export that is malformed or too long is refused with what is wrong") {
    Buyer buyer;
    const auto status = [&](const std::string& rest) {
        return buyer.post(api::kExportPath, "csrf=" + buyer.csrf + rest);
    };
    CHECK(status("&format=csv&orders=1").status == 200);
    for (const char* rest :
         {"", "&format=csv", "&format=csv&orders=", "&format=csv&orders=1,2", "&format=pdf&orders=1",
          "&format=csv&orders=1.1", "&format=csv&orders=1&zone=x"}) {
        CAPTURE(rest);
        const RawResponse answer = status(rest);
        CHECK(answer.status == 400);
        CHECK(answer.body.find("bad_parameter") != std::string::npos);
    }
    std::string many = "1";
    for (std::size_t i = 2; i <= api::kMostExportedOrders + 1; ++i)
        many += "." + std::to_string(i);
    const RawResponse too_many = status("&format=csv&orders=" + many);
    CHECK(too_many.status == 413);
    CHECK(too_many.body.find("At most 50000 orders") != std::string::npos);
    CHECK(status("&format=csv&orders=" + std::string(1024 * 1024, '1')).status == 413);
}

TEST_CASE("only a page of the portal can ask for an export") {
    Buyer buyer;
    const std::string form = "csrf=" + buyer.csrf + "&format=csv&orders=1";
    CHECK(buyer.post(api::kExportPath, form, "cross-site").status == 403);
    CHECK(buyer.post(api::kExportPath, "csrf=wrong&format=csv&orders=1").status == 403);
    CHECK(buyer.post(api::kExportPath, "format=csv&orders=1").status == 403);
    CHECK(buyer.post(api::kExportPath, form).status == 200);
    CHECK(buyer.log().find("POST /orders/export 200") != std::string::npos);
    CHECK(buyer.log().find("orders=1") == std::string::npos);
}

} // namespace orderdeck::test
