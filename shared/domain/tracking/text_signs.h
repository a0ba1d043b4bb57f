#pragma once

#include "shared/domain/tracking.h"

#include <optional>
#include <string>
#include <string_view>

namespace orderdeck::domain {

/// The text of a scan for comparison: folded as for searching, without blanks and punctuation at its ends, runs of white
/// space as one blank. "Delivered." and "DELIVERED" are the same wording.
std::string normalised_wording(std::string_view text);

/// A parcel that goes on under another number, with another carrier.
struct Handover {
    std::string carrier; ///< as the text names it; empty when it does not
    std::string number;
    friend bool operator==(const Handover&, const Handover&) = default;
};

/// The hand-over that a scan tells of in words only: "已签收,签收人是: 转EMS1100000000007", "发往申通，面单号:5500000000008",
/// "handed over to USPS, tracking number 9400...". Such a 签收 is no delivery.
std::optional<Handover> handover_in(std::string_view text);

/// What a scan tells in words only, read at once. `wording` as normalised_wording makes it.
struct TextSigns {
    std::optional<Handover> handover;
    int pieces = 0; ///< 0: not said
    bool takes_delivery_back = false;
};
TextSigns signs_in(std::string_view wording);

/// How many pieces travel under this number: "（主单总件数：3件）", "piece 1 of 3"; 0 when the text does not say.
int pieces_in(std::string_view text);

/// Whether a scan takes an earlier delivery or return back: "误签收", "delivery scan was made in error".
bool takes_delivery_back(std::string_view text);

/// Whether customs have let the parcel go: "清关完成", "released by the customs agency".
bool says_customs_cleared(std::string_view text);

} // namespace orderdeck::domain
