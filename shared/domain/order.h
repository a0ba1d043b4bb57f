#pragma once

#include "shared/base/local_date.h"
#include "shared/base/timestamp.h"
#include "shared/domain/account.h"
#include "shared/domain/ids.h"
#include "shared/domain/milestone.h"
#include "shared/domain/money.h"
#include "shared/domain/quantity.h"
#include "shared/domain/stage.h"

#include <optional>
#include <string>
#include <string_view>

namespace orderdeck::domain {

/// A product as the customer knows it; lines refer to it.
struct Item {
    ItemId id;
    std::string sku; ///< empty where the source has none
    LocalizedText name;
};

/// What the amounts of an order contain; always said beside a total.
enum class AmountBasis : std::uint8_t { unstated = 0, net = 1, gross = 2 };
inline constexpr int kAmountBasisCount = 3;
std::string_view name_of(AmountBasis basis);
std::optional<AmountBasis> amount_basis_from(std::string_view name);

/// What an order is for. A framework contract is never delivered itself: its call-offs are. Values are stored and sent:
/// append only.
enum class OrderKind : std::uint8_t { standard = 0, framework_contract = 1, sample = 2, replacement = 3 };
inline constexpr int kOrderKindCount = 4;
std::string_view name_of(OrderKind kind);
std::optional<OrderKind> order_kind_from(std::string_view name);

/// Values are stored and sent: append only.
enum class Priority : std::uint8_t { normal = 0, urgent = 1 };
inline constexpr int kPriorityCount = 2;
std::string_view name_of(Priority priority);
std::optional<Priority> priority_from(std::string_view name);

/// The head of a sales order as the supplier knows it.
struct Order {
    OrderId id;
    AccountId account;
    std::string number;             ///< the supplier's order number
    std::string customer_reference; ///< the customer's purchase order number
    std::string project;
    std::optional<Occurrence> placed;
    Currency currency;
    AmountBasis amount_basis = AmountBasis::unstated;
    Flow flow = Flow::stock;
    std::string incoterm; ///< Incoterms code, "DAP"; empty when unknown
    std::string incoterm_place;
    std::string ship_to;
    std::string payment_terms;
    /// UTC offset at the delivery place; turns "the day after the promise" into an instant.
    int delivery_utc_offset_minutes = 0;
    OrderKind kind = OrderKind::standard;
    Priority priority = Priority::normal;
    std::optional<base::LocalDate> valid_until; ///< of a framework contract
};

/// One order line with the quantities that are stated about the line itself. What shipments prove (shipped,
/// delivered) is not here: it lives on the links between lines and shipments.
struct Line {
    LineId id;
    OrderId order;
    std::string number; ///< as the source numbers it; sorted naturally
    ItemId item;
    std::string customer_reference;
    CommercialState commercial = CommercialState::requested;
    Quantity ordered;
    std::string unit; ///< UNECE Rec 20 code or the source's word
    std::optional<Quantity> unit_price;
    std::optional<std::int64_t> amount_minor; ///< line value in minor units of the order's currency
    std::optional<base::LocalDate> requested_on;
    std::optional<Quantity> confirmed;
    Quantity cancelled;
    Quantity produced;
    Quantity accepted;
    Quantity return_requested;
    Quantity returned;
    Quantity invoiced;
    Quantity reserved;       ///< from stock
    Quantity scrapped;       ///< in production
    Quantity inspected_good; ///< passed the quality check
    Quantity inspected_bad;  ///< failed it
    Quantity replaced;
    Quantity credited;
    std::string hs_code;        ///< Harmonised System, 6 to 10 digits
    std::string origin_country; ///< ISO 3166-1 alpha-2
};

/// Who is responsible for a fact or must act next. Values are stored and sent: append only.
enum class Party : std::uint8_t {
    unknown = 0,
    us = 1,
    customer = 2,
    carrier = 3,
    supplier = 4,
    authority = 5
};
inline constexpr int kPartyCount = 6;
std::string_view name_of(Party party);
std::optional<Party> party_from(std::string_view name);

/// One statement of the promised delivery date of a line; the first is the first confirmation, each later one
/// a move. `reason` is a reason code ("drawing_change") or the source's words.
struct PromiseRevision {
    PromiseId id;
    OrderId order;
    LineId line;
    base::LocalDate promised_on;
    base::Timestamp stated_at;
    std::string reason;
    /// The words of a known code as encode_translations writes them; empty: ours are in the catalogues, an unknown one
    /// is shown as it is.
    std::string reason_names;
    Party party = Party::unknown;
    SourceId source;
    base::Timestamp received_at;
};

/// Why an order or a line waits. A flag beside the stage, never a stage.
enum class HoldReason : std::uint8_t {
    other = 0,
    credit = 1,
    payment = 2,
    customer_request = 3,
    quality = 4,
    document = 5,
    customs = 6,
    fraud = 7,
    drawing = 8
};
inline constexpr int kHoldReasonCount = 9;
std::string_view name_of(HoldReason reason);
std::optional<HoldReason> hold_reason_from(std::string_view name);

struct Hold {
    HoldId id;
    OrderId order;
    std::optional<LineId> line; ///< absent: the whole order
    HoldReason reason = HoldReason::other;
    Party owner = Party::unknown;
    base::LocalDate since;
    std::optional<base::LocalDate> until; ///< set when released
    std::string note;
    SourceId source;
    base::Timestamp received_at;
};

} // namespace orderdeck::domain
