#include "tests/bench/http/synthetic_store.h"

#include "server/auth/authenticator.h"
#include "server/auth/secret.h"
#include "server/http/portal/portal.h"
#include "server/persistence/sqlite/account_store.h"
#include "server/persistence/sqlite/change_writer.h"
#include "server/persistence/sqlite/identity/session_store.h"
#include "server/persistence/sqlite/identity/token_store.h"
#include "server/persistence/sqlite/identity/user_store.h"
#include "tests/bench/http/must.h"
#include "tests/bench/http/server_process.h"

#include <algorithm>
#include <sstream>

namespace orderdeck::bench {
namespace {

namespace sqlite = server::persistence::sqlite;
using server::persistence::Owner;

const base::Timestamp kNow = base::Timestamp::parse("2026-11-22T10:00:00Z").value();
constexpr int kMostAsked = 32;

void put_order(sqlite::ChangeWriter& writer, Owner owner, const domain::OrderRecords& records) {
    must(writer.put(owner, records.order));
    for (const auto& line : records.lines)
        must(writer.put(owner, line));
    for (const auto& shipment : records.shipments)
        must(writer.put(owner, shipment));
    for (const auto& link : records.shipment_lines)
        must(writer.put(owner, link));
    for (const auto& milestone : records.milestones)
        must(writer.put(owner, milestone, std::to_string(milestone.id.value())));
    must(writer.put(owner, domain::summarise(records)));
}

/// One order with everything that a page of the list or the order itself reads.
void add_order(sqlite::ChangeWriter& writer, Owner owner, domain::ItemId item, domain::SourceId source,
               int number) {
    const base::LocalDate placed = base::LocalDate::from_ymd(2024, 1, 1).value().plus_days(number % 1000);
    domain::OrderRecords records;
    records.order = {.id = domain::OrderId(must(writer.next_id<domain::Order>())),
                     .account = owner.account,
                     .number = "SO-" + std::to_string(100000 + number),
                     .customer_reference = "PO-" + std::to_string(number),
                     .project = "Line 4",
                     .placed = domain::Occurrence{.on = placed, .at = {}, .utc_offset_minutes = {}},
                     .currency = domain::Currency::parse("EUR").value(),
                     .incoterm = "DAP",
                     .incoterm_place = "Hamburg",
                     .ship_to = "Works 2, Hamburg",
                     .payment_terms = "30 days"};
    for (int i = 0; i < 2; ++i) {
        const domain::LineId line(must(writer.next_id<domain::Line>()));
        records.lines.push_back({.id = line,
                                 .order = records.order.id,
                                 .number = std::to_string(10 * (i + 1)),
                                 .item = item,
                                 .commercial = domain::CommercialState::confirmed,
                                 .ordered = domain::Quantity::from_units(5),
                                 .unit = "pc",
                                 .amount_minor = 125000});
        const domain::ShipmentId shipment(must(writer.next_id<domain::Shipment>()));
        records.shipments.push_back({.id = shipment,
                                     .account = owner.account,
                                     .number = "ASN-" + std::to_string(2 * number + i),
                                     .carrier = "DHL",
                                     .tracking_number = "JD" + std::to_string(9000000 + 2 * number + i)});
        records.shipment_lines.push_back(
            {.id = domain::ShipmentLineId(must(writer.next_id<domain::ShipmentLine>())),
             .shipment = shipment,
             .order = records.order.id,
             .line = line,
             .quantity = domain::Quantity::from_units(5)});
        for (const auto code : {domain::MilestoneCode::shipped, domain::MilestoneCode::delivered}) {
            records.milestones.push_back(
                {.id = domain::MilestoneId(must(writer.next_id<domain::Milestone>())),
                 .order = {},
                 .line = {},
                 .shipment = shipment,
                 .code = code,
                 .actual = domain::Occurrence{.on = placed.plus_days(30), .at = {}, .utc_offset_minutes = {}},
                 .source = source,
                 .received_at = kNow});
        }
    }
    put_order(writer, owner, records);
}

Owner fill_customer(sqlite::Store& store, int customer, int orders) {
    auto writer = must(sqlite::ChangeWriter::begin(store, kNow));
    const std::string code = "bench" + std::to_string(customer);
    const Owner owner =
        must(sqlite::AccountStore::put(writer, code, {.text = "Bench", .translations = {}}, "", kNow)).owner;
    const domain::ItemId item(must(writer.next_id<domain::Item>()));
    must(writer.put(owner, domain::Item{.id = item,
                                        .sku = "HX-200",
                                        .name = {.text = "Heat exchanger HX-200", .translations = {}}}));
    const domain::SourceId source(must(writer.next_id<domain::Source>()));
    must(writer.put(owner,
                    domain::Source{.id = source, .name = "ERP", .kind = "sales", .last_received_at = kNow},
                    std::int64_t{1}));
    for (int i = 0; i < orders; ++i)
        add_order(writer, owner, item, source, i);
    must(writer.commit());
    return owner;
}

CustomerAccess open_customer(sqlite::Store& store, Owner owner, int customer) {
    const sqlite::identity::Grant grant{.root = owner.root, .account = owner.account};
    const std::string email = "bench" + std::to_string(customer) + "@example.com";
    const domain::UserId user = must(sqlite::identity::UserStore(store).add(
        {.id = {}, .email = email, .name = "Bench", .language = {}, .password_hash = "-"}, grant, kNow));
    CustomerAccess access{.session = server::auth::new_secret(),
                          .token = std::string(server::auth::kTokenPrefix) + server::auth::new_secret()};
    const base::Timestamp now = server::http::portal::system_now();
    // Sessions that began before this instant are swept away; none of ours did.
    must(sqlite::identity::SessionStore(store).add(
        server::auth::hash_of_secret(access.session),
        {.user = user, .password_hash = "-", .user_agent = "bench"}, now, now - base::Duration::days(1)));
    must(sqlite::identity::TokenStore(store).add(server::auth::hash_of_secret(access.token),
                                                 {.grant = grant, .label = "bench"}, kNow));
    return access;
}

std::string fill(const std::filesystem::path& folder, StoreSize size) {
    const auto store = must(sqlite::Store::open(folder, {.durability = sqlite::Durability::none}));
    std::string accesses;
    for (int customer = 0; customer < size.customers; ++customer) {
        const Owner owner = fill_customer(*store, customer, size.orders_each);
        if (customer >= kMostAsked) continue;
        const CustomerAccess access = open_customer(*store, owner, customer);
        accesses += access.session + " " + access.token + " ";
    }
    return accesses;
}

} // namespace

std::vector<CustomerAccess> fill_store(const std::filesystem::path& folder, StoreSize size) {
    const ServerProcess filling([&](const auto& ready) { ready(fill(folder, size)); });
    std::istringstream words(filling.line());
    std::vector<CustomerAccess> accesses;
    for (CustomerAccess access; words >> access.session >> access.token;)
        accesses.push_back(access);
    return accesses;
}

TemporaryFolder::TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "orderdeck-bench-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) std::exit(1);
    path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

} // namespace orderdeck::bench
