#include "tests/server/ingest/documents/taken_file.h"
#include "tests/server/ingest/projected_rows.h"

#include <algorithm>

using namespace orderdeck;
using namespace orderdeck::server;
using test::TakenFile;
using test::TemporaryStore;

namespace {

constexpr const char* kMapping = R"({
  "format": "epcis",
  "source": {"name": "scans", "kind": "warehouse"},
  "account": {"4711": {"code": "acme", "name": "Acme"}, "urn:epc:id:pgln:9520999.99999": "acme"}
})";

std::string document(std::string_view events) {
    return R"({"@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"], "type": "EPCISDocument",
        "schemaVersion": "2.0", "creationDate": "2026-03-01T00:00:00Z", "epcisBody": {"eventList": [)" +
           std::string(events) + "]}}";
}

std::string event(std::string_view id, std::string_view step, std::string_view rest) {
    return R"({"type": "ObjectEvent", "action": "OBSERVE", "eventTime": "2026-03-05T23:30:00Z", "eventTimeZoneOffset":
        "+08:00", "eventID": ")" +
           std::string(id) + R"(", "bizStep": ")" + std::string(step) + "\", " + std::string(rest) + "}";
}

constexpr std::string_view kOrder =
    R"("bizTransactionList": [{"type": "po", "bizTransaction": "urn:epcglobal:cbv:bt:4711:PO-7"}])";
constexpr std::string_view kOrderAndShipment =
    R"("bizTransactionList": [{"type": "urn:epcglobal:cbv:btt:po", "bizTransaction": "urn:epcglobal:cbv:bt:4711:PO-7"},
       {"type": "cbv:BTT-desadv", "bizTransaction": "urn:epcglobal:cbv:bt:9:DN-1"}])";
constexpr std::string_view kBox = R"("epcList": ["urn:epc:id:sscc:0614141.1234567890"])";

TakenFile take(std::string_view text) { return test::take_file(*test::adapter_of(kMapping), text); }

std::string with(std::string_view first, std::string_view second) {
    return std::string(first) + ", " + std::string(second);
}

} // namespace

TEST_CASE("An event about an order is a milestone with the place's own day and the number of objects") {
    const TakenFile taken = take(
        document(event("e1", "shipping",
                       with(kOrder, R"("epcList": ["urn:x:1", "urn:x:2"], "quantityList": [{"epcClass": "c",
                                "quantity": 200.5}], "readPoint": {"id": "urn:epc:id:sgln:06.07.1"})"))));
    INFO(test::described(taken));
    CHECK(taken.facts ==
          std::vector<std::string>{
              "order:PO-7 milestone {\"code\":\"shipped\",\"actual\":{\"on\":\"2026-03-06\",\"at\":"
              "1772753400000,\"offset\":480},\"quantity\":\"202.5\",\"place\":\"06.07.1\"}"});
    CHECK(taken.keys == std::vector<std::string>{"order:PO-7 event/e1"});
    CHECK(taken.accounts == std::vector<std::string>{"acme"});
}

TEST_CASE("With a despatch advice the shipment moves; with a box the box does and belongs to it") {
    const TakenFile whole = take(document(event("e1", "cbv:BizStep-arriving", kOrderAndShipment)));
    CHECK(whole.says("shipment:DN-1", {"\"code\":\"in_transit\""}));
    const TakenFile boxed = take(document(event("e1", "receiving", with(kOrderAndShipment, kBox))));
    INFO(test::described(boxed));
    CHECK(boxed.says("shipment:DN-1", {"parcel {", "\"sscc\":\"106141412345678908\""}));
    CHECK(boxed.says("parcel:106141412345678908", {"tracking_event {", "\"status\":\"delivered\""}));
    CHECK_FALSE(boxed.says("shipment:DN-1", {"milestone"}));
    const TakenFile pallet = take(document(
        R"({"type": "AggregationEvent", "action": "ADD", "eventTime": "2026-03-05T23:30:00Z", "eventTimeZoneOffset": "Z",
            "parentID": "urn:epc:id:sscc:0614141.1234567890", "childEPCs": ["urn:epc:id:sscc:0614141.1234567891"],
            "bizStep": "packing", )" +
        std::string(kOrderAndShipment) + "}"));
    CHECK(pallet.says("shipment:DN-1", {"parcel {", "\"master_number\":\"106141412345678908\""}));
}

