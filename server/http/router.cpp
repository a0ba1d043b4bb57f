#include "server/http/router.h"

#include "shared/base/parse_number.h"
#include "shared/base/text.h"

#include <algorithm>

namespace orderdeck::server::http {
namespace {

/// Row ids as we write them: no sign, no leading zero, below 2^53. Everything else is an unknown address, so that a
/// malformed id, an unknown one and somebody else's all get the same answer.
bool is_row_id(std::string_view text) {
    if (text.empty() || text.size() > 16 || text.front() == '0') return false;
    if (!std::all_of(text.begin(), text.end(), base::is_digit)) return false;
    return base::parse_int(text).value_or(0) < (std::int64_t{1} << 53);
}

bool takes(const Route& route, Method method) {
    return route.method == method || (route.method == Method::get && method == Method::head);
}

} // namespace

std::string_view PathParameters::text(std::string_view name) const {
    for (const auto& value : values_) {
        if (value.first == name) return value.second;
    }
    return {};
}

std::int64_t PathParameters::id(std::string_view name) const {
    return base::parse_int(text(name)).value_or(0);
}

Router::Router(std::vector<Route> routes) : routes_(std::move(routes)) {
    for (const Route& route : routes_)
        insert(route);
}

std::unique_ptr<Router::Node>& Router::edge(Node& node, std::string_view segment) {
    if (!segment.starts_with('{')) return node.literals[std::string(segment)];
    if (segment.ends_with(":id}")) return node.id;
    if (segment.ends_with(":rest}")) return node.rest;
    return node.text;
}

void Router::insert(const Route& route) {
    Node* node = &root_;
    const std::string_view path = route.pattern.substr(1);
    for (const std::string_view segment :
         path.empty() ? std::vector<std::string_view>{} : base::split(path, '/')) {
        std::unique_ptr<Node>& next = edge(*node, segment);
        if (!next) next = std::make_unique<Node>();
        node = next.get();
        if (segment.starts_with('{')) node->parameter = segment.substr(1, segment.find_first_of(":}") - 1);
    }
    node->routes.push_back(&route);
}

const Router::Node* Router::find(const Node& node, std::span<const std::string> segments,
                                 PathParameters& parameters) const {
    if (segments.empty()) return node.routes.empty() ? nullptr : &node;
    const std::string& first = segments.front();
    if (const auto literal = node.literals.find(first); literal != node.literals.end()) {
        if (const Node* found = find(*literal->second, segments.subspan(1), parameters)) return found;
    }
    for (const Node* child : {is_row_id(first) ? node.id.get() : nullptr, node.text.get()}) {
        if (child == nullptr) continue;
        parameters.add(child->parameter, first);
        if (const Node* found = find(*child, segments.subspan(1), parameters)) return found;
        parameters.drop_last();
    }
    if (!node.rest) return nullptr;
    std::string joined = first;
    for (const std::string& segment : segments.subspan(1))
        joined += "/" + segment;
    parameters.add(node.rest->parameter, std::move(joined));
    return node.rest.get();
}

RouteMatch Router::match(Method method, std::span<const std::string> segments) const {
    RouteMatch result;
    const Node* node = find(root_, segments, result.parameters);
    if (node == nullptr) return result;
    for (const Route* route : node->routes) {
        if (takes(*route, method)) result.route = route;
        if (!result.allowed.empty()) result.allowed += ", ";
        result.allowed += name_of(route->method);
        if (route->method == Method::get) result.allowed += ", HEAD";
    }
    return result;
}

} // namespace orderdeck::server::http
