#pragma once

#include "tests/bench/http/server_process.h"
#include "tests/bench/http/synthetic_store.h"

namespace orderdeck::bench {

/// The whole portal over the store of a folder, in a process of its own.
class PortalProcess {
public:
    explicit PortalProcess(const std::filesystem::path& folder);

    int port() const { return port_; }
    double resident_mib() const { return process_.resident_mib(); }

    /// A GET as the customer: with its session's cookie, or with its bearer token.
    std::string by_session(const CustomerAccess& customer, const std::string& target,
                           const std::string& more_headers = {}) const;
    std::string by_token(const CustomerAccess& customer, const std::string& target) const;

private:
    ServerProcess process_;
    int port_ = 0;
};

/// The text between two others in an answer; ends the program when it is not there.
std::string between(const std::string& text, const std::string& begin, const std::string& end);

double median(std::vector<double> values);

} // namespace orderdeck::bench
