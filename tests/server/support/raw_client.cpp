#include "tests/server/support/raw_client.h"

#include "shared/base/text.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zlib.h>

namespace orderdeck::test {

std::string RawResponse::header(std::string_view name) const {
    const auto values = all(name);
    return values.empty() ? std::string() : values.front();
}

std::vector<std::string> RawResponse::all(std::string_view name) const {
    std::vector<std::string> values;
    for (const auto& field : headers) {
        if (base::equals_ignoring_ascii_case(field.first, name)) values.push_back(field.second);
    }
    return values;
}

std::string RawResponse::plain_body() const {
    return header("Content-Encoding") == "gzip" ? gunzip(body) : body;
}

std::string gunzip(std::string_view compressed) {
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(compressed.data()));
    stream.avail_in = static_cast<uInt>(compressed.size());
    std::string out;
    std::array<char, 65536> piece{};
    int result = Z_OK;
    while (result == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        result = inflate(&stream, Z_NO_FLUSH);
        out.append(piece.data(), piece.size() - stream.avail_out);
    }
    inflateEnd(&stream);
    REQUIRE(result == Z_STREAM_END);
    return out;
}

RawConnection::RawConnection(int port)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)), port_(port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) {
        ::close(socket_);
        throw std::runtime_error("no connection to port " + std::to_string(port));
    }
}

RawConnection::~RawConnection() { ::close(socket_); }

bool RawConnection::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void RawConnection::end_sending() { ::shutdown(socket_, SHUT_WR); }

bool RawConnection::fill(std::chrono::milliseconds patience) {
    pollfd entry{.fd = socket_, .events = POLLIN, .revents = 0};
    if (::poll(&entry, 1, static_cast<int>(patience.count())) <= 0) return false;
    std::array<char, 65536> piece{};
    const ssize_t count = ::recv(socket_, piece.data(), piece.size(), 0);
    if (count <= 0) return false;
    buffer_.append(piece.data(), static_cast<std::size_t>(count));
    return true;
}

std::optional<RawResponse> RawConnection::receive(bool head_only, std::chrono::milliseconds patience) {
    std::size_t end = std::string::npos;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
        if (!fill(patience)) return std::nullopt;
    }
    RawResponse response;
    const std::string head = buffer_.substr(0, end);
    std::size_t line = head.find("\r\n");
    response.status = std::stoi(head.substr(head.find(' ') + 1, 3));
    while (line != std::string::npos) {
        const std::size_t next = head.find("\r\n", line + 2);
        const std::string field = head.substr(line + 2, next == std::string::npos ? next : next - line - 2);
        const std::size_t colon = field.find(':');
        if (colon != std::string::npos)
            response.headers.emplace_back(field.substr(0, colon), field.substr(colon + 2));
        line = next;
    }
    const std::string length = response.header("Content-Length");
    const bool bodyless = head_only || response.status == 304 || response.status == 204 || length.empty();
    const std::size_t size = bodyless ? 0 : std::stoul(length);
    while (buffer_.size() < end + 4 + size) {
        if (!fill(patience)) return std::nullopt;
    }
    response.body = buffer_.substr(end + 4, size);
    response.raw = buffer_.substr(0, end + 4 + size);
    buffer_.erase(0, end + 4 + size);
    return response;
}

std::optional<RawResponse> RawConnection::exchange(const RawRequest& request) {
    if (!send(to_bytes(request, port_))) return std::nullopt;
    return receive(request.method == "HEAD");
}

bool RawConnection::is_closed_within(std::chrono::milliseconds patience) {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < end) {
        pollfd entry{.fd = socket_, .events = POLLIN, .revents = 0};
        if (::poll(&entry, 1, 50) <= 0) continue;
        char byte = 0;
        if (::recv(socket_, &byte, 1, 0) <= 0) return true;
    }
    return false;
}

std::string to_bytes(const RawRequest& request, int port) {
    std::string bytes = request.method + " " + request.target + " HTTP/1.1\r\n";
    const auto has = [&](std::string_view name) {
        return std::any_of(request.headers.begin(), request.headers.end(), [&](const auto& field) {
            return base::equals_ignoring_ascii_case(field.first, name);
        });
    };
    if (!has("Host")) bytes += "Host: 127.0.0.1:" + std::to_string(port) + "\r\n";
    for (const auto& field : request.headers)
        bytes += field.first + ": " + field.second + "\r\n";
    if (!request.body.empty() || request.has_length) {
        bytes += "Content-Length: " + std::to_string(request.body.size()) + "\r\n";
    }
    return bytes + "\r\n" + request.body;
}

RawResponse request(int port, const RawRequest& request) {
    RawConnection connection(port);
    auto response = connection.exchange(request);
    REQUIRE(response.has_value());
    return std::move(*response);
}

} // namespace orderdeck::test
