#pragma once

#include "shared/base/local_date.h"
#include "shared/base/timestamp.h"
#include "shared/domain/order_records.h"

#include <array>
#include <optional>
#include <string_view>

namespace orderdeck::domain {

/// How the sentence about an order is built; the words are i18n's.
enum class HeadlineKind : std::uint8_t {
    stage = 0,     ///< every open line stands at `stage`, with a percentage in production
    lines_at = 1,  ///< "`count` of `of` lines shipped / delivered / accepted", then the others
    cancelled = 2, ///< nothing is left to deliver
    on_hold = 3,   ///< all open lines wait
    returned = 4,  ///< goods have come back, `count` of `of` lines
    empty = 5,     ///< an order head without lines
    units_at =
        6, ///< the only line: "`part` of `whole` shipped / delivered / accepted", `further` of it beyond
};
inline constexpr int kHeadlineKindCount = 7;
std::string_view name_of(HeadlineKind kind);

struct Headline {
    HeadlineKind kind = HeadlineKind::empty;
    Stage stage = Stage::placed;
    int count = 0;
    int of = 0;
    Quantity part;
    Quantity whole;
    Quantity further; ///< of `part`, what has even been delivered (where shipped is told) or accepted
    friend bool operator==(const Headline&, const Headline&) = default;
};

/// The stored status of one order: derived from its records alone, never from the clock. Everything a list, a
/// chip, REST or a figure needs is here, so nothing else has to be read.
struct OrderSummary {
    OrderId order;
    Headline headline;
    Stage low = Stage::placed;  ///< furthest stage that ALL open quantity has reached
    Stage high = Stage::placed; ///< furthest stage that ANY quantity has reached
    CommercialState commercial = CommercialState::requested;
    SupplyState supply = SupplyState::unplanned;
    LogisticsState logistics = LogisticsState::none;
    BillingState billing = BillingState::not_invoiced;
    ReturnState returns = ReturnState::none;

    int lines = 0;           ///< all lines
    int lines_cancelled = 0; ///< wholly cancelled; the counters below speak of the others
    /// How many uncancelled lines stand exactly at this stage with their full open quantity (rank r of A5.2).
    std::array<int, kStageCount> lines_at{};
    int lines_shipped = 0;        ///< cumulative: at or beyond shipped with the full quantity
    int lines_delivered = 0;      ///< cumulative
    int lines_accepted = 0;       ///< cumulative
    int lines_partly_shipped = 0; ///< some but not all of the line has left
    int lines_returned = 0;
    int progress_permille = 0; ///< 0..6000 along the six steps, for the track
    /// Thousandths of the making that are done, over the lines that are made for the order, weighed by their quantity;
    /// 1000 only when all of it is made. nullopt: nobody says how far one of them is, or nothing is made.
    std::optional<int> production_permille;

    std::optional<base::LocalDate> requested_on; ///< latest requested date of the open or delivered lines
    std::optional<base::LocalDate> promised_first_on; ///< when the order was first promised complete
    std::optional<base::LocalDate> promised_on;       ///< when it is promised complete now
    int promise_moves =
        0; ///< changes of a line's date, 0 when it is the first again; the largest over the lines
    int promise_net_days = 0;                       ///< promised_on - promised_first_on
    std::optional<base::LocalDate> forecast_on;     ///< expected complete delivery, where a source says so
    std::optional<base::LocalDate> delivered_on;    ///< when the last of it was delivered; set when complete
    std::optional<base::LocalDate> next_arrival_on; ///< earliest forecast or promise of what is still to come
    /// The instant at which the order becomes late if it is still open then; absent once complete or without promise.
    std::optional<base::Timestamp> late_at;
    int delivered_late_days = 0; ///< > 0 when complete and delivered after the last promise
    bool at_risk = false;        ///< open, and a forecast lies after its promise
    /// From when a parcel counts as silent, as stuck, or as in trouble, if no scan comes before.
    std::optional<base::Timestamp> silent_at;
    std::optional<base::Timestamp> stuck_at;
    std::optional<base::Timestamp> trouble_at;

    bool partial = false; ///< open, and some but not all of the goods have left
    bool backordered =
        false;           ///< open, and less is confirmed than is wanted, or the rest of a part delivery waits
    bool urgent = false; ///< open, and somebody asked for it to be hurried

    std::optional<HoldReason> hold_reason; ///< the oldest open hold
    Party hold_owner = Party::unknown;
    std::optional<base::LocalDate> hold_since;
    bool hold_all = false; ///< all open lines wait
    std::optional<LineId>
        blocking_line;           ///< the open line that is expected last, when others do not wait for it
    Party turn = Party::unknown; ///< who must act next
    bool complete =
        false; ///< nothing is left to deliver: all delivered or cancelled, or the contract is closed

    std::int64_t total_minor = 0;                  ///< sum of the lines' amounts; cancelled lines excluded
    std::int64_t open_minor = 0;                   ///< value of what is still to be delivered
    std::optional<base::LocalDate> payment_due_on; ///< of the next payment that is not made in full
    std::int64_t payment_due_minor = 0;            ///< what is missing of it
    std::optional<base::Timestamp> due_at;         ///< the instant from which that payment is overdue
    std::optional<ItemId> lead_item;       ///< what the order mainly is: the line of the highest value
    std::optional<Quantity> lead_quantity; ///< of that item, when the order has one line
};

/// Derives the status of one order. Pure, total (never fails, odd facts are tolerated), independent of the order
/// of the records and of the clock.
OrderSummary summarise(const OrderRecords& records);

/// Whether an order is late at `now`: promised and not complete in time, or delivered after its last promise.
bool is_late(const OrderSummary& summary, base::Timestamp now);
/// Whole days by which it is late at `now`; 0 when it is not. Days begin at the delivery place.
int late_days(const OrderSummary& summary, const Order& order, base::Timestamp now);

/// Whether an open order is in trouble at `now`: the carrier reports an exception, a return, a loss.
bool is_in_trouble(const OrderSummary& summary, base::Timestamp now);
/// Whether an open order that is not late may become so: by its forecast, or because a parcel is silent, stuck or in
/// trouble.
bool is_at_risk(const OrderSummary& summary, base::Timestamp now);

/// What deserves the reader's eye first; lower comes first.
enum class Attention : std::uint8_t {
    in_trouble = 0,
    overdue = 1,
    waiting_for_customer = 2,
    on_hold = 3,
    at_risk = 4,
    normal = 5,
    done = 6
};
Attention attention_of(const OrderSummary& summary, base::Timestamp now);

} // namespace orderdeck::domain
