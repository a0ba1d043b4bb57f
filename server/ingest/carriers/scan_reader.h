#pragma once

#include "server/ingest/carriers/carrier_answer.h"

#include <optional>
#include <string>

namespace orderdeck::server::ingest::carriers {

/// Reads the scans of one parcel by a format.
class ScanReader {
public:
    explicit ScanReader(const CarrierFormat& format) : format_(format) {}

    /// All scans below the parcel, oldest first whichever way the carrier lists them. Those without a readable day are
    /// left out, and their texts appended to `unreadable`.
    std::vector<ParsedEvent> read(const Node& parcel, const std::string& number,
                                  std::vector<std::string>& unreadable) const;

    /// A day, or an instant where its zone is known; midnight stands for the day.
    std::optional<domain::Occurrence> read_day(const std::string& text) const;

private:
    std::optional<ParsedEvent> read_event(const Node& node) const;
    bool read_time(const Node& node, ParsedEvent& event) const;
    std::optional<int> offset_at(const Node& node, base::LocalDate day, int minute_of_day) const;
    void find_meaning(const Node& node, const std::string& number, ParsedEvent& event, bool is_newest) const;
    void find_words(ParsedEvent& event) const;

    const CarrierFormat& format_;
};

} // namespace orderdeck::server::ingest::carriers
