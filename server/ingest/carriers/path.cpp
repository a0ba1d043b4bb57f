#include "server/ingest/carriers/path.h"

#include <algorithm>

namespace orderdeck::server::ingest::carriers {
namespace {

/// The steps of a path; a slash inside brackets belongs to a value.
std::vector<std::string_view> cut(std::string_view text) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    int depth = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] == '[') ++depth;
        if (i < text.size() && text[i] == ']') --depth;
        if (i < text.size() && (text[i] != '/' || depth > 0)) continue;
        parts.push_back(text.substr(begin, i - begin));
        begin = i + 1;
    }
    return parts;
}

} // namespace

base::Result<Path::Step> Path::parse_step(std::string_view text) {
    Step step;
    const std::size_t bracket = text.find('[');
    step.name = text.substr(0, bracket);
    if (step.name.empty()) return base::fail(base::ErrorCode::invalid, "a path has an empty step");
    if (bracket == text.npos) return step;
    const std::size_t equals = text.find('=', bracket);
    if (text.back() != ']' || equals == text.npos || equals == bracket + 1)
        return base::fail(base::ErrorCode::invalid, "a filter is written [child=value]");
    step.filter_child = text.substr(bracket + 1, equals - bracket - 1);
    step.filter_value = text.substr(equals + 1, text.size() - equals - 2);
    return step;
}

base::Result<Path> Path::parse(std::string_view text) {
    Path path;
    for (const std::string_view part : cut(text))
        path.steps_.push_back(TRY(parse_step(part)));
    return path;
}

bool Path::fits(const Step& step, const Node& node) {
    if (node.name != step.name) return false;
    if (step.filter_child.empty()) return true;
    return std::any_of(node.children.begin(), node.children.end(), [&step](const Node& child) {
        return child.name == step.filter_child && child.text == step.filter_value;
    });
}

std::vector<const Node*> Path::select(const Node& from) const {
    std::vector<const Node*> nodes{&from};
    for (const Step& step : steps_) {
        std::vector<const Node*> next;
        for (const Node* node : nodes) {
            if (step.name == ".") {
                next.push_back(node);
            } else if (step.name == "..") {
                if (node->parent != nullptr) next.push_back(node->parent);
            } else {
                for (const Node& child : node->children) {
                    if (fits(step, child)) next.push_back(&child);
                }
            }
        }
        nodes = std::move(next);
    }
    return nodes;
}

std::string Path::text(const Node& from) const {
    for (const Node* node : select(from)) {
        if (!node->text.empty()) return node->text;
    }
    return {};
}

std::string Value::read(const Node& from) const {
    switch (kind) {
    case Kind::path: return path.text(from);
    case Kind::constant: return text;
    case Kind::first_of:
        for (const Value& part : parts) {
            if (std::string value = part.read(from); !value.empty()) return value;
        }
        return {};
    case Kind::join: break;
    }
    std::string joined;
    for (const Value& part : parts) {
        const std::string value = part.read(from);
        if (value.empty()) continue;
        if (!joined.empty()) joined += text;
        joined += value;
    }
    return joined;
}

} // namespace orderdeck::server::ingest::carriers
