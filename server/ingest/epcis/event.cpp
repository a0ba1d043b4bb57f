#include "server/ingest/epcis/event.h"

#include "server/ingest/epcis/identifiers.h"
#include "shared/base/hash.h"

namespace orderdeck::server::ingest::epcis {
namespace {

/// A text that may be absent; something else in its place counts as absent, for extensions do what they like.
std::string text_of(const json::Value& object, std::string_view name) {
    const auto field = object.optional_field(name);
    if (!field || !*field || (*field)->kind() != json::Kind::string) return {};
    return (*field)->string().value_or("");
}

std::vector<json::Value> list_of(const json::Value& object, std::string_view name) {
    const auto field = object.optional_field(name);
    if (!field || !*field || (*field)->kind() != json::Kind::array) return {};
    return (*field)->elements().value_or({});
}

void add_texts(std::vector<std::string>& texts, const json::Value& object, std::string_view name) {
    for (const json::Value& element : list_of(object, name))
        if (element.kind() == json::Kind::string) texts.push_back(element.string().value_or(""));
}

std::optional<json::Value> object_of(const json::Value& object, std::string_view name) {
    const auto field = object.optional_field(name);
    if (!field || !*field || (*field)->kind() != json::Kind::object) return std::nullopt;
    return *field;
}

std::string id_of(const json::Value& object, std::string_view name) {
    const auto place = object_of(object, name);
    return place ? text_of(*place, "id") : text_of(object, name);
}

std::string cbv(Vocabulary vocabulary, const json::Value& object, std::string_view name) {
    return cbv_word(vocabulary, text_of(object, name)).value_or("");
}

/// The clock where it happened: eventTime is an instant in any zone, eventTimeZoneOffset says the one of the place.
base::Result<domain::Occurrence> read_time(const json::Value& value) {
    const json::Value time = TRY(value.field("eventTime"));
    const auto parsed = base::OffsetTimestamp::parse(TRY(time.string()));
    if (!parsed) return time.refuse(parsed.error().message);
    base::Duration offset = parsed->utc_offset;
    const std::string local = text_of(value, "eventTimeZoneOffset");
    if (!local.empty()) {
        const auto zone = base::OffsetTimestamp::parse("1970-01-01T00:00:00" + local);
        if (zone) offset = zone->utc_offset;
    }
    return domain::Occurrence{.on = parsed->instant.date_at(offset),
                              .at = parsed->instant,
                              .utc_offset_minutes = static_cast<int>(offset.whole_seconds() / 60)};
}

void read_objects(const json::Value& value, Event& event) {
    for (const std::string_view name : {"epcList", "childEPCs", "outputEPCList"})
        add_texts(event.objects, value, name);
    event.object_count = domain::Quantity::from_units(std::ssize(event.objects));
    for (const std::string_view name : {"quantityList", "childQuantityList", "outputQuantityList"}) {
        for (const json::Value& entry : list_of(value, name)) {
            if (entry.kind() != json::Kind::object) continue;
            const auto quantity = entry.optional_field("quantity");
            if (!quantity || !*quantity) continue;
            const auto decimal = (*quantity)->decimal();
            if (!decimal) continue;
            const auto parsed = domain::Quantity::parse(base::to_string(*decimal));
            if (parsed && parsed->is_positive()) event.object_count += *parsed;
        }
    }
}

void read_transactions(const json::Value& value, Event& event) {
    for (const json::Value& entry : list_of(value, "bizTransactionList")) {
        if (entry.kind() != json::Kind::object) continue;
        Transaction transaction{.type = cbv(Vocabulary::transaction_type, entry, "type"),
                                .uri = text_of(entry, "bizTransaction")};
        if (!transaction.uri.empty()) event.transactions.push_back(std::move(transaction));
    }
    for (const json::Value& entry : list_of(value, "destinationList")) {
        if (entry.kind() != json::Kind::object) continue;
        if (std::string destination = text_of(entry, "destination"); !destination.empty())
            event.destinations.push_back(std::move(destination));
    }
}

void read_error(const json::Value& value, Event& event) {
    const auto declaration = object_of(value, "errorDeclaration");
    if (!declaration) return;
    event.is_declared_error = true;
    event.error_reason = text_of(*declaration, "reason");
    add_texts(event.corrective_ids, *declaration, "correctiveEventIDs");
    const auto declared = base::Timestamp::parse(text_of(*declaration, "declarationTime"));
    if (declared) event.declared_at = *declared;
}

/// Equal events have equal ids: a system that numbers none can deliver the same one twice.
std::string digest_of(const Event& event) {
    base::Hash64 hash;
    hash.append(event.type)
        .append("\n")
        .append(event.action)
        .append("\n")
        .append(event.biz_step)
        .append("\n");
    hash.append(event.disposition).append("\n").append(event.place).append("\n").append(event.parent);
    for (const std::string& object : event.objects)
        hash.append("\n").append(object);
    for (const Transaction& transaction : event.transactions)
        hash.append("\n").append(transaction.type).append(" ").append(transaction.uri);
    hash.append(event.object_count.micro());
    hash.append(event.occurred.at ? event.occurred.at->milliseconds() : 0);
    return "digest:" + std::to_string(hash.value());
}

} // namespace

base::Result<Event> read_event(const json::Value& value) {
    if (value.kind() != json::Kind::object) return value.refuse("an event is an object");
    Event event;
    event.type = text_of(value, "type");
    if (event.type.empty()) event.type = text_of(value, "isA");
    if (event.type.empty()) return value.refuse("an event needs its type");
    event.occurred = TRY(read_time(value));
    event.action = text_of(value, "action");
    event.biz_step = cbv(Vocabulary::biz_step, value, "bizStep");
    event.disposition = cbv(Vocabulary::disposition, value, "disposition");
    const std::string read_point = id_of(value, "readPoint");
    event.place = short_name(read_point.empty() ? id_of(value, "bizLocation") : read_point);
    event.parent = text_of(value, "parentID");
    read_objects(value, event);
    read_transactions(value, event);
    read_error(value, event);
    event.id = text_of(value, "eventID");
    if (event.id.empty()) event.id = digest_of(event);
    return event;
}

} // namespace orderdeck::server::ingest::epcis
