#pragma once

#include "shared/base/result.h"

#include <chrono>
#include <cstddef>
#include <semaphore>
#include <string>
#include <string_view>

namespace orderdeck::server::auth {

/// Work of one Argon2id hash (RFC 9106): passes and bytes of memory.
struct HashCost {
    unsigned long long passes;
    std::size_t memory_bytes;

    /// 2 passes over 64 MiB, about a tenth of a second.
    static HashCost interactive();
    /// The least that libsodium takes; for tests.
    static HashCost minimum();
};

/// Hashes and checks passwords, at most four at a time, so that a flood of log-ins takes neither all memory nor all
/// threads: who waits longer than `patience` gets `unavailable`.
class PasswordHasher {
public:
    explicit PasswordHasher(HashCost cost, std::chrono::milliseconds patience = std::chrono::seconds(5));

    base::Result<std::string> hash(std::string_view password);
    /// A password that is longer than any that is ever set is wrong, and costs no more than others.
    base::Result<bool> verify(const std::string& stored_hash, std::string_view password);
    /// Takes as long as verify and fails always: for accounts that do not exist.
    base::Result<bool> verify_nobody(std::string_view password);
    /// Whether a stored hash was made at another cost and should be replaced at the next log-in.
    bool needs_rehash(const std::string& stored_hash) const;

private:
    static constexpr std::ptrdiff_t kParallel = 4;

    base::Result<std::string> hash_now(std::string_view password) const;

    HashCost cost_;
    std::chrono::milliseconds patience_;
    std::counting_semaphore<kParallel> slots_{kParallel};
    std::string nobody_; // empty when there was no memory for it
};

} // namespace orderdeck::server::auth
