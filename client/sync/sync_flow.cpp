#include "client/sync/sync_flow.h"

#include "shared/base/text.h"

#include <algorithm>

namespace orderdeck::client::sync {
namespace {

constexpr int kBootRows = 10'000; // the most that the server gives: fewer round trips on a slow line
constexpr int kPullRows = 4000;
constexpr std::int64_t kNearlyDone = 990;

} // namespace

std::string SyncFlow::path() const {
    if (step_ != Step::booting) {
        return std::string(api::kPullPath) + "?c=" + base::percent_encode(news_cursor_) +
               "&limit=" + std::to_string(kPullRows);
    }
    std::string path = std::string(api::kBootPath) + "?schema=" + std::to_string(api::kSyncSchema) +
                       "&limit=" + std::to_string(kBootRows);
    if (!after_.empty()) path += "&after=" + base::percent_encode(after_);
    return path;
}

int SyncFlow::permille() const {
    if (step_ != Step::booting) return 1000;
    return head_ <= 0 ? 0 : static_cast<int>(std::min(kNearlyDone, rows_ * 1000 / head_));
}

void SyncFlow::boot_page_stored(const api::SyncPageHead& head, const std::string& entity_tag,
                                std::int64_t rows) {
    rows_ = rows;
    in_progress_ = true;
    if (after_.empty()) {
        cursor_ = news_cursor_ = head.cursor;
        entity_tag_ = entity_tag;
        head_ = head.head;
    }
    after_ = head.after.value_or("");
    if (after_.empty()) step_ = Step::catching_up;
}

void SyncFlow::more_news_follow(const api::SyncPageHead& head) {
    news_cursor_ = head.cursor;
    entity_tag_.clear();
    in_progress_ = true;
}

void SyncFlow::caught_up(const std::string& cursor, const std::string& entity_tag) {
    cursor_ = news_cursor_ = cursor;
    entity_tag_ = entity_tag;
    in_progress_ = false;
    step_ = Step::following;
}

void SyncFlow::interrupted() {
    if (news_cursor_ != cursor_) entity_tag_.clear();
    news_cursor_ = cursor_;
    in_progress_ = false;
}

void SyncFlow::stop() {
    step_ = Step::stopped;
    in_progress_ = false;
}

void SyncFlow::start_anew() { *this = SyncFlow{}; }

} // namespace orderdeck::client::sync
