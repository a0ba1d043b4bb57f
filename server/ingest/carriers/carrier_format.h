#pragma once

#include "server/ingest/carriers/path.h"
#include "shared/domain/tracking.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::ingest::carriers {

/// A rule about the words of a scan, compared in their search form: it fits when one of `any`, all of `all` and none of
/// `none` occur. The first rule that fits counts.
struct WordRule {
    std::vector<std::string> any;
    std::vector<std::string> all;
    std::vector<std::string> none;
    domain::ParcelStatus status = domain::ParcelStatus::unknown;
    domain::TrackingReason reason = domain::TrackingReason::none;
};

/// What words say in one language, or in the texts of one carrier.
struct Words {
    std::vector<WordRule> statuses;
    std::vector<WordRule> reasons; ///< for scans that tell of trouble
};

/// Codes of a carrier and what they mean; codes are compared without regard to case. The same code means different things
/// with different carriers, and in different fields of one.
template <typename Meaning>
struct CodeTable {
    Value by;
    std::map<std::string, Meaning> codes; ///< in lower case
    bool latest_only =
        false; ///< says something about the whole parcel: asked for its newest scan when nothing else is known
};

struct ParcelRules {
    Path at;
    std::optional<Value> number;
    std::optional<Value> carrier; ///< for aggregators; else the format's
    std::optional<Value> unique_id;
    std::optional<Value> shipped_on;
    std::optional<Value> service;
    std::optional<Value> origin;
    std::optional<Value> destination;
    std::optional<Value> expected;
    std::optional<Value> next_number; ///< under which another carrier goes on
    std::optional<Value> next_carrier;
    std::vector<std::string> no_carrier; ///< words that stand for a carrier that is not decided yet
};

struct EventRules {
    Path at; ///< from the parcel
    Value code;
    Value text;
    Value place;
    std::optional<Value> country;
    Value local;                 ///< the carrier's clock
    std::optional<Value> utc;    ///< the same instant in UTC
    std::optional<Value> offset; ///< of the clock: "-05:00"
};

/// Where a payload says that something went wrong.
struct MessageRules {
    Path at;
    Value code;
    Value text;
    std::optional<Value> number;
};

/// Where a payload says that nobody looks any more: when the value is this word.
struct EndingRules {
    Value value;
    std::string is;
    Value number;
    std::optional<Value> carrier;
    Value text;
    domain::ParcelStatus status = domain::ParcelStatus::expired;
};

/// How the payloads of one carrier, or of one aggregator, are read: an asset file and no code. See assets/carriers/.
struct CarrierFormat {
    std::string carrier; ///< "fedex"
    std::string name;    ///< "FedEx"
    Notation notation = Notation::json;
    std::vector<std::string> clock_formats;
    std::optional<int>
        utc_offset_minutes; ///< of clocks that neither state a zone nor are in a country with one zone
    ParcelRules parcels;
    EventRules events;
    std::vector<CodeTable<domain::ParcelStatus>> statuses;
    std::vector<CodeTable<domain::TrackingReason>> reasons;
    std::vector<Words> words; ///< the carrier's own first
    std::vector<MessageRules> messages;
    std::vector<EndingRules> endings;
    std::optional<Path> documents; ///< proofs of delivery; a payload with nothing else holds no scans
};

/// Reads a format. Unknown keys and names are refused with the JSON pointer of their place in `where`.
base::Result<CarrierFormat> parse_carrier_format(std::string_view json);

/// Names of the formats that are built into the program.
std::vector<std::string> built_in_carriers();
/// The built-in format of this carrier; `not_found` names what there is.
base::Result<CarrierFormat> load_carrier_format(std::string_view carrier);

/// The words of a language that is built in: "en", "zh".
base::Result<Words> load_words(std::string_view language);

} // namespace orderdeck::server::ingest::carriers
