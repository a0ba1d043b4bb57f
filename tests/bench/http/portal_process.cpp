#include "tests/bench/http/portal_process.h"

#include "server/http/portal/portal.h"
#include "tests/bench/http/load.h"
#include "tests/bench/http/must.h"

#include <algorithm>
#include <fstream>

namespace orderdeck::bench {
namespace {

server::http::site::StaticSite empty_site(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "site.json") << R"({"files": [], "pages": []})";
    return must(server::http::site::StaticSite::load(folder));
}

void serve(const std::filesystem::path& folder, const std::function<void(const std::string&)>& ready) {
    const auto store = must(server::persistence::sqlite::Store::open(folder));
    const auto portal =
        must(server::http::portal::Portal::start(*store, empty_site(folder / "site"),
                                                 {.policy = {},
                                                  .listen = {},
                                                  .password_cost = server::auth::HashCost::minimum(),
                                                  .clock = server::http::portal::system_now,
                                                  .log = {},
                                                  .log_error = {}}));
    ready(std::to_string(portal->port()));
}

} // namespace

PortalProcess::PortalProcess(const std::filesystem::path& folder)
    : process_([&folder](const auto& ready) { serve(folder, ready); }),
      port_(std::atoi(process_.line().c_str())) {}

std::string PortalProcess::by_session(const CustomerAccess& customer, const std::string& target,
                                      const std::string& more_headers) const {
    return get_request(port_, target, "Cookie: s=" + customer.session + "\r\n" + more_headers);
}

std::string PortalProcess::by_token(const CustomerAccess& customer, const std::string& target) const {
    return get_request(port_, target, "Authorization: Bearer " + customer.token + "\r\n");
}

std::string between(const std::string& text, const std::string& begin, const std::string& end) {
    const std::size_t from = text.find(begin);
    if (from == std::string::npos) {
        std::fprintf(stderr, "no %s in: %s\n", begin.c_str(), text.substr(0, 300).c_str());
        std::exit(1);
    }
    return text.substr(from + begin.size(), text.find(end, from + begin.size()) - from - begin.size());
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace orderdeck::bench
