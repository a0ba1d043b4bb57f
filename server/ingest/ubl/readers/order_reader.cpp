#include "server/ingest/ubl/parties.h"
#include "server/ingest/ubl/readers/line_item.h"
#include "server/ingest/ubl/readers/readers.h"
#include "shared/base/text.h"

#include <algorithm>
#include <set>

namespace orderdeck::server::ingest::ubl {
namespace {

base::Failure<base::Error> names_no_order() {
    return base::fail(base::ErrorCode::invalid, "the document names no order: its number is empty");
}

/// An order names itself, a change and an agreement refer to it; an agreement may only have the seller's number.
std::optional<std::string> order_of(const Reading& reading) {
    const Element& document = reading.document();
    if (reading.head().kind == DocumentKind::order) return reading.order_number(&document);
    auto order = reading.order_number(document.child("OrderReference"));
    if (!order && reading.head().kind == DocumentKind::order_agreement)
        order = reading.text(document, {"SalesOrderID"});
    return order;
}

bool is_incoterm(std::string_view code) {
    return code.size() == 3 &&
           std::all_of(code.begin(), code.end(), [](char letter) { return letter >= 'A' && letter <= 'Z'; });
}

void read_terms(const Reading& reading, OrderFact& fact) {
    const Element& document = reading.document();
    const auto term = reading.text(document, {"DeliveryTerms", "ID"});
    if (term && is_incoterm(*term)) {
        fact.incoterm = term;
        fact.incoterm_place = reading.text(document, {"DeliveryTerms", "DeliveryLocation", "ID"});
        if (!fact.incoterm_place)
            fact.incoterm_place =
                reading.text(document, {"DeliveryTerms", "DeliveryLocation", "Description"});
    }
    std::vector<std::string> notes;
    for (const Element* terms : document.all("PaymentTerms"))
        for (const Element* note : terms->all("Note"))
            if (!note->text.empty()) notes.push_back(note->text);
    if (!notes.empty()) fact.payment_terms = base::join(notes, "; ");
}

std::optional<std::string> ship_to(const Reading& reading) {
    const Element* delivery = reading.document().child("Delivery");
    if (delivery == nullptr) return std::nullopt;
    std::vector<std::string> parts;
    if (const Element* party = delivery->child("DeliveryParty"))
        if (std::string name = party_name(*party); !name.empty()) parts.push_back(std::move(name));
    const Element* address = delivery->at({"DeliveryLocation", "Address"});
    if (address == nullptr) address = delivery->child("DeliveryAddress");
    if (address != nullptr)
        if (std::string line = one_line(*address); !line.empty()) parts.push_back(std::move(line));
    if (parts.empty()) return std::nullopt;
    return base::join(parts, ", ");
}

/// Type 221 is a framework contract, 226 a call-off of the contract that it names.
void read_type(Reading& reading, const std::string& order, OrderFact& fact) {
    const Element& document = reading.document();
    const auto type = reading.code("order_type", document, {"OrderTypeCode"});
    const auto contract = reading.text(document, {"Contract", "ID"});
    if (type == "framework_contract") {
        fact.kind = domain::OrderKind::framework_contract;
        fact.valid_until = reading.date(document, {"ValidityPeriod", "EndDate"});
    }
    if (type == "call_off" && contract)
        reading.add("contract",
                    RelationFact{.order = order,
                                 .line = {},
                                 .kind = domain::RelationKind::call_off_of,
                                 .other_order = *contract,
                                 .other_line = {},
                                 .quantity = {}},
                    *document.child("Contract"));
}

void read_order_head(Reading& reading, const std::string& order, std::optional<domain::Currency> currency) {
    const Element& document = reading.document();
    OrderFact fact;
    fact.order = order;
    fact.customer_reference = reading.text(document, {"OrderReference", "ID"});
    if (reading.head().kind == DocumentKind::order) fact.customer_reference = reading.text(document, {"ID"});
    if (reading.head().kind != DocumentKind::order_change) fact.placed = reading.head().issued;
    fact.project = reading.text(document, {"ProjectReference", "ID"});
    fact.currency = currency;
    if (currency) fact.amount_basis = domain::AmountBasis::net;
    fact.ship_to = ship_to(reading);
    read_terms(reading, fact);
    read_type(reading, order, fact);
    reading.add("order", std::move(fact), document);
}

/// The papers that the order names, with their numbers.
void read_documents(Reading& reading, const std::string& order) {
    const Element& document = reading.document();
    const auto add = [&](const Element& at, domain::DocumentKind kind, const std::string& number) {
        DocumentFact fact;
        fact.order = order;
        fact.kind = kind;
        fact.number = number;
        if (reading.head().issued) fact.received_on = reading.head().issued->on;
        reading.add("document/" + at.name + "/" + number, std::move(fact), at);
    };
    for (const Element* paper : document.all("AdditionalDocumentReference")) {
        const auto number = reading.text(*paper, {"ID"});
        if (!number) continue;
        const auto known = reading.known_code("document_kind", paper->text_at({"DocumentTypeCode"}));
        const auto kind = known ? domain::document_kind_from(*known) : std::nullopt;
        add(*paper, kind.value_or(domain::DocumentKind::other), *number);
    }
    if (const auto number = reading.text(document, {"QuotationDocumentReference", "ID"}))
        add(*document.child("QuotationDocumentReference"), domain::DocumentKind::quotation, *number);
    if (const auto number = reading.text(document, {"Contract", "ID"}))
        add(*document.child("Contract"), domain::DocumentKind::sales_contract, *number);
    if (const auto former = reading.text(document, {"OrderDocumentReference", "ID"}))
        reading.add("former_order",
                    RelationFact{.order = order,
                                 .line = {},
                                 .kind = domain::RelationKind::follow_up_of,
                                 .other_order = *former,
                                 .other_line = {},
                                 .quantity = {}},
                    *document.child("OrderDocumentReference"));
}

/// What the document makes of a line; nullopt when it does not touch its state.
std::optional<domain::CommercialState> commercial_of(Reading& reading, const Element& item) {
    switch (reading.head().kind) {
    case DocumentKind::order: return domain::CommercialState::requested;
    case DocumentKind::order_agreement: return domain::CommercialState::confirmed;
    default: break;
    }
    const auto word = reading.code("change_line", item, {"LineStatusCode"});
    return word ? domain::commercial_from(*word) : domain::CommercialState::requested;
}

void read_instalments(Reading& reading, const std::string& order, std::optional<domain::Currency> currency) {
    int number = 0;
    for (const Element* terms : reading.document().all("PaymentTerms")) {
        InstalmentFact fact;
        fact.order = order;
        const auto percent = reading.quantity(*terms, {"PaymentPercent"});
        constexpr std::int64_t kPermillePerPercent = 10;
        if (percent)
            fact.share_permille = static_cast<int>(std::clamp<std::int64_t>(
                percent->micro() * kPermillePerPercent / domain::Quantity::kScale, 0, 1000));
        else
            fact.amount_minor = reading.amount(*terms, {"Amount"}, currency);
        if (!percent && !fact.amount_minor) continue;
        fact.number = ++number;
        fact.due_on = reading.date(*terms, {"PaymentDueDate"});
        if (!fact.due_on) fact.due_on = reading.date(*terms, {"InstallmentDueDate"});
        reading.add("instalment/" + std::to_string(number), std::move(fact), *terms);
    }
}

void read_promise(Reading& reading, const LineFact& line, const Element& item) {
    auto promised = promised_on(reading, item);
    if (!promised) promised = promised_on(reading, reading.document());
    if (!promised) return;
    reading.add(line.line + "/promise",
                PromiseFact{.order = line.order,
                            .line = line.line,
                            .promised_on = *promised,
                            .stated_at = reading.head().stated_at,
                            .reason = {},
                            .party = domain::Party::us},
                item);
}

void read_lines(Reading& reading, const std::string& order, std::optional<domain::Currency> currency) {
    std::set<std::string> seen;
    for (const Element* line : reading.document().all("OrderLine")) {
        const Element* item = line->child("LineItem");
        const std::string number(item == nullptr ? std::string_view{} : item->text_at({"ID"}));
        if (number.empty()) {
            reading.report(Severity::warning, "no_line_number",
                           "an order line has no number and was left out", *line);
            continue;
        }
        if (!seen.insert(number).second) {
            reading.report(Severity::warning, "repeated_key",
                           "the order line " + number + " stands here more than once; the first one counts",
                           *line);
            continue;
        }
        LineFact fact = read_line_item(reading, *item, currency);
        fact.order = order;
        fact.line = number;
        fact.commercial = commercial_of(reading, *item);
        if (reading.head().kind == DocumentKind::order_agreement) read_promise(reading, fact, *item);
        reading.add(number + "/line", std::move(fact), *line);
    }
}

} // namespace

base::Result<void> read_order(Reading& reading) {
    const auto order = order_of(reading);
    if (!order) return names_no_order();
    const auto currency = reading.document_currency();
    read_order_head(reading, *order, currency);
    read_documents(reading, *order);
    read_instalments(reading, *order, currency);
    read_lines(reading, *order, currency);
    return {};
}

base::Result<void> read_order_cancellation(Reading& reading) {
    const Element& document = reading.document();
    const auto order = reading.order_number(document.child("OrderReference"));
    if (!order) return names_no_order();
    MilestoneFact fact;
    fact.order = *order;
    fact.code = domain::MilestoneCode::cancelled;
    fact.actual = reading.head().issued;
    fact.note = reading.text(document, {"CancellationNote"}).value_or("");
    if (!fact.actual)
        return base::fail(base::ErrorCode::invalid, "the cancellation has no date of issue (IssueDate)");
    reading.add_latest("order_cancellation", std::move(fact), document);
    return {};
}

} // namespace orderdeck::server::ingest::ubl
