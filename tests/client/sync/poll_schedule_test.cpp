#include "client/sync/poll_schedule.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace orderdeck::client::sync;
using orderdeck::base::Duration;
using orderdeck::base::Timestamp;

namespace {

const Timestamp kNow = Timestamp::from_seconds(1'800'000'000);

} // namespace

TEST_CASE("polls are 20 s apart, spread by a quarter, and use the whole spread") {
    PollSchedule schedule(1, kNow);
    Duration shortest = Duration::hours(1);
    Duration longest;
    for (int i = 0; i < 2000; ++i) {
        schedule.succeeded(kNow);
        const Duration wait = schedule.due_at() - kNow;
        shortest = std::min(shortest, wait);
        longest = std::max(longest, wait);
    }
    CHECK(shortest >= Duration::seconds(15));
    CHECK(shortest < Duration::milliseconds(15'500));
    CHECK(longest <= Duration::seconds(25));
    CHECK(longest > Duration::milliseconds(24'500));
}

TEST_CASE("without anybody at the screen polls become rarer until somebody moves") {
    PollSchedule schedule(2, kNow);
    const Timestamp later = kNow + Duration::minutes(5);
    schedule.succeeded(later);
    CHECK(schedule.due_at() - later >= Duration::milliseconds(67'500));
    CHECK(schedule.due_at() - later <= Duration::milliseconds(112'500));
    schedule.note_activity(later);
    schedule.succeeded(later);
    CHECK(schedule.due_at() - later <= Duration::seconds(25));
}

TEST_CASE("errors are repeated at random within a bound that doubles up to five minutes") {
    const std::int64_t bounds[] = {2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300};
    for (unsigned seed = 1; seed < 200; ++seed) {
        PollSchedule schedule(seed, kNow);
        for (const std::int64_t bound : bounds) {
            schedule.failed(kNow, std::nullopt);
            REQUIRE(schedule.due_at() >= kNow);
            REQUIRE(schedule.due_at() <= kNow + Duration::seconds(bound));
        }
        schedule.succeeded(kNow);
        REQUIRE(schedule.failures() == 0);
    }
}

TEST_CASE("the server's Retry-After is kept, also when the page comes back") {
    PollSchedule schedule(3, kNow);
    schedule.failed(kNow, Duration::seconds(40));
    CHECK(schedule.due_at() >= kNow + Duration::seconds(40));
    schedule.came_back(kNow + Duration::seconds(1));
    CHECK(schedule.due_at() >= kNow + Duration::seconds(40));
    schedule.failed(kNow, Duration::days(30));
    CHECK(schedule.due_at() <= kNow + Duration::hours(1) + Duration::seconds(300));
    schedule.ask_now(kNow);
    CHECK(schedule.due_at() == kNow);
}

TEST_CASE("a page that comes back asks within two seconds and never later than planned") {
    for (unsigned seed = 1; seed < 100; ++seed) {
        PollSchedule schedule(seed, kNow);
        schedule.succeeded(kNow);
        schedule.came_back(kNow + Duration::seconds(5));
        REQUIRE(schedule.due_at() >= kNow + Duration::seconds(5));
        REQUIRE(schedule.due_at() <= kNow + Duration::seconds(7));
        const Timestamp planned = schedule.due_at();
        schedule.came_back(planned - Duration::milliseconds(1));
        REQUIRE(schedule.due_at() <= planned);
    }
}
