#pragma once

#include "shared/domain/milestone.h"

#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::cli::demo {

/// Writes one UBL document, element after element. Names of aggregates and of values are told apart by the writer.
class UblWriter {
public:
    /// "Order", "Invoice" ...
    explicit UblWriter(std::string_view document);

    UblWriter& begin(std::string_view aggregate);
    UblWriter& end();
    UblWriter& value(std::string_view name, std::string_view text);
    /// With one attribute: the unit of a quantity, the currency of an amount.
    UblWriter& value(std::string_view name, std::string_view text, std::string_view attribute,
                     std::string_view of_attribute);
    /// NAMEDate and NAMETime on the clock of the place.
    UblWriter& moment(std::string_view name, const domain::Occurrence& occurrence);

    std::string take();

private:
    std::string text_;
    std::vector<std::string> open_;
};

} // namespace orderdeck::server::cli::demo
