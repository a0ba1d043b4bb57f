#include "server/ingest/carriers/tree.h"

#include "server/ingest/xml/xml_document.h"
#include "shared/base/utf8.h"
#include "shared/json/reader.h"

namespace orderdeck::server::ingest::carriers {
namespace {

/// Texts that are broken over lines for their file mean the same on one.
std::string on_one_line(std::string_view text) {
    std::string result;
    for (const char c : base::replace_invalid_utf8(text)) {
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (blank && (result.empty() || result.back() == ' ')) continue;
        result += blank ? ' ' : c;
    }
    if (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

base::Result<std::string> text_of(const json::Value& value) {
    switch (value.kind()) {
    case json::Kind::string: return on_one_line(TRY(value.string()));
    case json::Kind::integer: return std::to_string(TRY(value.int64()));
    case json::Kind::boolean: return std::string(TRY(value.boolean()) ? "true" : "false");
    case json::Kind::number: {
        // A number with an exponent is no code, time or place.
        const auto decimal = value.decimal();
        return decimal ? base::to_string(*decimal) : std::string();
    }
    case json::Kind::null:
    case json::Kind::array:
    case json::Kind::object: return std::string();
    }
    return std::string();
}

base::Result<void> fill(Node& node, const json::Value& value);

base::Result<void> add_children(Node& parent, const std::string& name, const json::Value& value) {
    if (value.is_null()) return {};
    if (value.kind() == json::Kind::array) {
        for (const json::Value& element : TRY(value.elements()))
            TRY(add_children(parent, name, element));
        return {};
    }
    Node& child = parent.children.emplace_back();
    child.name = name;
    return fill(child, value);
}

base::Result<void> fill(Node& node, const json::Value& value) {
    node.text = TRY(text_of(value));
    if (value.kind() == json::Kind::object) {
        for (const json::Member& member : TRY(value.members()))
            TRY(add_children(node, member.name, member.value));
    } else if (value.kind() == json::Kind::array) {
        return add_children(node, "element", value);
    }
    return {};
}

void fill(Node& node, const xml::Element& element) {
    node.name = element.name;
    node.text = on_one_line(element.text);
    for (const xml::Attribute& attribute : element.attributes) {
        Node& child = node.children.emplace_back();
        child.name = "@" + attribute.name;
        child.text = on_one_line(attribute.value);
    }
    for (const xml::Element& inner : element.children)
        fill(node.children.emplace_back(), inner);
}

/// Only when the tree is complete: growing lists move their elements.
void link(Node& node) {
    for (Node& child : node.children) {
        child.parent = &node;
        link(child);
    }
}

} // namespace

base::Result<Tree> Tree::parse(Notation notation, std::string_view bytes) {
    auto root = std::make_unique<Node>();
    if (notation == Notation::json) {
        const json::Document document = TRY(json::Document::parse(bytes));
        TRY(fill(*root, document.root()));
    } else {
        const xml::Document document = TRY(xml::Document::parse(bytes));
        fill(*root, document.root());
    }
    link(*root);
    return Tree(std::move(root));
}

} // namespace orderdeck::server::ingest::carriers
