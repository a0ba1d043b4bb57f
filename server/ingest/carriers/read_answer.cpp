#include "server/ingest/carriers/scan_reader.h"

#include "shared/base/text.h"
#include "shared/domain/tracking/parcel_state.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace orderdeck::server::ingest::carriers {
namespace {

std::string read_optional(const std::optional<Value>& value, const Node& from) {
    return value ? value->read(from) : std::string();
}

domain::ParcelStatus fold_status(const ParsedParcel& parcel) {
    std::vector<domain::TrackingEvent> events;
    for (const ParsedEvent& parsed : parcel.events) {
        domain::TrackingEvent& event = events.emplace_back();
        event.parcel = parcel.number;
        event.carrier = parcel.carrier;
        event.code = parsed.code;
        event.status = parsed.status;
        event.reason = parsed.reason;
        event.actual = parsed.actual;
        event.local_minute = parsed.local_minute;
        event.sequence = parsed.sequence;
        event.place = parsed.place;
        event.text = parsed.text;
    }
    std::vector<const domain::TrackingEvent*> refs;
    for (const domain::TrackingEvent& event : events)
        refs.push_back(&event);
    return domain::fold_parcel(parcel.number, refs).status;
}

/// Reads one payload into an answer.
class Reading {
public:
    Reading(const CarrierFormat& format, const Node& root, const AskedFor& asked)
        : format_(format), root_(root), asked_(asked), scans_(format) {
        answer_.carrier = format.carrier;
    }

    base::Result<CarrierAnswer> run() {
        read_messages();
        const auto parcels = format_.parcels.at.select(root_);
        for (const Node* node : parcels)
            read_parcel(*node);
        read_endings();
        for (ParsedParcel& parcel : answer_.parcels)
            parcel.status = fold_status(parcel);
        if (answer_.parcels.empty() && answer_.messages.empty()) TRY(explain_emptiness());
        return std::move(answer_);
    }

private:
    void read_messages() {
        for (const MessageRules& rules : format_.messages) {
            for (const Node* node : rules.at.select(root_)) {
                const std::string text = rules.text.read(*node);
                if (text.empty()) continue;
                const std::string number = read_optional(rules.number, *node);
                say(number.empty() ? asked_.number : number, rules.code.read(*node), text);
            }
        }
    }

    void say(std::string number, std::string code, std::string text) {
        const auto is_the_same = [&](const CarrierMessage& message) {
            return std::tie(message.number, message.code, message.text) == std::tie(number, code, text);
        };
        if (std::none_of(answer_.messages.begin(), answer_.messages.end(), is_the_same))
            answer_.messages.push_back({std::move(number), std::move(code), std::move(text)});
    }

    void read_parcel(const Node& node) {
        const ParcelRules& rules = format_.parcels;
        ParsedParcel parcel;
        parcel.number = read_optional(rules.number, node);
        if (parcel.number.empty()) parcel.number = asked_.number;
        parcel.carrier = read_optional(rules.carrier, node);
        if (parcel.carrier.empty()) parcel.carrier = format_.carrier;
        std::vector<std::string> unreadable;
        parcel.events = scans_.read(node, parcel.number, unreadable);
        for (const std::string& text : unreadable)
            say(parcel.number, "unreadable_time",
                "a scan without a time that can be read was left out: " + text);
        if (parcel.events.empty()) return;
        if (parcel.number.empty())
            return say({}, "no_number", "the payload does not say which parcel its scans are of");
        parcel.unique_id = read_optional(rules.unique_id, node);
        if (const auto shipped = scans_.read_day(read_optional(rules.shipped_on, node)))
            parcel.shipped_on = shipped->on;
        parcel.service = read_optional(rules.service, node);
        parcel.origin = read_optional(rules.origin, node);
        parcel.destination = read_optional(rules.destination, node);
        parcel.expected = scans_.read_day(read_optional(rules.expected, node));
        read_next_leg(node, parcel);
        answer_.parcels.push_back(std::move(parcel));
    }

    void read_next_leg(const Node& node, ParsedParcel& parcel) {
        const ParcelRules& rules = format_.parcels;
        domain::Handover leg{read_optional(rules.next_carrier, node), read_optional(rules.next_number, node)};
        const auto& undecided = rules.no_carrier;
        if (std::find(undecided.begin(), undecided.end(), leg.carrier) != undecided.end())
            leg.carrier.clear();
        for (const ParsedEvent& event : parcel.events) {
            const auto handover = domain::handover_in(event.text);
            if (handover && handover->number != parcel.number) leg = *handover;
        }
        if (!leg.number.empty() && leg.number != parcel.number) parcel.next_leg = std::move(leg);
    }

    void read_endings() {
        for (const EndingRules& rules : format_.endings) {
            if (rules.value.read(root_) != rules.is) continue;
            std::string number = rules.number.read(root_);
            if (number.empty()) number = asked_.number;
            if (number.empty()) continue;
            ParsedEvent event;
            event.code = rules.is;
            event.status = rules.status;
            event.text = rules.text.read(root_);
            event.is_undated = true;
            const int offset = format_.utc_offset_minutes.value_or(0);
            event.actual = {asked_.received.date_at(base::Duration::minutes(offset)), asked_.received,
                            offset};
            parcel_of(number, read_optional(rules.carrier, root_)).events.push_back(std::move(event));
        }
    }

    ParsedParcel& parcel_of(const std::string& number, const std::string& carrier) {
        const auto found =
            std::find_if(answer_.parcels.begin(), answer_.parcels.end(),
                         [&number](const ParsedParcel& parcel) { return parcel.number == number; });
        if (found != answer_.parcels.end()) return *found;
        ParsedParcel& parcel = answer_.parcels.emplace_back();
        parcel.number = number;
        parcel.carrier = carrier.empty() ? format_.carrier : carrier;
        return parcel;
    }

    base::Result<void> explain_emptiness() {
        if (format_.documents && !format_.documents->select(root_).empty()) {
            say(asked_.number, "documents_only", "the payload holds documents and no scans");
            return {};
        }
        const auto has_number = [this](const Node* node) {
            return !read_optional(format_.parcels.number, *node).empty();
        };
        const auto nodes = format_.parcels.at.select(root_);
        const auto known = std::find_if(nodes.begin(), nodes.end(), has_number);
        if (known == nodes.end())
            return base::fail(base::ErrorCode::invalid, "nothing in the payload is known to the format of " +
                                                            format_.name + ": neither scans nor a message");
        say(read_optional(format_.parcels.number, **known), "no_scans",
            "the carrier has no scans of this parcel");
        return {};
    }

    const CarrierFormat& format_;
    const Node& root_;
    const AskedFor& asked_;
    ScanReader scans_;
    CarrierAnswer answer_;
};

} // namespace

base::Result<CarrierAnswer> read_answer(const CarrierFormat& format, std::string_view bytes,
                                        const AskedFor& asked) {
    const Tree tree = TRY(Tree::parse(format.notation, bytes));
    return Reading(format, tree.root(), asked).run();
}

} // namespace orderdeck::server::ingest::carriers
