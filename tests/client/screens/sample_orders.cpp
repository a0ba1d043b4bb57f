#include "tests/client/screens/sample_orders.h"

#include "shared/replica/replica.h"
#include "shared/tables/columns.h"
#include "shared/tables/rows.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

namespace orderdeck::test {
namespace {

using domain::MilestoneCode;

constexpr domain::SourceId kProduction{2};
constexpr domain::SourceId kCarrier{4};

/// Writes one order; ids of different orders do not meet.
class Writer {
public:
    Writer(std::int64_t index, std::string number) : next_(index * 1000) {
        domain::Order& order = sample_.records.order;
        order.id = domain::OrderId(index);
        order.account = domain::AccountId(1);
        order.number = std::move(number);
        order.customer_reference = "45001877" + std::to_string(10 + index);
        order.currency = *domain::Currency::parse("CNY");
        order.amount_basis = domain::AmountBasis::net;
        order.flow = domain::Flow::make_to_order;
        order.ship_to = "Suzhou plant 2";
        order.incoterm = "DAP";
        order.incoterm_place = "Suzhou";
        order.delivery_utc_offset_minutes = 480;
        order.placed = domain::Occurrence{date("2026-10-12"), std::nullopt, std::nullopt};
        fact(MilestoneCode::placed, "2026-10-12");
        fact(MilestoneCode::confirmed, "2026-10-14");
    }

    domain::LineId line(std::string sku, std::string name, std::string chinese, int units,
                        std::int64_t amount) {
        domain::Item item{
            domain::ItemId(++next_), std::move(sku), {std::move(name), {{"zh-CN", std::move(chinese)}}}};
        domain::Line line;
        line.id = domain::LineId(++next_);
        line.order = sample_.records.order.id;
        line.number = std::to_string(sample_.records.lines.size() + 1);
        line.item = item.id;
        line.commercial = domain::CommercialState::confirmed;
        line.ordered = domain::Quantity::from_units(units);
        line.confirmed = line.ordered;
        line.unit = "PCE";
        line.amount_minor = amount;
        sample_.items.push_back(std::move(item));
        sample_.records.lines.push_back(line);
        return line.id;
    }

    void promise(domain::LineId line, std::string_view on, std::string_view stated, std::string reason = {},
                 domain::Party party = domain::Party::unknown) {
        sample_.records.promises.push_back({domain::PromiseId(++next_), sample_.records.order.id, line,
                                            date(on), at(std::string(stated) + "T02:00:00Z"),
                                            std::move(reason), {}, party, kProduction,
                                            at(std::string(stated) + "T03:00:00Z")});
    }

    domain::Milestone& fact(MilestoneCode code, std::string_view on) {
        domain::Milestone milestone;
        milestone.id = domain::MilestoneId(++next_);
        milestone.order = sample_.records.order.id;
        milestone.code = code;
        milestone.actual = domain::Occurrence{date(on), std::nullopt, std::nullopt};
        milestone.source = kProduction;
        milestone.received_at = at("2026-11-22T01:25:00Z");
        sample_.records.milestones.push_back(std::move(milestone));
        return sample_.records.milestones.back();
    }

    domain::Milestone& scan(domain::ShipmentId shipment, MilestoneCode code, std::string_view instant,
                            std::string note) {
        const base::Timestamp when = at(instant);
        domain::Milestone& milestone = fact(code, when.date_at(base::Duration::hours(8)).to_string());
        milestone.order.reset();
        milestone.shipment = shipment;
        milestone.actual->at = when;
        milestone.actual->utc_offset_minutes = 480;
        milestone.note = std::move(note);
        milestone.source = kCarrier;
        return milestone;
    }

