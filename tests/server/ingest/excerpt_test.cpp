#include "server/ingest/inbox/excerpt.h"

#include "shared/base/utf8.h"

#include <catch2/catch_test_macros.hpp>

namespace orderdeck::server::ingest {

TEST_CASE("an excerpt is the line with two around it") {
    const Excerpt middle = excerpt_of("1\n2\r\n3\n4\n5\n6\n", 4, "");
    CHECK(middle.first_line == 2);
    CHECK(middle.marked_line == 4);
    CHECK(middle.lines == std::vector<std::string>{"2", "3", "4", "5", "6"});
    CHECK(excerpt_of("1\n2\n3\n4", 1, "").lines == std::vector<std::string>{"1", "2", "3"});
    const Excerpt last = excerpt_of("1\n2\n3\n4", 4, "");
    CHECK(last.lines == std::vector<std::string>{"2", "3", "4"});
    CHECK(excerpt_of("1\n", 99, "").marked_line == 0);
    CHECK(excerpt_of("", 1, "").lines.empty());
}

TEST_CASE("without a line the value is looked for") {
    const Excerpt found = excerpt_of("{\n\"a\": 1,\n\"b\": \"X\"\n}", 0, "\"X\"");
    CHECK(found.marked_line == 3);
    CHECK(found.first_line == 1);
    const Excerpt unknown = excerpt_of("{\n}", 0, "Y");
    CHECK(unknown.marked_line == 0);
    CHECK(unknown.lines == std::vector<std::string>{"{", "}"});
}

TEST_CASE("a long line is cut around the value, and no character is cut in two") {
    std::string line;
    for (int i = 0; i < 1000; ++i)
        line += "单";
    const std::string text = line + "NEEDLE" + line;
    for (const std::string_view value : {"NEEDLE", ""}) {
        const Excerpt excerpt = excerpt_of(text, 1, value);
        REQUIRE(excerpt.lines.size() == 1);
        CHECK(excerpt.lines[0].size() < 420);
        CHECK(base::is_valid_utf8(excerpt.lines[0]));
        CHECK(excerpt.lines[0].find(value) != std::string::npos);
        CHECK(excerpt.lines[0].ends_with("…"));
        CHECK(excerpt.lines[0].starts_with("…") == !value.empty());
    }
}

} // namespace orderdeck::server::ingest
