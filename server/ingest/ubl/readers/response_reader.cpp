#include "server/ingest/ubl/readers/line_item.h"
#include "server/ingest/ubl/readers/readers.h"

namespace orderdeck::server::ingest::ubl {
namespace {

/// The answer to the order as a whole, in our words; empty when there is none.
std::string_view answer_of(Reading& reading) {
    const Element& document = reading.document();
    const std::string_view accepted = document.text_at({"AcceptedIndicator"});
    if (reading.head().kind == DocumentKind::order_response_simple)
        return accepted == "true" || accepted == "1" ? "confirmed" : "rejected";
    return reading.code("order_response", document, {"OrderResponseCode"}).value_or("");
}

std::string note_of(const Reading& reading) {
    for (const std::string_view name : {"RejectionNote", "Note"}) {
        if (const auto note = reading.text(reading.document(), {name})) return *note;
    }
    return {};
}

/// A later answer replaces an earlier one: their facts have one key.
void add_answer(Reading& reading, const std::string& order, std::string_view answer) {
    if (answer.empty()) return;
    MilestoneFact fact;
    fact.order = order;
    fact.actual = reading.head().issued;
    fact.note = note_of(reading);
    if (answer == "rejected") {
        fact.code = domain::MilestoneCode::cancelled;
    } else if (answer == "acknowledged") {
        fact.code = domain::MilestoneCode::reviewed;
    } else {
        fact.code = domain::MilestoneCode::confirmed;
    }
    reading.add_latest("order_response", std::move(fact), reading.document());
}

/// The line of the order that a line of the response answers.
std::string line_of(const Element& line, const Element& item) {
    const std::string_view referred = line.text_at({"OrderLineReference", "LineID"});
    return std::string(referred.empty() ? item.text_at({"ID"}) : referred);
}

/// What the response says of the line itself; what it does not repeat stays as it was ordered.
LineFact read_answer_to_line(Reading& reading, const Element& line, const Element& item,
                             std::string_view answer, std::optional<domain::Currency> currency) {
    LineFact fact;
    const auto status = reading.code("response_line", item, {"LineStatusCode"});
    // Without a word about the line it shares the answer to the order.
    fact.commercial = domain::commercial_from(status.value_or(answer));
    if (status == "confirmed" || status == "confirmed_changed" || answer == "confirmed_changed") {
        fact.unit_price = read_line_item(reading, item, currency).unit_price;
        fact.amount_minor = reading.amount(item, {"LineExtensionAmount"}, currency);
    }
    if (const Element* substitute = line.at({"SellerSubstitutedLineItem", "Item"})) {
        read_item(reading, *substitute, fact);
        reading.report(Severity::info, "substituted",
                       "line " + line_of(line, item) + " is answered with another article" +
                           (fact.item ? ": " + fact.item->text : std::string{}),
                       *substitute);
    }
    return fact;
}

/// A line that is only mentioned is not said to be there.
bool states_nothing(const LineFact& fact) {
    return !fact.commercial && !fact.unit_price && !fact.amount_minor && !fact.item && !fact.sku;
}

void read_line(Reading& reading, const std::string& order, const Element& line, const Element& item,
               std::string_view answer, std::optional<domain::Currency> currency) {
    const std::string number = line_of(line, item);
    LineFact fact = read_answer_to_line(reading, line, item, answer, currency);
    fact.order = order;
    fact.line = number;
    const bool is_confirmed = fact.commercial == domain::CommercialState::confirmed ||
                              fact.commercial == domain::CommercialState::confirmed_changed;
    if (!states_nothing(fact)) reading.add(number + "/line", std::move(fact), line);
    if (!is_confirmed) return;
    if (const auto confirmed = reading.quantity(item, {"Quantity"}))
        reading.add(
            number + "/confirmed",
            QuantityFact{
                .order = order, .line = number, .kind = QuantityKind::confirmed, .quantity = *confirmed},
            item);
    auto promised = promised_on(reading, item);
    if (!promised) promised = promised_on(reading, reading.document());
    if (promised)
        reading.add(number + "/promise",
                    PromiseFact{.order = order,
                                .line = number,
                                .promised_on = *promised,
                                .stated_at = reading.head().stated_at,
                                .reason = {},
                                .party = domain::Party::us},
                    item);
}

/// A date for an order whose lines the response does not list.
void read_order_promise(Reading& reading, const std::string& order) {
    const auto promised = promised_on(reading, reading.document());
    if (!promised) return;
    MilestoneFact fact;
    fact.order = order;
    fact.code = domain::MilestoneCode::delivered;
    fact.planned = promised;
    reading.add("promise", std::move(fact), reading.document());
}

} // namespace

base::Result<void> read_order_response(Reading& reading) {
    const Element& document = reading.document();
    const auto order = reading.order_number(document.child("OrderReference"));
    if (!order) return base::fail(base::ErrorCode::invalid, "the response names no order");
    if (!reading.head().issued)
        return base::fail(base::ErrorCode::invalid, "the response has no date of issue (IssueDate)");
    const std::string_view answer = answer_of(reading);
    add_answer(reading, *order, answer);
    const auto currency = reading.document_currency();
    bool has_lines = false;
    for (const Element* line : document.all("OrderLine")) {
        const Element* item = line->child("LineItem");
        if (item == nullptr || line_of(*line, *item).empty()) {
            reading.report(Severity::warning, "no_line_number", "a line of the response names no order line",
                           *line);
            continue;
        }
        has_lines = true;
        read_line(reading, *order, *line, *item, answer, currency);
    }
    if (!has_lines && answer != "rejected") read_order_promise(reading, *order);
    return {};
}

} // namespace orderdeck::server::ingest::ubl
