#include "server/http/site/static_site.h"

#include "server/http/negotiation.h"
#include "shared/json/reader.h"

#include <fstream>
#include <sstream>
#include <vector>

namespace orderdeck::server::http::site {
namespace {

base::Result<std::string> read_bytes(const std::filesystem::path& path) {
    const std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    if (file) bytes << file.rdbuf();
    if (!file || !bytes)
        return base::fail(base::ErrorCode::not_found, "The file cannot be read.", path.string());
    return bytes.str();
}

/// The compressed twin, or nothing where it does not exist or is no smaller.
std::string read_compressed(std::filesystem::path path, std::string_view suffix, std::size_t plain_size) {
    path += suffix;
    std::string bytes = read_bytes(path).value_or("");
    return bytes.size() < plain_size ? bytes : std::string{};
}

base::Result<StaticFile> load_file(const std::filesystem::path& folder, const json::Value& entry,
                                   bool immutable) {
    const std::filesystem::path path = folder / TRY(entry.string_field("file"));
    std::string plain = TRY(read_bytes(path));
    const std::size_t size = plain.size();
    StaticFile file;
    file.content_type = TRY(entry.string_field("type"));
    file.etag = "\"" + TRY(entry.string_field("sha256")).substr(0, 16) + "\"";
    file.immutable = immutable;
    file.plain = std::move(plain);
    file.brotli = read_compressed(path, ".br", size);
    file.gzip = read_compressed(path, ".gz", size);
    return file;
}

base::Result<std::vector<json::Value>> entries_of(const json::Value& root, std::string_view list) {
    return TRY(root.field(list)).elements();
}

const StaticFile* find_in(const std::map<std::string, StaticFile, std::less<>>& files,
                          std::string_view name) {
    const auto found = files.find(name);
    return found == files.end() ? nullptr : &found->second;
}

} // namespace

base::Result<StaticSite> StaticSite::load(const std::filesystem::path& folder) {
    const std::string text = TRY(read_bytes(folder / "site.json"));
    const json::Document document = TRY(json::Document::parse(text));
    StaticSite site;
    for (const json::Value& entry : TRY(entries_of(document.root(), "files"))) {
        const bool immutable = TRY(entry.boolean_field("immutable"));
        site.files_[TRY(entry.string_field("path"))] = TRY(load_file(folder, entry, immutable));
    }
    for (const json::Value& entry : TRY(entries_of(document.root(), "pages"))) {
        site.pages_[TRY(entry.string_field("name"))] = TRY(load_file(folder, entry, false));
    }
    return site;
}

const StaticFile* StaticSite::find(std::string_view address) const { return find_in(files_, address); }
const StaticFile* StaticSite::page(std::string_view name) const { return find_in(pages_, name); }

Response serve(const StaticFile& file, const Request& request) {
    Response response = Response::of(200, file.content_type, {});
    response.headers.set("ETag", file.etag);
    response.headers.set("Vary", "Accept-Encoding");
    response.headers.set("Cache-Control",
                         file.immutable ? "public, max-age=31536000, immutable" : "no-cache");
    if (matches_etag(request.headers.value("If-None-Match"), file.etag)) {
        response.status = 304;
        return response;
    }
    const std::string_view accepted = request.headers.value("Accept-Encoding");
    if (!file.brotli.empty() && accepts_encoding(accepted, "br")) {
        response.headers.set("Content-Encoding", "br");
        response.body = file.brotli;
    } else if (!file.gzip.empty() && accepts_encoding(accepted, "gzip")) {
        response.headers.set("Content-Encoding", "gzip");
        response.body = file.gzip;
    } else {
        response.body = file.plain;
    }
    return response;
}

} // namespace orderdeck::server::http::site
