#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace orderdeck::client::platform {

/// Where the person is: the decoded-by-nobody path ("/orders/17") and the query without "?" as in the address bar.
struct Location {
    std::string path = {};
    std::string query = {};
    std::uint32_t entry = 0; ///< number of the history entry; Back leads to a smaller one
};

/// The browser's history and document. A push or replace changes current() at once and is followed by an
/// InputEvent `route_changed` in the next frame, as are Back, Forward and plain clicks on links.
class Navigation {
public:
    virtual ~Navigation() = default;
    virtual const Location& current() const = 0;
    virtual void push(std::string_view path_and_query) = 0;
    virtual void replace(std::string_view path_and_query) = 0;
    virtual void back() = 0;
    /// Leaves the app: a full page load of a same-origin path.
    virtual void leave(std::string_view path_and_query) = 0;
    /// Leaves the app by a form POST with one hidden field, for example log-out with its CSRF token.
    virtual void leave_by_post(std::string_view path, std::string_view field, std::string_view value) = 0;
    virtual void set_title(std::string_view title) = 0;
    /// BCP 47 tag for <html lang> and for the choice of Han glyph variants.
    virtual void set_language(std::string_view tag) = 0;
};

} // namespace orderdeck::client::platform
