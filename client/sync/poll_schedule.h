#pragma once

#include "shared/base/timestamp.h"

#include <cstdint>
#include <optional>

namespace orderdeck::client::sync {

/// Random numbers from a given seed, so that a test knows them (xorshift64*).
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed == 0 ? 1 : seed) {}
    /// Evenly from 0 to bound - 1; 0 when the bound is not positive.
    std::int64_t below(std::int64_t bound);

private:
    std::uint64_t state_;
};

/// When to ask for news: each 20 s, after 5 idle minutes each 90 s, both spread by a quarter; at
/// once, within 2 s, when the page comes back; after errors in growing random steps up to 5 minutes or as the server
/// says. A hidden page does not ask.
class PollSchedule {
public:
    PollSchedule(std::uint64_t seed, base::Timestamp start);

    void succeeded(base::Timestamp now);
    /// `retry_after` is what the server asked for, if it did.
    void failed(base::Timestamp now, std::optional<base::Duration> retry_after);
    /// The page became visible or the network came back.
    void came_back(base::Timestamp now);
    /// Somebody wants to know now.
    void ask_now(base::Timestamp now);
    /// The person did something.
    void note_activity(base::Timestamp now) { active_at_ = now; }

    base::Timestamp due_at() const { return due_at_; }
    int failures() const { return failures_; }

private:
    Random random_;
    base::Timestamp due_at_;
    base::Timestamp active_at_;
    std::optional<base::Timestamp> not_before_; // the server's word outweighs coming back
    int failures_ = 0;
};

} // namespace orderdeck::client::sync
