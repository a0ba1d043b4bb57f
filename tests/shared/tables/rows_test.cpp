#include "shared/tables/rows.h"

#include "shared/api/sync_schema.h"
#include "shared/storage/database.h"
#include "shared/tables/columns.h"
#include "tests/shared/tables/random_rows.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using namespace orderdeck;
using namespace orderdeck::test;

namespace {

constexpr int kRounds = 300;

/// A table of the synced columns with their types and NOT NULL, as both sides create it.
storage::Database with_table(const api::SyncTable& table) {
    auto database = storage::Database::open_in_memory();
    REQUIRE(database);
    std::string columns;
    for (const api::SyncColumn& column : table.columns) {
        if (!columns.empty()) columns += ", ";
        columns +=
            std::string(column.name) + (column.type == api::ColumnType::integer ? " INTEGER" : " TEXT");
        if (column.null == api::Nullability::required) columns += " NOT NULL";
    }
    REQUIRE(database->exec("CREATE TABLE " + std::string(table.name) + "(" + columns + ") STRICT"));
    return std::move(database).value();
}

/// Each stored column as text, so that two rows can be compared column by column.
std::vector<std::string> stored_columns(storage::Database& database, std::string_view table) {
    auto statement =
        database.statement("SELECT " + tables::columns_of(table) + " FROM " + std::string(table));
    REQUIRE(statement);
    REQUIRE(statement->step().value());
    std::vector<std::string> columns;
    for (int i = 0; i < statement->column_count(); ++i) {
        columns.push_back(statement->is_null(i) ? "NULL" : statement->string(i));
    }
    return columns;
}

template <typename Row>
void insert(storage::Database& database, std::string_view table, const Row& row,
            int (*bind)(storage::Statement&, int, const Row&)) {
    auto statement =
        database.statement("INSERT INTO " + std::string(table) + "(" + tables::columns_of(table) +
                           ") VALUES (" + tables::placeholders_of(table) + ")");
    REQUIRE(statement);
    REQUIRE(bind(*statement, 1, row) == 1 + tables::column_count_of(table));
    const auto inserted = statement->run();
    INFO((inserted ? std::string() : inserted.error().message));
    REQUIRE(inserted);
}

/// Stores a random value, reads it back and stores what was read beside it: both rows must be the same.
template <typename Row, typename Make>
void check_round_trip(const api::SyncTable& table, Make make,
                      int (*bind)(storage::Statement&, int, const Row&),
                      Row (*read)(const storage::Statement&, int)) {
    for (int round = 0; round < kRounds; ++round) {
        Values values(static_cast<std::uint64_t>(round));
        storage::Database first = with_table(table);
        insert(first, table.name, make(values), bind);
        auto statement = first.statement("SELECT 'x', " + tables::columns_of(table.name, "t") + " FROM " +
                                         std::string(table.name) + " t");
        REQUIRE(statement);
        REQUIRE(statement->step().value());
        storage::Database second = with_table(table);
        insert(second, table.name, read(*statement, 1), bind);
        INFO("table " << table.name << ", round " << round);
        REQUIRE(stored_columns(first, table.name) == stored_columns(second, table.name));
    }
}

/// Over many random values every column takes several values, and those that may be NULL are sometimes.
template <typename Row, typename Make>
void check_every_column_is_bound(const api::SyncTable& table, Make make,
                                 int (*bind)(storage::Statement&, int, const Row&)) {
    std::vector<std::vector<std::string>> rows;
    for (int round = 0; round < 40; ++round) {
        Values values(static_cast<std::uint64_t>(round));
        storage::Database database = with_table(table);
        insert(database, table.name, make(values), bind);
        rows.push_back(stored_columns(database, table.name));
    }
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        bool varies = false;
        bool is_sometimes_null = false;
        for (const auto& row : rows) {
            varies = varies || row[i] != rows.front()[i];
            is_sometimes_null = is_sometimes_null || row[i] == "NULL";
        }
        INFO(table.name << "." << table.columns[i].name);
        CHECK(varies);
        CHECK(is_sometimes_null == (table.columns[i].null == api::Nullability::optional));
    }
}

