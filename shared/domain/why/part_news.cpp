#include "shared/domain/part_news.h"
#include "shared/domain/progress/order_facts.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

void announce_shipment(const OrderFacts& facts, ShipmentId id, std::vector<PartNews>& all) {
    const ShipmentFacts& shipment = facts.shipment(id);
    PartNews news;
    for (const LineFacts& line : facts.lines()) {
        for (const ShippedPart& part : line.parts) {
            if (part.shipment->id == id) news.quantity += part.quantity;
        }
    }
    news.shipment = id;
    for (const Stage stage : {Stage::shipped, Stage::delivered}) {
        const auto on = shipment.reached_on[static_cast<std::size_t>(stage)];
        if (shipment.stage < stage || !on) continue;
        news.key = "shipment/" + std::to_string(id.value()) + "/" + std::string(name_of(stage));
        news.stage = stage;
        news.on = *on;
        all.push_back(news);
    }
}

/// Statements about a line that no shipment carries; of those about all of it the first counts.
void announce_line(const LineFacts& line, std::vector<PartNews>& all) {
    if (!line.parts.empty()) return;
    MilestoneRefs events = line.own;
    std::sort(events.begin(), events.end(), happened_before);
    std::vector<std::string> told;
    for (const Milestone* event : events) {
        const bool is_news = event->code == MilestoneCode::shipped || event->code == MilestoneCode::delivered;
        if (!is_news || !event->actual) continue;
        PartNews news;
        news.stage = event->code == MilestoneCode::shipped ? Stage::shipped : Stage::delivered;
        news.key = "line/" + std::to_string(line.line->id.value()) + "/" + std::string(name_of(news.stage));
        if (event->quantity) news.key += "/" + std::to_string(event->id.value());
        if (std::find(told.begin(), told.end(), news.key) != told.end()) continue;
        told.push_back(news.key);
        news.line = line.line->id;
        news.quantity = event->quantity.value_or(line.active);
        news.on = event->actual->on;
        all.push_back(std::move(news));
    }
}

} // namespace

std::vector<PartNews> part_news(const OrderRecords& records) {
    const OrderFacts facts(records);
    std::vector<PartNews> all;
    for (const Shipment& shipment : records.shipments)
        announce_shipment(facts, shipment.id, all);
    for (const LineFacts& line : facts.lines())
        announce_line(line, all);
    return all;
}

} // namespace orderdeck::domain
