#pragma once

#include "server/ingest/carriers/tracking_facts.h"
#include "server/ingest/files/file_adapter.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace orderdeck::server::ingest::carriers {

/// A mapping of carrier payloads: whose they are and which carrier's format they have.
struct CarrierFeed {
    std::string name;
    std::string fingerprint; ///< changes with the text of the mapping
    SourceSystem source;
    CarrierFormat format;
    std::string account; ///< of parcels whose owner is not known otherwise; empty: those wait
};

/// Reads a mapping: {"format": "carrier", "source": {...}, "carrier": "fedex", "account": "acme"}. Unknown keys and
/// carriers are refused with the JSON pointer of their place in `where`.
base::Result<CarrierFeed> parse_carrier_feed(std::string name, std::string_view json);

/// To whom a tracking number belongs, and what tells its parcel from others with the same number.
struct KnownNumber {
    ParcelOwner owner;
    NumberHint hint;
};
using FindNumber = std::function<base::Result<std::optional<KnownNumber>>(std::string_view number)>;

/// Reads the tracking payloads of a carrier or aggregator; each parcel is a row. Of two parcels with one number the one
/// that is meant is taken, the other one reported. A carrier's messages are findings. The facts of a parcel whose account
/// is not known name none: apply finds the one that has the number. A payload that cannot be read waits in the inbox.
class CarrierAdapter final : public FileAdapter {
public:
    explicit CarrierAdapter(CarrierFeed feed, FindNumber find_number = {})
        : feed_(std::move(feed)), find_number_(std::move(find_number)) {}

    MappingIdentity identity() const override;
    base::Result<ImportReport> read(const InputFile& file, base::Timestamp received,
                                    const FactSink& sink) const override;

private:
    CarrierFeed feed_;
    FindNumber find_number_;
};

} // namespace orderdeck::server::ingest::carriers
