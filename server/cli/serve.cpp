#include "server/cli/serve.h"

#include "server/cli/deliver.h"
#include "server/cli/watch/watched_folder.h"
#include "server/http/portal/portal.h"
#include "server/ingest/adapters/load_adapter.h"
#include "server/ingest/projection/derivation.h"
#include "shared/json/writer.h"

#include <chrono>
#include <condition_variable>
#include <csignal>
#include <ctime>
#include <mutex>
#include <optional>
#include <ostream>
#include <thread>

namespace orderdeck::server::cli {
namespace {

using http::SitePolicy;

/// Time for a balancer to see /readyz fail before connections are refused.
constexpr time_t kDrainSeconds = 5;

/// The signals that end the server, blocked in this thread and in all that it starts, so that one place waits for them.
class StopSignals {
public:
    StopSignals() {
        ::sigemptyset(&signals_);
        ::sigaddset(&signals_, SIGTERM);
        ::sigaddset(&signals_, SIGINT);
        ::pthread_sigmask(SIG_BLOCK, &signals_, &before_);
    }
    ~StopSignals() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    void wait() const {
        int signal = 0;
        ::sigwait(&signals_, &signal);
    }
    /// Returns early when another signal comes: whoever asks twice does not want to wait.
    void wait_at_most(time_t seconds) const {
        const timespec limit{.tv_sec = seconds, .tv_nsec = 0};
        ::sigtimedwait(&signals_, nullptr, &limit);
    }

private:
    sigset_t signals_{};
    sigset_t before_{};
};

base::Result<SitePolicy> policy_of(const ServeOptions& options) {
    SitePolicy policy;
    if (!options.public_url.empty()) {
        auto origin = http::Origin::parse(options.public_url);
        if (!origin) {
            return base::fail(
                base::ErrorCode::invalid,
                "--public-url must be an address without a path, such as https://portal.example.");
        }
        policy.public_url = std::move(*origin);
    }
    const bool loopback = http::is_loopback_host(options.address);
    if (!loopback && !policy.is_https() && options.plain_http != PlainHttp::allowed) {
        return base::fail(
            base::ErrorCode::invalid,
            "--bind " + options.address +
                " would send passwords over plain HTTP. Put an HTTPS proxy in "
                "front and give --public-url https://..., or add --plain-http for a network you trust.");
    }
    policy.hosts = loopback ? http::HostCheck::loopback_only : http::HostCheck::any;
    return policy;
}

std::string address_of(const ServeOptions& options, int port) {
    const bool ipv6 = options.address.find(':') != std::string::npos;
    const std::string host = ipv6 ? "[" + options.address + "]" : options.address;
    return "http://" + host + ":" + std::to_string(port) + "/";
}

void announce(const ServeOptions& options, int port, std::ostream& out) {
    const std::string address = address_of(options, port);
    if (options.form == OutputForm::json) {
        json::Writer writer;
        writer.begin_object().field("address", address).field("port", port).end_object();
        out << writer.take() << std::endl;
    } else {
        out << "listening on " << address << std::endl;
    }
}

/// Lines from many threads, one at a time.
class LineLog {
public:
    explicit LineLog(std::ostream& stream) : stream_(stream) {}
    void write(std::string line) {
        line += '\n';
        const std::lock_guard lock(mutex_);
        stream_.write(line.data(), static_cast<std::streamsize>(line.size())).flush();
    }

private:
    std::mutex mutex_;
    std::ostream& stream_;
};

/// Looks into the watched folder every few seconds until it is destroyed.
class Watch {
public:
    Watch(const ServeOptions& options, persistence::sqlite::Store& store, LineLog& log)
        : folder_(options.watched_folder, store, ingest::feeds_of(options.data_folder),
                  [&log](std::string_view line) { log.write("watch: " + std::string(line)); }),
          log_(log),
          thread_([this](const std::stop_token& stop) { run(stop); }) {}

private:
    void run(const std::stop_token& stop) {
        constexpr std::chrono::seconds kPause(2);
        std::mutex mutex;
        std::condition_variable_any woken;
        std::unique_lock lock(mutex);
        do {
            if (const auto taken = folder_.pass(http::portal::system_now()); !taken)
                log_.write("watch: " + base::describe(taken.error()));
        } while (!woken.wait_for(lock, stop, kPause, [&stop] { return stop.stop_requested(); }));
    }

    watch::WatchedFolder folder_;
    LineLog& log_;
    std::jthread thread_;
};

} // namespace

base::Result<void> serve(const ServeOptions& options, std::ostream& out, std::ostream& log) {
    const SitePolicy policy = TRY(policy_of(options));
    auto site = http::site::StaticSite::load(options.site_folder);
    if (!site) {
        base::Error error = std::move(site).error();
        error.message +=
            " --site must name the folder of the built site (the build's target `site` makes it).";
        return base::Failure{std::move(error)};
    }
    const auto store = TRY(persistence::sqlite::Store::open_existing(options.data_folder));
    TRY(ingest::bring_up_to_date(*store, http::portal::system_now()));
    const StopSignals signals;
    LineLog lines(log);
    http::socket::ListenOptions listen;
    listen.address = options.address;
    listen.port = options.port;
    listen.max_delivery = options.max_delivery;
    const auto portal = TRY(http::portal::Portal::start(
        *store, std::move(*site),
        {.policy = policy,
         .listen = listen,
         .password_cost = auth::HashCost::interactive(),
         .deliver = deliver_to(*store, ingest::feeds_of(options.data_folder)),
         .repair = repair_of(*store, ingest::feeds_of(options.data_folder)),
         .clock = http::portal::system_now,
         .log = [&](const http::AccessRecord& record) { lines.write(http::to_log_line(record)); },
         .log_error = [&](std::string_view text) { lines.write(std::string(text)); },
         .log_event = [&](std::string_view text) { lines.write(std::string(text)); }}));
    std::optional<Watch> watch;
    if (!options.watched_folder.empty()) watch.emplace(options, *store, lines);
    announce(options, portal->port(), out);
    if (!out) return base::fail(base::ErrorCode::io, "The address could not be written to standard output.");
    signals.wait();
    portal->begin_draining();
    if (policy.public_url) signals.wait_at_most(kDrainSeconds);
    portal->stop();
    watch.reset();
    return {};
}

} // namespace orderdeck::server::cli
