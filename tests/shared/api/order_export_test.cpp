#include "shared/api/order_export.h"

#include <catch2/catch_test_macros.hpp>

namespace orderdeck::api {
namespace {

using base::ErrorCode;

std::vector<base::OffsetTransition> berlin() { return {{0, 60}, {1774746000000, 120}, {1792890000000, 60}}; }

} // namespace

TEST_CASE("the orders of a list are read back in their order") {
    const std::vector<std::int64_t> orders{17, 4, 9007199254740991};
    CHECK(encode_orders(orders) == "17.4.9007199254740991");
    CHECK(decode_orders("17.4.9007199254740991").value() == orders);
}

TEST_CASE("what is no list of orders is refused") {
    for (const char* text : {"", "0", "-1", "1,2", "1..2", "1.2.", "x", "9007199254740992", "3.1.3", "1 "}) {
        CAPTURE(text);
        const auto orders = decode_orders(text);
        REQUIRE_FALSE(orders);
        CHECK(orders.error().code == ErrorCode::invalid);
    }
}

TEST_CASE("as many orders as can be exported at once fit into the largest body") {
    std::vector<std::int64_t> orders;
    for (std::size_t i = 0; i < kMostExportedOrders; ++i)
        orders.push_back(9007199254740991 - static_cast<std::int64_t>(i));
    OrderExport list;
    list.orders = orders;
    const std::string form = encode_export(list, ExportFormat::xlsx, std::string(64, 'x'));
    CHECK(form.size() < 1024 * 1024);
    CHECK(decode_orders(encode_orders(orders)).value() == orders);
    orders.push_back(1);
    CHECK(decode_orders(encode_orders(orders)).error().code == ErrorCode::too_large);
}

TEST_CASE("the zone of a reader is read back with all its changes") {
    CHECK(decode_zone("").value().empty());
    const std::string text = encode_zone(berlin());
    CHECK(text == "60,29579100:120,29881500:60");
    const auto zone = decode_zone(text).value();
    REQUIRE(zone.size() == 3);
    CHECK(zone[0].offset_minutes == 60);
    CHECK(zone[1].at_ms == 1774746000000);
    CHECK(zone[2].offset_minutes == 60);
    for (const char* wrong : {"x", "60,", "60,120", "99999", "60,1:x", "60;1:2", "60,99999999999999:60"}) {
        CAPTURE(wrong);
        CHECK_FALSE(decode_zone(wrong));
    }
}

TEST_CASE("a form says who asks for what, with nothing that could end a field") {
    OrderExport list;
    list.language = "zh-CN";
    list.zone = {{0, 480}};
    list.restrictions = "Late & \"pump\"";
    list.orders = {1, 2};
    CHECK(encode_export(list, ExportFormat::csv, "s&t") ==
          "csrf=s%26t&language=zh-CN&zone=480&restrictions=Late%20%26%20%22pump%22&orders=1.2&format=csv");
    CHECK(export_format_from("xlsx").value() == ExportFormat::xlsx);
    CHECK_FALSE(export_format_from("pdf"));
}

} // namespace orderdeck::api
