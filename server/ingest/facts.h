#pragma once

#include "shared/domain/billing.h"
#include "shared/domain/document.h"
#include "shared/domain/operation.h"
#include "shared/domain/order.h"
#include "shared/domain/relation.h"
#include "shared/domain/shipment.h"
#include "shared/domain/tracking.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace orderdeck::server::ingest {

/// What a source says, by natural keys (account code, number of order, line, shipment, parcel, invoice) instead of row ids.
/// An absent optional means that the source does not say; a text that is stated to be empty is the empty text.

/// A system that delivers facts: "erp", kind "sales". Kinds decide by the ownership rules whose value counts:
/// sales, production, warehouse, carrier, finance, customer.
struct SourceSystem {
    std::string name;
    std::string kind;
    friend bool operator==(const SourceSystem&, const SourceSystem&) = default;
};

/// Where a fact comes from. Of two facts about one subject with the same source and key, the higher version counts, of
/// equal versions the one received later; the rest is kept as it was said.
struct Origin {
    std::size_t source = 0;   ///< index into Batch::sources
    std::string key;          ///< unique among the facts of this source about this subject: "1/promise"
    std::int64_t version = 0; ///< 0: the source numbers nothing
    std::optional<base::Timestamp> occurred;
    base::Timestamp received;   ///< when the message that says it reached the inbox
    std::int64_t file_line = 0; ///< 0: not from a file
};

/// The head of an order.
struct OrderFact {
    std::string order;
    std::optional<std::string> customer_reference;
    std::optional<std::string> project;
    std::optional<domain::Occurrence> placed;
    std::optional<domain::Currency> currency;
    std::optional<domain::AmountBasis> amount_basis;
    std::optional<domain::Flow> flow;
    std::optional<std::string> incoterm;
    std::optional<std::string> incoterm_place;
    std::optional<std::string> ship_to;
    std::optional<std::string> payment_terms;
    std::optional<int> delivery_utc_offset_minutes;
    std::optional<domain::OrderKind> kind;
    std::optional<domain::Priority> priority;
    std::optional<base::LocalDate> valid_until;
};

/// One line of an order; its quantities beyond the ordered one are QuantityFacts.
struct LineFact {
    std::string order;
    std::string line;
    std::optional<std::string> sku;
    std::optional<domain::LocalizedText> item;
    std::optional<std::string> customer_reference;
    std::optional<domain::CommercialState> commercial;
    std::optional<domain::Quantity> ordered;
    std::optional<std::string> unit;
    std::optional<domain::Quantity> unit_price;
    std::optional<std::int64_t> amount_minor; ///< minor units of the order's currency
    std::optional<base::LocalDate> requested_on;
    std::optional<std::string> hs_code;
    std::optional<std::string> origin_country;
};

/// Counters that a source states about a line as a whole. Stored by name.
enum class QuantityKind : std::uint8_t {
    confirmed,
    cancelled,
    produced,
    accepted,
    return_requested,
    returned,
    invoiced,
    reserved,
    scrapped,
    inspected_good,
    inspected_bad,
    replaced,
    credited
};

/// How much of a line has been confirmed, cancelled ... so far; not an increment.
struct QuantityFact {
    std::string order;
    std::string line;
    QuantityKind kind = QuantityKind::confirmed;
    domain::Quantity quantity;
};

/// One statement of a line's promised delivery date. Each move is a fact with a key of its own.
struct PromiseFact {
    std::string order;
    std::string line;
    base::LocalDate promised_on;
    std::optional<base::Timestamp> stated_at; ///< absent: when it was first received
    std::string reason;
    domain::Party party = domain::Party::unknown;
};

struct ShipmentFact {
    std::string shipment;
    std::optional<std::string> carrier;
    std::optional<std::string> tracking_number;
    std::optional<std::string> mode;
    std::optional<std::int64_t> parcels;
    std::optional<std::string> origin;
    std::optional<std::string> destination;
};

/// How much of a line travels in a shipment. A fact about the order; the shipment need not be known yet.
struct ShipmentLineFact {
    std::string shipment;
    std::string order;
    std::string line;
    domain::Quantity quantity;
};

/// A dated fact or plan about a shipment (`shipment` set), else about a line (`order` and `line`), else an order.
/// Without any date it takes back what the same source said under the same key.
struct MilestoneFact {
    std::string shipment;
    std::string order;
    std::string line;
    domain::MilestoneCode code = domain::MilestoneCode::placed;
    std::optional<base::LocalDate> planned;
    std::optional<base::LocalDate> forecast;
    std::optional<domain::Occurrence> actual;
    std::optional<domain::Quantity> quantity;
    std::string place;
    std::string note;
};

