#pragma once

#include <string>
#include <string_view>

namespace orderdeck::test {

/// Path of a file of this checkout, from ORDERDECK_SOURCE or, without it, the working folder.
std::string source_path(std::string_view relative);

/// Path of a file of the real data sets (ORDERDECK_DATA). Without them the running test is skipped with the reason,
/// and under CI=true it fails. Call it in a statement of its own, not inside REQUIRE.
std::string real_data_path(std::string_view relative);

/// The whole file as bytes; a file that cannot be read fails the running test.
std::string read_file(const std::string& path);

} // namespace orderdeck::test
