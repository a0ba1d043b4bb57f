#include "tests/bench/http/load.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string_view>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace orderdeck::bench {
namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void die(const std::string& text) {
    std::fprintf(stderr, "%s\n", text.c_str());
    std::exit(1);
}

class Client {
public:
    explicit Client(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0)
            die("no connection");
        const int on = 1;
        ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
    }
    ~Client() { ::close(socket_); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    /// The whole answer; empty when the server closed.
    std::string_view exchange(const std::string& request) {
        if (::send(socket_, request.data(), request.size(), MSG_NOSIGNAL) !=
            static_cast<ssize_t>(request.size()))
            return {};
        buffer_.clear();
        std::size_t wanted = 0;
        while (wanted == 0 || buffer_.size() < wanted) {
            const ssize_t count = ::recv(socket_, piece_.data(), piece_.size(), 0);
            if (count <= 0) return {};
            buffer_.append(piece_.data(), static_cast<std::size_t>(count));
            if (wanted == 0) wanted = whole_size();
        }
        return buffer_;
    }

private:
    std::size_t whole_size() const {
        const std::size_t end = buffer_.find("\r\n\r\n");
        if (end == std::string::npos) return 0;
        const std::size_t length = buffer_.find("Content-Length: ");
        return end + 4 + (length < end ? std::strtoul(buffer_.c_str() + length + 16, nullptr, 10) : 0);
    }

    int socket_;
    std::string buffer_;
    std::array<char, 65536> piece_{};
};

int status_of(std::string_view answer) { return answer.size() < 12 ? 0 : std::atoi(answer.data() + 9); }

} // namespace

LoadResult run_load(int port, const std::string& request, int expected_status, int connections,
                    std::chrono::milliseconds duration) {
    std::vector<std::vector<double>> latencies(static_cast<std::size_t>(connections));
    std::vector<std::thread> threads;
    const auto begin = Clock::now();
    const auto end = begin + duration;
    for (std::vector<double>& own : latencies) {
        threads.emplace_back([&own, &request, port, end, expected_status] {
            auto client = std::make_unique<Client>(port);
            for (auto now = Clock::now(); now < end;) {
                std::string_view answer = client->exchange(request);
                if (answer.empty()) {
                    // A server ends a connection after some thousand requests.
                    client = std::make_unique<Client>(port);
                    answer = client->exchange(request);
                }
                if (status_of(answer) != expected_status)
                    die("unexpected answer: " + std::string(answer.substr(0, 300)));
                const auto after = Clock::now();
                own.push_back(std::chrono::duration<double, std::milli>(after - now).count());
                now = after;
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    std::vector<double> all;
    for (const auto& own : latencies)
        all.insert(all.end(), own.begin(), own.end());
    std::sort(all.begin(), all.end());
    return {.requests_per_second = static_cast<double>(all.size()) / seconds,
            .p99_ms = all[all.size() * 99 / 100]};
}

std::string get_request(int port, const std::string& target, const std::string& header_lines) {
    return "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) + "\r\n" + header_lines +
           "\r\n";
}

std::string fetch(int port, const std::string& request) {
    return std::string(Client(port).exchange(request));
}

} // namespace orderdeck::bench
