#pragma once

#include "server/ingest/csv/import_file.h"
#include "server/ingest/files/bundle.h"
#include "tests/support/files.h"

#include <catch2/catch_test_macros.hpp>

#include <deque>
#include <initializer_list>

namespace orderdeck::test {

/// The adapter of a built-in mapping.
inline server::ingest::csv::CsvAdapter adapter_of(const std::string& mapping) {
    auto loaded = server::ingest::mapping::load_mapping(mapping);
    if (!loaded) FAIL(base::describe(loaded.error()));
    return server::ingest::csv::CsvAdapter(std::move(*loaded));
}

/// Files of the real data as one bundle; skips the test when they are absent.
inline std::string bundle_of(const std::string& folder, std::initializer_list<const char*> names) {
    std::deque<std::string> contents;
    std::vector<server::ingest::BundledFile> files;
    for (const std::string name : names) {
        contents.push_back(read_file(real_data_path(folder + "/" + name)));
        files.push_back({.name = name, .bytes = contents.back()});
    }
    return server::ingest::bundle(files).value();
}

} // namespace orderdeck::test
