#pragma once

#include "shared/domain/order_details.h"
#include "shared/domain/order_records.h"
#include "shared/domain/summary.h"
#include "shared/json/writer.h"

#include <optional>
#include <string>

namespace orderdeck::server::http::routes {

/// Values in the form of the REST API; absent ones stay absent and are written as null.
template <typename Tag>
std::string text_of(base::StrongId<Tag> id) {
    return std::to_string(id.value());
}
template <typename Tag>
std::optional<std::string> text_of(const std::optional<base::StrongId<Tag>>& id) {
    return id ? std::optional(text_of(*id)) : std::nullopt;
}
inline std::optional<std::string> text_of(const std::optional<base::LocalDate>& date) {
    return date ? std::optional(date->to_string()) : std::nullopt;
}
inline std::optional<std::string> text_of(const std::optional<base::Timestamp>& at) {
    return at ? std::optional(at->to_string()) : std::nullopt;
}
inline std::optional<std::string> text_of(const std::optional<domain::Quantity>& quantity) {
    return quantity ? std::optional(quantity->to_string()) : std::nullopt;
}
/// Whole percent, rounded down so that 100 means all of it.
inline std::optional<int> percent_of(const std::optional<int>& permille) {
    constexpr int kPermillePerPercent = 10;
    return permille ? std::optional(*permille / kPermillePerPercent) : std::nullopt;
}
inline std::string text_of(std::int64_t minor, domain::Currency currency) {
    return domain::Money{.minor = minor, .currency = currency}.to_string();
}

/// The fields that list and page of an order share, into an object that is open.
void write_order(json::Writer& writer, const domain::Order& order, const domain::OrderSummary& summary,
                 base::Timestamp now);
/// Holds, parcels with their scans, operations, relations, contradictions, invoices, payments and documents, into an open object.
void write_facts(json::Writer& writer, const domain::OrderDetails& detail);
/// An item as a value; null without one.
void write_item(json::Writer& writer, const domain::Item* item);

} // namespace orderdeck::server::http::routes
