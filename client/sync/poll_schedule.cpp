#include "client/sync/poll_schedule.h"

#include <algorithm>

namespace orderdeck::client::sync {
namespace {

using base::Duration;

constexpr Duration kInterval = Duration::seconds(20);
constexpr Duration kIdleInterval = Duration::seconds(90);
constexpr Duration kIdleAfter = Duration::minutes(5);
constexpr Duration kComeBackSpread = Duration::seconds(2);
constexpr Duration kLongestBackoff = Duration::seconds(300);
constexpr Duration kLongestRetryAfter = Duration::hours(1);
constexpr int kMostDoublings = 9; // 2^9 s is beyond the longest back-off

} // namespace

std::int64_t Random::below(std::int64_t bound) {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    const std::uint64_t bits = (state_ * 0x2545F4914F6CDD1DULL) >> 11;
    return bound <= 0 ? 0 : static_cast<std::int64_t>(bits % static_cast<std::uint64_t>(bound));
}

PollSchedule::PollSchedule(std::uint64_t seed, base::Timestamp start)
    : random_(seed), due_at_(start), active_at_(start) {}

void PollSchedule::succeeded(base::Timestamp now) {
    failures_ = 0;
    not_before_.reset();
    const Duration interval = now - active_at_ >= kIdleAfter ? kIdleInterval : kInterval;
    const std::int64_t quarter = interval.count() / 4;
    due_at_ = now + interval + Duration::milliseconds(random_.below(2 * quarter + 1) - quarter);
}

void PollSchedule::failed(base::Timestamp now, std::optional<Duration> retry_after) {
    failures_ = std::min(failures_ + 1, kMostDoublings);
    const Duration longest = std::min(kLongestBackoff, Duration::seconds(std::int64_t{1} << failures_));
    // Full jitter: a restarted server must not meet all clients at once.
    const Duration wait = Duration::milliseconds(random_.below(longest.count() + 1));
    due_at_ = now + wait;
    not_before_.reset();
    if (!retry_after) return;
    not_before_ = now + std::clamp(*retry_after, Duration{}, kLongestRetryAfter);
    due_at_ = *not_before_ + wait;
}

void PollSchedule::came_back(base::Timestamp now) {
    base::Timestamp soon = now + Duration::milliseconds(random_.below(kComeBackSpread.count() + 1));
    if (not_before_) soon = std::max(soon, *not_before_);
    due_at_ = std::min(due_at_, soon);
    active_at_ = now;
}

void PollSchedule::ask_now(base::Timestamp now) {
    due_at_ = now;
    not_before_.reset();
    active_at_ = now;
}

} // namespace orderdeck::client::sync
