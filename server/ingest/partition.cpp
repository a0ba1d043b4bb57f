#include "server/ingest/partition.h"

#include "server/ingest/subject.h"

#include <algorithm>
#include <unordered_map>

namespace orderdeck::server::ingest {
namespace {

/// Facts that belong together, and how many order lines they speak of.
struct Cluster {
    std::string_view account;
    std::vector<const Fact*> facts;
    std::size_t lines = 0;
};

class Clustering {
public:
    std::vector<Cluster> cluster(std::span<const Fact> facts) {
        for (const Fact& fact : facts) {
            if (const auto* link = std::get_if<ShipmentLineFact>(&fact.body))
                carried_order_.emplace(key(fact.account, link->shipment), link->order);
        }
        for (const Fact& fact : facts)
            add(fact);
        return std::move(clusters_);
    }

private:
    static std::string key(std::string_view account, std::string_view number) {
        std::string text(account);
        return text.append(1, '\n').append(number);
    }

    /// An order's own facts under its number; a shipment's under that of the first order which it carries.
    std::string key_of(const Fact& fact) const {
        const Subject subject = subject_of(fact.body);
        if (subject.kind == SubjectKind::order) return key(fact.account, subject.number);
        const auto order = carried_order_.find(key(fact.account, subject.number));
        if (order != carried_order_.end()) return key(fact.account, order->second);
        return key(fact.account, to_string(subject));
    }

    void add(const Fact& fact) {
        const auto [place, is_new] = place_.emplace(key_of(fact), clusters_.size());
        if (is_new) clusters_.push_back({.account = fact.account, .facts = {}, .lines = 0});
        Cluster& cluster = clusters_[place->second];
        cluster.facts.push_back(&fact);
        if (std::holds_alternative<LineFact>(fact.body)) ++cluster.lines;
    }

    std::unordered_map<std::string, std::string_view> carried_order_;
    std::unordered_map<std::string, std::size_t> place_;
    std::vector<Cluster> clusters_;
};

} // namespace

std::vector<Portion> partition(std::span<const Fact> facts, std::size_t max_lines) {
    std::vector<Cluster> clusters = Clustering().cluster(facts);
    std::stable_sort(clusters.begin(), clusters.end(),
                     [](const Cluster& left, const Cluster& right) { return left.account < right.account; });
    std::vector<Portion> portions;
    std::size_t lines = 0;
    for (const Cluster& cluster : clusters) {
        // A cluster without lines still costs about as much as one.
        const std::size_t weight = std::max<std::size_t>(1, cluster.lines);
        if (portions.empty() || portions.back().account != cluster.account || lines + weight > max_lines) {
            portions.push_back({.account = cluster.account, .facts = {}});
            lines = 0;
        }
        lines += weight;
        auto& target = portions.back().facts;
        target.insert(target.end(), cluster.facts.begin(), cluster.facts.end());
    }
    return portions;
}

} // namespace orderdeck::server::ingest
