#pragma once

#include "server/persistence/sqlite/store.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

namespace orderdeck::test {

using server::persistence::sqlite::Durability;
using server::persistence::sqlite::Store;

/// A store in a folder of its own that vanishes with it. Written without waiting for the disk.
class TemporaryStore {
public:
    TemporaryStore() {
        std::string pattern = (std::filesystem::temp_directory_path() / "orderdeck-XXXXXX").string();
        REQUIRE(mkdtemp(pattern.data()) != nullptr);
        folder_ = pattern;
        open();
    }
    TemporaryStore(const TemporaryStore&) = delete;
    TemporaryStore& operator=(const TemporaryStore&) = delete;
    ~TemporaryStore() {
        store_.reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }

    Store& operator*() { return *store_; }
    Store* operator->() { return store_.get(); }
    const std::filesystem::path& folder() const { return folder_; }

    void close() { store_.reset(); }
    void open() {
        auto opened = Store::open(folder_, {.readers = 4, .durability = Durability::none});
        REQUIRE(opened.has_value());
        store_ = std::move(*opened);
    }

    /// One number of the committed state.
    std::int64_t number(const std::string& sql) {
        auto reader = store_->read();
        REQUIRE(reader.has_value());
        auto value = (**reader).query_int(sql);
        INFO(sql);
        REQUIRE(value.has_value());
        return *value;
    }
    /// Runs SQL behind the back of the change writer, to damage or to compare.
    void execute(const std::string& sql) {
        auto writer = store_->write();
        REQUIRE(writer.has_value());
        REQUIRE((*writer)->exec(sql).has_value());
        REQUIRE(writer->commit().has_value());
    }
    /// The rows of a query as text, one a line, columns separated by '|'.
    std::string dump(const std::string& sql) {
        auto reader = store_->read();
        REQUIRE(reader.has_value());
        auto rows = (**reader).statement(sql);
        INFO(sql);
        REQUIRE(rows.has_value());
        std::string text;
        while (true) {
            auto more = rows->step();
            REQUIRE(more.has_value());
            if (!*more) return text;
            for (int i = 0; i < rows->column_count(); ++i)
                text.append(rows->is_null(i) ? "-" : rows->string(i)).append("|");
            text += '\n';
        }
    }

private:
    std::filesystem::path folder_;
    std::unique_ptr<Store> store_;
};

} // namespace orderdeck::test