/// Why an order or, with `line`, a line waits; `until` is set when it is released.
struct HoldFact {
    std::string order;
    std::string line;
    domain::HoldReason reason = domain::HoldReason::other;
    domain::Party owner = domain::Party::unknown;
    base::LocalDate since;
    std::optional<base::LocalDate> until;
    std::string note;
};

/// A package of a shipment; about the shipment.
struct ParcelFact {
    std::string shipment;
    std::string parcel; ///< tracking number
    std::string carrier;
    std::string master_number;
    std::string sscc;
};

/// One scan. About the parcel, which is known by its tracking number alone: the shipment that has this number, or a
/// parcel with it, may become known later.
struct TrackingEventFact {
    std::string parcel;
    std::string carrier;
    std::string code;
    domain::ParcelStatus status = domain::ParcelStatus::unknown;
    domain::TrackingReason reason = domain::TrackingReason::none;
    domain::Occurrence actual;
    std::optional<int> local_minute;
    std::int64_t sequence = 0;
    std::string place;
    std::string text;
};

/// When the carrier expects to deliver a parcel; of several the one stated last counts.
struct ParcelForecastFact {
    std::string parcel;
    domain::Occurrence expected;
};

/// The head of an invoice or a credit note.
struct InvoiceFact {
    std::string invoice;
    std::optional<domain::InvoiceKind> kind;
    std::optional<domain::InvoiceState> state;
    std::optional<std::string> corrects;
    std::optional<domain::Currency> currency;
    std::optional<std::int64_t> total_minor;
    std::optional<std::int64_t> tax_minor;
    std::optional<base::LocalDate> issued_on;
    std::optional<base::LocalDate> due_on;
};

/// What an invoice bills of an order, or with `line` of a line. A fact about the order; the invoice need not be known yet.
struct InvoiceLineFact {
    std::string invoice;
    std::string order;
    std::string line;
    domain::Quantity quantity;
    std::optional<std::int64_t> amount_minor;
};

/// Money received (positive) or paid back (negative) for an invoice, else for an order.
struct PaymentFact {
    std::string invoice;
    std::string order;
    std::int64_t amount_minor = 0;
    domain::Currency currency;
    base::LocalDate on;
    std::string method;
};

/// One part of the payment terms of an order.
struct InstalmentFact {
    std::string order;
    int number = 1;
    int share_permille = 0;
    std::optional<std::int64_t> amount_minor;
    domain::MilestoneCode trigger = domain::MilestoneCode::invoiced;
    int days = 0;
    std::optional<base::LocalDate> due_on;
    std::string method;
};

/// A link from an order or, with `line`, from a line to another one of the same account.
struct RelationFact {
    std::string order;
    std::string line;
    domain::RelationKind kind = domain::RelationKind::follow_up_of;
    std::string other_order;
    std::string other_line;
    std::optional<domain::Quantity> quantity;
};

/// A paper that belongs to a shipment (`shipment` set), else to an order.
struct DocumentFact {
    std::string shipment;
    std::string order;
    domain::DocumentKind kind = domain::DocumentKind::other;
    std::string number;
    bool required = false;
    domain::Party owed_by = domain::Party::unknown;
    std::optional<base::LocalDate> due_on;
    std::optional<base::LocalDate> received_on;
    std::optional<base::LocalDate> expires_on;
};

/// A step of the work on a line: what its work order plans and how far it is.
struct OperationFact {
    std::string order;
    std::string line;
    std::string work_order;
    std::string number;
    std::string name;
    std::optional<domain::Quantity> planned_minutes;
    std::optional<domain::Quantity> quantity; ///< that the work order makes
    std::optional<domain::Quantity> good;
    std::optional<base::LocalDate> started_on;
    std::optional<base::LocalDate> finished_on;
};

using FactBody =
    std::variant<OrderFact, LineFact, QuantityFact, PromiseFact, ShipmentFact, ShipmentLineFact,
                 MilestoneFact, HoldFact, ParcelFact, TrackingEventFact, ParcelForecastFact, InvoiceFact,
                 InvoiceLineFact, PaymentFact, InstalmentFact, RelationFact, DocumentFact, OperationFact>;

struct Fact {
    std::string account; ///< code of the account that owns the subject
    Origin origin;
    FactBody body;
};

/// A customer, or with `parent` a company or site below one. Parents come before their children. Without a name the
/// account is only added where it is missing, under its code; with one it is renamed.
struct AccountFact {
    std::string code;
    domain::LocalizedText name;
    std::string parent; ///< code; empty for a root
};

/// Facts that are applied together; a long message is applied as several batches.
struct Batch {
    std::vector<SourceSystem> sources;
    std::vector<AccountFact> accounts;
    std::vector<Fact> facts;
};

} // namespace orderdeck::server::ingest
