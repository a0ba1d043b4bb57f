#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/domain/order.h"
#include "shared/domain/shipment.h"
#include "shared/domain/summary.h"

namespace orderdeck::api {

inline constexpr std::string_view kOrdersPath =
    "/api/v1/orders"; ///< ?limit=&after=; one order: /api/v1/orders/<id>

/// One order as the list of the REST API shows it: for integrators, with ids and money as strings. Late is a statement
/// about the moment of the answer.
struct OrderRow {
    domain::OrderId id;
    std::string number;
    std::string customer_reference;
    std::string project;
    std::string account_name;
    std::optional<base::LocalDate> placed_on;
    domain::Headline headline;
    int lines = 0;
    int lines_shipped = 0;
    int lines_delivered = 0;
    std::optional<base::LocalDate> requested_on;
    std::optional<base::LocalDate> promised_first_on;
    std::optional<base::LocalDate> promised_on;
    std::optional<base::LocalDate> forecast_on;
    std::optional<base::LocalDate> delivered_on;
    int promise_moves = 0;
    int late_days = 0; ///< 0: not late
    bool at_risk = false;
    std::optional<domain::HoldReason> hold;
    bool complete = false;
    domain::Money total;
    domain::Money open;
    domain::AmountBasis amount_basis = domain::AmountBasis::unstated;

    friend bool operator==(const OrderRow&, const OrderRow&) = default;
};

/// GET /api/v1/orders: newest first.
struct OrderPage {
    std::vector<OrderRow> orders;
    std::optional<std::string> next; ///< value of `after` for the next page
    std::int64_t total = 0;          ///< of all that this session may see

    friend bool operator==(const OrderPage&, const OrderPage&) = default;
};

/// GET /api/v1/orders/<id>.
struct OrderDetail {
    struct Line {
        domain::LineId id;
        std::string number;
        std::string sku;
        std::string name;
        std::string unit;
        domain::Quantity ordered;
        domain::Quantity cancelled;
        domain::Quantity shipped;
        domain::Quantity delivered;
        std::optional<domain::Quantity> unit_price;
        std::optional<domain::Money> amount;
        domain::Stage stage = domain::Stage::placed;
        std::optional<base::LocalDate> promised_on;
        std::optional<base::LocalDate> delivered_on;
        friend bool operator==(const Line&, const Line&) = default;
    };
    struct Shipment {
        domain::ShipmentId id;
        std::string number;
        std::string carrier;
        std::string tracking_number;
        domain::Stage stage = domain::Stage::packed;
        friend bool operator==(const Shipment&, const Shipment&) = default;
    };
    /// A dated fact; `line` or `shipment` says about what, neither: the whole order.
    struct Event {
        domain::MilestoneCode code = domain::MilestoneCode::placed;
        std::optional<domain::LineId> line;
        std::optional<domain::ShipmentId> shipment;
        std::optional<base::LocalDate> planned_on;
        std::optional<base::LocalDate> forecast_on;
        std::optional<base::LocalDate> actual_on;
        std::optional<base::Timestamp> actual_at;
        std::string place;
        std::string note;
        std::string source;
        friend bool operator==(const Event&, const Event&) = default;
    };
    struct Promise {
        domain::LineId line;
        base::LocalDate promised_on;
        base::Timestamp stated_at;
        std::string reason;
        domain::Party party = domain::Party::unknown;
        friend bool operator==(const Promise&, const Promise&) = default;
    };

    OrderRow order;
    std::string ship_to;
    std::string incoterm;
    std::string payment_terms;
    std::vector<Line> lines;
    std::vector<Shipment> shipments;
    std::vector<Event> events;
    std::vector<Promise> promises;

    friend bool operator==(const OrderDetail&, const OrderDetail&) = default;
};

std::string encode_order_page(const OrderPage& page);
base::Result<OrderPage> decode_order_page(std::string_view text);

std::string encode_order_detail(const OrderDetail& detail);
base::Result<OrderDetail> decode_order_detail(std::string_view text);

} // namespace orderdeck::api
