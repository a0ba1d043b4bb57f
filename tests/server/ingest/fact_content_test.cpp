#include "server/ingest/fact_content.h"
#include "server/ingest/fact_fields.h"
#include "tests/support/order_builder.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck;
using namespace orderdeck::server::ingest;
using orderdeck::test::day;
using orderdeck::test::instant;

namespace {

const domain::Occurrence kOccurrence{.on = day(3), .at = instant(3, 7), .utc_offset_minutes = -330};

std::vector<FactBody> full_facts() {
    return {
        OrderFact{.order = "SO-1",
                  .customer_reference = "PO \"7\"",
                  .project = "",
                  .placed = kOccurrence,
                  .currency = domain::Currency::parse("KWD").value_or(domain::Currency{}),
                  .amount_basis = domain::AmountBasis::gross,
                  .flow = domain::Flow::make_to_order,
                  .incoterm = "DAP",
                  .incoterm_place = "Abidjan",
                  .ship_to = "Côte d'Ivoire",
                  .payment_terms = "30 % 定金",
                  .delivery_utc_offset_minutes = -90},
        LineFact{.order = "SO-1",
                 .line = "10",
                 .sku = "P-1",
                 .item = domain::LocalizedText{.text = "Pump", .translations = {{"zh-CN", "泵"}}},
                 .customer_reference = "7",
                 .commercial = domain::CommercialState::confirmed_changed,
                 .ordered = domain::Quantity::from_micro(1'500'000),
                 .unit = "C62",
                 .unit_price = domain::Quantity::from_micro(-1),
                 .amount_minor = -9'007'199'254'740'993,
                 .requested_on = day(9)},
        QuantityFact{.order = "SO-1",
                     .line = "10",
                     .kind = QuantityKind::return_requested,
                     .quantity = domain::Quantity::from_units(3)},
        PromiseFact{.order = "SO-1",
                    .line = "10",
                    .promised_on = day(40),
                    .stated_at = instant(2, 5),
                    .reason = "drawing_change",
                    .party = domain::Party::supplier},
        ShipmentFact{.shipment = "DN-1",
                     .carrier = "SF",
                     .tracking_number = "SF1",
                     .mode = "air",
                     .parcels = 4,
                     .origin = "Suzhou",
                     .destination = "Lagos"},
        ShipmentLineFact{
            .shipment = "DN-1", .order = "SO-1", .line = "10", .quantity = domain::Quantity::from_units(2)},
        MilestoneFact{.shipment = "",
                      .order = "SO-1",
                      .line = "10",
                      .code = domain::MilestoneCode::qc_failed,
                      .planned = day(1),
                      .forecast = day(2),
                      .actual = kOccurrence,
                      .quantity = domain::Quantity::from_units(1),
                      .place = "Line 4",
                      .note = "scratched"},
        MilestoneFact{.shipment = "DN-1",
                      .order = "",
                      .line = "",
                      .code = domain::MilestoneCode::delivered,
                      .planned = {},
                      .forecast = {},
                      .actual = kOccurrence,
                      .quantity = {},
                      .place = "",
                      .note = ""},
        HoldFact{.order = "SO-1",
                 .line = "10",
                 .reason = domain::HoldReason::drawing,
                 .owner = domain::Party::customer,
                 .since = day(1),
                 .until = day(2),
                 .note = "waits"}};
}

std::vector<FactBody> bare_facts() {
    return {OrderFact{.order = "SO-1"},       LineFact{.order = "SO-1"},
            QuantityFact{.order = "SO-1"},    PromiseFact{.order = "SO-1"},
            ShipmentFact{.shipment = "DN-1"}, ShipmentLineFact{.order = "SO-1"},
            MilestoneFact{.order = "SO-1"},   HoldFact{.order = "SO-1"}};
}

/// Equality by all fields; the structs themselves need none.
bool equal(const FactBody& left, const FactBody& right) {
    if (left.index() != right.index() || !(subject_of(left) == subject_of(right))) return false;
    return std::visit(
        [&right](const auto& fact) {
            using Body = std::remove_cvref_t<decltype(fact)>;
            const Body& other = std::get<Body>(right);
            return std::apply(
                [&](const auto&... field) { return ((fact.*field.member == other.*field.member) && ...); },
                fields_of<Body>());
        },
        left);
}

} // namespace

TEST_CASE("A fact comes back from its record as it was said, full or bare") {
    for (const auto& facts : {full_facts(), bare_facts()}) {
        for (const FactBody& fact : facts) {
            const std::string content = encode_content(fact);
            INFO(kind_of(fact) << " " << content);
            const auto decoded = decode_content(kind_of(fact), content, subject_of(fact));
            REQUIRE(decoded.has_value());
            CHECK(equal(*decoded, fact));
            CHECK(encode_content(*decoded) == content);
        }
    }
}

TEST_CASE("What a source does not say differs from what it says is empty") {
    const FactBody silent = OrderFact{.order = "SO-1"};
    OrderFact said{.order = "SO-1"};
    said.project = "";
    CHECK(encode_content(silent) != encode_content(FactBody(said)));
}

TEST_CASE("A damaged record is an error with its place") {
    const Subject subject{.kind = SubjectKind::order, .number = "SO-1"};
    CHECK(decode_content("nonsense", "{}", subject).error().code == base::ErrorCode::corrupt);
    const auto bad_name = decode_content("order", R"({"flow":"backwards"})", subject);
    REQUIRE_FALSE(bad_name.has_value());
    CHECK(bad_name.error().where == "/flow");
    CHECK_FALSE(decode_content("promise", R"({"promised_on":"2026-02-30"})", subject).has_value());
    CHECK_FALSE(decode_content("line", "{", subject).has_value());
}

TEST_CASE("A subject's text is read back, and nothing else is a subject") {
    for (const Subject& subject : {Subject{SubjectKind::order, "a:b"}, Subject{SubjectKind::shipment, ""}}) {
        const auto parsed = parse_subject(to_string(subject));
        REQUIRE(parsed.has_value());
        CHECK(*parsed == subject);
    }
    CHECK_FALSE(parse_subject("parcel:1").has_value());
}
