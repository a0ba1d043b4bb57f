#pragma once

#include "shared/json/reader.h"
#include "tests/server/support/canary_store.h"

namespace orderdeck::test {

/// Somebody of one company who has logged in to a portal full of canaries, with the secret of the pages.
struct Buyer : PortalFixture {
    explicit Buyer(std::string_view tag = "A1") {
        const CanaryNode& node = canaries.node(tag);
        add_user("buyer@example.com", "Buyer",
                 {.root = domain::AccountId(node.root), .account = domain::AccountId(node.account)});
        session = log_in("buyer@example.com");
        const RawResponse answer = get("/api/v1/session", {session});
        csrf = json::Document::parse(answer.body)->root().string_field("csrf").value();
    }

    std::vector<std::int64_t> orders(std::string_view tag) const { return canaries.ids(tag, "sales_order"); }

    RawResponse post(std::string_view path, const std::string& form, std::string_view site = "same-origin") {
        return request(port(), {.method = "POST",
                                .target = std::string(path),
                                .headers = {session,
                                            {"Sec-Fetch-Site", std::string(site)},
                                            {"Content-Type", "application/x-www-form-urlencoded"}},
                                .body = form});
    }

    CanaryStore canaries{store()};
    std::pair<std::string, std::string> session;
    std::string csrf;
};

} // namespace orderdeck::test
