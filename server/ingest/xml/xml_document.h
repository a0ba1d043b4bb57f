#pragma once

#include "shared/base/result.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::ingest::xml {

/// Bounds of a parse; a document beyond them is refused.
struct Limits {
    std::size_t max_bytes = 16 * 1024 * 1024;
    std::size_t max_elements = 500'000;
    int max_depth = 64;
};

struct Attribute {
    std::string name; ///< without prefix
    std::string value;
};

/// Local names from an element down to one of its descendants.
using Path = std::initializer_list<std::string_view>;

/// One element with its name resolved by Namespaces in XML 1.0: prefixes mean nothing, the URI they stand for does.
struct Element {
    std::string_view space; ///< namespace URI, lives in the Document; empty: none
    std::string name;       ///< without prefix
    std::string text;       ///< what stands directly in it, without white space at both ends
    std::vector<Attribute> attributes;
    std::vector<Element> children;
    std::int64_t line = 0; ///< where it begins; 0 when the document is not in UTF-8

    /// The first child of this name, or nullptr.
    const Element* child(std::string_view child_name) const;
    /// All children of this name.
    std::vector<const Element*> all(std::string_view child_name) const;
    /// The first descendant at this path, or nullptr; of several children with one name all are tried.
    const Element* at(Path path) const;
    /// Its text; empty when there is none.
    std::string_view text_at(Path path) const;
    /// The value of an attribute; empty when there is none.
    std::string_view attribute(std::string_view attribute_name) const;
};

/// A whole document.
class Document {
public:
    /// Refuses with the line what is not well-formed or beyond the limits, and every document type declaration: no entity
    /// is ever declared or fetched.
    static base::Result<Document> parse(std::string_view bytes, const Limits& limits = {});

    const Element& root() const { return root_; }
    Element& root() { return root_; }

private:
    friend class Builder;
    std::set<std::string, std::less<>> spaces_; // elements point into it
    Element root_;
};

/// Removes all descendants that belong to none of these namespaces, with what is in them.
void keep_only(Element& element, std::initializer_list<std::string_view> spaces);

} // namespace orderdeck::server::ingest::xml
