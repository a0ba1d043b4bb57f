#pragma once

#include "server/ingest/apply.h"
#include "tests/server/ingest/projected_rows.h"
#include "tests/server/persistence/temporary_store.h"
#include "tests/support/order_builder.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <utility>

namespace orderdeck::test {

/// The sources of a story, for FactStory::from.
inline constexpr std::size_t kErp = 0;
inline constexpr std::size_t kWarehouse = 1;
inline constexpr std::size_t kCarrier = 2;
inline constexpr std::size_t kLedger = 3;
inline constexpr std::size_t kFactory = 4;

/// Tells what sources say about the orders of the account "acme", the way a test needs it.
class FactStory {
public:
    explicit FactStory(base::Timestamp received = instant(1)) : received_(received) {
        batch.sources = {{.name = "erp", .kind = "sales"},
                         {.name = "wms", .kind = "warehouse"},
                         {.name = "ups", .kind = "carrier"},
                         {.name = "ledger", .kind = "finance"},
                         {.name = "mes", .kind = "production"}};
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
    FactStory& ships(const std::string& shipment, const std::string& tracking_number) {
        server::ingest::ShipmentFact fact;
        fact.shipment = shipment;
        fact.tracking_number = tracking_number;
        return add("head", std::move(fact));
    }
    FactStory& parcel(const std::string& shipment, const std::string& number) {
        server::ingest::ParcelFact fact;
        fact.shipment = shipment;
        fact.parcel = number;
        return add("parcel/" + number, std::move(fact));
    }
    FactStory& event(const std::string& parcel, domain::ParcelStatus status, int on) {
        server::ingest::TrackingEventFact fact;
        fact.parcel = parcel;
        fact.status = status;
        fact.actual.on = day(on);
        return add("event/" + std::to_string(on) + "/" + std::string(name_of(status)), std::move(fact));
    }
    FactStory& expected(const std::string& parcel, int on, const std::string& key = "forecast") {
        server::ingest::ParcelForecastFact fact;
        fact.parcel = parcel;
        fact.expected.on = day(on);
        return add(key, std::move(fact));
    }
    FactStory& bills(const std::string& invoice, const std::string& order, const std::string& line,
                     int units) {
        return add("bills/" + invoice + "/" + line,
                   server::ingest::InvoiceLineFact{.invoice = invoice,
                                                   .order = order,
                                                   .line = line,
                                                   .quantity = domain::Quantity::from_units(units),
                                                   .amount_minor = 100 * units});
    }
    FactStory& invoice(const std::string& number, std::int64_t total_minor) {
        server::ingest::InvoiceFact fact;
        fact.invoice = number;
        fact.currency = domain::Currency::parse("EUR").value_or(domain::Currency{});
        fact.total_minor = total_minor;
        fact.issued_on = day(30);
        return add("invoice", std::move(fact));
    }
    FactStory& pays(const std::string& invoice, const std::string& order, std::int64_t amount_minor, int on) {
        server::ingest::PaymentFact fact;
        fact.invoice = invoice;
        fact.order = order;
        fact.amount_minor = amount_minor;
        fact.currency = domain::Currency::parse("EUR").value_or(domain::Currency{});
        fact.on = day(on);
        return add("payment/" + std::to_string(on), std::move(fact));
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
        const server::ingest::InboxEntry message{.id = received_.milliseconds() % 1'000'000'007,
                                                 .received_at = received_};
        auto report = server::ingest::apply(*store, message, batch);
        if (!report) FAIL(base::describe(report.error()));
        return std::move(*report);
    }

    /// Delivers the story as a message of the inbox, whose bytes are its name, and applies it; returns the message's id.
    std::int64_t deliver(TemporaryStore& store, const std::string& name) const {
        using server::persistence::sqlite::InboxStore;
        auto message = InboxStore::receive(
            *store,
            {.source_name = "erp", .source_kind = "sales", .mapping = "m", .file_name = name, .body = name},
            received_);
        REQUIRE(message.has_value());
        auto report = server::ingest::apply(*store, *message, batch);
        if (!report) FAIL(base::describe(report.error()));
        REQUIRE(server::ingest::finish(*store, *message, std::ssize(batch.facts), 0, report->findings,
                                       report->waits_for)
                    .has_value());
        return message->id;
    }

    server::ingest::Batch batch;

private:
    base::Timestamp received_;
    std::size_t source_ = 0;
    std::string account_ = "acme";
};

} // namespace orderdeck::test
