#pragma once

#include "server/ingest/carriers/tracking_facts.h"
#include "server/ingest/files/file_adapter.h"
#include "server/persistence/sqlite/inbox/inbox_store.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::ingest::carriers {

/// A mapping of carrier payloads: whose they are and which carrier's format they have.
struct CarrierFeed {
    std::string name;
    std::string fingerprint; ///< changes with the text of the mapping
    SourceSystem source;
    CarrierFormat format;
    std::string account; ///< of all parcels; empty: of each whoever has its number

    /// What people have said that codes of the carrier mean counts before the format. A meaning that is no status is
    /// left aside.
    void add_meanings(const std::vector<persistence::sqlite::CodeMeaning>& meanings);
};
/// The field of a code map under which the codes of carriers stand.
inline constexpr std::string_view kCodeField = "code";

/// Reads a mapping: {"format": "carrier", "source": {...}, "carrier": "fedex", "account": "acme"}. Unknown keys and
/// carriers are refused with the JSON pointer of their place in `where`.
base::Result<CarrierFeed> parse_carrier_feed(std::string name, std::string_view json);

/// Reads the tracking payloads of a carrier or aggregator; each parcel is a row. Of two parcels with one number the one
/// that is meant is taken, the other one reported. A carrier's messages are findings, and so are codes of which nobody
/// knows what they mean. The facts of a parcel whose account is not known name none: they wait until somebody has the
/// number. A payload that cannot be read waits in the inbox.
class CarrierAdapter final : public FileAdapter {
public:
    explicit CarrierAdapter(CarrierFeed feed) : feed_(std::move(feed)) {}

    MappingIdentity identity() const override;
    base::Result<ImportReport> read(const InputFile& file, base::Timestamp received,
                                    const FactSink& sink) const override;
    Vocabulary vocabulary(const Finding& finding) const override;

private:
    CarrierFeed feed_;
};

} // namespace orderdeck::server::ingest::carriers
