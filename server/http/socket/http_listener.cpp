// The only file that includes httplib.h. Bounds what the library does not: the time of a whole request and a whole
// answer, the wait of idle connections, the line in front of the threads.
#include "server/http/socket/connection_end.h"
#include "server/http/socket/connection_queue.h"
#include "server/http/socket/exception_text.h"
#include "server/http/socket/http_server.h"
#include "server/http/socket/read_ahead.h"

#include <algorithm>
#include <httplib.h>
#include <limits>
#include <sys/socket.h>

namespace orderdeck::server::http::socket {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr auto kPollSlice = milliseconds(100);
constexpr auto kFirstByteUnderLoad = milliseconds(1000); ///< a silent new connection when others wait
constexpr auto kAnswerDeadline = std::chrono::seconds(60);
constexpr int kRequestsPerConnection = 10'000;

/// What the thread at work knows about its connection; the library has no place to carry it through.
struct Connection {
    Service service = Service::full;
    int status = 0;               ///< of the last answer
    bool has_unread_body = false; ///< what follows on the connection is no request then
    Clock::time_point read_until; ///< when the request must have come
};
thread_local Connection current;

/// The library's line of jobs, run by our threads.
class Adapter final : public httplib::TaskQueue {
public:
    explicit Adapter(ConnectionQueue& queue) : queue_(queue) {}
    bool enqueue(std::function<void()> job) override {
        return queue_.push([run = std::move(job)](Service service) {
            current = {.service = service};
            run();
        });
    }
    void shutdown() override { queue_.shut_down(); }

private:
    ConnectionQueue& queue_;
};

constexpr Problem kUriTooLong{414, "uri_too_long", "The address is longer than this server takes."};

/// A socket stream that gives up when a whole request or a whole answer takes too long: who sends or reads one byte a
/// second would otherwise keep its thread for days.
class BoundedStream final : public httplib::Stream {
public:
    BoundedStream(httplib::Stream& inner, ReadAhead& ahead, milliseconds patience)
        : inner_(inner), ahead_(ahead), patience_(patience) {}
    bool is_readable() const override { return !ahead_.is_empty() || inner_.is_readable(); }
    bool wait_readable() const override { return !ahead_.is_empty() || inner_.wait_readable(); }
    bool wait_writable() const override { return inner_.wait_writable(); }
    ssize_t read(char* bytes, size_t size) override {
        if (ahead_.is_empty()) {
            const auto left = std::chrono::duration_cast<milliseconds>(current.read_until - Clock::now());
            if (left.count() <= 0 || !is_ready(socket(), std::min(left, patience_))) return -1;
            if (size >= ahead_.bytes.size()) return inner_.read(bytes, size);
            const ssize_t count = inner_.read(ahead_.bytes.data(), ahead_.bytes.size());
            if (count <= 0) return count;
            ahead_.begin = 0;
            ahead_.end = static_cast<size_t>(count);
        }
        // The library reads heads byte by byte.
        const size_t count = ahead_.take(bytes, size);
        line_.see(bytes, count);
        return static_cast<ssize_t>(count);
    }
    /// Whether the request line is so long that the library gave up in the middle of it, without an answer.
    bool has_endless_line() const { return line_.is_longer_than(CPPHTTPLIB_MAX_LINE_LENGTH - 1); }
    ssize_t write(const char* bytes, size_t size) override {
        const auto now = Clock::now();
        if (!first_write_) first_write_ = now;
        return now - *first_write_ > kAnswerDeadline ? -1 : inner_.write(bytes, size);
    }
    void get_remote_ip_and_port(std::string& ip, int& port) const override {
        inner_.get_remote_ip_and_port(ip, port);
    }
    void get_local_ip_and_port(std::string& ip, int& port) const override {
        inner_.get_local_ip_and_port(ip, port);
    }
    socket_t socket() const override { return inner_.socket(); }
    time_t duration() const override { return inner_.duration(); }

private:
    httplib::Stream& inner_;
    ReadAhead& ahead_;
    milliseconds patience_; ///< for each piece of a request
    std::optional<Clock::time_point> first_write_;
    RequestLine line_;
};

bool may_have_body(const std::string& method) {
    return method == "POST" || method == "PUT" || method == "PATCH" || method == "DELETE";
}

void copy_out(Response from, httplib::Response& to) {
    to.status = from.status;
    to.headers.clear();
    for (const auto& field : from.headers.fields())
        to.headers.emplace(field.first, field.second); // checked by Headers already
    to.body = std::move(from.body);
}

} // namespace

