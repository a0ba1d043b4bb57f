#include "shared/api/order_export.h"

#include "shared/base/parse_number.h"
#include "shared/base/text.h"

#include <unordered_set>

namespace orderdeck::api {
namespace {

constexpr std::int64_t kLargestId = (std::int64_t{1} << 53) - 1;
constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kWidestOffset = 18 * 60;
constexpr std::int64_t kLatestMinute = std::int64_t{1} << 40;
constexpr std::size_t kMostTransitions = 200;

base::Result<std::int64_t> number_within(std::string_view text, std::int64_t least, std::int64_t most) {
    const auto number = base::parse_int(text);
    if (!number || *number < least || *number > most)
        return base::fail(base::ErrorCode::invalid, "a number is out of its range");
    return *number;
}

} // namespace

std::string_view name_of(ExportFormat format) {
    switch (format) {
    case ExportFormat::csv: return "csv";
    case ExportFormat::xlsx: return "xlsx";
    }
    return {};
}

base::Result<ExportFormat> export_format_from(std::string_view name) {
    for (const ExportFormat format : {ExportFormat::csv, ExportFormat::xlsx})
        if (name == name_of(format)) return format;
    return base::fail(base::ErrorCode::invalid, "no such format");
}

std::string encode_export(const OrderExport& request, std::string_view csrf) {
    std::string form = "csrf=" + base::percent_encode(csrf);
    form += "&language=" + base::percent_encode(request.language);
    form += "&zone=" + base::percent_encode(encode_zone(request.zone));
    form += "&restrictions=" + base::percent_encode(request.restrictions);
    form += "&orders=" + encode_orders(request.orders);
    return form;
}

std::string encode_export(const OrderExport& request, ExportFormat format, std::string_view csrf) {
    return encode_export(request, csrf) + "&format=" + std::string(name_of(format));
}

std::string encode_orders(std::span<const std::int64_t> orders) {
    std::string text;
    for (const std::int64_t order : orders) {
        if (!text.empty()) text += '.';
        text += std::to_string(order);
    }
    return text;
}

base::Result<std::vector<std::int64_t>> decode_orders(std::string_view text) {
    std::vector<std::int64_t> orders;
    std::unordered_set<std::int64_t> seen;
    for (const std::string_view part : base::split(text, '.')) {
        if (orders.size() == kMostExportedOrders)
            return base::fail(base::ErrorCode::too_large, "too many orders");
        const std::int64_t order = TRY(number_within(part, 1, kLargestId));
        if (!seen.insert(order).second)
            return base::fail(base::ErrorCode::invalid, "an order is there twice");
        orders.push_back(order);
    }
    return orders;
}

std::string encode_zone(std::span<const base::OffsetTransition> zone) {
    std::string text;
    for (const base::OffsetTransition& transition : zone) {
        if (!text.empty()) text += "," + std::to_string(transition.at_ms / kMinute) + ":";
        text += std::to_string(transition.offset_minutes);
    }
    return text;
}

base::Result<std::vector<base::OffsetTransition>> decode_zone(std::string_view text) {
    std::vector<base::OffsetTransition> zone;
    if (text.empty()) return zone;
    for (const std::string_view part : base::split(text, ',')) {
        if (zone.size() == kMostTransitions)
            return base::fail(base::ErrorCode::invalid, "a zone is too long");
        base::OffsetTransition next;
        std::string_view offset = part;
        if (!zone.empty()) {
            const std::size_t colon = part.find(':');
            if (colon == std::string_view::npos) return base::fail(base::ErrorCode::invalid, "no zone");
            next.at_ms = TRY(number_within(part.substr(0, colon), -kLatestMinute, kLatestMinute)) * kMinute;
            offset = part.substr(colon + 1);
        }
        next.offset_minutes =
            static_cast<std::int32_t>(TRY(number_within(offset, -kWidestOffset, kWidestOffset)));
        zone.push_back(next);
    }
    return zone;
}

} // namespace orderdeck::api
