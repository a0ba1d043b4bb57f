#pragma once

#include "client/platform/http.h"
#include "client/sync/answer.h"
#include "client/sync/poll_schedule.h"
#include "client/sync/replica_store.h"
#include "client/sync/sync_flow.h"
#include "client/sync/sync_status.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace orderdeck::client::sync {

/// The moment and the state of the page.
struct Surroundings {
    base::Timestamp now;
    bool visible = true;
    bool online = true;
};

/// Keeps the replica fresh: boots it, pulls what changed since, then polls. One request at a time, never blocking. Every
/// failure is repeated by itself; what is shown stays complete throughout.
class Synchroniser {
public:
    /// `seed` spreads the polls of many clients.
    Synchroniser(platform::Http& http, ReplicaStore& store, std::uint64_t seed, base::Timestamp now);

    /// Starts what is due. To be called when the surroundings change and at wake_at().
    void update(const Surroundings& surroundings);
    /// Takes an answer if it is to a request of ours, works on it and starts what follows.
    bool accept(const platform::HttpResponse& response, base::Timestamp now);
    /// Asks at once, also after a log-out or a demand to reload.
    void sync_now(base::Timestamp now);
    /// The person did something; polls are rarer when nobody does.
    void note_activity(base::Timestamp now) { schedule_.note_activity(now); }

    SyncStatus status() const;
    /// When update() should be called again if nothing else happens; nullopt: not by itself.
    std::optional<base::Timestamp> wake_at() const;
    /// The last failure, for logs.
    const std::optional<base::Error>& last_error() const { return last_error_; }

private:
    bool may_ask() const;
    void ask();
    void take_page(const platform::HttpResponse& response, base::Timestamp now);
    base::Result<void> take_boot_page(const platform::HttpResponse& response);
    base::Result<void> take_news(const platform::HttpResponse& response, base::Timestamp now);
    base::Result<void> apply_news();
    void be_up_to_date(const std::string& cursor, const std::string& entity_tag, base::Timestamp now);
    void take_unchanged(const platform::HttpResponse& response, base::Timestamp now);
    void recover(base::Error error, base::Timestamp now);
    void start_anew(base::Timestamp now);
    void fail(base::Timestamp now, std::optional<base::Duration> retry_after);
    void stop(SyncPhase phase, const Answer& answer);

    platform::Http& http_;
    ReplicaStore& store_;
    PollSchedule schedule_;
    SyncFlow flow_;
    Surroundings surroundings_;
    std::optional<platform::RequestId> request_;
    std::vector<std::string> news_; // pages of a pull that is not complete
    std::optional<SyncPhase> stopped_;
    std::optional<base::Timestamp> as_of_;
    std::optional<base::Error> last_error_;
    bool wipe_ = false;
    int fresh_starts_ = 0; // since the last time everything was right
};

} // namespace orderdeck::client::sync
