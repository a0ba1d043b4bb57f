#pragma once

#include "shared/domain/progress/line_facts.h"
#include "shared/domain/progress/promise_history.h"
#include "shared/domain/why.h"

#include <map>
#include <vector>

namespace orderdeck::domain {

/// One order's records, grouped by what they speak about, with what they prove. Keeps references into the records,
/// which must outlive it; not movable, because lines point at shipments and order-wide milestones inside.
class OrderFacts {
public:
    explicit OrderFacts(const OrderRecords& records);
    OrderFacts(const OrderFacts&) = delete;
    OrderFacts& operator=(const OrderFacts&) = delete;

    const OrderRecords& records() const { return records_; }
    /// In the order of records.lines; the same positions in all three.
    const std::vector<LineFacts>& lines() const { return lines_; }
    const std::vector<PromiseHistory>& promises() const { return promises_; }
    const std::vector<LineProgress>& progress() const { return progress_; }
    const ShipmentFacts& shipment(ShipmentId id) const { return shipments_.at(id); }
    const MilestoneRefs& order_wide() const { return order_wide_; }
    /// What the carriers' scans prove about the shipments, beside the milestones of the records.
    const std::vector<Milestone>& scanned() const { return scanned_; }

    /// Holds that are not released and keep something from being delivered, oldest first.
    const std::vector<const Hold*>& open_holds() const { return open_holds_; }

private:
    void gather_shipments();
    void note_usual_arrival(ShipmentFacts& facts, const Shipment& shipment) const;
    void gather_lines();
    void gather_holds();
    std::optional<int> production_of(const LineFacts& facts, const LineProgress& progress) const;
    LineProgress progress_of(std::size_t position) const;
    std::optional<base::LocalDate> forecast_of(const LineFacts& facts) const;
    void add_fulfilment(const LineFacts& facts, LineProgress& progress) const;

    const OrderRecords& records_;
    Stage our_end_; // of responsibility, by the Incoterm
    std::vector<Milestone> scanned_;
    std::map<ShipmentId, ShipmentFacts> shipments_;
    MilestoneRefs order_wide_;
    std::vector<LineFacts> lines_;
    std::vector<PromiseHistory> promises_;
    std::vector<LineProgress> progress_;
    std::vector<const Hold*> open_holds_;
};

/// The days of an estimate at the order's delivery place.
UsualDays usual_days(const UsualArrival& usual, const Order& order);

/// Whether some of the line is still to be delivered.
bool is_open(const LineProgress& progress);

/// When an open line is expected: its forecast, else its promise.
std::optional<base::LocalDate> expected_on(const LineProgress& progress);

} // namespace orderdeck::domain
