#pragma once

#include <iosfwd>
#include <string_view>

#include <termios.h>

namespace orderdeck::server::cli {

/// While it lives, what is typed at the terminal on standard input is not shown, and `prompt` has asked for it on
/// `error`. Does nothing when standard input is a pipe or a file.
class HiddenInput {
public:
    HiddenInput(std::ostream& error, std::string_view prompt);
    ~HiddenInput();
    HiddenInput(const HiddenInput&) = delete;
    HiddenInput& operator=(const HiddenInput&) = delete;

private:
    std::ostream& error_;
    bool is_hidden_ = false;
    termios shown_{};
};

} // namespace orderdeck::server::cli
