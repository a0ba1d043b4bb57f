#include "server/auth/password_hasher.h"

#include "server/auth/secret.h"
#include "shared/domain/password_rules.h"

#include <array>
#include <sodium.h>

namespace orderdeck::server::auth {
namespace {

using Slots = std::counting_semaphore<4>;

class Slot {
public:
    Slot(Slots& slots, std::chrono::milliseconds patience)
        : slots_(slots), held_(slots.try_acquire_for(patience)) {}
    Slot(const Slot&) = delete;
    Slot& operator=(const Slot&) = delete;
    ~Slot() {
        if (held_) slots_.release();
    }
    bool held() const { return held_; }

private:
    Slots& slots_;
    bool held_;
};

base::Failure<base::Error> overloaded() {
    return base::fail(base::ErrorCode::unavailable, "too many log-ins at once");
}

/// A form without the field gives a text without an address, which the library does not take even for no bytes.
const char* bytes_of(std::string_view password) { return password.empty() ? "" : password.data(); }

} // namespace

HashCost HashCost::interactive() {
    return {crypto_pwhash_argon2id_OPSLIMIT_INTERACTIVE, crypto_pwhash_argon2id_MEMLIMIT_INTERACTIVE};
}

HashCost HashCost::minimum() {
    return {crypto_pwhash_argon2id_OPSLIMIT_MIN, crypto_pwhash_argon2id_MEMLIMIT_MIN};
}

PasswordHasher::PasswordHasher(HashCost cost, std::chrono::milliseconds patience)
    : cost_(cost), patience_(patience), nobody_(hash_now(new_secret()).value_or("")) {}

base::Result<std::string> PasswordHasher::hash_now(std::string_view password) const {
    std::array<char, crypto_pwhash_STRBYTES> text{};
    const int code = crypto_pwhash_str_alg(text.data(), bytes_of(password), password.size(), cost_.passes,
                                           cost_.memory_bytes, crypto_pwhash_ALG_ARGON2ID13);
    if (code != 0) return base::fail(base::ErrorCode::unavailable, "no memory for a password hash");
    return std::string(text.data());
}

base::Result<std::string> PasswordHasher::hash(std::string_view password) {
    const Slot slot(slots_, patience_);
    if (!slot.held()) return overloaded();
    return hash_now(password);
}

base::Result<bool> PasswordHasher::verify(const std::string& stored_hash, std::string_view password) {
    const Slot slot(slots_, patience_);
    if (!slot.held()) return overloaded();
    // A longer one was never set; hashing all of it would only cost time.
    constexpr std::size_t kLongest = domain::kMaxPasswordLength * 4;
    const std::string_view hashed = password.substr(0, kLongest);
    const bool matches = crypto_pwhash_str_verify(stored_hash.c_str(), bytes_of(hashed), hashed.size()) == 0;
    return matches && password.size() <= kLongest;
}

base::Result<bool> PasswordHasher::verify_nobody(std::string_view password) {
    // An empty hash would be refused at once and tell that there is no such account.
    if (nobody_.empty()) return overloaded();
    TRY(verify(nobody_, password));
    return false;
}

bool PasswordHasher::needs_rehash(const std::string& stored_hash) const {
    return crypto_pwhash_str_needs_rehash(stored_hash.c_str(), cost_.passes, cost_.memory_bytes) != 0;
}

} // namespace orderdeck::server::auth
