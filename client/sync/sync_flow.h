#pragma once

#include "shared/api/sync_page.h"

#include <cstdint>
#include <optional>
#include <string>

namespace orderdeck::client::sync {

/// Where the copying stands. Pure: it knows neither time nor network nor database.
class SyncFlow {
public:
    enum class Step : std::uint8_t {
        booting,     ///< copying everything, page by page
        catching_up, ///< what changed meanwhile; then the copy is shown
        following,   ///< only news
        stopped,     ///< logged out, or this program is too old
    };

    Step step() const { return step_; }
    /// A copy has been begun: at least its first page is stored.
    bool is_copying() const { return !cursor_.empty(); }
    /// Everything up to here is stored.
    const std::string& cursor() const { return cursor_; }
    /// The next request belongs to something begun and does not wait for the schedule.
    bool is_in_progress() const { return in_progress_; }

    /// Path and query of the next request.
    std::string path() const;
    /// Entity tag for If-None-Match; empty for none.
    const std::string& entity_tag() const { return entity_tag_; }
    /// Estimate of how much of the boot is done: not more than the rows that were ever written.
    int permille() const;

    /// A boot page was stored; `rows` is how many the copy has now.
    void boot_page_stored(const api::SyncPageHead& head, const std::string& entity_tag, std::int64_t rows);
    /// A page of news came that is not the last one.
    void more_news_follow(const api::SyncPageHead& head);
    /// The last page of news was applied, or there were none.
    void caught_up(const std::string& cursor, const std::string& entity_tag);
    /// The same question will be asked again later, from the beginning of what was in progress in a pull.
    void interrupted();
    void start_anew();
    void stop();

private:
    Step step_ = Step::booting;
    bool in_progress_ = false;
    std::string after_;       // boot position
    std::string cursor_;      // everything up to here is stored
    std::string news_cursor_; // and up to here is at hand
    std::string entity_tag_;
    std::int64_t rows_ = 0;
    std::int64_t head_ = 0;
};

} // namespace orderdeck::client::sync
