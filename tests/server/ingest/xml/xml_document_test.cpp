#include "server/ingest/xml/xml_document.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck;
using namespace orderdeck::server::ingest::xml;

namespace {

base::Error error_of(std::string_view text, const Limits& limits = {}) {
    const auto document = Document::parse(text, limits);
    REQUIRE_FALSE(document.has_value());
    CHECK(document.error().code == base::ErrorCode::invalid);
    return document.error();
}

std::string nested(int depth) {
    std::string text;
    for (int i = 0; i < depth; ++i)
        text += "<a>";
    for (int i = 0; i < depth; ++i)
        text += "</a>";
    return text;
}

} // namespace

TEST_CASE("A name is resolved by the namespace that its prefix stands for, where it stands") {
    const auto document = Document::parse(R"(<b:Invoice xmlns:b="urn:invoice" xmlns:s="urn:aggregate">
  <s:Type xmlns:s="urn:basic">380</s:Type>
  <s:Party/>
  <ID xmlns="urn:basic">7</ID>
  <plain/>
</b:Invoice>)");
    REQUIRE(document.has_value());
    const Element& root = document->root();
    CHECK(root.space == "urn:invoice");
    CHECK(root.name == "Invoice");
    REQUIRE(root.children.size() == 4);
    CHECK(root.children[0].space == "urn:basic");
    CHECK(root.children[1].space == "urn:aggregate");
    CHECK(root.children[2].space == "urn:basic");
    CHECK(root.children[3].space.empty());
    CHECK(root.children[2].line == 4);
}

TEST_CASE("A document survives being moved") {
    auto document = Document::parse("<a xmlns='urn:a'><b>x</b></a>");
    REQUIRE(document.has_value());
    const Document moved = std::move(*document);
    CHECK(moved.root().children[0].space == "urn:a");
}

TEST_CASE("Texts are found by path, in the first child that has the rest of it") {
    const auto document = Document::parse("<o><d><x/></d><d><p><e unit='d'> 2026-01-02\n "
                                          "</e></p></d><n>a<![CDATA[ < ]]>b &amp; &#228;</n></o>");
    REQUIRE(document.has_value());
    const Element& root = document->root();
    CHECK(root.text_at({"d", "p", "e"}) == "2026-01-02");
    CHECK(root.at({"d", "p", "e"})->attribute("unit") == "d");
    CHECK(root.text_at({"d", "q"}).empty());
    CHECK(root.at({"d", "q"}) == nullptr);
    CHECK(root.all("d").size() == 2);
    CHECK(root.text_at({"n"}) == "a < b & ä");
}

TEST_CASE("A document type declaration is refused, whether it is whole or not") {
    for (const std::string_view text :
         {"<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", "<!DOCTYPE a><a/>",
          "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
          "<!DOCTYPE a [<!ENTITY l 'lol'><!ENTITY m '&l;&l;&l;'>]><a>&m;</a>"}) {
        INFO(text);
        CHECK(error_of(text).message.find("<!DOCTYPE>") != std::string::npos);
    }
    CHECK_FALSE(Document::parse("<!DOCTYPE a [").has_value());
    CHECK_FALSE(Document::parse("<a><!DOCTYPE b></a>").has_value());
}

TEST_CASE("What is no XML is refused with the line") {
    const base::Error error = error_of("<a>\n<b>\n</a>");
    CHECK(error.message.starts_with("the document is not well-formed XML: "));
    CHECK(error.where == "3");
    CHECK_FALSE(Document::parse("").has_value());
    CHECK_FALSE(Document::parse("ID;Name\n1;x\n").has_value());
    CHECK_FALSE(Document::parse("<a/><b/>").has_value());
    CHECK(error_of("<x:a/>").message == "the prefix of <x:a> is not declared");
    CHECK_FALSE(Document::parse("<a>\xff</a>").has_value());
    CHECK_FALSE(Document::parse(std::string_view("<a>\0</a>", 8)).has_value());
}

TEST_CASE("A document beyond the limits is refused, one at them is read") {
    CHECK(Document::parse(nested(64)).has_value());
    CHECK(error_of(nested(65)).message == "elements are nested more than 64 deep");
    CHECK(error_of(nested(100'000)).message == "elements are nested more than 64 deep");
    CHECK(Document::parse("<a><b/></a>", {.max_elements = 2}).has_value());
    CHECK(error_of("<a><b/><b/></a>", {.max_elements = 2}).message ==
          "the document has more than 2 elements");
    CHECK(Document::parse("<a/>", {.max_bytes = 4}).has_value());
    CHECK_FALSE(Document::parse("<a/> ", {.max_bytes = 4}).has_value());
}

TEST_CASE("Latin and UTF-16 documents are read as what they say they are") {
    const auto latin = Document::parse("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>caf\xe9</a>");
    REQUIRE(latin.has_value());
    CHECK(latin->root().text == "café");
    CHECK(latin->root().line == 0);
    std::string wide = "\xff\xfe";
    for (const char c : std::string_view("<a>x</a>"))
        wide.append(1, c).append(1, '\0');
    const auto utf16 = Document::parse(wide);
    REQUIRE(utf16.has_value());
    CHECK(utf16->root().text == "x");
}
