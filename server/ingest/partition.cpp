#include "server/ingest/partition.h"

#include "server/ingest/subject.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace orderdeck::server::ingest {
namespace {

/// Facts that belong together, and how many order lines they speak of.
struct Cluster {
    std::string_view account;
    std::vector<const Fact*> facts;
    std::size_t lines = 0;
};

/// What a fact says about which subject belongs to which.
struct Link {
    Subject from;
    Subject to;
};

struct FindLink {
    std::optional<Link> operator()(const ShipmentLineFact& fact) const {
        return Link{{SubjectKind::shipment, fact.shipment}, {SubjectKind::order, fact.order}};
    }
    std::optional<Link> operator()(const InvoiceLineFact& fact) const {
        return Link{{SubjectKind::invoice, fact.invoice}, {SubjectKind::order, fact.order}};
    }
    std::optional<Link> operator()(const ParcelFact& fact) const {
        return Link{{SubjectKind::parcel, fact.parcel}, {SubjectKind::shipment, fact.shipment}};
    }
    std::optional<Link> operator()(const ShipmentFact& fact) const {
        if (!fact.tracking_number) return std::nullopt;
        return Link{{SubjectKind::parcel, *fact.tracking_number}, {SubjectKind::shipment, fact.shipment}};
    }
    template <typename Other>
    std::optional<Link> operator()(const Other&) const {
        return std::nullopt;
    }
};

class Clustering {
public:
    std::vector<Cluster> cluster(std::span<const Fact> facts) {
        for (const Fact& fact : facts) {
            if (const auto link = std::visit(FindLink{}, fact.body))
                links_.emplace(key(fact.account, link->from), link->to);
        }
        for (const Fact& fact : facts)
            add(fact);
        return std::move(clusters_);
    }

private:
    static std::string key(std::string_view account, const Subject& subject) {
        std::string text(account);
        return text.append(1, '\n').append(to_string(subject));
    }

    /// An order's own facts under its number; a parcel's under its shipment's, and a shipment's or an invoice's under that
    /// of the first order that it is linked to.
    std::string key_of(const Fact& fact) const {
        std::string found = key(fact.account, subject_of(fact.body));
        for (auto link = links_.find(found); link != links_.end(); link = links_.find(found))
            found = key(fact.account, link->second);
        return found;
    }

    void add(const Fact& fact) {
        const auto [place, is_new] = place_.emplace(key_of(fact), clusters_.size());
        if (is_new) clusters_.push_back({.account = fact.account, .facts = {}, .lines = 0});
        Cluster& cluster = clusters_[place->second];
        cluster.facts.push_back(&fact);
        if (std::holds_alternative<LineFact>(fact.body)) ++cluster.lines;
    }

    std::unordered_map<std::string, Subject> links_;
    std::unordered_map<std::string, std::size_t> place_;
    std::vector<Cluster> clusters_;
};

} // namespace

std::vector<Portion> partition(std::span<const Fact> facts, std::size_t max_lines) {
    std::vector<Cluster> clusters = Clustering().cluster(facts);
    std::stable_sort(clusters.begin(), clusters.end(),
                     [](const Cluster& left, const Cluster& right) { return left.account < right.account; });
    std::vector<Portion> portions;
    for (const Cluster& cluster : clusters) {
        // A cluster without lines still costs about as much as one.
        const std::size_t weight = std::max<std::size_t>(1, cluster.lines);
        if (portions.empty() || portions.back().account != cluster.account ||
            portions.back().lines + weight > max_lines)
            portions.push_back({.account = cluster.account, .facts = {}});
        Portion& target = portions.back();
        target.lines += weight;
        target.facts.insert(target.facts.end(), cluster.facts.begin(), cluster.facts.end());
    }
    return portions;
}

std::size_t portions_that_fit(std::span<const Portion> portions, std::size_t max_lines) {
    std::size_t lines = 0;
    const auto first_too_many = std::find_if(portions.begin(), portions.end(), [&](const Portion& portion) {
        lines += portion.lines;
        return lines > max_lines;
    });
    return std::max<std::size_t>(1, static_cast<std::size_t>(first_too_many - portions.begin()));
}

} // namespace orderdeck::server::ingest
