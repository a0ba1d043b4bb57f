#pragma once

#include "server/ingest/xml/xml_document.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <string_view>

namespace orderdeck::test {

inline constexpr std::string_view kUblSpace = "urn:oasis:names:specification:ubl:schema:xsd:";

/// The element with UBL's prefixes: what holds elements is an aggregate, everything else is basic.
inline std::string with_prefixes(const server::ingest::xml::Element& element) {
    const std::string name = (element.children.empty() ? "cbc:" : "cac:") + element.name;
    std::string text = "<" + name;
    for (const auto& attribute : element.attributes)
        text += " " + attribute.name + "=\"" + attribute.value + "\"";
    text += ">" + element.text;
    for (const auto& child : element.children)
        text += with_prefixes(child) + "\n";
    return text + "</" + name + ">";
}

/// A UBL document from its content without prefixes: ubl("Order", "<ID>7</ID>").
inline std::string ubl(std::string_view name, std::string_view content) {
    const auto parsed = server::ingest::xml::Document::parse("<x>" + std::string(content) + "</x>");
    REQUIRE(parsed.has_value());
    const std::string space(kUblSpace);
    std::string text = "<" + std::string(name) + " xmlns=\"" + space + std::string(name) +
                       "-2\" xmlns:cac=\"" + space + "CommonAggregateComponents-2\" xmlns:cbc=\"" + space +
                       "CommonBasicComponents-2\">\n";
    for (const auto& element : parsed->root().children)
        text += with_prefixes(element) + "\n";
    return text + "</" + std::string(name) + ">\n";
}

inline constexpr std::string_view kBuyer =
    "<BuyerCustomerParty><Party><EndpointID schemeID='0088'>4711</EndpointID></Party></BuyerCustomerParty>";

inline constexpr std::string_view kUblMapping = R"({
  "format": "ubl",
  "source": {"name": "peppol", "kind": "sales"},
  "account": {"0088:4711": {"code": "city", "name": "City Hospital"}}
})";

/// Number, date of issue and buyer: how most documents begin.
inline std::string head(std::string_view id, std::string_view issued) {
    return "<ID>" + std::string(id) + "</ID><IssueDate>" + std::string(issued) + "</IssueDate>" +
           std::string(kBuyer);
}

inline std::string of_order(std::string_view order) {
    return "<OrderReference><ID>" + std::string(order) + "</ID></OrderReference>";
}

} // namespace orderdeck::test
