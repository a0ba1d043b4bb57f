#include "shared/words/order/order_view.h"

#include "shared/domain/line_number.h"
#include "shared/domain/why.h"
#include "shared/i18n/domain_words.h"
#include "shared/i18n/format_number.h"
#include "shared/i18n/tracking_words.h"
#include "shared/words/source_words.h"

#include <algorithm>
#include <tuple>

namespace orderdeck::words {
namespace {

using domain::Stage;

PillView pill_of(const ViewContext& context, Stage stage) {
    const Tone tone = stage >= Stage::delivered ? Tone::ok
                      : stage == Stage::customs ? Tone::warn
                      : stage >= Stage::shipped ? Tone::info
                                                : Tone::mute;
    return {std::string(context.language.raw(i18n::message_of(stage))), tone};
}

struct ShipmentWriter {
    const ViewContext& context;
    const domain::OrderDetails& details;

    std::string lines(domain::ShipmentId shipment) const {
        std::vector<std::string> numbers;
        for (const domain::ShipmentLine& link : details.records.shipment_lines) {
            const domain::Line* line =
                link.shipment == shipment ? domain::line_of(details, link.line) : nullptr;
            if (line != nullptr && std::find(numbers.begin(), numbers.end(), line->number) == numbers.end())
                numbers.push_back(line->number);
        }
        if (numbers.empty()) return {};
        std::sort(numbers.begin(), numbers.end(), domain::line_number_before);
        const std::size_t count = numbers.size();
        std::string list;
        for (const std::string& number : numbers) {
            if (!list.empty()) list += context.language.raw("list.separator");
            list += number;
        }
        return context.text("shipment.lines", {{"count", count}, {"lines", list}});
    }

    std::string arrival(const domain::ShipmentProgress& progress) const {
        if (progress.stage >= Stage::delivered) {
            if (!progress.since) return {};
            return context.text("shipment.delivered", {{"date", context.near_date(progress.since->on)}});
        }
        const bool is_usual = progress.usual && progress.usual->half_on == progress.expected_on;
        if (!progress.expected_on || is_usual) return {};
        return context.text("shipment.arrives", {{"date", context.near_date(*progress.expected_on)}});
    }

    /// From history, with what it is made of; what has passed is told as passed.
    std::string usual(const domain::ShipmentProgress& progress) const {
        if (!progress.usual || progress.stage >= Stage::delivered) return {};
        const domain::UsualDays& usual = *progress.usual;
        const base::LocalDate today = context.clock.today();
        const std::string basis = context.text(i18n::message_of(usual.match), {{"count", usual.samples}});
        const std::string half = context.date(usual.half_on);
        const std::string most = context.date(usual.most_on);
        if (usual.most_on < today) return context.text("usual.passed", {{"date", most}, {"basis", basis}});
        if (usual.half_on < today || usual.half_on == usual.most_on)
            return context.text("usual.until", {{"date", most}, {"basis", basis}});
        return context.text("usual.between", {{"from", half}, {"until", most}, {"basis", basis}});
    }

    std::string caption(const domain::Shipment& shipment, const domain::ShipmentProgress& progress) const {
        std::vector<std::string> parts{lines(shipment.id)};
        if (shipment.parcels > 0)
            parts.push_back(context.text("shipment.parcels", {{"count", shipment.parcels}}));
        if (!shipment.mode.empty()) parts.push_back(i18n::mode_words(context.language, shipment.mode));
        parts.push_back(arrival(progress));
        parts.push_back(usual(progress));
        if (!shipment.number.empty())
            parts.push_back(context.text("shipment.note", {{"number", shipment.number}}));
        return join_facts(parts);
    }

    EventView event(const domain::Milestone& milestone) const {
        const std::string word(context.language.raw(i18n::message_of(milestone.code)));
        EventView view;
        // A scan is told in the carrier's words; what has only a date is a fact with a remark.
        const bool is_scan = milestone.actual->at && !milestone.note.empty();
        view.title = is_scan ? milestone.note : word;
        const domain::Occurrence& actual = *milestone.actual;
        view.when = i18n::format_occurrence(context.language, actual, context.clock);
        view.note = join_facts({is_scan ? word : milestone.note, milestone.place,
                                source_words(context, details, milestone.source)});
        return view;
    }

    std::vector<EventView> events(domain::ShipmentId shipment) const {
        std::vector<const domain::Milestone*> found;
        for (const domain::Milestone& milestone : details.records.milestones)
            if (milestone.shipment == shipment && milestone.actual) found.push_back(&milestone);
        const auto key = [](const domain::Milestone* milestone) {
            const domain::Occurrence& actual = *milestone->actual;
            return std::tuple(actual.at.value_or(base::Timestamp::at_start_of(actual.on)), milestone->code,
                              milestone->id);
        };
        std::sort(found.begin(), found.end(),
                  [&](auto* left, auto* right) { return key(left) > key(right); });
        std::vector<EventView> views;
        for (const domain::Milestone* milestone : found)
            views.push_back(event(*milestone));
        if (views.empty()) views.push_back({context.text("shipment.no_events"), {}, {}});
        return views;
    }
};

} // namespace

std::vector<ShipmentView> shipments_view(const ViewContext& context, const domain::OrderDetails& details) {
    const ShipmentWriter writer{context, details};
    const std::vector<domain::ShipmentProgress> progress = domain::shipment_progress(details.records);
    std::vector<ShipmentView> views;
    for (std::size_t i = 0; i < details.records.shipments.size(); ++i) {
        const domain::Shipment& shipment = details.records.shipments[i];
        const std::string number = i18n::format_integer(context.language, static_cast<std::int64_t>(i + 1));
        ShipmentView view;
        view.key = std::to_string(shipment.id.value());
        view.title =
            join_facts({context.text("shipment.title", {{"number", number}}),
                        shipment.tracking_number.empty() ? shipment.carrier
                        : shipment.carrier.empty()       ? shipment.tracking_number
                                                   : shipment.carrier + " " + shipment.tracking_number});
        view.caption = writer.caption(shipment, progress[i]);
        view.pill = pill_of(context, progress[i].stage);
        view.events_name = context.text("shipment.events", {{"number", number}});
        view.events = writer.events(shipment.id);
        view.parcels = parcels_view(context, details, shipment);
        view.parcels_name = context.text("shipment.tracked", {{"count", view.parcels.size()}});
        views.push_back(std::move(view));
    }
    return views;
}

} // namespace orderdeck::words
