#pragma once

#include "server/http/request.h"
#include "server/http/response.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace orderdeck::server::http::site {

/// One file of the site in memory, as it is and compressed beforehand. A coding that was not prepared is empty.
struct StaticFile {
    std::string content_type;
    std::string etag; ///< with its quotes
    bool immutable = false;
    std::string plain;
    std::string brotli;
    std::string gzip;
};

/// The browser's half as the build bundled it: `site.json` names every address that is served, so nothing else in the
/// folder can be reached.
class StaticSite {
public:
    /// Reads site.json and all files that it names; errors name the file.
    static base::Result<StaticSite> load(const std::filesystem::path& folder);

    /// The file under an address such as "/static/app.0123abcd.js"; nullptr when there is none.
    const StaticFile* find(std::string_view address) const;
    /// A page by its name, "index.html"; nullptr when there is none.
    const StaticFile* page(std::string_view name) const;

private:
    std::map<std::string, StaticFile, std::less<>> files_;
    std::map<std::string, StaticFile, std::less<>> pages_;
};

/// Answers with the file in the best coding that the client takes, or 304 when it has it. Addresses with a hash in them are
/// cached for ever, others are asked for again each time.
Response serve(const StaticFile& file, const Request& request);

} // namespace orderdeck::server::http::site