template <typename Row, typename Make>
void check(std::string_view name, Make make, int (*bind)(storage::Statement&, int, const Row&),
           Row (*read)(const storage::Statement&, int)) {
    for (const api::SyncTable& table : api::kSyncTables) {
        if (table.name != name) continue;
        check_round_trip<Row>(table, make, bind, read);
        check_every_column_is_bound<Row>(table, make, bind);
    }
}

} // namespace

TEST_CASE("orders, lines and summaries come back from their tables as they went in, every column bound") {
    check<domain::Order>("sales_order", random_order, tables::bind_order, tables::read_order);
    check<domain::Line>("order_line", random_line, tables::bind_line, tables::read_line);
    check<domain::OrderSummary>("order_summary", random_summary, tables::bind_summary, tables::read_summary);
}

TEST_CASE("accounts, sources and items come back from their tables as they went in, every column bound") {
    const auto account = [](Values& v) {
        return domain::Account{.id = v.id<domain::AccountId>(),
                               .parent = v.maybe([&] { return v.id<domain::AccountId>(); }),
                               .code = v.text(),
                               .name = v.name()};
    };
    const auto source = [](Values& v) {
        return domain::Source{.id = v.id<domain::SourceId>(),
                              .name = v.text(),
                              .kind = v.text(),
                              .last_received_at = v.instant()};
    };
    const auto item = [](Values& v) {
        return domain::Item{.id = v.id<domain::ItemId>(), .sku = v.text(), .name = v.name()};
    };
    check<domain::Account>("account", account, tables::bind_account, tables::read_account);
    check<domain::Source>("source", source, tables::bind_source, tables::read_source);
    check<domain::Item>("item", item, tables::bind_item, tables::read_item);
}

TEST_CASE("shipments, milestones, promises and holds come back as they went in, every column bound") {
    const auto shipment = [](Values& v) {
        domain::Shipment s{.id = v.id<domain::ShipmentId>(),
                           .account = v.id<domain::AccountId>(),
                           .number = v.text(),
                           .carrier = v.text(),
                           .tracking_number = v.text(),
                           .mode = v.text(),
                           .parcels = v.integer(),
                           .origin = v.text(),
                           .destination = v.text(),
                           .usual = v.maybe([&] {
                               return domain::UsualArrival{
                                   v.instant(), v.instant(), v.integer(),
                                   v.choice<domain::LaneMatch>(domain::kLaneMatchCount)};
                           }),
                           .usual_gap = v.maybe([&] { return base::Duration::minutes(v.small()); })};
        return s;
    };
    const auto link = [](Values& v) {
        return domain::ShipmentLine{.id = v.id<domain::ShipmentLineId>(),
                                    .shipment = v.id<domain::ShipmentId>(),
                                    .order = v.id<domain::OrderId>(),
                                    .line = v.id<domain::LineId>(),
                                    .quantity = v.quantity()};
    };
    const auto promise = [](Values& v) {
        return domain::PromiseRevision{.id = v.id<domain::PromiseId>(),
                                       .order = v.id<domain::OrderId>(),
                                       .line = v.id<domain::LineId>(),
                                       .promised_on = v.date(),
                                       .stated_at = v.instant(),
                                       .reason = v.text(),
                                       .reason_names = v.text(),
                                       .party = v.choice<domain::Party>(domain::kPartyCount),
                                       .source = v.id<domain::SourceId>(),
                                       .received_at = v.instant()};
    };
    const auto hold = [](Values& v) {
        return domain::Hold{.id = v.id<domain::HoldId>(),
                            .order = v.id<domain::OrderId>(),
                            .line = v.maybe([&] { return v.id<domain::LineId>(); }),
                            .reason = v.choice<domain::HoldReason>(domain::kHoldReasonCount),
                            .owner = v.choice<domain::Party>(domain::kPartyCount),
                            .since = v.date(),
                            .until = v.maybe_date(),
                            .note = v.text(),
                            .source = v.id<domain::SourceId>(),
                            .received_at = v.instant()};
    };
    check<domain::Shipment>("shipment", shipment, tables::bind_shipment, tables::read_shipment);
    check<domain::ShipmentLine>("shipment_line", link, tables::bind_shipment_line,
                                tables::read_shipment_line);
    check<domain::Milestone>("milestone", random_milestone, tables::bind_milestone, tables::read_milestone);
    check<domain::PromiseRevision>("promise", promise, tables::bind_promise, tables::read_promise);
    check<domain::Hold>("hold", hold, tables::bind_hold, tables::read_hold);
}

