// Every payload of the data set karrio_tracking against its Parsed* expectation.
#include "server/ingest/carriers/carrier_answer.h"
#include "tests/server/ingest/carriers/karrio_oracle.h"
#include "tests/support/files.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <map>
#include <set>
#include <string>

using namespace orderdeck;
using namespace orderdeck::server::ingest::carriers;

namespace {

struct Payload {
    const char* file;
    const char* expectation; ///< none: the payload has no expectation
    const char* asked;       ///< the number of the request, for carriers that do not repeat it
};

constexpr Payload kPayloads[] = {
    {"asendia.ErrorResponse.json", "asendia.ParsedErrorResponse.json", "ASENDIA123456789"},
    {"asendia.TrackingResponse.json", "asendia.ParsedTrackingResponse.json", ""},
    {"bpost.ErrorResponse.xml", "bpost.ParsedErrorResponse.json", ""},
    {"bpost.TrackingResponse.xml", "bpost.ParsedTrackingResponse.json", ""},
    {"chronopost.ErrorResponse.xml", "chronopost.ParsedErrorResponse.json", ""},
    {"chronopost.TrackingResponse.xml", "chronopost.ParsedTrackingResponse.json", ""},
    {"dhl_express.AuthError.xml", "dhl_express.ParsedAuthError.json", ""},
    {"dhl_express.IntransitTrackingResponseXML.xml", "dhl_express.ParsedInTransitTrackingResponse.json", ""},
    {"dhl_express.TrackingResponseXML.xml", "dhl_express.ParsedTrackingResponse.json", ""},
    {"dhl_express.TrackingSingleNotFound.xml", "dhl_express.ParsedTrackingSingNotFound.json", ""},
    {"dhl_universal.TrackingErrorResponseJSON.json", "dhl_universal.ParsedTrackingErrorResponse.json", ""},
    {"dhl_universal.TrackingResponseJSON.json", "dhl_universal.ParsedTrackingResponse.json", ""},
    {"fedex.DuplicateTrackingResponse.json", "fedex.ParsedDuplicateTrackingResponse.json", ""},
    {"fedex.ErrorResponse.json", "fedex.ParsedErrorResponse.json", ""},
    {"fedex.InconsistentDateTimeResponse.json", "fedex.ParsedInconsistentDateTimeResponse.json", ""},
    {"fedex.ProofOfDeliveryResponse.json", nullptr, ""},
    {"fedex.TrackingResponse.json", "fedex.ParsedTrackingResponse.json", ""},
    {"hermes.TrackingErrorResponse.json", "hermes.ParsedTrackingErrorResponse.json", ""},
    {"hermes.TrackingResponse.json", "hermes.ParsedTrackingResponse.json", ""},
    {"landmark.DELIVERED_TRACKING_RESPONSE_XML.xml", "landmark.PARSED_DELIVERED_RESPONSE.json", ""},
    {"landmark.DELIVERY_FAILED_TRACKING_RESPONSE_XML.xml", "landmark.PARSED_DELIVERY_FAILED_RESPONSE.json",
     ""},
    {"landmark.EARLY_STAGE_TRACKING_RESPONSE_XML.xml", "landmark.PARSED_EARLY_STAGE_PENDING_RESPONSE.json",
     ""},
    {"landmark.ERROR_RESPONSE_XML.xml", "landmark.PARSED_ERROR_RESPONSE.json", ""},
    {"landmark.IN_TRANSIT_TRACKING_RESPONSE_XML.xml", "landmark.PARSED_IN_TRANSIT_RESPONSE.json", ""},
    {"landmark.MIDNIGHT_TIME_SORTING_RESPONSE_XML.xml", "landmark.PARSED_MIDNIGHT_TIME_SORTING_RESPONSE.json",
     ""},
    {"landmark.MULTI_LEG_DELIVERED_TRACKING_RESPONSE_XML.xml",
     "landmark.PARSED_MULTI_LEG_DELIVERED_RESPONSE.json", ""},
    {"landmark.OUT_FOR_DELIVERY_TRACKING_RESPONSE_XML.xml", "landmark.PARSED_OUT_FOR_DELIVERY_RESPONSE.json",
     ""},
    {"landmark.TO_BE_ROUTED_TRACKING_RESPONSE_XML.xml", "landmark.PARSED_TO_BE_ROUTED_RESPONSE.json", ""},
    {"landmark.TRACKING_RESPONSE_XML.xml", "landmark.PARSED_TRACKING_RESPONSE.json", ""},
    {"mydhl.ErrorResponse.json", "mydhl.ParsedErrorResponse.json", ""},
    {"mydhl.ProofOfDeliveryResponse.json", nullptr, ""},
    {"mydhl.TrackingResponse.json", "mydhl.ParsedTrackingResponse.json", ""},
    {"purolator.TRACKING_RESPONSE_XML.xml", "purolator.PARSED_TRACKING_RESPONSE.json", ""},
    {"sendle.ErrorResponse.json", "sendle.ParsedErrorResponse.json", "S34WER4S"},
    {"sendle.TrackingResponse.json", "sendle.ParsedTrackingResponse.json", "S34WER4S"},
    {"spring.TrackingErrorResponse.json", "spring.ParsedTrackingErrorResponse.json", "LXAB00000000NL"},
    {"spring.TrackingResponse.json", "spring.ParsedTrackingResponse.json", ""},
    {"ups.AuthError.json", "ups.ParsedAuthError.json", ""},
    {"ups.InvalidTrackingNumberResponseJSON.json", "ups.ParsedInvalidTrackingNumberResponse.json", ""},
    {"ups.TrackingNumberNotFoundResponseJSON.json", "ups.ParsedTrackingNumberNotFound.json", ""},
    {"ups.TrackingResponseJSON.json", "ups.ParsedTrackingResponse.json", ""},
    {"usps_international.ErrorResponse.json", "usps_international.ParsedErrorResponse.json", ""},
    {"usps_international.TrackingResponse.json", "usps_international.ParsedTrackingResponse.json", ""},
};

/// Where we say something else than the data set, and why. A line that no longer differs fails too.
struct Deviation {
    const char* file;
    const char* difference;
    const char* because;
};

constexpr Deviation kDeviations[] = {
    {"bpost.ErrorResponse.xml", "code of message: 500 -> systemException",
     "500 is the status of the HTTP answer, the payload has no code"},
    {"bpost.TrackingResponse.xml", "status of L00: on_hold -> out_for_delivery",
     "the carrier calls L00 \"BoundToRound - out_for_distribution\""},
    {"bpost.TrackingResponse.xml", "status: in_transit -> delivered",
     "the last of its events is the delivery"},
    {"bpost.TrackingResponse.xml", "delivered: no -> yes", "the last of its events is the delivery"},
    {"dhl_express.TrackingResponseXML.xml", "status of PL: picked_up -> in_transit",
     "\"Processed at Location\" comes in every hub, long after the pick-up"},
    {"dhl_universal.TrackingResponseJSON.json", "status: in_transit -> delivered",
     "its only event is called DELIVERED and it has a proof of delivery"},
    {"dhl_universal.TrackingResponseJSON.json", "delivered: no -> yes",
     "its only event is called DELIVERED and it has a proof of delivery"},
    {"landmark.DELIVERY_FAILED_TRACKING_RESPONSE_XML.xml",
     "status of 400: delivery_delayed -> attempt_failed", "the carrier calls 400 \"Attempted delivery\""},
    {"mydhl.TrackingResponse.json", "status of PU: pending -> picked_up",
     "the carrier calls PU \"Shipment picked up\""},
    {"sendle.TrackingResponse.json", "status of Pickup: in_transit -> picked_up",
     "the carrier calls it \"Parcel picked up\""},
    {"sendle.TrackingResponse.json", "reason of Pickup Attempted: delivery_exception_hold -> unknown",
     "our reasons have none for a sender who was not ready; the text is kept"},
    {"sendle.TrackingResponse.json", "expected on: 2023-04-05 -> ",
     "that is the day of delivery; the fields of an estimate are empty"},
};

std::string data(const std::string& file) { return test::real_data_path("karrio_tracking/" + file); }

CarrierFormat format_of(const std::string& file) {
    auto format = load_carrier_format(file.substr(0, file.find('.')));
    if (!format) FAIL(base::describe(format.error()));
    return std::move(*format);
}

CarrierAnswer answer_to(const Payload& payload) {
    const std::string path = data(payload.file);
    auto answer = read_answer(format_of(payload.file), test::read_file(path), {payload.asked, {}});
    if (!answer) FAIL(payload.file << ": " << base::describe(answer.error()));
    answer->parcels = choose_parcels(std::move(answer->parcels));
    return std::move(*answer);
}

std::set<std::string> listed(const std::string& file) {
    std::set<std::string> lines;
    for (const Deviation& deviation : kDeviations) {
        if (file == deviation.file) lines.insert(deviation.difference);
    }
    return lines;
}

std::string joined(const std::set<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines)
        text += "\n  " + line;
    return text;
}

} // namespace

