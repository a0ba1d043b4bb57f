#include "shared/tables/rows.h"

#include "shared/api/sync_schema.h"
#include "shared/storage/database.h"
#include "shared/tables/columns.h"
#include "tests/support/random_source.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using namespace orderdeck;
using orderdeck::test::RandomSource;

namespace {

constexpr int kRounds = 300;

/// Random values for every member, with NULL where the column allows it.
class Values {
public:
    explicit Values(std::uint64_t seed) : random_(seed) {}

    std::int64_t integer() { return static_cast<std::int64_t>(random_.next() >> 11); }
    int small() { return random_.between(-100'000, 100'000); }
    bool flag() { return random_.chance(50); }
    std::string text() {
        static constexpr const char* kTexts[] = {"", "SO-1", "伺服驱动器", "a\nb", "100%", "'; --"};
        return kTexts[random_.next() % std::size(kTexts)];
    }
    domain::LocalizedText name() {
        domain::LocalizedText name{text(), {}};
        if (flag()) name.translations.emplace_back("zh-CN", "驱动器");
        if (flag()) name.translations.emplace_back("fr", "");
        return name;
    }
    domain::Quantity quantity() { return domain::Quantity::from_micro(integer() - (std::int64_t{1} << 52)); }
    base::LocalDate date() { return base::LocalDate::from_days(small()); }
    base::Timestamp instant() { return base::Timestamp::from_milliseconds(integer()); }
    template <typename Id>
    Id id() {
        return Id{integer()};
    }
    template <typename Enum>
    Enum choice(int count) {
        return static_cast<Enum>(random_.between(0, count - 1));
    }
    template <typename Make>
    auto maybe(Make make) -> std::optional<decltype(make())> {
        if (flag()) return std::nullopt;
        return make();
    }
    std::optional<base::LocalDate> maybe_date() {
        return maybe([this] { return date(); });
    }
    std::optional<domain::Quantity> maybe_quantity() {
        return maybe([this] { return quantity(); });
    }
    std::optional<domain::Occurrence> maybe_occurrence() {
        return maybe([this] {
            return domain::Occurrence{.on = date(),
                                      .at = maybe([this] { return instant(); }),
                                      .utc_offset_minutes = maybe([this] { return small(); })};
        });
    }

private:
    RandomSource random_;
};

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

domain::Order random_order(Values& v) {
    static constexpr const char* kCurrencies[] = {"CNY", "USD", "JPY"};
    domain::Order order;
    order.id = v.id<domain::OrderId>();
    order.account = v.id<domain::AccountId>();
    order.number = v.text();
    order.customer_reference = v.text();
    order.project = v.text();
    order.placed = v.maybe_occurrence();
    order.currency = domain::Currency::parse(kCurrencies[v.choice<int>(3)]).value();
    order.amount_basis = v.choice<domain::AmountBasis>(domain::kAmountBasisCount);
    order.flow = v.choice<domain::Flow>(domain::kFlowCount);
    order.incoterm = v.text();
    order.incoterm_place = v.text();
    order.ship_to = v.text();
    order.payment_terms = v.text();
    order.delivery_utc_offset_minutes = v.small();
    return order;
}

domain::Line random_line(Values& v) {
    domain::Line line;
    line.id = v.id<domain::LineId>();
    line.order = v.id<domain::OrderId>();
    line.number = v.text();
    line.item = v.id<domain::ItemId>();
    line.customer_reference = v.text();
    line.commercial = v.choice<domain::CommercialState>(domain::kCommercialStateCount);
    line.unit = v.text();
    line.unit_price = v.maybe_quantity();
    line.amount_minor = v.maybe([&] { return v.integer(); });
    line.requested_on = v.maybe_date();
    line.confirmed = v.maybe_quantity();
    for (domain::Quantity* quantity : {&line.ordered, &line.cancelled, &line.produced, &line.accepted,
                                       &line.return_requested, &line.returned, &line.invoiced}) {
        *quantity = v.quantity();
    }
    return line;
}

domain::Milestone random_milestone(Values& v) {
    domain::Milestone milestone;
    milestone.id = v.id<domain::MilestoneId>();
    milestone.order = v.maybe([&] { return v.id<domain::OrderId>(); });
    milestone.line = v.maybe([&] { return v.id<domain::LineId>(); });
    milestone.shipment = v.maybe([&] { return v.id<domain::ShipmentId>(); });
    milestone.code = v.choice<domain::MilestoneCode>(domain::kMilestoneCodeCount);
    milestone.planned = v.maybe_date();
    milestone.forecast = v.maybe_date();
    milestone.actual = v.maybe_occurrence();
    milestone.quantity = v.maybe_quantity();
    milestone.place = v.text();
    milestone.note = v.text();
    milestone.source = v.id<domain::SourceId>();
    milestone.received_at = v.instant();
    return milestone;
}

void fill_status(Values& v, domain::OrderSummary& s) {
    s.order = v.id<domain::OrderId>();
    s.headline = {.kind = v.choice<domain::HeadlineKind>(domain::kHeadlineKindCount),
                  .stage = v.choice<domain::Stage>(domain::kStageCount),
                  .count = v.small(),
                  .of = v.small()};
    s.low = v.choice<domain::Stage>(domain::kStageCount);
    s.high = v.choice<domain::Stage>(domain::kStageCount);
    s.commercial = v.choice<domain::CommercialState>(domain::kCommercialStateCount);
    s.supply = v.choice<domain::SupplyState>(domain::kSupplyStateCount);
    s.logistics = v.choice<domain::LogisticsState>(domain::kLogisticsStateCount);
    s.billing = v.choice<domain::BillingState>(domain::kBillingStateCount);
    s.returns = v.choice<domain::ReturnState>(domain::kReturnStateCount);
    for (int* count :
         {&s.lines, &s.lines_cancelled, &s.lines_shipped, &s.lines_delivered, &s.lines_accepted,
          &s.lines_partly_shipped, &s.lines_returned, &s.progress_permille, &s.production_permille,
          &s.promise_moves, &s.promise_net_days, &s.delivered_late_days}) {
        *count = v.small();
    }
    for (int& count : s.lines_at)
        count = v.small();
}

domain::OrderSummary random_summary(Values& v) {
    domain::OrderSummary s;
    fill_status(v, s);
    for (std::optional<base::LocalDate>* date :
         {&s.requested_on, &s.promised_first_on, &s.promised_on, &s.forecast_on, &s.delivered_on,
          &s.next_arrival_on, &s.hold_since}) {
        *date = v.maybe_date();
    }
    s.late_at = v.maybe([&] { return v.instant(); });
    s.at_risk = v.flag();
    s.hold_reason = v.maybe([&] { return v.choice<domain::HoldReason>(domain::kHoldReasonCount); });
    s.hold_owner = v.choice<domain::Party>(domain::kPartyCount);
    s.hold_all = v.flag();
    s.blocking_line = v.maybe([&] { return v.id<domain::LineId>(); });
    s.turn = v.choice<domain::Party>(domain::kPartyCount);
    s.complete = v.flag();
    s.total_minor = v.integer();
    s.open_minor = v.integer();
    s.lead_item = v.maybe([&] { return v.id<domain::ItemId>(); });
    s.lead_quantity = v.maybe_quantity();
    return s;
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
                           .destination = v.text()};
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
                            .note = v.text()};
    };
    check<domain::Shipment>("shipment", shipment, tables::bind_shipment, tables::read_shipment);
    check<domain::ShipmentLine>("shipment_line", link, tables::bind_shipment_line,
                                tables::read_shipment_line);
    check<domain::Milestone>("milestone", random_milestone, tables::bind_milestone, tables::read_milestone);
    check<domain::PromiseRevision>("promise", promise, tables::bind_promise, tables::read_promise);
    check<domain::Hold>("hold", hold, tables::bind_hold, tables::read_hold);
}

TEST_CASE("every synced table is one of those whose rows are checked here") {
    CHECK(std::size(api::kSyncTables) == 11);
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
    CHECK(tables::column_count_of("order_summary") == 44);
}
