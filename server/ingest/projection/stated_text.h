#pragma once

#include "server/ingest/facts.h"

#include <string>
#include <type_traits>

namespace orderdeck::server::ingest {

/// A value as people compare it where two sources state it differently: plain text, dates as ISO 8601, enums by name.
inline std::string stated_text(const std::string& text) { return text; }
inline std::string stated_text(const domain::LocalizedText& name) { return name.text; }
inline std::string stated_text(base::LocalDate date) { return date.to_string(); }
inline std::string stated_text(domain::Quantity quantity) { return quantity.to_string(); }
inline std::string stated_text(domain::Currency currency) { return std::string(currency.code()); }
inline std::string stated_text(const domain::Occurrence& occurrence) { return occurrence.on.to_string(); }
template <typename Value>
requires std::is_arithmetic_v<Value> std::string stated_text(Value number) { return std::to_string(number); }
template <typename Enum>
requires std::is_enum_v<Enum> std::string stated_text(Enum value) { return std::string(name_of(value)); }

/// Whether two texts say the same to a person: upper and lower case and blanks at the ends make no difference.
bool reads_the_same(std::string_view left, std::string_view right);

} // namespace orderdeck::server::ingest
