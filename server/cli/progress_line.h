#pragma once

#include "server/cli/console.h"

#include <optional>
#include <string>

namespace orderdeck::server::cli {

/// Shows how far a long task is: on a terminal one line that is redrawn, else a line every two seconds.
class ProgressLine {
public:
    ProgressLine(Console& console, std::string task) : console_(console), task_(std::move(task)) {}
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    /// Leaves the terminal's line empty.
    ~ProgressLine();

    void show(std::int64_t done, std::int64_t total);

private:
    Console& console_;
    std::string task_;
    std::optional<base::Timestamp> shown_at_;
};

} // namespace orderdeck::server::cli