TEST_CASE("each carrier payload yields its expectation or is listed with the reason") {
    for (const Payload& payload : kPayloads) {
        if (payload.expectation == nullptr) continue;
        const std::string expectation = data(payload.expectation);
        const auto found = test::differences(answer_to(payload), test::read_file(expectation));
        INFO(payload.file << joined(found) << "\nlisted:" << joined(listed(payload.file)));
        CHECK(found == listed(payload.file));
    }
}

TEST_CASE("no payload of the data set is left out") {
    const std::string folder = std::filesystem::path(data("SOURCE.txt")).parent_path().string();
    std::set<std::string> listed_files;
    for (const Payload& payload : kPayloads)
        listed_files.insert(payload.file);
    std::set<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        const bool is_expectation = name.find(".Parsed") != name.npos || name.find(".PARSED") != name.npos;
        if (!is_expectation && name != "SOURCE.txt" && name != "_carrier_code_maps.json") files.insert(name);
    }
    CHECK(files == listed_files);
}

TEST_CASE("a payload of documents alone says so") {
    for (const Payload& payload : kPayloads) {
        if (payload.expectation != nullptr) continue;
        const CarrierAnswer answer = answer_to(payload);
        CHECK(answer.parcels.empty());
        REQUIRE(answer.messages.size() == 1);
        CHECK(answer.messages[0].code == "documents_only");
    }
}
