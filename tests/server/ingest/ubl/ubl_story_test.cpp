#include "server/ingest/adapters/load_adapter.h"
#include "server/ingest/files/import_file.h"
#include "tests/server/ingest/projected_rows.h"
#include "tests/server/ingest/ubl/ubl_documents.h"
#include "tests/support/order_builder.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

using namespace orderdeck;
using namespace orderdeck::server;
using test::head;
using test::of_order;
using test::TemporaryStore;
using test::ubl;

namespace {

std::string order_line(std::string_view number, std::string_view content) {
    return "<OrderLine><LineItem><ID>" + std::string(number) + "</ID>" + std::string(content) +
           "</LineItem></OrderLine>";
}

std::string about_line(std::string_view number) {
    return "<OrderLineReference><LineID>" + std::string(number) + "</LineID></OrderLineReference>";
}

std::string promised(std::string_view on) {
    return "<Delivery><PromisedDeliveryPeriod><EndDate>" + std::string(on) +
           "</EndDate></PromisedDeliveryPeriod></Delivery>";
}

std::string item(std::string_view name) { return "<Item><Name>" + std::string(name) + "</Name></Item>"; }

/// All that is said about one order, in the order in which it happened.
std::vector<std::string> story() {
    const std::string euro = "<DocumentCurrencyCode>EUR</DocumentCurrencyCode>";
    const std::string buyer_of_invoice =
        "<AccountingCustomerParty><Party><EndpointID "
        "schemeID='0088'>4711</EndpointID></Party></AccountingCustomerParty>";
    return {
        ubl("Order",
            head("PO-7", "2026-03-01") + euro +
                order_line("1", "<Quantity>10</Quantity><LineExtensionAmount>100</LineExtensionAmount>" +
                                    item("Pump")) +
                order_line("2", "<Quantity>4</Quantity>" + item("Valve"))),
        ubl("OrderResponse",
            head("R-1", "2026-03-02") + of_order("PO-7") + "<OrderResponseCode>RE</OrderResponseCode>"),
        ubl("OrderChange",
            head("C-1", "2026-03-03") + "<SequenceNumberID>1</SequenceNumberID>" + of_order("PO-7") + euro +
                order_line("1", "<LineStatusCode>3</LineStatusCode><Quantity>6</Quantity>" + item("Pump"))),
        ubl("OrderChange",
            head("C-2", "2026-03-03") + "<SequenceNumberID>2</SequenceNumberID>" + of_order("PO-7") + euro +
                order_line("1", "<LineStatusCode>3</LineStatusCode><Quantity>5</Quantity>" + item("Pump")) +
                order_line("2", "<LineStatusCode>2</LineStatusCode>")),
        ubl("OrderResponse",
            head("R-2", "2026-03-04") + of_order("PO-7") + "<OrderResponseCode>AP</OrderResponseCode>" +
                order_line("1", "<LineStatusCode>5</LineStatusCode>" + promised("2026-03-20"))),
        ubl("OrderResponse", head("R-3", "2026-03-10") + of_order("PO-7") +
                                 "<OrderResponseCode>CA</OrderResponseCode>" +
                                 order_line("1", "<LineStatusCode>3</LineStatusCode><Quantity>5</Quantity>" +
                                                     promised("2026-03-25"))),
        ubl("DespatchAdvice", head("DN-1", "2026-03-22") + of_order("PO-7") +
                                  "<DespatchLine><ID>1</ID><DeliveredQuantity>5</DeliveredQuantity>" +
                                  about_line("1") + "</DespatchLine>"),
        ubl("ReceiptAdvice", head("RA-1", "2026-03-24") + of_order("PO-7") +
                                 "<DespatchDocumentReference><ID>DN-1</ID></DespatchDocumentReference>"
                                 "<ReceiptLine><ID>1</ID><ReceivedQuantity>5</ReceivedQuantity>" +
                                 about_line("1") + "</ReceiptLine>"),
        ubl("Invoice",
            "<ID>INV-1</ID><IssueDate>2026-03-25</IssueDate>" + buyer_of_invoice + euro + of_order("PO-7") +
                "<LegalMonetaryTotal><PayableAmount currencyID='EUR'>50</PayableAmount></LegalMonetaryTotal>"
                "<InvoiceLine><ID>1</ID><InvoicedQuantity>5</InvoicedQuantity>"
                "<LineExtensionAmount>50</LineExtensionAmount>" +
                about_line("1") + "</InvoiceLine>")};
}

/// Each document is received at a time of its own, whatever the order of the imports is.
void import(TemporaryStore& store, const std::vector<std::string>& documents, std::size_t index,
            std::string_view ending = {}) {
    static const auto kAdapter =
        ingest::make_adapter({.name = "peppol", .json = std::string(test::kUblMapping), .path = {}});
    REQUIRE(kAdapter.has_value());
    const std::string bytes = documents[index] + std::string(ending);
    const auto report = ingest::import_file(*store, **kAdapter, {.name = "document.xml", .bytes = bytes},
                                            test::instant(10 + static_cast<int>(index)));
    if (!report) FAIL(base::describe(report.error()));
    INFO(documents[index]);
    CHECK(report->rows_rejected == 0);
}

std::string state_of(TemporaryStore& store) {
    return test::projected_rows(store) + test::projected_extras(store);
}

} // namespace

