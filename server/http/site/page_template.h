#pragma once

#include <map>
#include <string>
#include <string_view>

namespace orderdeck::server::http::site {

/// What stands in the place of each {{name}}; made safe for HTML by whoever gives it.
using TemplateValues = std::map<std::string, std::string, std::less<>>;

/// The page with its placeholders filled, in one pass, so that a value that looks like a placeholder is never filled
/// itself. Unknown placeholders stay.
std::string fill(std::string_view page_template, const TemplateValues& values);

} // namespace orderdeck::server::http::site
