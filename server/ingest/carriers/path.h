#pragma once

#include "server/ingest/carriers/tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::ingest::carriers {

/// Where something stands in a payload, from a node on: names separated by "/", ".." for the parent, "." for the node
/// itself, "name[child=value]" for those whose child has this text. A step leads to all children of its name.
class Path {
public:
    /// `invalid` for an empty step or an unclosed bracket.
    static base::Result<Path> parse(std::string_view text);

    std::vector<const Node*> select(const Node& from) const;
    /// The first text that is not empty.
    std::string text(const Node& from) const;

private:
    struct Step {
        std::string name;
        std::string filter_child; ///< empty: no filter
        std::string filter_value;
    };
    static base::Result<Step> parse_step(std::string_view text);
    static bool fits(const Step& step, const Node& node);
    std::vector<Step> steps_;
};

/// A text that is made from a payload.
struct Value {
    enum class Kind : std::uint8_t { path, constant, first_of, join } kind = Kind::constant;
    Path path;
    std::string text; ///< the constant, or what stands between joined parts
    std::vector<Value> parts;

    std::string read(const Node& from) const;
};

} // namespace orderdeck::server::ingest::carriers
