#include "client/sync/synchroniser.h"

#include <utility>

namespace orderdeck::client::sync {
namespace {

// Beyond this a new copy is cheaper than holding the news of a long absence in memory.
constexpr std::size_t kMostNewsBytes = 16 * 1024 * 1024;
// So that the interface does not flicker with every poll.
constexpr base::Duration kFreshFor = base::Duration::minutes(2);

/// Reads a page for its head only.
class Discarding final : public api::SyncPageSink {
    base::Result<void> accept(const api::TableBatch&) override { return {}; }
};

std::size_t total_bytes(const std::vector<std::string>& pages) {
    std::size_t bytes = 0;
    for (const std::string& page : pages)
        bytes += page.size();
    return bytes;
}

} // namespace

Synchroniser::Synchroniser(platform::Http& http, ReplicaStore& store, std::uint64_t seed, base::Timestamp now)
    : http_(http), store_(store), schedule_(seed, now), surroundings_{now, true, true} {}

void Synchroniser::update(const Surroundings& surroundings) {
    const bool came_back =
        (surroundings.visible && !surroundings_.visible) || (surroundings.online && !surroundings_.online);
    surroundings_ = surroundings;
    if (came_back) schedule_.came_back(surroundings.now);
    if (may_ask() && (flow_.is_in_progress() || surroundings.now >= schedule_.due_at())) ask();
}

bool Synchroniser::may_ask() const {
    if (request_ || flow_.step() == SyncFlow::Step::stopped || !surroundings_.online) return false;
    // A first copy is finished in the background too, so that it is there when somebody looks.
    return surroundings_.visible || flow_.step() != SyncFlow::Step::following;
}

void Synchroniser::ask() {
    platform::HttpRequest request;
    request.path = flow_.path();
    if (!flow_.entity_tag().empty()) request.headers.push_back({"If-None-Match", flow_.entity_tag()});
    request_ = http_.start(std::move(request));
}

bool Synchroniser::accept(const platform::HttpResponse& response, base::Timestamp now) {
    if (!request_ || response.id != *request_) return false;
    request_.reset();
    const Answer answer = understand(response);
    switch (answer.kind) {
    case AnswerKind::page: take_page(response, now); break;
    case AnswerKind::unchanged: take_unchanged(response, now); break;
    case AnswerKind::start_anew: start_anew(now); break;
    case AnswerKind::logged_out: stop(SyncPhase::logged_out, answer); break;
    case AnswerKind::reload_needed: stop(SyncPhase::reload_needed, answer); break;
    case AnswerKind::busy:
    case AnswerKind::unusable: fail(now, answer.retry_after); break;
    }
    surroundings_.now = now;
    update(surroundings_);
    return true;
}

void Synchroniser::take_page(const platform::HttpResponse& response, base::Timestamp now) {
    auto taken =
        flow_.step() == SyncFlow::Step::booting ? take_boot_page(response) : take_news(response, now);
    if (!taken) recover(std::move(taken).error(), now);
}

base::Result<void> Synchroniser::take_boot_page(const platform::HttpResponse& response) {
    if (!flow_.is_copying()) TRY(store_.begin_copy());
    const api::SyncPageHead head = TRY(store_.add_boot_page(response.body));
    flow_.boot_page_stored(head, response.etag, store_.rows_copied());
    if (flow_.step() == SyncFlow::Step::catching_up) TRY(store_.finish_boot());
    return {};
}

base::Result<void> Synchroniser::take_news(const platform::HttpResponse& response, base::Timestamp now) {
    Discarding nothing;
    const api::SyncPageHead head = TRY(api::decode_sync_page(response.body, nothing));
    news_.push_back(response.body);
    if (total_bytes(news_) > kMostNewsBytes) {
        start_anew(now);
    } else if (head.more) {
        flow_.more_news_follow(head);
    } else {
        TRY(apply_news());
        be_up_to_date(head.cursor, response.etag, now);
    }
    return {};
}

base::Result<void> Synchroniser::apply_news() {
    const std::vector<std::string> pages = std::exchange(news_, {});
    return flow_.step() == SyncFlow::Step::catching_up ? store_.show_copy(pages) : store_.apply_pull(pages);
}

void Synchroniser::take_unchanged(const platform::HttpResponse& response, base::Timestamp now) {
    if (flow_.entity_tag().empty()) return fail(now, std::nullopt); // nobody asked a conditional question
    if (auto applied = apply_news(); !applied) return recover(std::move(applied).error(), now);
    const std::string tag = response.etag.empty() ? flow_.entity_tag() : response.etag;
    be_up_to_date(flow_.cursor(), tag, now);
}

void Synchroniser::be_up_to_date(const std::string& cursor, const std::string& entity_tag,
                                 base::Timestamp now) {
    flow_.caught_up(cursor, entity_tag);
    schedule_.succeeded(now);
    fresh_starts_ = 0;
    as_of_ = now;
    last_error_.reset();
}

void Synchroniser::recover(base::Error error, base::Timestamp now) {
    const base::ErrorCode code = error.code;
    last_error_ = std::move(error);
    if (code == base::ErrorCode::unsupported) return stop(SyncPhase::reload_needed, {});
    if (code == base::ErrorCode::conflict) return start_anew(now);
    // A page that is not one (a hotel's log-in, a cut line) has changed nothing; any other fault may have spoilt the copy.
    if (code != base::ErrorCode::invalid) flow_.start_anew();
    fail(now, std::nullopt);
}

void Synchroniser::start_anew(base::Timestamp now) {
    news_.clear();
    flow_.start_anew();
    // A server that never accepts its own copies must not be asked without pause.
    if (++fresh_starts_ > 1)
        schedule_.failed(now, std::nullopt);
    else
        schedule_.ask_now(now);
}

void Synchroniser::fail(base::Timestamp now, std::optional<base::Duration> retry_after) {
    news_.clear();
    flow_.interrupted();
    schedule_.failed(now, retry_after);
}

void Synchroniser::stop(SyncPhase phase, const Answer& answer) {
    news_.clear();
    flow_.stop();
    stopped_ = phase;
    wipe_ = answer.wipe;
    if (answer.wipe) store_.wipe();
}

void Synchroniser::sync_now(base::Timestamp now) {
    surroundings_.now = now;
    if (stopped_) {
        stopped_.reset();
        flow_.start_anew();
    }
    schedule_.ask_now(now);
    update(surroundings_);
}

SyncStatus Synchroniser::status() const {
    SyncStatus status;
    status.has_replica = store_.has_replica();
    status.permille = flow_.permille();
    status.wipe = wipe_;
    status.as_of = as_of_;
    const bool stale = as_of_ && surroundings_.now - *as_of_ > kFreshFor;
    if (stopped_)
        status.phase = *stopped_;
    else if (!surroundings_.online)
        status.phase = SyncPhase::offline;
    else if (schedule_.failures() > 0)
        status.phase = SyncPhase::unreachable;
    else if (!status.has_replica)
        status.phase = SyncPhase::loading;
    else if (flow_.step() != SyncFlow::Step::following || flow_.is_in_progress() || stale)
        status.phase = SyncPhase::updating;
    else
        status.phase = SyncPhase::up_to_date;
    return status;
}

std::optional<base::Timestamp> Synchroniser::wake_at() const {
    if (!may_ask()) return std::nullopt;
    return schedule_.due_at();
}

} // namespace orderdeck::client::sync
