#pragma once

#include "shared/base/result.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::ingest::carriers {

/// A payload without its notation: JSON and XML become the same tree. Elements of a list are children with the list's
/// name; XML names have no prefix; attributes are children whose name begins with @. Nulls and empty lists are left out.
struct Node {
    std::string name;
    std::string text; ///< valid UTF-8; white space at the ends removed, runs of it as one blank
    std::vector<Node> children;
    const Node* parent = nullptr; ///< null at the root
};

enum class Notation : std::uint8_t { json, xml };

/// A whole payload; nodes stay where they are until it goes.
class Tree {
public:
    /// Refuses with its place what is not well-formed or beyond the limits of the reader.
    static base::Result<Tree> parse(Notation notation, std::string_view bytes);

    const Node& root() const { return *root_; }

private:
    explicit Tree(std::unique_ptr<Node> root) : root_(std::move(root)) {}
    std::unique_ptr<Node> root_;
};

} // namespace orderdeck::server::ingest::carriers
