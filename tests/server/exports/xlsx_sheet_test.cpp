#include "server/exports/xlsx_sheet.h"

#include "tests/server/exports/sample_rows.h"
#include "tests/server/support/unzip.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>

namespace orderdeck::test {
namespace {

using server::exports::SheetHead;
using server::exports::XlsxSheet;

constexpr const char* kOrders = "xl/worksheets/sheet1.xml";
constexpr const char* kAbout = "xl/worksheets/sheet8.xml";

std::map<std::string, std::string> book_of(const words::ViewContext& context,
                                           const std::vector<std::string>& texts,
                                           const SheetHead& head = {}) {
    auto sheet = XlsxSheet::create(context);
    REQUIRE(sheet);
    for (const std::string& text : texts)
        REQUIRE((*sheet)->add(SampleRow(text).cells(context)));
    const auto bytes = (*sheet)->finish(head);
    REQUIRE(bytes);
    return unzip(*bytes);
}

/// The XML of one cell: "A2".
std::string cell(const std::map<std::string, std::string>& book, const std::string& place) {
    const std::string& xml = book.at(kOrders);
    const std::size_t from = xml.find("<c r=\"" + place + "\"");
    if (from == std::string::npos) return {};
    return xml.substr(from, xml.find("</c>", from) + 4 - from);
}

std::string place(const words::ViewContext& context, std::string_view title) {
    return std::string(1, static_cast<char>('A' + column_named(context, title))) + "2";
}

std::size_t temporary_folders() {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::temp_directory_path()))
        count += entry.path().filename().string().starts_with("orderdeck-export-") ? 1U : 0U;
    return count;
}

} // namespace

TEST_CASE("a workbook has texts as texts, dates as dates and amounts as numbers") {
    const words::ViewContext context = shanghai("en");
    const auto book = book_of(context, {"=1+1"});
    CHECK(book.at("xl/workbook.xml").find("name=\"Orders\"") != std::string::npos);
    CHECK(book.at(kOrders).find("<f>") == std::string::npos);
    const std::string number = cell(book, "A2");
    CHECK(number.find("t=\"inlineStr\"") != std::string::npos);
    CHECK(number.find("<t>=1+1</t>") != std::string::npos);
    // 46346 is 2026-11-20 in Excel's calendar.
    CHECK(cell(book, place(context, "Promised")).find("<v>46346</v>") != std::string::npos);
    CHECK(cell(book, place(context, "Promised")).find(" s=\"") != std::string::npos);
    CHECK(cell(book, place(context, "Total")).find("<v>482900.5</v>") != std::string::npos);
    CHECK(cell(book, place(context, "Still to come")).find("<v>-0.07") != std::string::npos);
    CHECK(cell(book, place(context, "Days late")).find("<v>2</v>") != std::string::npos);
    CHECK(cell(book, place(context, "Delivered")).empty());
    CHECK(book.at("xl/styles.xml").find("yyyy-mm-dd") != std::string::npos);
}

TEST_CASE("the head of a workbook's sheet stays in sight and filters, and a second sheet says what it is") {
    const words::ViewContext context = shanghai("zh-CN");
    const auto book = book_of(context, {"A", "B", "C"},
                              {.title = "订单",
                               .account = "苏州工厂",
                               .restrictions = "延误或有风险",
                               .count = "共 3 个订单",
                               .as_of = server::exports::as_of_words(context),
                               .left_out = ""});
    const std::string& orders = book.at(kOrders);
    CHECK(orders.find("<pane ") != std::string::npos);
    CHECK(orders.find("state=\"frozen\"") != std::string::npos);
    CHECK(orders.find("<autoFilter ref=\"A1:AF4\"/>") != std::string::npos);
    CHECK(orders.find("订单号") != std::string::npos);
    CHECK(book.at("xl/workbook.xml").find("name=\"订单\"") != std::string::npos);
    const std::string& about = book.at(kAbout);
    for (const char* text :
         {"苏州工厂", "延误或有风险", "共 3 个订单", "截至 2026年11月22日 10:06（UTC+08:00）"}) {
        CAPTURE(text);
        CHECK(about.find(text) != std::string::npos);
    }
}

TEST_CASE("markup, control characters and very long texts in a workbook stay texts") {
    const words::ViewContext context = shanghai("en");
    std::string long_text;
    while (long_text.size() < 100'000)
        long_text += "泵";
    const auto book = book_of(context, {"<b>&\"'</b>",
                                        "a\x01"
                                        "b\x1F",
                                        long_text, "]]>", ""});
    const std::string& orders = book.at(kOrders);
    CHECK(orders.find("&lt;b&gt;&amp;") != std::string::npos);
    CHECK(orders.find('\x01') == std::string::npos);
    CHECK(orders.find('\x1F') == std::string::npos);
    CHECK(orders.find("<b>") == std::string::npos);
}

TEST_CASE("nothing of a workbook stays on the disk, whether it was finished or not") {
    const words::ViewContext context = shanghai("en");
    const std::size_t before = temporary_folders();
    book_of(context, {"A"});
    {
        auto sheet = XlsxSheet::create(context);
        REQUIRE(sheet);
        REQUIRE((*sheet)->add(SampleRow("A").cells(context)));
        CHECK(temporary_folders() == before + 1);
    }
    CHECK(temporary_folders() == before);
}

} // namespace orderdeck::test
