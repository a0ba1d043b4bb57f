#include "server/ingest/mapping/vocabulary.h"

#include "server/ingest/stated_field.h"
#include "shared/domain/billing.h"
#include "shared/domain/document.h"
#include "shared/domain/milestone.h"
#include "shared/domain/order.h"
#include "shared/domain/relation.h"
#include "shared/domain/stage.h"
#include "shared/domain/tracking.h"

#include <algorithm>

namespace orderdeck::server::ingest::mapping {
namespace {

template <typename Enum>
Vocabulary words(std::string name, int count) {
    Vocabulary vocabulary{.name = std::move(name), .words = {}};
    for (int i = 0; i < count; ++i)
        vocabulary.words.emplace_back(domain::name_of(static_cast<Enum>(i)));
    return vocabulary;
}

Vocabulary parties() { return words<domain::Party>("party", domain::kPartyCount); }

Vocabulary of_order(std::string_view role) {
    if (role == "amount_basis") return words<domain::AmountBasis>("amount_basis", domain::kAmountBasisCount);
    if (role == "flow") return words<domain::Flow>("flow", domain::kFlowCount);
    if (role == "kind") return words<domain::OrderKind>("kind", domain::kOrderKindCount);
    if (role == "priority") return words<domain::Priority>("priority", domain::kPriorityCount);
    return {};
}

Vocabulary of_line(std::string_view role) {
    if (role != "commercial") return {};
    return words<domain::CommercialState>("commercial", domain::kCommercialStateCount);
}

Vocabulary of_document(std::string_view role) {
    if (role == "kind") return words<domain::DocumentKind>("document", domain::kDocumentKindCount);
    if (role == "required") return {.name = "required", .words = {"yes", "no"}};
    return role == "owed_by" ? parties() : Vocabulary{};
}

Vocabulary of_stated(StatedKind kind, std::string_view role) {
    switch (kind) {
    case StatedKind::hold:
        if (role == "reason") return words<domain::HoldReason>("hold", domain::kHoldReasonCount);
        return role == "owner" ? parties() : Vocabulary{};
    case StatedKind::tracking_event:
        if (role == "status") return words<domain::ParcelStatus>("parcel", domain::kParcelStatusCount);
        if (role != "reason") return {};
        return words<domain::TrackingReason>("trouble", domain::kTrackingReasonCount);
    case StatedKind::invoice:
        if (role == "kind") return words<domain::InvoiceKind>("bill", domain::kInvoiceKindCount);
        if (role != "state") return {};
        return words<domain::InvoiceState>("bill_state", domain::kInvoiceStateCount);
    case StatedKind::instalment:
        if (role != "trigger") return {};
        return words<domain::MilestoneCode>("milestone", domain::kMilestoneCodeCount);
    case StatedKind::relation:
        if (role != "kind") return {};
        return words<domain::RelationKind>("relation", domain::kRelationKindCount);
    case StatedKind::document: return of_document(role);
    case StatedKind::parcel:
    case StatedKind::parcel_forecast:
    case StatedKind::payment:
    case StatedKind::operation: break;
    }
    return {};
}

bool reads(const ValueSource& source, const Mapping& mapping, std::string_view column) {
    switch (source.kind) {
    case ValueSource::Kind::column: return is_same_field(mapping.columns[source.column].name, column);
    case ValueSource::Kind::first_of:
        return std::any_of(source.parts.begin(), source.parts.end(),
                           [&](const ValueSource& part) { return reads(part, mapping, column); });
    case ValueSource::Kind::constant:
    case ValueSource::Kind::slug_of:
    case ValueSource::Kind::ordinal:
    case ValueSource::Kind::yearly:
    case ValueSource::Kind::text_template: break;
    }
    return false;
}

/// The vocabulary of the first of the roles that has one and is read from the column.
struct Search {
    const Mapping& mapping;
    std::string_view column;
    Vocabulary found = {};

    template <typename OfRole>
    void in(const FieldRoles& roles, OfRole of_role) {
        for (const auto& [role, source] : roles) {
            if (found.words.empty() && reads(source, mapping, column)) found = of_role(role);
        }
    }
};

} // namespace

Vocabulary vocabulary_of(const Mapping& mapping, std::string_view column) {
    Search search{.mapping = mapping, .column = column};
    if (mapping.order) search.in(mapping.order->fields, of_order);
    if (mapping.line) search.in(mapping.line->fields, of_line);
    for (const StatedRoles& stated : mapping.stated)
        search.in(stated.fields, [&](std::string_view role) { return of_stated(stated.kind, role); });
    for (const PromiseRoles& promise : mapping.promises) {
        const bool is_party = promise.party && reads(*promise.party, mapping, column);
        if (search.found.words.empty() && is_party) search.found = parties();
    }
    return search.found;
}

} // namespace orderdeck::server::ingest::mapping