TEST_CASE("The documents of one order make its whole story") {
    const auto documents = story();
    TemporaryStore store;
    for (std::size_t i = 0; i < documents.size(); ++i)
        import(store, documents, i);
    CHECK(store.dump("SELECT number, ordered_micro / 1000000, confirmed_micro / 1000000 FROM order_line "
                     "ORDER BY number") == "1|5|5|\n2|4|-|\n");
    CHECK(store.dump("SELECT lines_delivered, promise_moves FROM order_summary") == "1|1|\n");
    CHECK(store.dump("SELECT count(*) FROM milestone WHERE code = 24") == "0|\n");
    CHECK(store.dump("SELECT number, total_minor FROM invoice") == "INV-1|5000|\n");
    CHECK(store.dump("SELECT name, kind FROM source ORDER BY name") ==
          "peppol|sales|\npeppol customer|customer|\npeppol finance|finance|\npeppol warehouse|warehouse|\n");
}

TEST_CASE("In whatever order documents arrive, and however often, an order ends in the same state") {
    const auto documents = story();
    TemporaryStore in_time;
    for (std::size_t i = 0; i < documents.size(); ++i)
        import(in_time, documents, i);
    const std::string expected = state_of(in_time);
    std::vector<std::size_t> sequence(documents.size());
    std::iota(sequence.begin(), sequence.end(), std::size_t{0});
    std::mt19937 random(7);
    for (int round = 0; round < 12; ++round) {
        if (round == 0)
            std::reverse(sequence.begin(), sequence.end());
        else
            std::shuffle(sequence.begin(), sequence.end(), random);
        TemporaryStore store;
        for (const std::size_t index : sequence)
            import(store, documents, index);
        INFO("round " << round);
        CHECK(state_of(store) == expected);
        // The same documents in other bytes are new messages that say nothing new.
        for (const std::size_t index : sequence)
            import(store, documents, index, "<!-- again -->");
        CHECK(state_of(store) == expected);
    }
}

TEST_CASE(
    "An account that a mapping only names by its code keeps its name, and is added where it is missing") {
    const auto adapter = ingest::make_adapter(
        {.name = "codes",
         .json =
             R"({"format": "ubl", "source": {"name": "edi", "kind": "sales"}, "account": {"4711": "city"}})",
         .path = {}});
    REQUIRE(adapter.has_value());
    TemporaryStore store;
    const auto order = story().front();
    REQUIRE(ingest::import_file(*store, **adapter, {.name = "a.xml", .bytes = order}, test::instant(1))
                .has_value());
    CHECK(store.dump("SELECT code, name FROM account") == "city|city|\n");
    import(store, story(), 0);
    CHECK(store.dump("SELECT code, name FROM account") == "city|City Hospital|\n");
    const std::string again = order + "<!-- again -->";
    REQUIRE(ingest::import_file(*store, **adapter, {.name = "a.xml", .bytes = again}, test::instant(2))
                .has_value());
    CHECK(store.dump("SELECT code, name FROM account") == "city|City Hospital|\n");
}
