#include "shared/domain/relations/cycles.h"

#include <algorithm>
#include <map>
#include <set>

namespace orderdeck::domain {
namespace {

/// Directed links between ends; what lies on no way that returns falls out by itself.
class Graph {
public:
    explicit Graph(const OrderSet& set) {
        for (const Link& link : set.links()) {
            if (!leads_back(link.relation->kind)) continue;
            const bool same_order = link.from.order == link.to.order;
            const RelationEnd from = same_order ? link.from : RelationEnd{link.from.order, std::nullopt};
            const RelationEnd to = same_order ? link.to : RelationEnd{link.to.order, std::nullopt};
            ends_[from].out.insert(to);
            ends_[to].in.insert(from);
        }
        std::vector<RelationEnd> loose;
        for (const auto& [end, links] : ends_) {
            if (links.in.empty() || links.out.empty()) loose.push_back(end);
        }
        remove(std::move(loose));
    }

    bool is_empty() const { return ends_.empty(); }
    const RelationEnd& lowest() const { return ends_.begin()->first; }
    const std::set<RelationEnd>& after(const RelationEnd& end) const { return ends_.at(end).out; }

    /// Takes the ends away, and all that then leads nowhere or is reached from nowhere.
    void remove(std::vector<RelationEnd> ends) {
        while (!ends.empty()) {
            const RelationEnd end = ends.back();
            ends.pop_back();
            const auto found = ends_.find(end);
            if (found == ends_.end()) continue;
            const Links links = std::move(found->second);
            ends_.erase(found);
            for (const RelationEnd& to : links.out)
                loosen(to, &Links::in, end, ends);
            for (const RelationEnd& from : links.in)
                loosen(from, &Links::out, end, ends);
        }
    }

private:
    struct Links {
        std::set<RelationEnd> in;
        std::set<RelationEnd> out;
    };

    void loosen(const RelationEnd& end, std::set<RelationEnd> Links::*side, const RelationEnd& gone,
                std::vector<RelationEnd>& loose) {
        const auto found = ends_.find(end);
        if (found == ends_.end()) return;
        (found->second.*side).erase(gone);
        if ((found->second.*side).empty()) loose.push_back(end);
    }

    std::map<RelationEnd, Links> ends_;
};

/// The shortest way from an end back to it; empty when there is none.
std::vector<RelationEnd> way_back(const Graph& graph, const RelationEnd& start) {
    std::map<RelationEnd, RelationEnd> came_from;
    std::vector<RelationEnd> front{start};
    while (!front.empty()) {
        std::vector<RelationEnd> next;
        for (const RelationEnd& at : front) {
            for (const RelationEnd& to : graph.after(at)) {
                if (to == start) {
                    std::vector<RelationEnd> way{at};
                    while (!(way.back() == start))
                        way.push_back(came_from.at(way.back()));
                    std::reverse(way.begin(), way.end());
                    return way;
                }
                if (came_from.emplace(to, at).second) next.push_back(to);
            }
        }
        front = std::move(next);
    }
    return {};
}

} // namespace

bool leads_back(RelationKind kind) {
    return kind != RelationKind::shipped_with && kind != RelationKind::part_of_project;
}

std::vector<std::vector<RelationEnd>> relation_cycles(const OrderSet& set) {
    Graph graph(set);
    std::vector<std::vector<RelationEnd>> cycles;
    while (!graph.is_empty()) {
        // The lowest of all that are left, so a way that returns to it begins with its own lowest end.
        const RelationEnd start = graph.lowest();
        std::vector<RelationEnd> way = way_back(graph, start);
        // Without one it lies between two cycles, on neither.
        graph.remove(way.empty() ? std::vector{start} : way);
        if (!way.empty()) cycles.push_back(std::move(way));
    }
    return cycles;
}

} // namespace orderdeck::domain
