#pragma once

#include "shared/api/order_export.h"
#include "shared/base/local_date.h"
#include "shared/base/timestamp.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace orderdeck::client::app {

/// What can be made of a list: files, or a page to print.
enum class ExportKind : std::uint8_t { csv, xlsx, print };

/// A longer list is refused by the server.
inline constexpr std::size_t kMostExportedOrders = api::kMostExportedOrders;

/// How far the last download has come, for the message about it.
enum class DownloadPhase : std::uint8_t {
    none,        ///< nothing to tell
    preparing,   ///< the server is making the file
    saved,       ///< it is in the person's folder
    unreachable, ///< no connection
    busy,        ///< the server asks for patience
    too_many,    ///< more orders than are exported at once
    failed,
};

struct DownloadState {
    DownloadPhase phase = DownloadPhase::none;
    std::string file_name;     ///< of what was saved
    int left_out = 0;          ///< orders that are gone meanwhile
    base::Timestamp until;     ///< when the message has been there for long enough; not while preparing
    std::uint32_t version = 0; ///< grows with each message
};

/// "orderdeck-Acme-2026-11-22.sqlite3"; what file systems refuse in names becomes a dash.
std::string own_data_name(std::string_view account, base::LocalDate today);

} // namespace orderdeck::client::app
