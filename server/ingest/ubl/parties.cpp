#include "server/ingest/ubl/parties.h"

#include "shared/base/text.h"

namespace orderdeck::server::ingest::ubl {
namespace {

using documents::Party;
using xml::Element;

void add_id(std::vector<std::string>& ids, const Element* id) {
    if (id == nullptr || id->text.empty()) return;
    const std::string_view scheme = id->attribute("schemeID");
    if (!scheme.empty()) ids.push_back(std::string(scheme) + ":" + id->text);
    ids.push_back(id->text);
}

/// `holder` is a customer party, with the ids of the customer's account and the cac:Party in it, or such a party itself.
Party read_party(const Element& holder) {
    Party party;
    party.role = holder.name;
    add_id(party.ids, holder.child("SupplierAssignedAccountID"));
    add_id(party.ids, holder.child("CustomerAssignedAccountID"));
    const Element* inner = holder.child("Party");
    const Element& self = inner == nullptr ? holder : *inner;
    add_id(party.ids, self.child("EndpointID"));
    for (const Element* identification : self.all("PartyIdentification"))
        add_id(party.ids, identification->child("ID"));
    for (const Element* entity : self.all("PartyLegalEntity"))
        add_id(party.ids, entity->child("CompanyID"));
    for (const Element* scheme : self.all("PartyTaxScheme"))
        add_id(party.ids, scheme->child("CompanyID"));
    party.name = party_name(self);
    return party;
}

void add_parties(std::vector<Party>& parties, const Element& from,
                 std::initializer_list<std::string_view> roles) {
    for (const std::string_view role : roles) {
        if (const Element* holder = from.child(role)) parties.push_back(read_party(*holder));
    }
}

} // namespace

std::vector<Party> customers_of(const Element& document, DocumentKind kind) {
    std::vector<Party> parties;
    switch (kind) {
    case DocumentKind::invoice_response:
    case DocumentKind::message_level_response: add_parties(parties, document, {"SenderParty"}); break;
    case DocumentKind::invoice:
    case DocumentKind::credit_note:
        add_parties(parties, document, {"BuyerCustomerParty", "AccountingCustomerParty"});
        break;
    case DocumentKind::transportation_status:
        add_parties(parties, document, {"ReceiverParty"});
        for (const Element* consignment : document.all("Consignment"))
            add_parties(parties, *consignment, {"BuyerParty", "ConsigneeParty", "FinalDeliveryParty"});
        break;
    case DocumentKind::order:
    case DocumentKind::order_change:
    case DocumentKind::order_cancellation:
    case DocumentKind::order_response:
    case DocumentKind::order_response_simple:
    case DocumentKind::order_agreement:
    case DocumentKind::despatch_advice:
    case DocumentKind::receipt_advice:
        add_parties(parties, document,
                    {"BuyerCustomerParty", "DeliveryCustomerParty", "OriginatorCustomerParty",
                     "AccountingCustomerParty"});
        break;
    }
    return parties;
}

std::string party_name(const Element& party) {
    std::string_view name = party.text_at({"PartyName", "Name"});
    if (name.empty()) name = party.text_at({"PartyLegalEntity", "RegistrationName"});
    if (name.empty()) name = party.text_at({"PartyTaxScheme", "RegistrationName"});
    return std::string(name);
}

std::string one_line(const Element& address) {
    const auto joined = [&address](std::initializer_list<std::string_view> names) {
        std::string text;
        for (const std::string_view name : names) {
            const std::string_view piece = address.text_at({name});
            if (piece.empty()) continue;
            if (!text.empty()) text += ' ';
            text += piece;
        }
        return text;
    };
    std::vector<std::string> parts;
    const auto add = [&parts](std::string part) {
        if (!part.empty()) parts.push_back(std::move(part));
    };
    add(joined({"StreetName", "BuildingNumber"}));
    add(joined({"AdditionalStreetName"}));
    add(joined({"PostalZone", "CityName"}));
    add(std::string(address.text_at({"Country", "IdentificationCode"})));
    if (parts.empty()) {
        for (const Element* line : address.all("AddressLine"))
            if (const auto text = line->text_at({"Line"}); !text.empty()) parts.emplace_back(text);
    }
    return base::join(parts, ", ");
}

} // namespace orderdeck::server::ingest::ubl
