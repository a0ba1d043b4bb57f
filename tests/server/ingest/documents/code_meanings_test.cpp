#include "server/ingest/inbox/repair.h"
#include "tests/server/ingest/documents/taken_file.h"
#include "tests/server/ingest/ubl/ubl_documents.h"
#include "tests/server/persistence/temporary_store.h"

#include <algorithm>

using namespace orderdeck;
using namespace orderdeck::server;
using ingest::CodeMeaning;
using test::instant;
using test::TemporaryStore;

namespace {

constexpr std::string_view kEpcisMapping = R"({
  "format": "epcis",
  "source": {"name": "scans", "kind": "warehouse"},
  "account": {"4711": {"code": "acme", "name": "Acme"}}
})";

constexpr std::string_view kJsonMapping = R"({
  "format": "json",
  "source": {"name": "hub", "kind": "sales"},
  "dates": {"formats": ["%Y-%m-%d"]},
  "columns": {"/orders/*/flow": {"words": {"MTO": "make_to_order"}}},
  "account": {"code": "/orders/*/customer", "name": "/orders/*/customer"},
  "order": {"number": "/orders/*/no", "placed": "/orders/*/day", "flow": "/orders/*/flow"},
  "line": {"number": "/orders/*/items/*/pos", "sku": "/orders/*/items/*/sku", "ordered": "/orders/*/items/*/qty"}
})";

constexpr std::string_view kJsonOrders = R"({"orders": [
  {"no": "1", "day": "2026-01-04", "customer": "acme", "flow": "MTO", "items": [{"pos": 1, "sku": "a", "qty": 1}]},
  {"no": "2", "day": "2026-01-04", "customer": "acme", "flow": "X", "items": [{"pos": 1, "sku": "a", "qty": 1}]}]})";

std::string response(std::string_view status) {
    return test::ubl("OrderResponse",
                     test::head("R-1", "2026-03-03") + test::of_order("PO-7") +
                         "<OrderResponseCode>CA</OrderResponseCode><OrderLine><LineItem><ID>9"
                         "</ID><LineStatusCode>" +
                         std::string(status) +
                         "</LineStatusCode></LineItem><OrderLineReference><LineID>1</LineID>"
                         "</OrderLineReference></OrderLine>");
}

std::string step(std::string_view name) {
    return R"({"type": "EPCISDocument", "epcisBody": {"eventList": [{"type": "ObjectEvent", "action": "OBSERVE",
        "eventTime": "2026-03-05T23:30:00Z", "eventTimeZoneOffset": "+08:00", "eventID": "e1", "bizStep": ")" +
           std::string(name) +
           R"(", "bizTransactionList": [{"type": "po", "bizTransaction": "urn:epcglobal:cbv:bt:4711:PO-7"}]}]}})";
}

ingest::AdapterSource feed(std::string_view mapping) {
    return [mapping](const std::string& name, const std::vector<CodeMeaning>& meanings) {
        return ingest::make_adapter({.name = name, .json = std::string(mapping), .path = {}}, meanings);
    };
}

void import(TemporaryStore& store, std::string_view mapping, const std::string& text) {
    const auto report =
        ingest::import_with(*store, feed(mapping), "feed", {.name = "file", .bytes = text}, instant(1));
    if (!report) FAIL(base::describe(report.error()));
}

int map(TemporaryStore& store, std::string_view mapping, const CodeMeaning& meaning) {
    const auto read = ingest::map_code(*store, meaning, feed(mapping), instant(2));
    if (!read) FAIL(base::describe(read.error()));
    return *read;
}

constexpr const char* kUnknown =
    "SELECT column_name, value FROM finding WHERE code = 'unknown_code' OR code = "
    "'nothing_to_show'";

} // namespace

