#include "shared/api/sync_cursor.h"

#include <algorithm>

#include "shared/base/base64.h"
#include "shared/base/parse_number.h"
#include "shared/base/text.h"

namespace orderdeck::api {
namespace {

constexpr std::size_t kMaxText = 16 * 1024;
constexpr std::size_t kMaxWord = 64;
constexpr std::size_t kFeedFields = 3;

base::Failure<base::Error> invalid() { return base::fail(base::ErrorCode::invalid, "not a sync cursor"); }

bool is_word(std::string_view text) {
    return !text.empty() && text.size() <= kMaxWord && std::all_of(text.begin(), text.end(), [](char c) {
        return base::is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    });
}

base::Result<std::int64_t> read_natural(std::string_view text) {
    const std::int64_t value = TRY(base::parse_int(text));
    // One form only: no sign, no leading zero.
    if (value < 0 || std::to_string(value) != text) return invalid();
    return value;
}

base::Result<FeedPosition> read_feed(std::string_view text) {
    const auto fields = base::split(text, ':');
    if (fields.size() != kFeedFields || !is_word(fields[1])) return invalid();
    FeedPosition position;
    position.feed = TRY(read_natural(fields[0]));
    position.epoch = fields[1];
    position.seq = TRY(read_natural(fields[2]));
    return position;
}

} // namespace

std::string encode_sync_cursor(const SyncCursor& cursor) {
    std::string text = std::to_string(cursor.schema) + ";" + cursor.scope;
    for (const FeedPosition& position : cursor.feeds) {
        text +=
            ";" + std::to_string(position.feed) + ":" + position.epoch + ":" + std::to_string(position.seq);
    }
    return base::encode_base64url(text);
}

base::Result<SyncCursor> decode_sync_cursor(std::string_view text) {
    if (text.size() > kMaxText) return invalid();
    const auto decoded = base::decode_base64url(text);
    if (!decoded) return invalid();
    const auto parts = base::split(*decoded, ';');
    if (parts.size() < 2 || !is_word(parts[1])) return invalid();
    const auto schema = read_natural(parts[0]);
    if (!schema || *schema > INT32_MAX) return invalid();
    SyncCursor cursor{static_cast<int>(*schema), std::string(parts[1]), {}};
    for (std::size_t i = 2; i < parts.size(); ++i) {
        auto position = read_feed(parts[i]);
        if (!position) return invalid();
        cursor.feeds.push_back(std::move(*position));
    }
    return cursor;
}

} // namespace orderdeck::api