class HttpServer::Listener final : public httplib::Server {
public:
    Listener(const Application& application, ListenOptions options)
        : application_(application),
          options_(std::move(options)),
          queue_(options_.threads, options_.queued_connections) {
        new_task_queue = [this] { return new Adapter(queue_); };
        set_payload_max_length(std::numeric_limits<size_t>::max()); // we count, for its 413 says nothing
        set_keep_alive_timeout(options_.idle_timeout.count());
        set_keep_alive_max_count(kRequestsPerConnection);
        set_read_timeout(options_.read_timeout);
        set_write_timeout(options_.write_timeout);
        set_tcp_nodelay(true);
        // The library's default shares the port with any other process that asks for it.
        set_socket_options(
            [](socket_t socket) { httplib::set_socket_opt(socket, SOL_SOCKET, SO_REUSEADDR, 1); });
        install_handlers();
    }

    base::Result<void> bind() {
        port_ = options_.port == 0 ? bind_to_any_port(options_.address) : options_.port;
        const bool bound = options_.port == 0 ? port_ > 0 : bind_to_port(options_.address, options_.port);
        if (bound) return {};
        return base::fail(base::ErrorCode::io, "The address cannot be listened on; is the port in use?",
                          options_.address + ":" + std::to_string(options_.port));
    }