TEST_CASE("parcels and their scans come back as they went in, every column bound") {
    const auto parcel = [](Values& v) {
        return domain::Parcel{.id = v.id<domain::ParcelId>(),
                              .shipment = v.id<domain::ShipmentId>(),
                              .number = v.text(),
                              .carrier = v.text(),
                              .master_number = v.text(),
                              .sscc = v.text()};
    };
    const auto event = [](Values& v) {
        return domain::TrackingEvent{.id = v.id<domain::TrackingEventId>(),
                                     .shipment = v.id<domain::ShipmentId>(),
                                     .parcel = v.text(),
                                     .carrier = v.text(),
                                     .code = v.text(),
                                     .status = v.choice<domain::ParcelStatus>(domain::kParcelStatusCount),
                                     .reason = v.choice<domain::TrackingReason>(domain::kTrackingReasonCount),
                                     .actual = {.on = v.date(),
                                                .at = v.maybe([&] { return v.instant(); }),
                                                .utc_offset_minutes = v.maybe([&] { return v.small(); })},
                                     .local_minute = v.maybe([&] { return v.small(); }),
                                     .sequence = v.integer(),
                                     .place = v.text(),
                                     .text = v.text(),
                                     .source = v.id<domain::SourceId>(),
                                     .received_at = v.instant()};
    };
    check<domain::Parcel>("parcel", parcel, tables::bind_parcel, tables::read_parcel);
    check<domain::TrackingEvent>("tracking_event", event, tables::bind_tracking_event,
                                 tables::read_tracking_event);
}

TEST_CASE("invoices, payments and terms come back as they went in, every column bound") {
    const auto invoice = [](Values& v) {
        return domain::Invoice{.id = v.id<domain::InvoiceId>(),
                               .account = v.id<domain::AccountId>(),
                               .number = v.text(),
                               .kind = v.choice<domain::InvoiceKind>(domain::kInvoiceKindCount),
                               .state = v.choice<domain::InvoiceState>(domain::kInvoiceStateCount),
                               .corrects = v.text(),
                               .currency = random_currency(v),
                               .total_minor = v.integer(),
                               .tax_minor = v.maybe([&] { return v.integer(); }),
                               .issued_on = v.maybe_date(),
                               .due_on = v.maybe_date()};
    };
    const auto line = [](Values& v) {
        return domain::InvoiceLine{.id = v.id<domain::InvoiceLineId>(),
                                   .invoice = v.id<domain::InvoiceId>(),
                                   .order = v.id<domain::OrderId>(),
                                   .line = v.maybe([&] { return v.id<domain::LineId>(); }),
                                   .quantity = v.quantity(),
                                   .amount_minor = v.maybe([&] { return v.integer(); })};
    };
    const auto payment = [](Values& v) {
        return domain::Payment{.id = v.id<domain::PaymentId>(),
                               .invoice = v.maybe([&] { return v.id<domain::InvoiceId>(); }),
                               .order = v.maybe([&] { return v.id<domain::OrderId>(); }),
                               .amount_minor = v.integer(),
                               .currency = random_currency(v),
                               .on = v.date(),
                               .method = v.text(),
                               .source = v.id<domain::SourceId>(),
                               .received_at = v.instant()};
    };
    const auto instalment = [](Values& v) {
        return domain::Instalment{.id = v.id<domain::InstalmentId>(),
                                  .order = v.id<domain::OrderId>(),
                                  .number = v.small(),
                                  .share_permille = v.small(),
                                  .amount_minor = v.maybe([&] { return v.integer(); }),
                                  .trigger = v.choice<domain::MilestoneCode>(domain::kMilestoneCodeCount),
                                  .days = v.small(),
                                  .due_on = v.maybe_date(),
                                  .method = v.text()};
    };
    check<domain::Invoice>("invoice", invoice, tables::bind_invoice, tables::read_invoice);
    check<domain::InvoiceLine>("invoice_line", line, tables::bind_invoice_line, tables::read_invoice_line);
    check<domain::Payment>("payment", payment, tables::bind_payment, tables::read_payment);
    check<domain::Instalment>("instalment", instalment, tables::bind_instalment, tables::read_instalment);
}

