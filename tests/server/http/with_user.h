#pragma once

#include "tests/server/support/portal_fixture.h"

namespace orderdeck::test {

/// A portal with one account and one person, anna@example.com.
struct WithUser : PortalFixture {
    explicit WithUser(PortalSetup setup = {}) : PortalFixture(std::move(setup)) {
        add_user("anna@example.com", "Anna Schmidt", add_account("muster", "Muster-Werke"));
    }
    RawResponse post(const RawRequest& form) { return request(port(), form); }
};

} // namespace orderdeck::test
