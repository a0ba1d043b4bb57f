#include "server/cli/progress_line.h"

#include <algorithm>
#include <ostream>

namespace orderdeck::server::cli {
namespace {

constexpr base::Duration kBetweenRedraws = base::Duration::milliseconds(100);
constexpr base::Duration kBetweenLines = base::Duration::seconds(2);
constexpr const char* kClearLine = "\r\x1b[K";

} // namespace

ProgressLine::~ProgressLine() {
    if (shown_at_ && console_.error_device == ErrorDevice::terminal)
        console_.error << kClearLine << std::flush;
}

void ProgressLine::show(std::int64_t done, std::int64_t total) {
    const bool is_terminal = console_.error_device == ErrorDevice::terminal;
    const base::Timestamp now = console_.now();
    // A task that is quicker than one interval says nothing.
    if (!shown_at_ && !is_terminal) shown_at_ = now;
    if (shown_at_ && now - *shown_at_ < (is_terminal ? kBetweenRedraws : kBetweenLines)) return;
    shown_at_ = now;
    const std::int64_t percent =
        std::clamp<std::int64_t>(done * 100 / std::max<std::int64_t>(1, total), 0, 100);
    if (is_terminal) console_.error << kClearLine;
    console_.error << task_ << ": " << done << " of " << total << " (" << percent << " %)";
    if (!is_terminal) console_.error << '\n';
    console_.error << std::flush;
}

} // namespace orderdeck::server::cli
