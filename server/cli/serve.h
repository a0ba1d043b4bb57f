#pragma once

#include "server/cli/console.h"
#include "shared/base/result.h"

#include <filesystem>
#include <iosfwd>
#include <string>

namespace orderdeck::server::cli {

/// Plain HTTP beyond this machine sends passwords in the clear; it must be asked for.
enum class PlainHttp : std::uint8_t { loopback_only, allowed };

struct ServeOptions {
    std::filesystem::path data_folder;
    std::filesystem::path site_folder; ///< the bundled browser half, with site.json
    int port = 8080;                   ///< 0 takes a free one
    std::string address = "127.0.0.1";
    std::string public_url; ///< as browsers see the portal, behind a proxy: "https://portal.example"
    PlainHttp plain_http = PlainHttp::loopback_only;
    std::size_t max_delivery = 64 * 1024 * 1024; ///< bytes of a file for PUT /api/v1/inbox
    std::filesystem::path watched_folder; ///< files are taken from its sub-folders, one a feed; empty: none
    OutputForm form = OutputForm::text;
};

/// Serves until SIGTERM or SIGINT, then lets running requests end. Writes one line with the address to `out` when it is
/// ready and a line for each request to `log`.
base::Result<void> serve(const ServeOptions& options, std::ostream& out, std::ostream& log);

} // namespace orderdeck::server::cli
