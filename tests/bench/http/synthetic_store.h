#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace orderdeck::bench {

/// What a client needs to ask as one customer.
struct CustomerAccess {
    std::string session; ///< value of the session cookie
    std::string token;   ///< bearer token
};

struct StoreSize {
    int customers = 1;
    int orders_each = 1000; ///< each of two lines, two shipments and four milestones
};

/// Fills a fresh store in the folder through the store's own writer and returns the access to its first customers, at most
/// 32. Runs in a process of its own, so that no memory of it is counted as the server's.
std::vector<CustomerAccess> fill_store(const std::filesystem::path& folder, StoreSize size);

/// A folder that vanishes with its owner.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace orderdeck::bench