TEST_CASE("Work on an order is the order's, also when a shipment is named") {
    CHECK(take(document(event("e1", "assembling", kOrderAndShipment)))
              .says("order:PO-7", {"\"code\":\"in_production\""}));
    CHECK(take(document(event("e1", "inspecting", with(kOrder, R"("disposition": "cbv:Disp-conformant")"))))
              .says("order:PO-7", {"\"code\":\"qc_passed\""}));
    CHECK(take(document(event("e1", "inspecting", with(kOrder, R"("disposition": "in_progress")"))))
              .found("info nothing_to_show: event 1 (inspecting) says nothing that is shown about order "
                     "PO-7: kept"));
}

TEST_CASE("The customer of an event is who issued the order, or whom it goes to") {
    const std::string_view elsewhere =
        R"("bizTransactionList": [{"type": "po", "bizTransaction": "urn:epcglobal:cbv:bt:5:PO-7"}])";
    const TakenFile unknown = take(document(event("e1", "shipping", elsewhere)));
    CHECK(unknown.report.rows_rejected == 1);
    CHECK(unknown.found(
        "error unknown_party: event 1 (order PO-7): the customer is unknown: issuer of the purchase "
        "order urn:epcglobal:cbv:bt:5:PO-7 (5); add one"));
    const TakenFile known = take(document(
        event("e1", "shipping", with(elsewhere, R"("destinationList": [{"type": "owning_party", "destination":
                  "urn:epc:id:pgln:9520999.99999"}])"))));
    CHECK(known.accounts == std::vector<std::string>{"acme"});
    CHECK(take(document(event("e1", "shipping", kBox)))
              .found("error unknown_party: event 1 (parcel 106141412345678908): no customer is named"));
}

TEST_CASE("One event that cannot be read waits, the others are taken") {
    const TakenFile taken = take(document(
        with(R"({"type": "ObjectEvent", "eventTime": "yesterday"})", event("e2", "shipping", kOrder))));
    CHECK(taken.report.rows == 2);
    CHECK(taken.report.rows_rejected == 1);
    CHECK(taken.found("error bad_event: event 1 cannot be read: \"yesterday\" is not a time with zone"));
    CHECK(taken.report.findings.front().column == "/epcisBody/eventList/0/eventTime");
    CHECK(taken.facts.size() == 1);
}

TEST_CASE("A file that is no EPCIS document in JSON says so") {
    CHECK(take("<epcis:EPCISDocument/>").found("error bad_document: "));
    CHECK(take("[]").found("error bad_document: an EPCIS document is an object"));
    CHECK(take("{}").found(
        "error bad_document: the document is no EPCIS 2.0 document in JSON: it has no epcisBody"));
    CHECK(take(R"({"epcisBody": {"vocabularyList": []}})")
              .found("error bad_document: the document has no list of events"));
    CHECK(take(event("e1", "shipping", kOrder)).facts.size() == 1);
}

TEST_CASE("What an event said no longer counts once it is declared an error, whichever is received first") {
    const auto adapter = test::adapter_of(kMapping);
    const std::string wrong = document(event("e1", "shipping", kOrder));
    const std::string declared = document(event(
        "e1", "shipping",
        with(
            kOrder,
            R"("errorDeclaration": {"declarationTime": "2026-03-07T00:00:00Z", "reason": "did_not_occur"})")));
    const std::string right = document(event("e2", "packing", kOrder));
    std::vector<const std::string*> files = {&declared, &right, &wrong};
    std::sort(files.begin(), files.end());
    do {
        TemporaryStore store;
        for (const std::string* file : files)
            REQUIRE(
                ingest::import_file(*store, *adapter, {.name = "e.json", .bytes = *file}, test::instant(1))
                    .has_value());
        CHECK(store.dump("SELECT code FROM milestone") == "10|\n");
    } while (std::next_permutation(files.begin(), files.end()));
    CHECK(take(declared).found(
        "info declared_error: event 1 is declared an error (did_not_occur): what it said no longer counts"));
}

TEST_CASE("An event without an id that is delivered twice is one event") {
    const std::string anonymous =
        R"({"type": "TransactionEvent", "action": "ADD", "eventTime": "2026-03-05T23:30:00+00:00", "bizStep": "accepting", )" +
        std::string(kOrder) + "}";
    const TakenFile taken = take(document(with(anonymous, anonymous)));
    REQUIRE(taken.keys.size() == 2);
    CHECK(taken.keys[0] == taken.keys[1]);
}
