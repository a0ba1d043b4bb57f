#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::client::platform {

/// How a download ended: `saved` as a file; `refused` by the server with a status; the others without any answer.
enum class DownloadOutcome : std::uint8_t { saved, refused, unreachable, timed_out };

using DownloadId = std::uint32_t;

struct DownloadEnd {
    DownloadId id = 0;
    DownloadOutcome outcome = DownloadOutcome::unreachable;
    int status = 0;             ///< 0 without an answer
    std::string file_name = {}; ///< as the server names it
    int left_out = 0;           ///< what the server says it has left out
};

/// Files for the person's own folder. Forms are application/x-www-form-urlencoded bodies for our own server.
class Downloads {
public:
    virtual ~Downloads() = default;
    /// Posts the form and saves a good answer as a file; the program never holds its bytes. Ends like a request of Http.
    virtual DownloadId fetch(std::string_view path, std::string_view form) = 0;
    /// Everything that ended since the last call.
    virtual std::vector<DownloadEnd> take_ended() = 0;
    /// Saves bytes that are here, given in parts, each of which is copied once.
    virtual void save(std::string_view file_name, std::string_view media_type,
                      std::span<const std::span<const std::byte>> parts) = 0;
    /// Opens the answer to the form as a page of its own, in a new tab. Only from a deed of the person, or browsers
    /// keep it shut.
    virtual void open(std::string_view path, std::string_view form) = 0;
};

} // namespace orderdeck::client::platform
