#include "server/cli/hidden_input.h"

#include <ostream>

#include <unistd.h>

namespace orderdeck::server::cli {

HiddenInput::HiddenInput(std::ostream& error, std::string_view prompt) : error_(error) {
    if (::tcgetattr(STDIN_FILENO, &shown_) != 0) return; // not a terminal
    error_ << prompt << std::flush;
    termios hidden = shown_;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    is_hidden_ = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0;
}

HiddenInput::~HiddenInput() {
    if (!is_hidden_) return;
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown_);
    error_ << '\n';
}

} // namespace orderdeck::server::cli
