#include "server/ingest/csv/csv_reader.h"
#include "server/ingest/mapping/encoding.h"
#include "tests/support/random_source.h"

#include <catch2/catch_test_macros.hpp>

#include <optional>

using namespace orderdeck::server::ingest::csv;
using namespace orderdeck::server::ingest::mapping;

namespace {

/// "line: cell|cell" for each row.
std::string rows_of(std::string_view text, char delimiter = ',') {
    CsvReader reader(text, delimiter);
    std::string rows;
    while (const auto row = reader.next()) {
        rows += std::to_string(row->line) + ":";
        for (const std::string& cell : row->cells)
            rows += cell + "|";
        if (row->problem == RowProblem::stray_quote) rows += " stray";
        if (row->problem == RowProblem::unterminated_quote) rows += " unterminated";
        rows += "\n";
    }
    return rows;
}

} // namespace

TEST_CASE("Quoted cells keep delimiters, quotes and line breaks, and rows know their first line") {
    CHECK(rows_of("a,b\n\"1,5\",\"say \"\"hi\"\"\"\n\"two\nlines\",x\nlast,\"\"\n") ==
          "1:a|b|\n2:1,5|say \"hi\"|\n3:two\nlines|x|\n5:last||\n");
}

TEST_CASE("Line ends of all systems are understood, with and without one at the end") {
    CHECK(rows_of("a,b\r\n1,2\r\n") == "1:a|b|\n2:1|2|\n");
    CHECK(rows_of("a,b\n1,2") == "1:a|b|\n2:1|2|\n");
    CHECK(rows_of("a,b\r1,2\r3,4") == "1:a|b|\n1:1|2|\n1:3|4|\n");
}

TEST_CASE("A byte order mark, blank lines and blanks around cells are not content") {
    CHECK(rows_of("\xEF\xBB\xBF"
                  "a;b\n\n   \n 1 ; 2 \n",
                  ';') == "1:a|b|\n4:1|2|\n");
    CHECK(rows_of("") == "");
    CHECK(rows_of("\n\r\n") == "");
    CHECK(rows_of(",\n") == "1:||\n");
}

TEST_CASE("A quote inside an unquoted cell is read as it stands and marked") {
    CHECK(rows_of("a,b\n5\" pipe,x\nc,d\n") == "1:a|b|\n2:5\" pipe|x| stray\n3:c|d|\n");
}

TEST_CASE("A quote that is never closed costs one row and not the rest of the file") {
    CHECK(rows_of("a,b\n\"open,1\nc,d\ne,f\n") == "1:a|b|\n2: unterminated\n3:c|d|\n4:e|f|\n");
    std::string many = "a,b\n\"open,1\n";
    for (int i = 0; i < 500; ++i)
        many += "c,d\n";
    const std::string rows = rows_of(many);
    CHECK(rows.find("2: unterminated\n3:c|d|\n") != std::string::npos);
    CHECK(rows.ends_with("502:c|d|\n"));
}

TEST_CASE("Windows-1252 becomes UTF-8") {
    CHECK(*to_utf8("C\xF4te \x80 \x93x\x94", Encoding::windows_1252) == "Côte € “x”");
    CHECK(*to_utf8("Côte", Encoding::utf8) == "Côte");
    CHECK(encoding_from("latin-9") == std::nullopt);
}

TEST_CASE("A file with a byte order mark of UTF-16 is read as such, whatever the mapping says") {
    const std::string little("\xFF\xFE"
                             "P\0\xF4\0\xA2\x8B\x3D\xD8\xE6\xDC",
                             12);
    const std::string big("\xFE\xFF"
                          "\0P\0\xF4\x8B\xA2\xD8\x3D\xDC\xE6",
                          12);
    CHECK(*to_utf8(little, Encoding::utf8) == "Pô订📦");
    CHECK(*to_utf8(little, Encoding::windows_1252) == "Pô订📦");
    CHECK(*to_utf8(big, Encoding::utf8) == "Pô订📦");
    CHECK(*to_utf8(std::string("\xFF\xFE\x3D\xD8P\0", 6), Encoding::utf8) == "\uFFFDP");
    CHECK(*to_utf8(std::string("\xFF\xFE\x3D\xD8", 4), Encoding::utf8) == "\uFFFD");
    CHECK(*to_utf8(std::string("\xFF\xFEP\0x", 5), Encoding::utf8) == "P\uFFFD");
}

TEST_CASE("Whatever cells are written, the same cells are read") {
    const auto law = [](std::uint64_t seed, int size) -> std::optional<std::string> {
        orderdeck::test::RandomSource random(seed);
        constexpr std::string_view kLetters = "ab,;\"\n\r x";
        std::vector<std::vector<std::string>> rows;
        std::string text;
        for (int i = 0; i < size; ++i) {
            std::vector<std::string>& row = rows.emplace_back();
            for (int cell = random.between(1, 4); cell > 0; --cell) {
                std::string& value = row.emplace_back();
                for (int letter = random.between(0, 6); letter > 0; --letter)
                    value += kLetters[random.next() % kLetters.size()];
                text += row.size() > 1 ? ",\"" : "\"";
                for (const char c : value)
                    text.append(c == '"' ? 2 : 1, c);
                text += '"';
            }
            text += random.chance(50) ? "\r\n" : "\n";
        }
        CsvReader reader(text, ',');
        for (const auto& row : rows) {
            const auto read = reader.next();
            if (!read || read->cells != row || read->problem != RowProblem::none) return text;
        }
        return reader.next() ? std::optional(text) : std::nullopt;
    };
    CHECK(orderdeck::test::counterexample(400, 12, law) == "");
}

TEST_CASE("Any bytes come to an end, with rows that begin in ascending lines") {
    const auto law = [](std::uint64_t seed, int size) -> std::optional<std::string> {
        orderdeck::test::RandomSource random(seed);
        constexpr std::string_view kLetters("\"\",\n\r\0\xEF a", 9);
        std::string text;
        for (int i = 0; i < 20 * size; ++i)
            text += kLetters[random.next() % kLetters.size()];
        CsvReader reader(text, ',');
        std::int64_t last_line = 1;
        for (std::size_t rows = 0; const auto row = reader.next(); ++rows) {
            if (row->line < last_line || rows > text.size()) return text;
            last_line = row->line;
        }
        return std::nullopt;
    };
    CHECK(orderdeck::test::counterexample(1000, 15, law) == "");
}
