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
                  .delivery_utc_offset_minutes = -90,
                  .kind = domain::OrderKind::framework_contract,
                  .priority = domain::Priority::urgent,
                  .valid_until = day(300)},
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
                 .requested_on = day(9),
                 .hs_code = "84137035",
                 .origin_country = "CN"},
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

std::vector<FactBody> transport_and_billing_facts() {
    const domain::Currency currency = domain::Currency::parse("KWD").value_or(domain::Currency{});
    return {
        ParcelFact{
            .shipment = "DN-1", .parcel = "SF1", .carrier = "SF", .master_number = "M1", .sscc = "340123"},
        TrackingEventFact{.parcel = "SF1",
                          .carrier = "EMS",
                          .code = "80",
                          .status = domain::ParcelStatus::attempt_failed,
                          .reason = domain::TrackingReason::consignee_not_home,
                          .actual = kOccurrence,
                          .local_minute = 1439,
                          .sequence = 7,
                          .place = "Suzhou",
                          .text = "无人在家"},
        ParcelForecastFact{.parcel = "SF1", .expected = kOccurrence},
        InvoiceFact{.invoice = "R-7",
                    .kind = domain::InvoiceKind::credit_note,
                    .state = domain::InvoiceState::under_query,
                    .corrects = "R-1",
                    .currency = currency,
                    .total_minor = 1'234'567,
                    .tax_minor = 0,
                    .issued_on = day(4),
                    .due_on = day(34)},
        InvoiceLineFact{.invoice = "R-7",
                        .order = "SO-1",
                        .line = "10",
                        .quantity = domain::Quantity::from_units(2),
                        .amount_minor = -5},
        PaymentFact{.invoice = "R-7",
                    .order = "",
                    .amount_minor = -900,
                    .currency = currency,
                    .on = day(5),
                    .method = "T/T"},
        PaymentFact{.invoice = "",
                    .order = "SO-1",
                    .amount_minor = 9,
                    .currency = currency,
                    .on = day(5),
                    .method = ""},
        InstalmentFact{.order = "SO-1",
                       .number = 2,
                       .share_permille = 700,
                       .amount_minor = 70'000,
                       .trigger = domain::MilestoneCode::shipped,
                       .days = 30,
                       .due_on = day(60),
                       .method = "L/C at sight"},
        RelationFact{.order = "SO-1",
                     .line = "20",
                     .kind = domain::RelationKind::call_off_of,
                     .other_order = "FC-1",
                     .other_line = "10",
                     .quantity = domain::Quantity::from_units(4)},
        DocumentFact{.shipment = "DN-1",
                     .order = "",
                     .kind = domain::DocumentKind::bill_of_lading,
                     .number = "BL-9",
                     .required = true,
                     .owed_by = domain::Party::carrier,
                     .due_on = day(8),
                     .received_on = day(9),
                     .expires_on = day(99)},
        OperationFact{.order = "SO-1",
                      .line = "10",
                      .work_order = "WO-7",
                      .number = "30",
                      .name = "Welding",
                      .planned_minutes = domain::Quantity::from_units(90),
                      .quantity = domain::Quantity::from_units(12),
                      .good = domain::Quantity::from_units(5),
                      .started_on = day(3),
                      .finished_on = day(4)}};
}

std::vector<FactBody> bare_facts() {
    return {OrderFact{.order = "SO-1"},          LineFact{.order = "SO-1"},
            QuantityFact{.order = "SO-1"},       PromiseFact{.order = "SO-1"},
            ShipmentFact{.shipment = "DN-1"},    ShipmentLineFact{.order = "SO-1"},
            MilestoneFact{.order = "SO-1"},      HoldFact{.order = "SO-1"},
            ParcelFact{.shipment = "DN-1"},      TrackingEventFact{.parcel = "SF1"},
            ParcelForecastFact{.parcel = "SF1"}, InvoiceFact{.invoice = "R-7"},
            InvoiceLineFact{.order = "SO-1"},    PaymentFact{.order = "SO-1"},
            InstalmentFact{.order = "SO-1"},     RelationFact{.order = "SO-1"},
            DocumentFact{.order = "SO-1"},       OperationFact{.order = "SO-1"}};
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
    for (const auto& facts : {full_facts(), transport_and_billing_facts(), bare_facts()}) {
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
    for (const Subject& subject :
         {Subject{SubjectKind::order, "a:b"}, Subject{SubjectKind::shipment, ""},
          Subject{SubjectKind::parcel, "1Z 9"}, Subject{SubjectKind::invoice, "R-7"}}) {
        const auto parsed = parse_subject(to_string(subject));
        REQUIRE(parsed.has_value());
        CHECK(*parsed == subject);
    }
    CHECK_FALSE(parse_subject("pallet:1").has_value());
}
