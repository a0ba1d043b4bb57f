#include "server/ingest/inbox/excerpt.h"

#include "server/ingest/files/unpack.h"
#include "shared/base/utf8.h"

#include <algorithm>

namespace orderdeck::server::ingest {
namespace {

using persistence::sqlite::InboxListing;
using persistence::sqlite::InboxStore;

constexpr std::int64_t kLinesAround = 2;
constexpr std::size_t kLongestLine = 400;
constexpr std::string_view kCut = "…";

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The line as it is, or the part of it around the value.
std::string shown_line(std::string_view line, std::string_view value) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.size() <= kLongestLine) return std::string(line);
    const std::size_t at = value.empty() ? std::string_view::npos : line.find(value);
    std::size_t begin = at == std::string_view::npos || at < kLongestLine / 2 ? 0 : at - kLongestLine / 2;
    while (begin > 0 && is_continuation(line[begin]))
        --begin;
    const std::string_view rest = line.substr(begin);
    const std::string_view part = base::truncate_utf8(rest, kLongestLine);
    std::string shown(begin > 0 ? kCut : std::string_view{});
    shown.append(part);
    if (part.size() < rest.size()) shown.append(kCut);
    return shown;
}

/// Number of the line at this place of the text, from 1.
std::int64_t line_at(std::string_view text, std::size_t place) {
    return 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(place), '\n');
}

/// The file of an archive that a finding speaks of: its message begins with the name.
const UnpackedFile& file_of(const std::vector<UnpackedFile>& files, const std::string& message) {
    for (const UnpackedFile& file : files) {
        if (message.starts_with(file.name + ": ")) return file;
    }
    return files.front();
}

} // namespace

Excerpt excerpt_of(std::string_view text, std::int64_t line, std::string_view value) {
    if (line == 0 && !value.empty()) {
        const std::size_t place = text.find(value);
        if (place != std::string_view::npos) line = line_at(text, place);
    }
    Excerpt excerpt{.file = {}, .first_line = std::max<std::int64_t>(1, line - kLinesAround), .lines = {}};
    const std::int64_t last = std::max<std::int64_t>(1, line) + kLinesAround;
    std::int64_t number = 1;
    while (!text.empty() && number <= last) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (number >= excerpt.first_line)
            excerpt.lines.push_back(
                shown_line(text.substr(0, end), number == line ? value : std::string_view{}));
        if (number == line) excerpt.marked_line = line;
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
    }
    return excerpt;
}

base::Result<Excerpt> read_excerpt(Store& store, std::int64_t message, std::optional<std::int64_t> finding,
                                   const AdapterSource& adapters) {
    persistence::sqlite::Finding found;
    InboxListing listing;
    std::string body;
    {
        auto reader = TRY(store.read());
        InboxStore inbox(*reader);
        listing = TRY(inbox.message(message));
        if (finding) found = TRY(inbox.finding(message, *finding));
        body = TRY(inbox.body(message));
    }
    const Unpacked unpacked = TRY(unpack({.name = listing.file_name, .bytes = body}));
    if (unpacked.files.empty()) return Excerpt{};
    const UnpackedFile& file = file_of(unpacked.files, found.message);
    // Its text can be shown without its mapping, too.
    const auto adapter = adapters(listing.mapping.substr(0, listing.mapping.find('#')), {});
    const std::string text =
        adapter ? TRY((*adapter)->readable(file.bytes)) : base::replace_invalid_utf8(file.bytes);
    Excerpt excerpt = excerpt_of(text, found.file_line, found.value);
    if (unpacked.files.size() > 1) excerpt.file = file.name;
    return excerpt;
}

} // namespace orderdeck::server::ingest
