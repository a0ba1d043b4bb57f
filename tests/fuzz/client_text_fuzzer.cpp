// What the browser hands to the program: the address, the lines about the device, answers of the server. The first line
// of an input is a path, the second a query, the rest is the text of the device or of an answer.
#include "client/app/route.h"
#include "client/platform/environment_text.h"
#include "client/sync/answer.h"
#include "shared/base/utf8.h"
#include "tests/fuzz/law.h"

using namespace orderdeck;
namespace app = client::app;
namespace platform = client::platform;

namespace {

app::Route at(std::string_view address) {
    const std::size_t question = address.find('?');
    return app::parse_route(address.substr(0, question),
                            question == std::string_view::npos ? "" : address.substr(question + 1));
}

void check_route(std::string_view path, std::string_view query) {
    const app::Route route = app::parse_route(path, query);
    if (const auto* orders = std::get_if<app::OrdersRoute>(&route)) {
        fuzz::require(base::is_valid_utf8(orders->query.search), "a search is UTF-8");
        fuzz::require(app::decode_query(app::encode_query(orders->query)) == orders->query,
                      "a query survives the address");
        for (const std::string& term : app::unknown_terms(query))
            fuzz::require(base::is_valid_utf8(term), "what is told to a person is UTF-8");
    }
    const std::string address = app::path_of(route);
    const app::Route again = at(address);
    fuzz::require(!std::holds_alternative<app::UnknownRoute>(again), "an address of ours is known");
    fuzz::require(app::path_of(again) == address, "a route has one address");
}

void check_environment(std::string_view text) {
    platform::Environment environment;
    platform::read_environment(text, environment);
    fuzz::require(environment.pixel_ratio > 0, "a pixel has a size");
}

void check_answer(std::string_view text) {
    for (const int status : {200, 304, 401, 409, 426, 503, 500}) {
        const client::sync::Answer answer =
            client::sync::understand({.id = 1,
                                      .outcome = platform::HttpOutcome::answered,
                                      .status = status,
                                      .etag = {},
                                      .retry_after = std::string(text.substr(0, 30)),
                                      .content_type = {},
                                      .body = std::string(text)});
        fuzz::require(!answer.wipe || status == 401, "only the end of a session erases");
        fuzz::require(!answer.retry_after || answer.retry_after->count() >= 0, "waiting goes forward");
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view text = fuzz::text_of(data, size);
    const std::string_view path = fuzz::take_line(text);
    const std::string_view query = fuzz::take_line(text);
    check_route(path, query);
    check_environment(text);
    check_answer(text);
    return 0;
}
