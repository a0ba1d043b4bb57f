#include "shared/domain/summary/summary_parts.h"

#include <algorithm>
#include <map>
#include <set>

namespace orderdeck::domain {
namespace {

/// The only line with the greatest key, if there is only one.
template <typename Key>
const LineProgress* single_greatest(const std::vector<const LineProgress*>& lines, Key key) {
    const LineProgress* greatest = nullptr;
    bool is_single = false;
    for (const LineProgress* line : lines) {
        if (greatest == nullptr || key(*greatest) < key(*line)) {
            greatest = line;
            is_single = true;
        } else if (!(key(*line) < key(*greatest))) {
            is_single = false;
        }
    }
    return is_single ? greatest : nullptr;
}

/// Whether goods have gone on as one piece, so that how far a component is by itself says nothing any more.
bool is_inside(const LineProgress& component, const LineProgress& kit) {
    return kit.reached >= Stage::packed && kit.reached > component.reached;
}

/// The lines that say nothing of their own about when all is there.
std::set<LineId> told_by_others(const std::vector<LineProgress>& lines, std::span<const KitPart> kits) {
    std::map<LineId, const LineProgress*> progress;
    if (!kits.empty()) {
        for (const LineProgress& line : lines)
            progress.emplace(line.line, &line);
    }
    std::set<LineId> told;
    for (const KitPart& part : kits) {
        const auto kit = progress.find(part.kit);
        const auto component = progress.find(part.component);
        if (kit == progress.end() || component == progress.end()) continue;
        if (is_inside(*component->second, *kit->second))
            told.insert(part.component);
        else if (is_open(*component->second))
            told.insert(part.kit);
    }
    return told;
}

Party turn_of(const OrderFacts& facts, const OrderSummary& summary) {
    if (summary.complete) return Party::unknown;
    for (const Hold* hold : facts.open_holds()) {
        if (hold->owner == Party::customer) return Party::customer;
    }
    if (summary.hold_all && summary.hold_owner != Party::unknown) return summary.hold_owner;
    return summary.lines > 0 && summary.low >= Stage::shipped ? Party::carrier : Party::us;
}

} // namespace

std::optional<LineId> blocking_line_of(const std::vector<LineProgress>& lines,
                                       std::span<const KitPart> kits) {
    const std::set<LineId> told = told_by_others(lines, kits);
    std::vector<const LineProgress*> open;
    int active = 0;
    for (const LineProgress& line : lines) {
        if (told.contains(line.line)) continue;
        if (!line.wholly_cancelled) ++active;
        if (is_open(line)) open.push_back(&line);
    }
    if (active < 2 || open.empty()) return std::nullopt;
    const auto behind = [](const LineProgress& line) { return -static_cast<int>(line.reached); };
    const auto date_then_behind = [&](const LineProgress& line) {
        return std::pair(*expected_on(line), behind(line));
    };
    const bool all_dated = std::all_of(
        open.begin(), open.end(), [](const LineProgress* line) { return expected_on(*line).has_value(); });
    // Where one line has no date, dates cannot tell which comes last; then only being furthest behind counts.
    const LineProgress* last =
        all_dated ? single_greatest(open, date_then_behind) : single_greatest(open, behind);
    return last == nullptr ? std::nullopt : std::optional(last->line);
}

std::optional<LineId> blocking_line_of(const OrderFacts& facts) {
    const OrderRecords* records = &facts.records();
    return blocking_line_of(facts.progress(), kit_parts_of(std::span(&records, 1)));
}

void derive_waiting(const OrderFacts& facts, OrderSummary& summary) {
    if (!facts.open_holds().empty()) {
        const Hold& oldest = *facts.open_holds().front();
        summary.hold_reason = oldest.reason;
        summary.hold_owner = oldest.owner;
        summary.hold_since = oldest.since;
        summary.hold_all =
            std::all_of(facts.progress().begin(), facts.progress().end(),
                        [](const LineProgress& line) { return line.on_hold || !is_open(line); });
    }
    summary.blocking_line = blocking_line_of(facts);
    summary.turn = turn_of(facts, summary);
}

} // namespace orderdeck::domain
