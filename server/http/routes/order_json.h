#pragma once

#include "server/persistence/sqlite/order_store.h"
#include "shared/base/timestamp.h"

#include <string>

namespace orderdeck::server::http::routes {

/// The REST form of orders (docs/openapi.yaml): ids, money and quantities as strings, dates as "2026-11-22", stages and
/// states by their stable names, lateness as of `now`.
std::string to_json(const persistence::sqlite::OrderPage& page, base::Timestamp now);
std::string to_json(const domain::OrderDetails& detail, base::Timestamp now);

/// A place in the list as an opaque text for the next request, and back.
std::string encode_position(const persistence::sqlite::OrderPosition& position);
base::Result<persistence::sqlite::OrderPosition> decode_position(std::string_view text);

} // namespace orderdeck::server::http::routes
