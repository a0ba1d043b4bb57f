#pragma once

#include "server/ingest/apply.h"
#include "tests/server/persistence/temporary_store.h"
#include "tests/support/order_builder.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <utility>

namespace orderdeck::test {

/// Tells what sources say about the orders of the account "acme", the way a test needs it.
class FactStory {
public:
    explicit FactStory(base::Timestamp received = instant(1)) : received_(received) {
        batch.sources = {{.name = "erp", .kind = "sales"},
                         {.name = "wms", .kind = "warehouse"},
                         {.name = "ups", .kind = "carrier"}};
        batch.accounts = {{.code = "acme", .name = {.text = "Acme", .translations = {}}, .parent = {}}};
    }

    FactStory& from(std::size_t source) {
        source_ = source;
        return *this;
    }
    FactStory& of(std::string account) {
        account_ = std::move(account);
        return *this;
    }
    FactStory& add(std::string key, server::ingest::FactBody body, std::int64_t version = 0) {
        batch.facts.push_back({.account = account_,
                               .origin = {.source = source_,
                                          .key = std::move(key),
                                          .version = version,
                                          .occurred = {},
                                          .received = received_,
                                          .file_line = std::ssize(batch.facts) + 2},
                               .body = std::move(body)});
        return *this;
    }

    FactStory& order(const std::string& number, int placed_on = 1) {
        server::ingest::OrderFact fact;
        fact.order = number;
        fact.customer_reference = "PO-" + number;
        fact.placed = domain::Occurrence{.on = day(placed_on), .at = {}, .utc_offset_minutes = {}};
        fact.currency = domain::Currency::parse("EUR").value_or(domain::Currency{});
        return add("order", std::move(fact));
    }
    FactStory& line(const std::string& order, const std::string& number, int units,
                    const std::string& item = "Pump") {
        server::ingest::LineFact fact;
        fact.order = order;
        fact.line = number;
        fact.item = domain::LocalizedText{.text = item, .translations = {}};
        fact.ordered = domain::Quantity::from_units(units);
        fact.amount_minor = 100 * units;
        return add(number + "/line", std::move(fact));
    }
    FactStory& carries(const std::string& shipment, const std::string& order, const std::string& line,
                       int units) {
        return add(line + "/shipment/" + shipment,
                   server::ingest::ShipmentLineFact{.shipment = shipment,
                                                    .order = order,
                                                    .line = line,
                                                    .quantity = domain::Quantity::from_units(units)});
    }
    FactStory& scan(const std::string& shipment, domain::MilestoneCode code, int on,
                    const std::string& note = {}) {
        server::ingest::MilestoneFact fact;
        fact.shipment = shipment;
        fact.code = code;
        fact.actual = domain::Occurrence{.on = day(on), .at = {}, .utc_offset_minutes = {}};
        fact.note = note;
        return add("scan/" + std::to_string(batch.facts.size()), std::move(fact));
    }
    FactStory& promise(const std::string& order, const std::string& line, int on, int stated = 1) {
        server::ingest::PromiseFact fact;
        fact.order = order;
        fact.line = line;
        fact.promised_on = day(on);
        fact.stated_at = instant(stated);
        return add(line + "/promise/" + std::to_string(on), std::move(fact));
    }

    /// Applies the story as one message.
    server::ingest::ApplyReport tell(TemporaryStore& store) const {
        server::ingest::InboxEntry message{.id = 1, .received_at = received_};
        auto report = server::ingest::apply(*store, message, batch);
        if (!report) FAIL(base::describe(report.error()));
        return std::move(*report);
    }

    server::ingest::Batch batch;

private:
    base::Timestamp received_;
    std::size_t source_ = 0;
    std::string account_ = "acme";
};

/// All projected rows by natural keys, without the ids that depend on the order of arrival.
inline std::string projected_rows(TemporaryStore& store) {
    return store.dump(
               "SELECT a.code, o.number, o.customer_reference, o.placed_on, o.currency, y.headline_kind, "
               "y.headline_stage, y.lines_delivered, y.promised_first_on, y.promised_on, y.promise_moves, "
               "y.delivered_on, y.late_at, y.total_minor, y.lines_at FROM sales_order o "
               "JOIN account a ON a.id = o.account_id JOIN order_summary y ON y.id = o.id ORDER BY 1, 2") +
           store.dump("SELECT o.number, l.number, i.sku, i.name, l.ordered_micro, l.amount_minor, "
                      "l.cancelled_micro, "
                      "l.produced_micro FROM order_line l JOIN sales_order o ON o.id = l.order_id "
                      "JOIN item i ON i.id = l.item_id ORDER BY 1, 2") +
           store.dump(
               "SELECT s.number, s.carrier, s.mode, o.number, l.number, x.quantity_micro FROM shipment s "
               "LEFT JOIN shipment_line x ON x.shipment_id = s.id LEFT JOIN sales_order o ON o.id = "
               "x.order_id "
               "LEFT JOIN order_line l ON l.id = x.line_id ORDER BY 1, 4, 5") +
           store.dump(
               "SELECT o.number, l.number, s.number, m.code, m.actual_on, m.note, r.name, m.received_at "
               "FROM milestone m LEFT JOIN sales_order o ON o.id = m.order_id "
               "LEFT JOIN order_line l ON l.id = m.line_id LEFT JOIN shipment s ON s.id = m.shipment_id "
               "JOIN source r ON r.id = m.source_id ORDER BY 1, 2, 3, 4, 5, 6, 7") +
           store.dump("SELECT o.number, l.number, p.promised_on, p.stated_at, p.received_at FROM promise p "
                      "JOIN sales_order o ON o.id = p.order_id JOIN order_line l ON l.id = p.line_id ORDER "
                      "BY 1, 2, 3");
}

} // namespace orderdeck::test
