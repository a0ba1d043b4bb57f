#pragma once

#include <map>
#include <string>
#include <string_view>

namespace orderdeck::test {

/// The files of a ZIP archive (APPNOTE 6.3, stored or deflated); fails the running test when it is damaged.
std::map<std::string, std::string> unzip(std::string_view archive);

} // namespace orderdeck::test
