#include "tests/server/support/portal_fixture.h"

#include <catch2/catch_test_macros.hpp>

namespace orderdeck::test {

// A scan of all rows of a customer would pass every other test and make one order cost as much as all of them.
TEST_CASE("rows of one order are found by an index, whatever the store holds") {
    PortalFixture portal;
    auto lease = portal.store().read().value();
    const auto plan = [&](const std::string& sql) {
        std::string text;
        auto row = lease->query("EXPLAIN QUERY PLAN " + sql).value();
        while (row.step().value())
            text += row.string(3) + "; ";
        return text;
    };
    const std::string scope = "root_id = 1 AND account_id IN (SELECT account_id FROM account_tree WHERE "
                              "root_id = 1 AND ancestor_id IN (1))";
    for (const std::string table : {"order_line", "shipment_line", "milestone", "promise", "hold"}) {
        const std::string text =
            plan("SELECT * FROM " + table + " WHERE (" + scope + ") AND order_id = 7 ORDER BY id");
        CAPTURE(text);
        CHECK(text.find(table + "_by_order (root_id=? AND order_id=?)") != std::string::npos);
    }
    const std::string scans = plan("SELECT * FROM milestone WHERE (" + scope +
                                   ") AND shipment_id IN (SELECT shipment_id FROM "
                                   "shipment_line WHERE (" +
                                   scope + ") AND order_id = 7) ORDER BY id");
    CAPTURE(scans);
    CHECK(scans.find("milestone_by_shipment (root_id=? AND shipment_id=?)") != std::string::npos);
    CHECK(scans.find("shipment_line_by_order (root_id=? AND order_id=?)") != std::string::npos);
    const std::string feed =
        plan("SELECT tbl, row_id, seq FROM sync_index WHERE feed_id = 1 AND seq > 5 ORDER BY seq LIMIT 10");
    CAPTURE(feed);
    CHECK(feed.find("sync_by_seq (feed_id=? AND seq>?)") != std::string::npos);
}

} // namespace orderdeck::test
