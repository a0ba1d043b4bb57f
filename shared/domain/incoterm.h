#pragma once

#include "shared/domain/stage.h"

#include <string_view>

namespace orderdeck::domain {

/// What an Incoterms rule (2020, and the older ones that still occur) means for the seller.
struct IncotermRule {
    std::string_view term;
    Stage our_end; ///< when the goods have reached it, the seller has delivered
    bool seller_clears_export;
    bool seller_pays_carriage;
    bool seller_insures;
    bool seller_clears_import;
};

/// By the code that `text` begins with, in any case: "DAP", "fob Shanghai". Null when it is not a term.
const IncotermRule* incoterm_rule(std::string_view text);

/// The stage that ends the seller's responsibility; delivered where no term is known.
Stage responsibility_ends_at(std::string_view incoterm);

} // namespace orderdeck::domain
