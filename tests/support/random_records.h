#pragma once

#include "tests/support/order_builder.h"
#include "tests/support/random_source.h"

namespace orderdeck::test {

/// Records of one order with up to `size` lines and many contradictions: small numbers of units and days, so that
/// quantities and dates meet often. Compilers evaluate arguments in different orders: of several choices for one call each
/// has a name, so that a seed means the same records everywhere.
class RandomRecords {
public:
    RandomRecords(std::uint64_t seed, int size) : random_(seed), size_(size) {}

    domain::OrderRecords make() {
        domain::Order& order = builder_.records.order;
        order.flow = static_cast<domain::Flow>(random_.between(0, 2));
        order.delivery_utc_offset_minutes = 60 * random_.between(-11, 13);
        if (random_.chance(80)) {
            order.placed = domain::Occurrence{
                .on = day(random_.between(1, 6)), .at = std::nullopt, .utc_offset_minutes = std::nullopt};
        }
        const int lines = random_.between(0, size_);
        for (int i = 0; i < lines; ++i)
            add_line();
        for (int i = random_.between(0, size_); i > 0; --i)
            add_shipment();
        for (int i = random_.between(0, size_); i > 0; --i)
            add_order_fact();
        for (int i = random_.between(0, size_ / 2); i > 0; --i)
            add_hold();
        add_money();
        return builder_.records;
    }

private:
    domain::MilestoneCode any_code() {
        return static_cast<domain::MilestoneCode>(random_.between(0, domain::kMilestoneCodeCount - 1));
    }
    domain::MilestoneCode carrier_code() {
        return random_.chance(85) ? static_cast<domain::MilestoneCode>(random_.between(10, 18)) : any_code();
    }
    std::optional<int> some_units() {
        if (random_.chance(50)) return std::nullopt;
        return random_.between(0, 5);
    }
    int any_day() { return random_.between(1, 20); }

    void vary(domain::Milestone& milestone) {
        milestone.source = domain::SourceId{random_.between(1, 4)};
        milestone.received_at = instant(random_.between(1, 24));
        if (random_.chance(15)) milestone.planned = day(any_day());
        if (random_.chance(25)) milestone.forecast = day(any_day());
        if (random_.chance(20)) milestone.actual.reset();
        if (milestone.actual && random_.chance(40)) {
            const int hour = random_.between(0, 23);
            milestone.actual->at =
                base::Timestamp::at_start_of(milestone.actual->on) + base::Duration::hours(hour);
            milestone.actual->utc_offset_minutes = 480;
        }
    }

    void add_line() {
        const domain::LineId id = builder_.line(random_.between(0, 9) == 0 ? 0 : random_.between(1, 5));
        domain::Line& line = builder_.at(id);
        line.commercial = static_cast<domain::CommercialState>(random_.chance(80) ? random_.between(0, 3)
                                                                                  : random_.between(0, 5));
        const auto some = [&](int percent) {
            return domain::Quantity::from_units(random_.chance(percent) ? random_.between(0, 5) : 0);
        };
        if (random_.chance(30)) line.confirmed = some(100);
        line.cancelled = some(15);
        line.produced = some(25);
        line.inspected_good = some(10);
        line.accepted = some(10);
        line.return_requested = some(8);
        line.returned = some(8);
        line.invoiced = some(20);
        if (random_.chance(60)) line.amount_minor = random_.between(0, 100'000);
        if (random_.chance(50))
            line.unit_price = domain::Quantity::from_micro(random_.between(0, 90'000'000));
        if (random_.chance(60)) line.requested_on = day(any_day());
        for (int i = random_.between(0, 4); i > 0; --i) {
            const domain::MilestoneCode code = any_code();
            const int on = any_day();
            vary(builder_.fact(id, code, on, some_units()));
        }
        for (int i = random_.between(0, 3); i > 0; --i) {
            const int on = any_day();
            builder_.promise(id, on, random_.between(1, 9));
        }
    }

    void add_shipment() {
        const domain::ShipmentId id = builder_.shipment();
        for (const domain::Line& line : builder_.records.lines) {
            if (random_.chance(45)) builder_.carries(id, line.id, random_.between(0, 5));
        }
        for (int i = random_.between(0, 5); i > 0; --i) {
            const domain::MilestoneCode code = carrier_code();
            vary(builder_.scan(id, code, any_day()));
        }
    }

    void add_order_fact() {
        const auto code = static_cast<domain::MilestoneCode>(random_.between(0, 9));
        domain::Milestone& milestone = builder_.fact(code, any_day());
        if (random_.chance(20)) milestone.code = any_code();
        if (random_.chance(20)) milestone.quantity = domain::Quantity::from_units(random_.between(0, 5));
        vary(milestone);
    }

    void add_hold() {
        std::optional<domain::LineId> line;
        const auto& lines = builder_.records.lines;
        if (!lines.empty() && random_.chance(60)) line = lines[random_.next() % lines.size()].id;
        const auto reason = static_cast<domain::HoldReason>(random_.between(0, domain::kHoldReasonCount - 1));
        const auto party = static_cast<domain::Party>(random_.between(0, domain::kPartyCount - 1));
        domain::Hold& hold = builder_.hold(line, reason, party, any_day());
        if (random_.chance(30)) hold.until = day(any_day());
    }

    void add_money() {
        const auto& lines = builder_.records.lines;
        if (random_.chance(40)) return;
        for (int i = random_.between(0, 3); i > 0; --i) {
            std::optional<domain::LineId> line;
            if (!lines.empty() && random_.chance(70)) line = lines[random_.next() % lines.size()].id;
            const int amount = random_.between(0, 50);
            domain::Invoice& invoice = builder_.invoice(amount, line, random_.between(0, 5));
            invoice.kind = static_cast<domain::InvoiceKind>(random_.chance(60) ? 0 : random_.between(0, 3));
            invoice.state = static_cast<domain::InvoiceState>(random_.chance(60) ? 0 : random_.between(0, 4));
            if (random_.chance(70)) invoice.due_on = day(any_day());
            if (invoice.kind == domain::InvoiceKind::credit_note) invoice.corrects = "IN-1";
            if (random_.chance(10))
                invoice.currency = domain::Currency::parse("USD").value_or(invoice.currency);
        }
        for (int i = random_.between(0, 3); i > 0; --i) {
            std::optional<domain::InvoiceId> invoice;
            const auto& invoices = builder_.records.invoices;
            if (!invoices.empty() && random_.chance(60))
                invoice = invoices[random_.next() % invoices.size()].id;
            const int amount = random_.between(-20, 60);
            builder_.payment(amount, invoice, any_day());
        }
        for (int i = random_.between(0, 2); i > 0; --i) {
            const int permille = random_.between(0, 1000);
            const domain::MilestoneCode after = any_code();
            builder_.instalment(permille, after, random_.between(0, 9));
        }
    }

    RandomSource random_;
    int size_;
    OrderBuilder builder_;
};

} // namespace orderdeck::test
