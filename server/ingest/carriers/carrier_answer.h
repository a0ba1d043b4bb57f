#pragma once

#include "server/ingest/carriers/carrier_format.h"
#include "shared/domain/tracking.h"
#include "shared/domain/tracking/text_signs.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::ingest::carriers {

/// One scan as the carrier wrote it, normalised.
struct ParsedEvent {
    std::string code;
    domain::ParcelStatus status = domain::ParcelStatus::unknown;
    domain::TrackingReason reason = domain::TrackingReason::none;
    domain::Occurrence actual;       ///< with its instant where the zone is known
    std::optional<int> local_minute; ///< absent where only the day is stated
    std::int64_t sequence = 0;       ///< among scans of the same minute, the earlier one lower
    std::string place;
    std::string text;
    bool is_code_unknown = false; ///< neither its code nor its words say anything to us
    bool is_undated = false;      ///< the payload says no time: `actual` is when it reached us
};

/// What a payload says about one tracking number.
struct ParsedParcel {
    std::string number;
    std::string carrier;
    std::string unique_id; ///< tells two parcels with one re-used number apart
    std::optional<base::LocalDate> shipped_on;
    std::string service;
    std::string origin;
    std::string destination;
    std::optional<domain::Occurrence> expected; ///< when the carrier means to deliver
    std::vector<ParsedEvent> events;            ///< oldest first
    std::optional<domain::Handover> next_leg;
    domain::ParcelStatus status = domain::ParcelStatus::unknown; ///< the fold of the events
    bool is_delivered() const { return status == domain::ParcelStatus::delivered; }
};

/// An error or warning of the carrier, in its words.
struct CarrierMessage {
    std::string number; ///< tracking number that it is about; empty: the whole request
    std::string code;
    std::string text;
};

struct CarrierAnswer {
    std::string carrier;
    std::vector<ParsedParcel> parcels; ///< only those with scans
    std::vector<CarrierMessage> messages;
};

/// What is known beside the payload: some carriers do not repeat the number that was asked for.
struct AskedFor {
    std::string number;
    base::Timestamp received; ///< when the payload reached us
};

/// Reads a payload. Fails when it is not in the carrier's notation or holds nothing that the format knows; events without
/// a readable day are left out with a message.
base::Result<CarrierAnswer> read_answer(const CarrierFormat& format, std::string_view bytes,
                                        const AskedFor& asked);

/// What is known about the parcel that is meant by a number.
struct NumberHint {
    std::string unique_id;
    std::optional<base::LocalDate> shipped_on;
};

/// One parcel for each number: carriers use numbers again, and what they say about two parcels is never mixed. Of several
/// the one with the hint's unique id, else the one shipped nearest to its day, else the one shipped last.
std::vector<ParsedParcel> choose_parcels(std::vector<ParsedParcel> parcels, const NumberHint& hint = {});

} // namespace orderdeck::server::ingest::carriers
