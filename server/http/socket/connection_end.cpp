#include "server/http/socket/connection_end.h"

#include <array>
#include <poll.h>
#include <sys/socket.h>

namespace orderdeck::server::http::socket {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kReadSlice = std::chrono::milliseconds(100);
constexpr auto kLinger = std::chrono::milliseconds(500);
constexpr std::size_t kLingerBytes = 4 * 1024 * 1024;

} // namespace

bool is_ready(int socket, std::chrono::milliseconds wait) {
    pollfd entry{.fd = socket, .events = POLLIN, .revents = 0};
    return ::poll(&entry, 1, static_cast<int>(wait.count())) > 0;
}

void send_refusal(int socket, const std::string& status, const Response& response) {
    std::string text = "HTTP/1.1 " + status + "\r\nConnection: close\r\n";
    for (const auto& field : response.headers.fields())
        text += field.first + ": " + field.second + "\r\n";
    text += "Content-Length: " + std::to_string(response.body.size()) + "\r\n\r\n" + response.body;
    ::send(socket, text.data(), text.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
}

void answer_busy(int socket, const Response& response) {
    send_refusal(socket, "503 Service Unavailable\r\nRetry-After: 2", response);
    ::shutdown(socket, SHUT_WR);
    std::array<char, 4096> sink{};
    ::recv(socket, sink.data(), sink.size(), MSG_DONTWAIT);
}

void close_gently(int socket) {
    ::shutdown(socket, SHUT_WR);
    std::array<char, 16384> sink{};
    const auto end = Clock::now() + kLinger;
    for (std::size_t total = 0; total < kLingerBytes && Clock::now() < end && is_ready(socket, kReadSlice);) {
        const ssize_t count = ::recv(socket, sink.data(), sink.size(), MSG_DONTWAIT);
        if (count <= 0) return;
        total += static_cast<std::size_t>(count);
    }
}

} // namespace orderdeck::server::http::socket
