#include "tests/support/files.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace orderdeck::test {
namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

bool is_readable(const std::string& path) { return std::ifstream(path).good(); }

} // namespace

std::string source_path(std::string_view relative) {
    std::string root = environment("ORDERDECK_SOURCE");
    return (root.empty() ? std::string(".") : root) + "/" + std::string(relative);
}

std::string real_data_path(std::string_view relative) {
    std::string path = environment("ORDERDECK_DATA") + "/" + std::string(relative);
    if (!is_readable(path)) {
        if (environment("CI") == "true") FAIL("real data is absent: " << path << " (set ORDERDECK_DATA)");
        SKIP("real data is absent: " << path << " (set ORDERDECK_DATA)");
    }
    return path;
}

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) FAIL("cannot read " << path);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

} // namespace orderdeck::test
