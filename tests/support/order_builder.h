#pragma once

#include "shared/domain/order_records.h"

#include <optional>
#include <string>
#include <utility>

namespace orderdeck::test {

/// A date by its day in January 2026; 32 is 1 February.
inline base::LocalDate day(int number) {
    return base::LocalDate::from_ymd(2026, 1, 1).value_or(base::LocalDate{}).plus_days(number - 1);
}

inline base::Timestamp instant(int number, int hour = 0) {
    return base::Timestamp::at_start_of(day(number)) + base::Duration::hours(hour);
}

/// Writes the records of one order the way a test tells them. Ids count up from 1.
class OrderBuilder {
public:
    OrderBuilder() {
        records.order.id = domain::OrderId{1};
        records.order.account = domain::AccountId{1};
        records.order.number = "SO-1";
        records.order.currency = domain::Currency::parse("CNY").value_or(domain::Currency{});
    }

    domain::LineId line(int units) {
        domain::Line line;
        line.id = domain::LineId{++last_id_};
        line.order = records.order.id;
        line.number = std::to_string(records.lines.size() + 1);
        line.item = domain::ItemId{line.id.value()};
        line.ordered = domain::Quantity::from_units(units);
        records.lines.push_back(line);
        return line.id;
    }
    domain::Line& at(domain::LineId id) {
        for (domain::Line& line : records.lines) {
            if (line.id == id) return line;
        }
        return records.lines.front();
    }

    domain::ShipmentId shipment() {
        domain::Shipment shipment;
        shipment.id = domain::ShipmentId{++last_id_};
        shipment.account = records.order.account;
        shipment.number = "DN-" + std::to_string(records.shipments.size() + 1);
        records.shipments.push_back(shipment);
        return shipment.id;
    }
    void carries(domain::ShipmentId shipment, domain::LineId line, int units) {
        records.shipment_lines.push_back({.id = domain::ShipmentLineId{++last_id_},
                                          .shipment = shipment,
                                          .order = records.order.id,
                                          .line = line,
                                          .quantity = domain::Quantity::from_units(units)});
    }

    domain::Milestone& scan(domain::ShipmentId shipment, domain::MilestoneCode code, int on) {
        domain::Milestone& milestone = event(code, on);
        milestone.shipment = shipment;
        return milestone;
    }
    domain::Milestone& fact(domain::LineId line, domain::MilestoneCode code, int on,
                            std::optional<int> units = std::nullopt) {
        domain::Milestone& milestone = event(code, on);
        milestone.order = records.order.id;
        milestone.line = line;
        if (units) milestone.quantity = domain::Quantity::from_units(*units);
        return milestone;
    }
    domain::Milestone& fact(domain::MilestoneCode code, int on) {
        domain::Milestone& milestone = event(code, on);
        milestone.order = records.order.id;
        return milestone;
    }
    /// A forecast of the delivery; `received` says which of several is the newest.
    domain::Milestone& forecast(domain::LineId line, int on, int received = 1) {
        domain::Milestone& milestone = fact(line, domain::MilestoneCode::delivered, on);
        return make_forecast(milestone, on, received);
    }
    domain::Milestone& forecast(domain::ShipmentId shipment, int on, int received = 1) {
        return make_forecast(scan(shipment, domain::MilestoneCode::delivered, on), on, received);
    }

    domain::PromiseRevision& promise(domain::LineId line, int on, int stated = 1) {
        domain::PromiseRevision promise;
        promise.id = domain::PromiseId{++last_id_};
        promise.order = records.order.id;
        promise.line = line;
        promise.promised_on = day(on);
        promise.stated_at = instant(stated);
        records.promises.push_back(std::move(promise));
        return records.promises.back();
    }

    domain::Hold& hold(std::optional<domain::LineId> line, domain::HoldReason reason, domain::Party owner,
                       int since) {
        domain::Hold hold;
        hold.id = domain::HoldId{++last_id_};
        hold.order = records.order.id;
        hold.line = line;
        hold.reason = reason;
        hold.owner = owner;
        hold.since = day(since);
        records.holds.push_back(std::move(hold));
        return records.holds.back();
    }

    /// A bill over one line, or over the whole order; `total` in minor units.
    domain::Invoice& invoice(std::int64_t total, std::optional<domain::LineId> line = std::nullopt,
                             int units = 0) {
        domain::Invoice invoice;
        invoice.id = domain::InvoiceId{++last_id_};
        invoice.account = records.order.account;
        invoice.number = "IN-" + std::to_string(records.invoices.size() + 1);
        invoice.currency = records.order.currency;
        invoice.total_minor = total;
        domain::InvoiceLine bill;
        bill.id = domain::InvoiceLineId{++last_id_};
        bill.invoice = invoice.id;
        bill.order = records.order.id;
        bill.line = line;
        bill.quantity = domain::Quantity::from_units(units);
        bill.amount_minor = total;
        records.invoice_lines.push_back(bill);
        records.invoices.push_back(std::move(invoice));
        return records.invoices.back();
    }
    /// For an invoice, else for the order.
    domain::Payment& payment(std::int64_t amount, std::optional<domain::InvoiceId> invoice = std::nullopt,
                             int on = 20) {
        domain::Payment payment;
        payment.id = domain::PaymentId{++last_id_};
        payment.invoice = invoice;
        if (!invoice) payment.order = records.order.id;
        payment.amount_minor = amount;
        payment.currency = records.order.currency;
        payment.on = day(on);
        records.payments.push_back(std::move(payment));
        return records.payments.back();
    }
    domain::Instalment& instalment(int permille, domain::MilestoneCode trigger, int days) {
        domain::Instalment instalment;
        instalment.id = domain::InstalmentId{++last_id_};
        instalment.order = records.order.id;
        instalment.number = static_cast<int>(records.instalments.size()) + 1;
        instalment.share_permille = permille;
        instalment.trigger = trigger;
        instalment.days = days;
        records.instalments.push_back(std::move(instalment));
        return records.instalments.back();
    }

    /// A step of the work on a line, not begun.
    domain::Operation& operation(domain::LineId line, int number, std::optional<int> minutes = std::nullopt) {
        domain::Operation operation;
        operation.id = domain::OperationId{++last_id_};
        operation.order = records.order.id;
        operation.line = line;
        operation.number = std::to_string(number);
        if (minutes) operation.planned_minutes = domain::Quantity::from_units(*minutes);
        records.operations.push_back(std::move(operation));
        return records.operations.back();
    }

    domain::OrderRecords records;

private:
    domain::Milestone& event(domain::MilestoneCode code, int on) {
        domain::Milestone milestone;
        milestone.id = domain::MilestoneId{++last_id_};
        milestone.code = code;
        milestone.actual =
            domain::Occurrence{.on = day(on), .at = std::nullopt, .utc_offset_minutes = std::nullopt};
        records.milestones.push_back(std::move(milestone));
        return records.milestones.back();
    }
    static domain::Milestone& make_forecast(domain::Milestone& milestone, int on, int received) {
        milestone.actual.reset();
        milestone.forecast = day(on);
        milestone.received_at = instant(received);
        return milestone;
    }

    std::int64_t last_id_ = 0;
};

} // namespace orderdeck::test
