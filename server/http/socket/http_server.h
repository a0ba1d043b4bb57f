#pragma once

#include "server/http/application.h"
#include "shared/base/result.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <thread>

namespace orderdeck::server::http::socket {

/// Limits of the bare server; they keep it safe without a proxy in front (small installations, loopback).
struct ListenOptions {
    std::string address = "127.0.0.1";
    int port = 0; ///< 0 takes a free one
    std::size_t threads = 64;
    std::size_t queued_connections = 256; ///< beyond these a connection gets 503 at once
    std::chrono::seconds read_timeout{10};
    std::chrono::seconds write_timeout{15};
    std::chrono::seconds idle_timeout{5};      ///< keep-alive without a request
    std::chrono::seconds request_deadline{20}; ///< from the first byte of a request to the last of its body
    std::size_t max_body = 1024 * 1024;
    std::chrono::seconds delivery_deadline{600}; ///< the same for a file for the inbox
    std::size_t max_delivery = 64 * 1024 * 1024;
};

/// The portal on a TCP port. Construction listens and serves, destruction stops and joins.
class HttpServer {
public:
    /// Fails with `io` when the address cannot be bound. The application must outlive the server.
    static base::Result<std::unique_ptr<HttpServer>> start(const Application& application,
                                                           ListenOptions options);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    int port() const;
    /// Takes no more connections, lets requests that run end, and returns when all have.
    void stop();

    class Listener;

private:
    explicit HttpServer(std::unique_ptr<Listener> listener);
    std::unique_ptr<Listener> listener_;
    std::thread acceptor_;
};

} // namespace orderdeck::server::http::socket
