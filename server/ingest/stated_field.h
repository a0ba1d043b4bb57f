#pragma once

#include <string>
#include <string_view>

namespace orderdeck::server::ingest {

/// The field in which a finding's place stands, as a mapping writes it: of the pointer "/orders/3/kind" (RFC 6901)
/// "/orders/*/kind", of any other place itself.
std::string stated_field(std::string_view place);

/// Whether two places stand in one field: indexes and "*" of pointers make no difference, for one element and all elements
/// of an array are one field, and some sources leave out the array around a single element.
bool is_same_field(std::string_view left, std::string_view right);

} // namespace orderdeck::server::ingest
