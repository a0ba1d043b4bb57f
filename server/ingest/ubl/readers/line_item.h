#pragma once

#include "server/ingest/ubl/reading.h"

#include <optional>

namespace orderdeck::server::ingest::ubl {

/// What a cac:LineItem says of an order line: item, quantity, price and the wanted date; without numbers and state.
LineFact read_line_item(Reading& reading, const Element& item, std::optional<domain::Currency> currency);

/// The item of a cac:Item as the customer would look for it: the seller's number, else the buyer's, else the standard's.
void read_item(Reading& reading, const Element& item, LineFact& fact);

/// The latest day that the line's deliveries promise.
std::optional<base::LocalDate> promised_on(Reading& reading, const Element& line_item);

} // namespace orderdeck::server::ingest::ubl
