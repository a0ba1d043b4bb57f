#include "server/ingest/xml/xml_document.h"

#include "shared/base/text.h"
#include "shared/base/utf8.h"

#include <algorithm>
#include <map>
#include <optional>
#include <pugixml.hpp>

namespace orderdeck::server::ingest::xml {
namespace {

constexpr std::string_view kXmlNamespace = "http://www.w3.org/XML/1998/namespace";

base::Failure<base::Error> refuse(std::string message, std::int64_t line = 0) {
    return base::fail(base::ErrorCode::invalid, std::move(message),
                      line == 0 ? std::string{} : std::to_string(line));
}

/// Prefix and local name of "cac:Party".
std::pair<std::string_view, std::string_view> split_name(std::string_view name) {
    const std::size_t colon = name.find(':');
    if (colon == std::string_view::npos) return {{}, name};
    return {name.substr(0, colon), name.substr(colon + 1)};
}

/// Whether an attribute declares a prefix, and which: "" for xmlns, "cac" for xmlns:cac.
bool declares(std::string_view attribute, std::string_view& prefix) {
    const auto [before, after] = split_name(attribute);
    if (before.empty() && after != "xmlns") return false;
    if (!before.empty() && before != "xmlns") return false;
    prefix = before.empty() ? std::string_view{} : after;
    return true;
}

/// Finds lines of rising offsets.
class LineCounter {
public:
    explicit LineCounter(std::string_view text) : text_(text) {}
    std::int64_t line_of(std::ptrdiff_t offset) {
        const auto end =
            std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, offset)), text_.size());
        for (; at_ < end; ++at_)
            if (text_[at_] == '\n') ++line_;
        return line_;
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
    std::int64_t line_ = 1;
};

/// The namespaces in force, by prefix.
using Scope = std::map<std::string, std::string_view, std::less<>>;

} // namespace

/// Turns pugixml's tree into ours, within the limits.
class Builder {
public:
    Builder(std::string_view bytes, const Limits& limits, bool knows_lines)
        : lines_(bytes), limits_(limits), knows_lines_(knows_lines) {}

    base::Result<Document> build(const pugi::xml_node& root) {
        Document document;
        spaces_ = &document.spaces_;
        TRY(fill(document.root_, root, {{"xml", kXmlNamespace}}, 1));
        return document;
    }

private:
    std::string_view keep(std::string_view space) { return *spaces_->emplace(space).first; }

    base::Result<void> fill(Element& element, const pugi::xml_node& node, const Scope& outer, int depth) {
        element.line = knows_lines_ ? lines_.line_of(node.offset_debug()) : 0;
        if (depth > limits_.max_depth)
            return refuse("elements are nested more than " + std::to_string(limits_.max_depth) + " deep",
                          element.line);
        if (++elements_ > limits_.max_elements)
            return refuse("the document has more than " + std::to_string(limits_.max_elements) + " elements",
                          element.line);
        std::optional<Scope> own;
        read_attributes(element, node, outer, own);
        const Scope& scope = own ? *own : outer;
        const auto [prefix, name] = split_name(node.name());
        const auto space = scope.find(prefix);
        if (space == scope.end() && !prefix.empty())
            return refuse("the prefix of <" + std::string(node.name()) + "> is not declared", element.line);
        if (space != scope.end()) element.space = keep(space->second);
        element.name = name;
        return fill_content(element, node, scope, depth);
    }

    /// `own` becomes the scope of the element when it declares a namespace.
    void read_attributes(Element& element, const pugi::xml_node& node, const Scope& outer,
                         std::optional<Scope>& own) {
        for (const pugi::xml_attribute& attribute : node.attributes()) {
            std::string_view prefix;
            if (!declares(attribute.name(), prefix)) {
                element.attributes.push_back(
                    {.name = std::string(split_name(attribute.name()).second), .value = attribute.value()});
                continue;
            }
            if (!own) own = outer;
            own->insert_or_assign(std::string(prefix), keep(attribute.value()));
        }
    }

    base::Result<void> fill_content(Element& element, const pugi::xml_node& node, const Scope& scope,
                                    int depth) {
        std::string text;
        for (const pugi::xml_node& child : node.children()) {
            if (child.type() == pugi::node_element) {
                TRY(fill(element.children.emplace_back(), child, scope, depth + 1));
            } else if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
                text += child.value();
            }
        }
        element.text = base::trim(text);
        return {};
    }

    LineCounter lines_;
    const Limits& limits_;
    bool knows_lines_;
    std::set<std::string, std::less<>>* spaces_ = nullptr;
    std::size_t elements_ = 0;
};

const Element* Element::child(std::string_view child_name) const {
    for (const Element& element : children)
        if (element.name == child_name) return &element;
    return nullptr;
}

std::vector<const Element*> Element::all(std::string_view child_name) const {
    std::vector<const Element*> found;
    for (const Element& element : children)
        if (element.name == child_name) found.push_back(&element);
    return found;
}

namespace {

const Element* descend(const Element& from, const std::string_view* step, const std::string_view* end) {
    if (step == end) return &from;
    for (const Element& element : from.children) {
        if (element.name != *step) continue;
        if (const Element* found = descend(element, step + 1, end)) return found;
    }
    return nullptr;
}

} // namespace

const Element* Element::at(Path path) const { return descend(*this, path.begin(), path.end()); }

std::string_view Element::text_at(Path path) const {
    const Element* element = at(path);
    return element == nullptr ? std::string_view{} : std::string_view(element->text);
}

std::string_view Element::attribute(std::string_view attribute_name) const {
    for (const Attribute& attribute : attributes)
        if (attribute.name == attribute_name) return attribute.value;
    return {};
}

base::Result<Document> Document::parse(std::string_view bytes, const Limits& limits) {
    if (bytes.size() > limits.max_bytes)
        return refuse("the document is larger than " + std::to_string(limits.max_bytes / (1024 * 1024)) +
                      " MiB");
    pugi::xml_document parsed;
    const pugi::xml_parse_result result =
        parsed.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_doctype);
    const bool is_utf8 = result.encoding == pugi::encoding_utf8;
    std::size_t roots = 0;
    for (const pugi::xml_node& node : parsed.children()) {
        if (node.type() == pugi::node_element) ++roots;
        if (node.type() == pugi::node_doctype)
            return refuse(
                "the document has a document type declaration (<!DOCTYPE>): such documents are refused, "
                "for it can make a reader fetch or unfold what the sender chose");
    }
    if (!result)
        return refuse(std::string("the document is not well-formed XML: ") + result.description(),
                      is_utf8 ? LineCounter(bytes).line_of(result.offset) : 0);
    if (is_utf8 && (!base::is_valid_utf8(bytes) || bytes.find('\0') != std::string_view::npos))
        return refuse("the document says that it is UTF-8 and is not: a byte of it is no character");
    if (roots > 1) return refuse("there is an element after the end of the document");
    return Builder(bytes, limits, is_utf8).build(parsed.document_element());
}

void keep_only(Element& element, std::initializer_list<std::string_view> spaces) {
    std::erase_if(element.children, [&spaces](const Element& child) {
        return std::find(spaces.begin(), spaces.end(), child.space) == spaces.end();
    });
    for (Element& child : element.children)
        keep_only(child, spaces);
}

} // namespace orderdeck::server::ingest::xml