    domain::ShipmentId shipment(std::string tracking, std::int64_t parcels,
                                std::vector<domain::LineId> lines) {
        domain::Shipment shipment;
        shipment.id = domain::ShipmentId(++next_);
        shipment.account = sample_.records.order.account;
        shipment.number = "DN-" + std::to_string(shipment.id.value());
        shipment.carrier = "SF Express";
        shipment.tracking_number = std::move(tracking);
        shipment.parcels = parcels;
        for (const domain::LineId id : lines) {
            for (const domain::Line& line : sample_.records.lines)
                if (line.id == id)
                    sample_.records.shipment_lines.push_back({domain::ShipmentLineId(++next_), shipment.id,
                                                              sample_.records.order.id, id, line.ordered});
        }
        sample_.records.shipments.push_back(shipment);
        return shipment.id;
    }

    SampleOrder& sample() { return sample_; }

private:
    SampleOrder sample_;
    std::int64_t next_;
};

template <typename Row, typename Bind>
void put(storage::Database& database, std::string_view table, Bind bind, const Row& row) {
    auto insert = database.statement("INSERT INTO " + std::string(table) + " (" + tables::columns_of(table) +
                                     ") VALUES (" + tables::placeholders_of(table) + ")");
    REQUIRE(insert);
    bind(*insert, 1, row);
    REQUIRE(insert->run());
}

void put_order(storage::Database& database, const SampleOrder& order) {
    const domain::OrderRecords& records = order.records;
    for (const auto& item : order.items)
        put(database, "item", tables::bind_item, item);
    put(database, "sales_order", tables::bind_order, records.order);
    put(database, "order_summary", tables::bind_summary, domain::summarise(records));
    for (const auto& line : records.lines)
        put(database, "order_line", tables::bind_line, line);
    for (const auto& shipment : records.shipments)
        put(database, "shipment", tables::bind_shipment, shipment);
    for (const auto& link : records.shipment_lines)
        put(database, "shipment_line", tables::bind_shipment_line, link);
    for (const auto& milestone : records.milestones)
        put(database, "milestone", tables::bind_milestone, milestone);
    for (const auto& promise : records.promises)
        put(database, "promise", tables::bind_promise, promise);
    for (const auto& hold : records.holds)
        put(database, "hold", tables::bind_hold, hold);
}

std::vector<domain::Source> sources() {
    return {{domain::SourceId(1), "SAP", "sales", at("2026-11-22T00:00:00Z")},
            {kProduction, "MES", "production", at("2026-11-22T01:25:00Z")},
            {domain::SourceId(3), "WMS", "warehouse", at("2026-11-22T01:52:00Z")},
            {kCarrier, "SF", "carrier", at("2026-11-22T01:48:00Z")}};
}

domain::Account account() {
    return {domain::AccountId(1), std::nullopt, "acme", {"Acme Machines", {{"zh-CN", "艾克美机械"}}}};
}

std::string numbered(std::int64_t index) {
    const std::string digits = std::to_string(index);
    return "SO-2026-" + std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

} // namespace

domain::Line& SampleOrder::line(std::string_view number) {
    for (domain::Line& line : records.lines)
        if (line.number == number) return line;
    FAIL("no line " << number);
    return records.lines.front();
}

base::LocalDate date(std::string_view iso) { return *base::LocalDate::parse(iso); }
base::Timestamp at(std::string_view iso) { return *base::Timestamp::parse(iso); }

std::string with_plain_blanks(std::string_view text) {
    constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
    std::string plain(text);
    for (std::size_t at = plain.find(kNoBreakSpace); at != std::string::npos;
         at = plain.find(kNoBreakSpace, at))
        plain.replace(at, kNoBreakSpace.size(), " ");
    return plain;
}

client::screens::ViewContext context_in(std::string_view language) {
    base::ViewerClock clock;
    clock.now = at("2026-11-22T02:00:00Z");
    clock.transitions = {{.at_ms = 0, .offset_minutes = 480}};
    return {i18n::language_for(language), clock};
}

SampleOrder partly_shipped(std::int64_t index) {
    Writer writer(index, numbered(index));
    const auto drive = writer.line("SD700-3P", "Servo drive SD-700", "伺服驱动器 SD-700", 24, 31'200'000);
    const auto cable = writer.line("MC-10", "Motor cable 10 m", "电机电缆 10 米", 24, 2'160'000);
    const auto plug = writer.line("PL-4", "Plug set", "插头套件", 24, 1'200'000);
    const auto motor = writer.line("SM-750", "Servo motor SM-750", "伺服电机 SM-750", 24, 11'890'000);
    const auto frame = writer.line("FR-2", "Mounting frame", "安装支架", 4, 1'840'000);
    for (const auto line : {drive, cable, plug, motor, frame})
        writer.promise(line, "2026-12-06", "2026-10-14");
    writer.promise(motor, "2026-12-08", "2026-11-02", "drawing_change", domain::Party::customer);
    writer.promise(motor, "2026-12-12", "2026-11-16", "supplier_late", domain::Party::us);
    domain::Milestone& made = writer.fact(MilestoneCode::in_production, "2026-11-18");
    made.line = motor;
    made.quantity = domain::Quantity::from_units(19);
    writer.sample().line("4").produced = domain::Quantity::from_units(19);
    writer.fact(MilestoneCode::qc_passed, "2026-11-20").line = frame;
    const auto first = writer.shipment("142033901001", 2, {drive});
    writer.scan(first, MilestoneCode::shipped, "2026-11-16T08:05:00Z", "");
    writer.scan(first, MilestoneCode::delivered, "2026-11-18T06:00:00Z", "Signed by Mr Li");
    const auto second = writer.shipment("142033902215", 4, {cable, plug});
    writer.scan(second, MilestoneCode::picked_up, "2026-11-21T09:40:00Z", "Picked up, 4 parcels");
    writer.scan(second, MilestoneCode::in_transit, "2026-11-21T22:12:00Z", "Left Shanghai transfer centre")
        .place = "Shanghai";
    return writer.sample();
}

SampleOrder overdue(std::int64_t index) {
    Writer writer(index, numbered(index));
    const auto line = writer.line("E6-2500", "Encoder E6-2500", "编码器 E6-2500", 40, 3'120'000);
    writer.promise(line, "2026-11-20", "2026-10-14");
    return writer.sample();
}

SampleOrder on_hold(std::int64_t index) {
    Writer writer(index, numbered(index));
    const auto line = writer.line("GX-90", "Gear unit GX-90", "减速机 GX-90", 15, 124'000'000);
    writer.promise(line, "2027-01-18", "2026-10-14");
    writer.sample().records.holds.push_back({domain::HoldId(index),
                                             writer.sample().records.order.id,
                                             std::nullopt,
                                             domain::HoldReason::drawing,
                                             domain::Party::customer,
                                             date("2026-11-17"),
                                             std::nullopt,
                                             {}});
    return writer.sample();
}

SampleOrder delivered(std::int64_t index) {
    Writer writer(index, numbered(index));
    const auto line = writer.line("CS-12", "Cable set CS-12", "电缆组件 CS-12", 200, 876'000);
    writer.promise(line, "2026-11-06", "2026-10-14");
    const auto shipment = writer.shipment("142033908876", 1, {line});
    writer.scan(shipment, MilestoneCode::shipped, "2026-11-02T08:05:00Z", "");
    writer.scan(shipment, MilestoneCode::delivered, "2026-11-05T06:00:00Z", "");
    return writer.sample();
}

domain::OrderDetails details_of(const SampleOrder& order) {
    return {order.records, domain::summarise(order.records), order.items, sources(), account()};
}

storage::Database replica_with(const std::vector<SampleOrder>& orders) {
    auto database = storage::Database::open_in_memory();
    REQUIRE(database);
    REQUIRE(replica::prepare_connection(*database));
    REQUIRE(replica::create_tables(*database));
    REQUIRE(database->exec("BEGIN"));
    put(*database, "account", tables::bind_account, account());
    for (const domain::Source& source : sources())
        put(*database, "source", tables::bind_source, source);
    for (const SampleOrder& order : orders)
        put_order(*database, order);
    REQUIRE(database->exec("COMMIT"));
    REQUIRE(replica::finish_boot(*database));
    return std::move(*database);
}

} // namespace orderdeck::test
