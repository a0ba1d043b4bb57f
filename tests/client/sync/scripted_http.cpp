#include "tests/client/sync/scripted_http.h"

#include <catch2/catch_test_macros.hpp>

namespace orderdeck::test {

using namespace client::platform;

RequestId ScriptedHttp::start(HttpRequest request) {
    REQUIRE_FALSE(waiting_); // one request at a time
    waiting_ = std::move(request);
    return ++last_id_;
}

void ScriptedHttp::abort(RequestId) { waiting_.reset(); }

const HttpRequest& ScriptedHttp::asked() const {
    REQUIRE(waiting_);
    return *waiting_;
}

HttpResponse ScriptedHttp::finish() {
    REQUIRE(waiting_);
    waiting_.reset();
    HttpResponse response;
    response.id = last_id_;
    return response;
}

HttpResponse ScriptedHttp::answer(int status, std::string body, std::string etag) {
    HttpResponse response = finish();
    response.outcome = HttpOutcome::answered;
    response.status = status;
    response.body = std::move(body);
    response.etag = std::move(etag);
    return response;
}

HttpResponse ScriptedHttp::fail(HttpOutcome outcome) {
    HttpResponse response = finish();
    response.outcome = outcome;
    return response;
}

} // namespace orderdeck::test
