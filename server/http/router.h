#pragma once

#include "server/http/route.h"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace orderdeck::server::http {

/// What the router found for a path and a method.
struct RouteMatch {
    const Route* route = nullptr; ///< nullptr when no row takes this path and method
    PathParameters parameters;
    std::string
        allowed; ///< for 405 and OPTIONS: the methods of this path, "GET, HEAD"; empty when nobody knows the path
};

/// Finds routes by a trie over decoded path segments. Literal segments win over parameters, these over `rest`.
class Router {
public:
    explicit Router(std::vector<Route> routes);

    RouteMatch match(Method method, std::span<const std::string> segments) const;
    std::span<const Route> routes() const { return routes_; }

private:
    struct Node {
        std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
        std::unique_ptr<Node> id;
        std::unique_ptr<Node> text;
        std::unique_ptr<Node> rest;
        std::string_view parameter; ///< name by which the parent's edge to this node captures
        std::vector<const Route*> routes;
    };

    void insert(const Route& route);
    const Node* find(const Node& node, std::span<const std::string> segments,
                     PathParameters& parameters) const;
    static std::unique_ptr<Node>& edge(Node& node, std::string_view segment);

    std::vector<Route> routes_;
    Node root_;
};

} // namespace orderdeck::server::http