    int port() const { return port_; }

private:
    void install_handlers() {
        set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
            if (may_have_body(request.method)) return HandlerResponse::Unhandled;
            answer(request, response, nullptr);
            return HandlerResponse::Handled;
        });
        const HandlerWithContentReader with_body =
            [this](const httplib::Request& request, httplib::Response& response,
                   const httplib::ContentReader& reader) { answer(request, response, &reader); };
        Post("/", with_body);
        Put("/", with_body);
        Patch("/", with_body);
        Delete("/", with_body);
        set_exception_handler([this](const httplib::Request&, httplib::Response& response,
                                     std::exception_ptr thrown) {
            copy_out(application_.refuse(problems::kInternal, Refusal::exception, text_of(thrown)), response);
        });
        // Refusals of the library itself: what it could not even parse.
        set_error_handler([this](const httplib::Request&, httplib::Response& response) {
            if (response.has_header("Content-Security-Policy")) return;
            Problem what = response.status == 413 ? problems::kTooLarge : problems::kBadRequest;
            if (response.status == kUriTooLong.status) what = kUriTooLong;
            what.status = response.status;
            copy_out(application_.refuse(what, Refusal::unreadable), response);
        });
        set_post_routing_handler([](const httplib::Request&, httplib::Response& response) {
            current.status = response.status;
            response.headers.erase("Accept-Ranges");
            if (response.status == 304 || response.status == 204) response.headers.erase("Content-Length");
        });
    }

    void answer(const httplib::Request& from, httplib::Response& response,
                const httplib::ContentReader* reader) {
        Request request{.method = method_from(from.method),
                        .target = from.target,
                        .headers = {},
                        .remote_address = from.remote_addr,
                        .read_body = {}};
        for (const auto& field : from.headers)
            request.headers.add(field.first, field.second);
        current.has_unread_body =
            from.has_header("Transfer-Encoding") || from.get_header_value("Content-Length", "0") != "0";
        request.read_body = [this, reader](BodyBound bound) {
            return reader == nullptr ? std::string() : read_body(bound, *reader);
        };
        copy_out(application_.handle(request), response);
        if (!current.has_unread_body) return;
        response.set_header("Connection", "close");
        current.read_until = {}; // the library would read the rest
    }

    base::Result<std::string> read_body(BodyBound bound, const httplib::ContentReader& reader) const {
        const size_t limit = bound == BodyBound::delivery ? options_.max_delivery : options_.max_body;
        if (bound == BodyBound::delivery)
            current.read_until += options_.delivery_deadline - options_.request_deadline;
        std::string body;
        bool fits = true;
        const bool complete = reader([&](const char* bytes, size_t size) {
            fits = size <= limit - body.size();
            if (fits) body.append(bytes, size);
            return fits;
        });
        if (!fits) return base::fail(base::ErrorCode::too_large, "the body is too large");
        if (!complete) return base::fail(base::ErrorCode::invalid, "the body is not complete");
        current.has_unread_body = false;
        return body;
    }

    bool process_and_close_socket(socket_t socket) override {
        if (current.service == Service::shed) {
            answer_busy(socket, application_.refuse(problems::kUnavailable, Refusal::shed));
        } else {
            serve(socket);
        }
        httplib::detail::shutdown_socket(socket);
        httplib::detail::close_socket(socket);
        return true;
    }

    void serve(socket_t socket) {
        std::string remote_address;
        int remote_port = 0;
        httplib::detail::get_remote_ip_and_port(socket, remote_address, remote_port);
        ReadAhead ahead;
        for (int left = kRequestsPerConnection; left > 0; --left) {
            if (ahead.is_empty() && !wait_for_request(socket, left == kRequestsPerConnection)) return;
            httplib::detail::SocketStream inner(socket, options_.read_timeout.count(), 0,
                                                options_.write_timeout.count(), 0);
            BoundedStream stream(inner, ahead, options_.read_timeout);
            current = {.service = current.service, .read_until = Clock::now() + options_.request_deadline};
            bool closed = false;
            const bool last = left == 1;
            const bool served =
                process_request(stream, remote_address, remote_port, options_.address, port_, last, closed,
                                [](httplib::Request& request) { normalise(request); });
            if (!served && stream.has_endless_line()) {
                send_refusal(socket, "414 URI Too Long",
                             application_.refuse(kUriTooLong, Refusal::unreadable));
                return close_gently(socket);
            }
            const bool refused = current.status >= 400 || current.has_unread_body;
            if (refused) return close_gently(socket);
            if (!served || closed) return;
        }
    }

    /// The library routes by regular expressions and assumes a body of unknown length where none is announced; our own
    /// router reads the raw target instead.
    static void normalise(httplib::Request& request) {
        request.path = "/";
        request.ranges.clear();
        const bool announced =
            request.has_header("Content-Length") || request.has_header("Transfer-Encoding");
        if (may_have_body(request.method) && !announced) request.headers.emplace("Content-Length", "0");
    }

    bool wait_for_request(socket_t socket, bool first) const {
        const auto begin = Clock::now();
        while (!is_ready(socket, kPollSlice)) {
            const auto waited = Clock::now() - begin;
            if (svr_sock_ == INVALID_SOCKET || waited > options_.idle_timeout) return false;
            if (queue_.is_contended() && (!first || waited > kFirstByteUnderLoad)) return false;
        }
        return true;
    }

    const Application& application_;
    ListenOptions options_;
    ConnectionQueue queue_;
    int port_ = 0;
};

HttpServer::HttpServer(std::unique_ptr<Listener> listener) : listener_(std::move(listener)) {
    acceptor_ = std::thread([this] { listener_->listen_after_bind(); });
    listener_->wait_until_ready();
}

base::Result<std::unique_ptr<HttpServer>> HttpServer::start(const Application& application,
                                                            ListenOptions options) {
    auto listener = std::make_unique<Listener>(application, std::move(options));
    TRY(listener->bind());
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(listener)));
}

HttpServer::~HttpServer() { stop(); }

int HttpServer::port() const { return listener_->port(); }

void HttpServer::stop() {
    if (!acceptor_.joinable()) return;
    listener_->stop();
    acceptor_.join();
}

} // namespace orderdeck::server::http::socket
