#pragma once

#include "shared/base/result.h"
#include "shared/base/timestamp.h"
#include "shared/domain/milestone.h"
#include "shared/json/reader.h"

#include <optional>
#include <string>
#include <vector>

namespace orderdeck::server::ingest::epcis {

/// An order, despatch or invoice that an event is about.
struct Transaction {
    std::string type; ///< CBV word: "po", "desadv"; empty when it is none
    std::string uri;
};

/// One EPCIS event, of any of the five kinds, as far as orders are concerned. Sensor data, certificates and extensions
/// stay in the inbox with the rest of the file.
struct Event {
    std::string type; ///< "ObjectEvent"
    std::string id;   ///< eventID, or a digest of what the event says where it has none
    domain::Occurrence occurred;
    std::string action;               ///< ADD, OBSERVE, DELETE; empty for transformations
    std::string biz_step;             ///< CBV word; empty when there is none or it is a vendor's own
    std::string disposition;          ///< the same
    std::string place;                ///< short name of the read point, else of the business location
    std::string parent;               ///< EPC
    std::vector<std::string> objects; ///< EPCs: listed, children, outputs
    domain::Quantity object_count;    ///< of the listed and of the quantities of classes
    std::vector<Transaction> transactions;
    std::vector<std::string> destinations; ///< parties and places that the goods go to
    bool is_declared_error = false;        ///< what it says never was so; another event may correct it
    std::string error_reason;
    std::vector<std::string> corrective_ids;
    std::optional<base::Timestamp> declared_at;
};

/// Reads an event; unknown members are ignored. `invalid` with the JSON pointer when it has no type or no time.
base::Result<Event> read_event(const json::Value& value);

} // namespace orderdeck::server::ingest::epcis