TEST_CASE(
    "operations, relations, documents and contradictions come back as they went in, every column bound") {
    const auto relation = [](Values& v) {
        return domain::Relation{.id = v.id<domain::RelationId>(),
                                .kind = v.choice<domain::RelationKind>(domain::kRelationKindCount),
                                .order = v.id<domain::OrderId>(),
                                .line = v.maybe([&] { return v.id<domain::LineId>(); }),
                                .other_order = v.text(),
                                .other_line = v.text(),
                                .quantity = v.maybe_quantity(),
                                .source = v.id<domain::SourceId>()};
    };
    const auto document = [](Values& v) {
        return domain::Document{.id = v.id<domain::DocumentId>(),
                                .order = v.maybe([&] { return v.id<domain::OrderId>(); }),
                                .shipment = v.maybe([&] { return v.id<domain::ShipmentId>(); }),
                                .kind = v.choice<domain::DocumentKind>(domain::kDocumentKindCount),
                                .number = v.text(),
                                .required = v.flag(),
                                .owed_by = v.choice<domain::Party>(domain::kPartyCount),
                                .due_on = v.maybe_date(),
                                .received_on = v.maybe_date(),
                                .expires_on = v.maybe_date(),
                                .source = v.id<domain::SourceId>()};
    };
    const auto contradiction = [](Values& v) {
        return domain::Contradiction{.id = v.id<domain::ContradictionId>(),
                                     .order = v.maybe([&] { return v.id<domain::OrderId>(); }),
                                     .line = v.maybe([&] { return v.id<domain::LineId>(); }),
                                     .shipment = v.maybe([&] { return v.id<domain::ShipmentId>(); }),
                                     .field = v.text(),
                                     .value = v.text(),
                                     .source = v.id<domain::SourceId>(),
                                     .other_value = v.text(),
                                     .other_source = v.id<domain::SourceId>(),
                                     .received_at = v.instant()};
    };
    const auto operation = [](Values& v) {
        return domain::Operation{.id = v.id<domain::OperationId>(),
                                 .order = v.id<domain::OrderId>(),
                                 .line = v.id<domain::LineId>(),
                                 .work_order = v.text(),
                                 .number = v.text(),
                                 .name = v.text(),
                                 .planned_minutes = v.maybe([&] { return v.quantity(); }),
                                 .quantity = v.maybe([&] { return v.quantity(); }),
                                 .good = v.quantity(),
                                 .started_on = v.maybe_date(),
                                 .finished_on = v.maybe_date(),
                                 .source = v.id<domain::SourceId>(),
                                 .received_at = v.instant()};
    };
    check<domain::Operation>("operation", operation, tables::bind_operation, tables::read_operation);
    check<domain::Relation>("relation", relation, tables::bind_relation, tables::read_relation);
    check<domain::Document>("document", document, tables::bind_document, tables::read_document);
    check<domain::Contradiction>("contradiction", contradiction, tables::bind_contradiction,
                                 tables::read_contradiction);
}

TEST_CASE("every synced table is one of those whose rows are checked here") {
    CHECK(std::size(api::kSyncTables) == 21);
}

TEST_CASE("an enum value of a newer program reads as the first one instead of breaking") {
    storage::Database database = storage::Database::open_in_memory().value();
    auto statement = database.query("SELECT 1, 1, NULL, ?1, ?2, 0, NULL, ''", 99, -1);
    REQUIRE(statement);
    REQUIRE(statement->step().value());
    const domain::Hold hold = tables::read_hold(*statement, 0);
    CHECK(hold.reason == domain::HoldReason::other);
    CHECK(hold.owner == domain::Party::unknown);
}

TEST_CASE("columns are listed in the order of the contract, with the alias where one is given") {
    CHECK(tables::columns_of("item") == "id, sku, name, name_names");
    CHECK(tables::columns_of("item", "i") == "i.id, i.sku, i.name, i.name_names");
    CHECK(tables::placeholders_of("item") == "?, ?, ?, ?");
    CHECK(tables::column_count_of("order_summary") == 56);
}
