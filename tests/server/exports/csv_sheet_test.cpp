#include "server/exports/csv_sheet.h"

#include "server/ingest/csv/csv_reader.h"
#include "shared/base/text.h"
#include "tests/server/exports/sample_rows.h"
#include "tests/support/random_source.h"

#include <catch2/catch_test_macros.hpp>

namespace orderdeck::test {
namespace {

using server::exports::Cell;
using server::exports::CsvSheet;
using server::exports::without_formulas;
using server::ingest::csv::CsvReader;

std::string file_of(const words::ViewContext& context, const std::vector<Cell>& cells) {
    CsvSheet sheet(context.language);
    REQUIRE(sheet.add(cells));
    return sheet.finish({}).value();
}

/// The rows as a strict reader of RFC 4180 with this separator takes them.
std::vector<std::vector<std::string>> rows_of(std::string_view text, char separator) {
    text.remove_prefix(text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    std::vector<std::vector<std::string>> rows{{""}};
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        std::string& cell = rows.back().back();
        if (quoted) {
            if (c != '"')
                cell += c;
            else if (i + 1 < text.size() && text[i + 1] == '"')
                cell += text[++i];
            else
                quoted = false;
        } else if (c == '"' && cell.empty()) {
            quoted = true;
        } else if (c == separator) {
            rows.back().emplace_back();
        } else if (c == '\n') {
            rows.push_back({""});
        } else if (c != '\r') {
            cell += c;
        }
    }
    rows.pop_back(); // the file ends with a line end
    return rows;
}

/// Whether a spreadsheet would calculate this; numbers of ours may be negative.
bool is_formula(std::string_view cell) {
    const std::string_view text = base::trim(cell);
    for (const std::string_view sign : {"=", "+", "@", "＝", "＋", "－", "＠"})
        if (text.starts_with(sign)) return true;
    return text.starts_with('-') && text.find_first_not_of("-0123456789.") != std::string_view::npos;
}

std::string random_text(RandomSource& random) {
    static const std::vector<std::string> pieces{"=",  "+",  "-",  "@",  "\t", "\r", "\n", ";",  ",",
                                                 "\"", "'",  " ",  "＝", "－", "＠", "＋", "　", "\xC2\xA0",
                                                 "泵", "A1", "(1", ")",  "|",  "x",  "\f", "1"};
    std::string text;
    for (std::size_t n = random.next() % 8; n > 0; --n)
        text += pieces[random.next() % pieces.size()];
    return text;
}

} // namespace

TEST_CASE("a CSV file is UTF-8 with a mark, quoted by RFC 4180, with plain dates and amounts") {
    const words::ViewContext context = shanghai("en");
    SampleRow row("Pump, \"large\"");
    const std::string file = file_of(context, row.cells(context));
    CHECK(file.starts_with("\xEF\xBB\xBFOrder no.,PO no.,Company,"));
    CHECK(file.find("\r\n\"Pump, \"\"large\"\"\",") != std::string::npos);
    const auto rows = rows_of(file, ',');
    REQUIRE(rows.size() == 2);
    REQUIRE(rows[0].size() == server::exports::order_columns().size());
    REQUIRE(rows[1].size() == rows[0].size());
    const auto cell = [&](std::string_view title) { return rows[1][column_named(context, title)]; };
    CHECK(cell("Order no.") == "Pump, \"large\"");
    CHECK(cell("Where it stands") == "Confirmed");
    CHECK(cell("Attention") == "2 days late");
    CHECK(cell("Days late") == "2");
    CHECK(cell("Ordered") == "2026-10-01");
    CHECK(cell("Promised") == "2026-11-20");
    CHECK(cell("First promised") == "2026-11-14");
    CHECK(cell("Delivered").empty());
    CHECK(cell("Total") == "482900.50");
    CHECK(cell("Still to come") == "-0.07");
    CHECK(cell("Currency") == "CNY");
    CHECK(cell("As of") == "2026-11-22T10:06+08:00");
}

TEST_CASE("a CSV file speaks the language of its reader") {
    const words::ViewContext context = shanghai("zh-CN");
    const auto rows = rows_of(file_of(context, SampleRow().cells(context)), ',');
    CHECK(rows[0][0] == "订单号");
    CHECK(rows[1][column_named(context, "提示")] == "晚 2 天");
    CHECK(rows[1][column_named(context, "进度")] == "已确认");
}

TEST_CASE("a text that would be a formula is none, and what is harmless stays as it is") {
    for (const char* text : {"=1+1", "+86 21", "-5", "@SUM(A1)", "  =1", "＝1", "　＋1"}) {
        CAPTURE(text);
        CHECK(without_formulas(text) == "'" + std::string(text));
    }
    CHECK(without_formulas("\t=1") == "'\t'=1");
    CHECK(without_formulas("\rx") == "'\rx");
    CHECK(without_formulas("a;=1") == "a;'=1");
    CHECK(without_formulas("a\n @x") == "a\n' @x");
    for (const char* text : {"", "SO-2026-1", "a=b", "1 - 2", "'quoted", "mail@example.com", "泵－大"}) {
        CAPTURE(text);
        CHECK(without_formulas(text) == text);
    }
}

TEST_CASE("no cell of any text begins a formula, whatever separates cells, and the text comes back") {
    const words::ViewContext context = shanghai("en");
    const std::string failure = counterexample(3000, 4, [&](std::uint64_t seed, int) {
        RandomSource random(seed);
        const std::string text = random_text(random);
        SampleRow row(text);
        const std::string file = file_of(context, row.cells(context));
        for (const char separator : {',', ';', '\t'})
            for (const auto& cells : rows_of(file, separator))
                for (const std::string& cell : cells)
                    if (is_formula(cell)) return std::optional("formula in: " + text);
        CsvReader reader(file, ',');
        reader.next();
        const auto read = reader.next();
        if (!read || read->cells.size() != server::exports::order_columns().size())
            return std::optional("cells of: " + text);
        const std::string written = rows_of(file, ',').at(1).at(0);
        if (written.starts_with('\t') || written.starts_with('\r')) return std::optional("edge of: " + text);
        if (written != without_formulas(text)) return std::optional("text of: " + text);
        return std::optional<std::string>();
    });
    CHECK(failure == "");
}

} // namespace orderdeck::test
