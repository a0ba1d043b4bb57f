#pragma once

#include "shared/domain/tracking/journey.h"
#include "tests/support/order_builder.h"

#include <deque>
#include <string>
#include <vector>

namespace orderdeck::test {

/// Writes the scans of parcels the way a test tells them. References stay valid; ids count up from 1.
class Scans {
public:
    explicit Scans(std::string number = "P1") : number_(std::move(number)) {}

    /// A scan at an instant in January 2026, on a clock of UTC+8.
    domain::TrackingEvent& add(domain::ParcelStatus status, int day, int hour = 12) {
        domain::TrackingEvent& event = bare(status);
        const base::Timestamp at = instant(day, hour);
        event.actual = {at.date_at(base::Duration::hours(8)), at, 480};
        event.local_minute = (hour + 8) % 24 * 60;
        return event;
    }

    /// A scan by a clock whose zone is unknown.
    domain::TrackingEvent& add_zoneless(domain::ParcelStatus status, int day, int hour, int minute = 0) {
        domain::TrackingEvent& event = bare(status);
        event.actual = {test::day(day), std::nullopt, std::nullopt};
        event.local_minute = hour * 60 + minute;
        return event;
    }

    Scans& parcel(std::string number) {
        number_ = std::move(number);
        return *this;
    }

    std::vector<const domain::TrackingEvent*> refs() const {
        std::vector<const domain::TrackingEvent*> result;
        for (const domain::TrackingEvent& event : events)
            result.push_back(&event);
        return result;
    }
    std::vector<domain::TrackingEvent> list() const { return {events.begin(), events.end()}; }
    domain::ParcelState fold() const { return domain::fold_parcel(number_, refs()); }

    std::deque<domain::TrackingEvent> events;

private:
    domain::TrackingEvent& bare(domain::ParcelStatus status) {
        domain::TrackingEvent& event = events.emplace_back();
        event.id = domain::TrackingEventId{static_cast<std::int64_t>(events.size())};
        event.shipment = domain::ShipmentId{1};
        event.parcel = number_;
        event.carrier = "sf";
        event.status = status;
        event.text = std::string(name_of(status)) + " " + std::to_string(events.size());
        event.received_at = instant(1) + base::Duration::minutes(static_cast<std::int64_t>(events.size()));
        return event;
    }

    std::string number_;
};

} // namespace orderdeck::test
