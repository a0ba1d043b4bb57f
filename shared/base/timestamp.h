#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/local_date.h"
#include "shared/base/result.h"

namespace orderdeck::base {

/// A length of time in milliseconds; may be negative.
class Duration {
public:
    constexpr Duration() = default;
    static constexpr Duration milliseconds(std::int64_t count) { return Duration(count); }
    static constexpr Duration seconds(std::int64_t count) { return Duration(count * 1000); }
    static constexpr Duration minutes(std::int64_t count) { return Duration(count * 60'000); }
    static constexpr Duration hours(std::int64_t count) { return Duration(count * 3'600'000); }
    static constexpr Duration days(std::int64_t count) { return Duration(count * 86'400'000); }

    constexpr std::int64_t count() const { return milliseconds_; }
    constexpr std::int64_t whole_seconds() const { return milliseconds_ / 1000; }

    friend constexpr auto operator<=>(const Duration&, const Duration&) = default;
    friend constexpr Duration operator+(Duration a, Duration b) {
        return Duration(a.milliseconds_ + b.milliseconds_);
    }
    friend constexpr Duration operator-(Duration a, Duration b) {
        return Duration(a.milliseconds_ - b.milliseconds_);
    }
    friend constexpr Duration operator-(Duration a) { return Duration(-a.milliseconds_); }
    friend constexpr Duration operator*(Duration a, std::int64_t n) { return Duration(a.milliseconds_ * n); }
    friend constexpr Duration operator/(Duration a, std::int64_t n) { return Duration(a.milliseconds_ / n); }

private:
    constexpr explicit Duration(std::int64_t milliseconds) : milliseconds_(milliseconds) {}
    std::int64_t milliseconds_ = 0;
};

/// An instant: UTC milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
class Timestamp {
public:
    constexpr Timestamp() = default;
    static constexpr Timestamp from_milliseconds(std::int64_t count) { return Timestamp(count); }
    static constexpr Timestamp from_seconds(std::int64_t count) { return Timestamp(count * 1000); }
    /// Midnight UTC of a date.
    static constexpr Timestamp at_start_of(LocalDate date) {
        return Timestamp(std::int64_t{date.days()} * 86'400'000);
    }

    /// Reads ISO 8601 / RFC 3339 with a zone: `2026-11-22T10:00:00Z`, `...T10:00:00.250+08:00`, `...T10:00+0800`.
    /// A text without a zone is refused, for its instant is unknown.
    static Result<Timestamp> parse(std::string_view text);

    constexpr std::int64_t milliseconds() const { return milliseconds_; }
    /// The UTC date of this instant; with an offset, the date on a clock that far ahead of UTC.
    LocalDate utc_date() const { return date_at(Duration{}); }
    LocalDate date_at(Duration utc_offset) const;

    /// `2026-11-22T10:00:00Z`, with `.250` when there are milliseconds.
    std::string to_string() const;

    friend constexpr auto operator<=>(const Timestamp&, const Timestamp&) = default;
    friend constexpr Timestamp operator+(Timestamp t, Duration d) {
        return Timestamp(t.milliseconds_ + d.count());
    }
    friend constexpr Timestamp operator-(Timestamp t, Duration d) {
        return Timestamp(t.milliseconds_ - d.count());
    }
    friend constexpr Duration operator-(Timestamp a, Timestamp b) {
        return Duration::milliseconds(a.milliseconds_ - b.milliseconds_);
    }

private:
    constexpr explicit Timestamp(std::int64_t milliseconds) : milliseconds_(milliseconds) {}
    std::int64_t milliseconds_ = 0;
};

/// An instant together with the offset of the clock that recorded it; carrier events keep theirs.
struct OffsetTimestamp {
    Timestamp instant;
    Duration utc_offset;
    friend constexpr auto operator<=>(const OffsetTimestamp&, const OffsetTimestamp&) = default;

    static Result<OffsetTimestamp> parse(std::string_view text);
};

} // namespace orderdeck::base
