#pragma once

#include "shared/base/result.h"
#include "shared/base/viewer_clock.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::api {

/// POST: the orders of a list as a file (`format` csv or xlsx), or as a page to print. The body is a form
/// (application/x-www-form-urlencoded) with `csrf` of the session, since a browser sends it by itself, too.
inline constexpr std::string_view kExportPath = "/orders/export";
inline constexpr std::string_view kPrintListPath = "/orders/print";
/// How many of the asked orders are not in the file, because they are gone or not the asker's.
inline constexpr std::string_view kLeftOutHeader = "Orderdeck-Left-Out";

/// So many orders of any id fit into the largest body that the server takes.
inline constexpr std::size_t kMostExportedOrders = 50'000;

enum class ExportFormat : std::uint8_t { csv, xlsx };
std::string_view name_of(ExportFormat format);
base::Result<ExportFormat> export_format_from(std::string_view name);

/// What a list on a screen shows: its orders in their order, and how its reader sees them.
struct OrderExport {
    std::string language;                     ///< BCP 47; empty: the person's own
    std::vector<base::OffsetTransition> zone; ///< of the reader; empty: UTC
    std::string restrictions;                 ///< what the list is restricted by, in words; may be empty
    std::vector<std::int64_t> orders;         ///< row ids
};

/// The body of the form.
std::string encode_export(const OrderExport& request, std::string_view csrf);
std::string encode_export(const OrderExport& request, ExportFormat format, std::string_view csrf);

/// "17.4.23": ids without repetition, in their order. `invalid` for anything else, `too_large` for too many.
std::string encode_orders(std::span<const std::int64_t> orders);
base::Result<std::vector<std::int64_t>> decode_orders(std::string_view text);

/// "480", or "60,29582760:120" with the minutes since 1970 at which another offset from UTC begins.
std::string encode_zone(std::span<const base::OffsetTransition> zone);
base::Result<std::vector<base::OffsetTransition>> decode_zone(std::string_view text);

} // namespace orderdeck::api
