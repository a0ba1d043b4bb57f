#pragma once

#include "client/platform/http.h"

#include <optional>
#include <string>
#include <vector>

namespace orderdeck::test {

/// Requests wait here until the test answers them.
class ScriptedHttp final : public client::platform::Http {
public:
    client::platform::RequestId start(client::platform::HttpRequest request) override;
    void abort(client::platform::RequestId id) override;
    std::vector<client::platform::HttpResponse> take_completed() override { return {}; }

    /// The one request that is under way; fails the test when there is none.
    const client::platform::HttpRequest& asked() const;
    bool is_waiting() const { return waiting_.has_value(); }
    int requests() const { return static_cast<int>(last_id_); }

    client::platform::HttpResponse answer(int status, std::string body = {}, std::string etag = {});
    client::platform::HttpResponse fail(client::platform::HttpOutcome outcome);

private:
    client::platform::HttpResponse finish();

    std::optional<client::platform::HttpRequest> waiting_;
    client::platform::RequestId last_id_ = 0;
};

} // namespace orderdeck::test
