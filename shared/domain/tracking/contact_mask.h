#pragma once

#include <string>
#include <string_view>

namespace orderdeck::domain {

/// A scan's words for the customer: telephone numbers and names of couriers become stars. Parcel numbers, pick-up codes
/// and the name of who signed stay. Masking twice is masking once.
std::string mask_contacts(std::string_view text);

} // namespace orderdeck::domain