TEST_CASE("People say what a code of a UBL document means, and the document is read anew") {
    TemporaryStore store;
    import(store, test::kUblMapping, response("XX"));
    CHECK(store.dump(kUnknown) == "LineStatusCode|XX|\n");
    const CodeMeaning right{.source = "peppol", .field = "LineStatusCode", .code = "XX", .value = "rejected"};
    CodeMeaning wrong = right;
    wrong.value = "perhaps";
    CHECK(map(store, test::kUblMapping, wrong) == 1);
    CHECK(store.number("SELECT count(*) FROM finding WHERE message LIKE '%\"perhaps\" is none of: cancelled, "
                       "confirmed, %'") == 1);
    CHECK(map(store, test::kUblMapping, right) == 1);
    CHECK(store.dump(kUnknown).empty());
    CHECK(store.number("SELECT count(*) FROM record WHERE kind = 'line' AND content LIKE '%rejected%'") == 1);
    // What another source means by the same code stays its own affair.
    TemporaryStore other;
    CodeMeaning foreign = right;
    foreign.source = "erp";
    map(other, test::kUblMapping, foreign);
    import(other, test::kUblMapping, response("XX"));
    CHECK(other.dump(kUnknown) == "LineStatusCode|XX|\n");
}

TEST_CASE("A meaning counts before the standard's own list") {
    TemporaryStore store;
    map(store, test::kUblMapping,
        {.source = "peppol", .field = "LineStatusCode", .code = "5", .value = "rejected"});
    import(store, test::kUblMapping, response("5"));
    CHECK(store.number("SELECT count(*) FROM record WHERE kind = 'line' AND content LIKE '%rejected%'") == 1);
}

TEST_CASE("People say what a step of an EPCIS event means, and the event is read anew") {
    TemporaryStore store;
    import(store, kEpcisMapping, step("handing_over"));
    CHECK(store.dump(kUnknown) == "bizStep|handing_over|\n");
    CHECK(store.number("SELECT count(*) FROM milestone") == 0);
    CHECK(map(store, kEpcisMapping,
              {.source = "scans", .field = "bizStep", .code = "handing_over", .value = "shipped"}) == 1);
    CHECK(store.dump(kUnknown).empty());
    CHECK(store.number("SELECT count(*) FROM milestone") == 1);
}

TEST_CASE("For a code that nobody knows people choose from the words of its list") {
    const auto found = [](TemporaryStore& store) {
        auto reader = store->read().value();
        return persistence::sqlite::InboxStore(*reader).findings(1, 1).value().front();
    };
    TemporaryStore documents;
    import(documents, test::kUblMapping, response("XX"));
    const auto ubl = feed(test::kUblMapping)("feed", {}).value()->vocabulary(found(documents));
    CHECK(ubl.name == "response_line");
    CHECK(std::find(ubl.words.begin(), ubl.words.end(), "rejected") != ubl.words.end());
    TemporaryStore events;
    import(events, kEpcisMapping, step("handing_over"));
    const auto epcis = feed(kEpcisMapping)("feed", {}).value()->vocabulary(found(events));
    CHECK(epcis.name == "milestone");
    CHECK(std::find(epcis.words.begin(), epcis.words.end(), "shipped") != epcis.words.end());
    CHECK(feed(kEpcisMapping)("feed", {}).value()->vocabulary({.code = "bad_event"}).words.empty());
}

TEST_CASE(
    "A word at one place of a JSON document is explained for its field, and the document is read anew") {
    constexpr const char* kBadWords = "SELECT column_name, value FROM finding WHERE code = 'bad_word'";
    TemporaryStore store;
    import(store, kJsonMapping, std::string(kJsonOrders));
    REQUIRE(store.dump(kBadWords) == "/orders/1/flow|X|\n");
    const auto words =
        feed(kJsonMapping)("feed", {}).value()->vocabulary({.column = "/orders/1/flow", .code = "bad_word"});
    CHECK(std::find(words.words.begin(), words.words.end(), "make_to_order") != words.words.end());
    CHECK(map(store, kJsonMapping,
              {.source = "hub", .field = "/orders/1/flow", .code = "X", .value = "make_to_order"}) == 1);
    CHECK(store.dump(kBadWords).empty());
    CHECK(store.dump("SELECT field, code, value FROM code_map") == "/orders/*/flow|X|make_to_order|\n");
    CHECK(store.number("SELECT count(DISTINCT flow) FROM sales_order") == 1);
}
