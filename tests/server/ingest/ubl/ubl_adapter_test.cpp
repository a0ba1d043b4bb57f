#include "tests/server/ingest/documents/taken_file.h"
#include "tests/server/ingest/ubl/ubl_documents.h"

using namespace orderdeck;
using test::head;
using test::of_order;
using test::TakenFile;
using test::ubl;

namespace {

TakenFile take(std::string_view document, std::string_view mapping = test::kUblMapping) {
    return test::take_file(*test::adapter_of(std::string(mapping)), document);
}

std::string order_line(std::string_view content) {
    return "<OrderLine><LineItem><ID>1</ID>" + std::string(content) + "</LineItem></OrderLine>";
}

} // namespace

TEST_CASE("An order is taken with its terms, papers, instalments and lines") {
    const TakenFile taken =
        take(ubl("Order", head("PO-7", "2026-03-01") +
                              R"(<IssueTime>09:30:00+01:00</IssueTime><OrderTypeCode>226</OrderTypeCode>
            <DocumentCurrencyCode>EUR</DocumentCurrencyCode><Contract><ID>FC-1</ID></Contract>
            <ProjectReference><ID>P1</ID></ProjectReference>
            <AdditionalDocumentReference><ID>COO-9</ID><DocumentTypeCode>861</DocumentTypeCode></AdditionalDocumentReference>
            <Delivery><DeliveryAddress><StreetName>Quay 3</StreetName><CityName>Bergen</CityName></DeliveryAddress>
              <RequestedDeliveryPeriod><StartDate>2026-04-01</StartDate></RequestedDeliveryPeriod></Delivery>
            <DeliveryTerms><ID>DAP</ID><DeliveryLocation><ID>Bergen</ID></DeliveryLocation></DeliveryTerms>
            <PaymentTerms><Note>30 % down</Note><PaymentPercent>30</PaymentPercent></PaymentTerms>
            <PaymentTerms><PaymentPercent>70</PaymentPercent><PaymentDueDate>2026-05-01</PaymentDueDate></PaymentTerms>)" +
                              order_line(R"(<Quantity unitCode="C62">250</Quantity>
            <LineExtensionAmount currencyID="EUR">25.00</LineExtensionAmount>
            <Price><PriceAmount currencyID="EUR">10.00</PriceAmount><BaseQuantity>100</BaseQuantity></Price>
            <Item><Name>Needle</Name><SellersItemIdentification><ID>N-4</ID></SellersItemIdentification></Item>)")));
    INFO(test::described(taken));
    CHECK(taken.report.rows_imported == 1);
    CHECK(taken.report.orders == 1);
    CHECK(taken.accounts == std::vector<std::string>{"city"});
    CHECK(taken.sources == std::vector<std::string>{"peppol (sales)"});
    CHECK(taken.says("order:PO-7", {"order {", "\"incoterm\":\"DAP\"", "\"incoterm_place\":\"Bergen\"",
                                    "\"ship_to\":\"Quay 3, Bergen\"", "\"project\":\"P1\"", "\"offset\":60",
                                    "\"payment_terms\":\"30 % down\""}));
    CHECK(taken.says("order:PO-7", {"line {", "\"unit_price\":\"0.1\"", "\"amount_minor\":2500",
                                    "\"requested_on\":\"2026-04-01\"", "\"sku\":\"N-4\""}));
    CHECK(taken.says("order:PO-7", {"relation {", "\"kind\":\"call_off_of\"", "\"other_order\":\"FC-1\""}));
    CHECK(taken.says("order:PO-7",
                     {"document {", "\"kind\":\"certificate_of_origin\"", "\"number\":\"COO-9\""}));
    CHECK(taken.says("order:PO-7", {"instalment {", "\"number\":1", "\"share_permille\":300"}));
    CHECK(taken.says("order:PO-7", {"instalment {", "\"number\":2", "\"due_on\":\"2026-05-01\""}));
    CHECK(taken.findings.empty());
}

TEST_CASE("A document of an unknown party waits, and says by which identifiers it can be known") {
    const std::string document =
        ubl("Order", head("PO-7", "2026-03-01") + order_line("<Quantity>1</Quantity>"));
    const TakenFile unknown = take(
        document,
        R"({"format": "ubl", "source": {"name": "peppol", "kind": "sales"}, "account": {"0088:1": "other"}})");
    CHECK(unknown.facts.empty());
    CHECK(unknown.report.rows_rejected == 1);
    CHECK(unknown.found(
        "error unknown_party: the customer is unknown: BuyerCustomerParty (0088:4711); add one of "
        "these identifiers to \"account\" in the mapping \"documents\" and import again"));
    CHECK(take(document).report.rows_imported == 1);
}

TEST_CASE("What is no document about an order is answered with what it is and what to do") {
    CHECK(take("<!DOCTYPE Order [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Order>&x;</Order>")
              .found("error bad_document: the document has a document type declaration"));
    const TakenFile broken = take("<Order>\n<ID>1</ID>\n</Ordre>");
    CHECK(broken.found("error bad_document: the document is not well-formed XML: "));
    CHECK(broken.report.findings.front().file_line == 3);
    CHECK(take("PO;1\n").found("error bad_document: "));
    CHECK(take("<CrossIndustryInvoice xmlns='urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100'/>")
              .found("error not_taken: the document is no UBL 2: its root is <CrossIndustryInvoice>"));
    CHECK(take("<Order xmlns='urn:oasis:names:specification:ubl:schema:xsd:Order-1.0'/>")
              .found("error not_taken: the document is no UBL 2"));
    CHECK(
        take(ubl("RemittanceAdvice", "<ID>1</ID>"))
            .found(
                "the document is a UBL RemittanceAdvice, which is not taken: payments are taken as a table"));
    CHECK(take(ubl("Tender", "<ID>1</ID>"))
              .found("the document is a UBL Tender, which is not taken: it says nothing about orders"));
    CHECK(take(ubl("OrderChange", head("C-1", "2026-03-01")))
              .found("error bad_document: the document names no order: its number is empty"));
    CHECK(take(ubl("ReceiptAdvice", head("R-1", "2026-03-01")))
              .found("error bad_document: the receipt names neither a despatch advice nor an order line"));
}

TEST_CASE("A document in an envelope is taken, what is foreign in it is not") {
    const std::string inner = ubl("OrderCancellation", head("C-1", "2026-03-02") + of_order("PO-7"));
    const std::string envelope =
        "<s:StandardBusinessDocument "
        "xmlns:s='http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader'>"
        "<s:StandardBusinessDocumentHeader/>" +
        inner + "</s:StandardBusinessDocument>";
    CHECK(take(envelope).says("order:PO-7", {"\"code\":\"cancelled\"", "\"on\":\"2026-03-02\""}));
    std::string foreign = inner;
    foreign.insert(foreign.find("<cbc:ID>"), "<x:ID xmlns:x='urn:x'>C-9</x:ID>");
    CHECK(take(foreign).facts == take(inner).facts);
}

TEST_CASE("Values that cannot be read are named with line and element, the rest is taken") {
    const TakenFile taken =
        take(ubl("Order", head("PO-7", "2026-03-01") + "<DocumentCurrencyCode>EUR</DocumentCurrencyCode>" +
                              order_line(R"(<Quantity unitCode="C62">ten</Quantity>
                <LineExtensionAmount currencyID="USD">25.00</LineExtensionAmount>
                <Delivery><RequestedDeliveryPeriod><EndDate>2026-02-30</EndDate></RequestedDeliveryPeriod></Delivery>
                <Price><PriceAmount currencyID="EUR">1</PriceAmount><BaseQuantity>3</BaseQuantity></Price>)")));
    INFO(test::described(taken));
    CHECK(taken.report.rows_imported == 1);
    CHECK(taken.found("warning bad_number: \"ten\" is not a number with at most six decimals"));
    CHECK(taken.found("warning other_currency: the amount is in USD, the document in EUR"));
    CHECK(taken.found("warning bad_date: \"2026-02-30\" is not a date"));
    CHECK(taken.found("info inexact_price: the price is that of 3 units"));
    CHECK(taken.says("order:PO-7", {"line {", "\"unit\":\"C62\""}));
    for (const auto& finding : taken.report.findings) {
        CHECK(finding.file_line > 0);
        CHECK_FALSE(finding.column.empty());
    }
}

TEST_CASE("Decimals are read in every form that XML Schema allows") {
    for (const std::string_view text : {"5", "+5", "5.", "5.0", "05", "5.0000000000", " 5 "}) {
        INFO(text);
        CHECK(take(ubl("Order", head("PO-7", "2026-03-01") +
                                    order_line("<Quantity>" + std::string(text) + "</Quantity>")))
                  .says("order:PO-7", {"\"ordered\":\"5\""}));
    }
    CHECK(take(ubl("Order", head("PO-7", "2026-03-01") + order_line("<Quantity>.5</Quantity>")))
              .says("order:PO-7", {"\"ordered\":\"0.5\""}));
}

TEST_CASE("A response confirms, changes and rejects lines; an unknown code is named") {
    const auto line = [](std::string_view number, std::string_view status) {
        return "<OrderLine><LineItem><ID>9</ID><LineStatusCode>" + std::string(status) +
               "</LineStatusCode></LineItem><OrderLineReference><LineID>" + std::string(number) +
               "</LineID></OrderLineReference></OrderLine>";
    };
    const TakenFile taken =
        take(ubl("OrderResponse", head("R-1", "2026-03-03") + of_order("PO-7") +
                                      "<OrderResponseCode>CA</OrderResponseCode>" + line("1", "5") +
                                      line("2", "3") + line("3", "7") + line("4", "XX")));
    INFO(test::described(taken));
    CHECK(taken.says("order:PO-7", {"line {\"line\":\"1\",\"commercial\":\"confirmed\"}"}));
    CHECK(taken.says("order:PO-7", {"line {\"line\":\"2\",\"commercial\":\"confirmed_changed\"}"}));
    CHECK(taken.says("order:PO-7", {"line {\"line\":\"3\",\"commercial\":\"rejected\"}"}));
    CHECK(taken.found("warning unknown_code: \"XX\" is no code of the list response_line"));
}

TEST_CASE("A rejection is a cancellation of the order, an acknowledgement its review") {
    const auto answer = [](std::string_view code) {
        return take(ubl("OrderResponse", head("R-1", "2026-03-03") + of_order("PO-7") +
                                             "<OrderResponseCode>" + std::string(code) +
                                             "</OrderResponseCode><Note>as agreed</Note>"));
    };
    CHECK(answer("RE").says("order:PO-7", {"\"code\":\"cancelled\"", "as agreed"}));
    CHECK(answer("AB").says("order:PO-7", {"\"code\":\"reviewed\""}));
    CHECK(answer("AP").says("order:PO-7", {"\"code\":\"confirmed\""}));
    CHECK(answer("AP").keys == answer("RE").keys);
    CHECK(take(ubl("OrderResponseSimple", head("R-1", "2026-03-03") + of_order("PO-7") +
                                              "<AcceptedIndicator>false</AcceptedIndicator>"
                                              "<RejectionNote>no stock</RejectionNote>"))
              .says("order:PO-7", {"\"code\":\"cancelled\"", "no stock"}));
}

TEST_CASE("A promise for an order without listed lines is kept for the order") {
    CHECK(take(ubl("OrderResponse",
                   head("R-1", "2026-03-03") + of_order("PO-7") +
                       "<OrderResponseCode>AP</"
                       "OrderResponseCode><Delivery><PromisedDeliveryPeriod><EndDate>2026-04-09"
                       "</EndDate></PromisedDeliveryPeriod></Delivery>"))
              .says("order:PO-7", {"milestone {\"code\":\"delivered\",\"planned\":\"2026-04-09\"}"}));
}

TEST_CASE("The lots of one order line in a despatch advice are one quantity, its boxes are parcels") {
    const auto line = [](std::string_view id, std::string_view quantity) {
        return "<DespatchLine><ID>" + std::string(id) + "</ID><DeliveredQuantity>" + std::string(quantity) +
               "</DeliveredQuantity><OrderLineReference><LineID>1</LineID></OrderLineReference></"
               "DespatchLine>";
    };
    const TakenFile taken = take(
        ubl("DespatchAdvice",
            head("DN-1", "2026-03-05") + of_order("PO-7") + line("1", "3") + line("2", "4") +
                "<DespatchLine><ID>3</ID><DeliveredQuantity>1</DeliveredQuantity></DespatchLine>" +
                "<Shipment><ID>1</ID><ShipmentStage><TransportModeCode>4</TransportModeCode></ShipmentStage>"
                "<TransportHandlingUnit><ID>106141412345678908</ID></TransportHandlingUnit></Shipment>"));
    INFO(test::described(taken));
    CHECK(taken.sources == std::vector<std::string>{"peppol warehouse (warehouse)"});
    CHECK(taken.says("order:PO-7", {"shipment_line {", "\"shipment\":\"DN-1\"", "\"quantity\":\"7\""}));
    CHECK(taken.says("shipment:DN-1", {"parcel {", "\"sscc\":\"106141412345678908\""}));
    CHECK(taken.says("shipment:DN-1", {"shipment {", "\"mode\":\"air\""}));
    CHECK(taken.found("warning no_order_line: line 3 of the advice names no order line; it was left out"));
}

TEST_CASE("A receipt speaks for the customer: quantities by line, what is wrong in its own words") {
    const TakenFile taken = take(ubl(
        "ReceiptAdvice",
        head("RA-1", "2026-03-09") + of_order("PO-7") +
            "<DespatchDocumentReference><ID>DN-1</ID></DespatchDocumentReference>"
            "<ReceiptLine><ID>1</ID><ReceivedQuantity>6</ReceivedQuantity><ShortQuantity>1</ShortQuantity>"
            "<RejectReason>wet</RejectReason><ReceivedDate>2026-03-08</ReceivedDate>"
            "<OrderLineReference><LineID>1</LineID></OrderLineReference></ReceiptLine>"));
    INFO(test::described(taken));
    CHECK(taken.sources == std::vector<std::string>{"peppol customer (customer)"});
    CHECK(taken.says("shipment:DN-1", {"\"code\":\"received\"", "\"on\":\"2026-03-09\""}));
    CHECK(taken.says("order:PO-7", {"\"line\":\"1\"", "\"code\":\"received\"", "\"on\":\"2026-03-08\"",
                                    "\"quantity\":\"6\"", "ShortQuantity: 1, RejectReason: wet"}));
}

TEST_CASE("A credit note corrects its invoice, a deposit is counted once, an answer is the invoice's state") {
    const TakenFile credit = take(
        ubl("CreditNote",
            head("CN-1", "2026-04-01") + of_order("PO-7") +
                "<BillingReference><InvoiceDocumentReference><ID>INV-1</ID></InvoiceDocumentReference></"
                "BillingReference>"
                "<LegalMonetaryTotal><PayableAmount currencyID='JPY'>500</PayableAmount></LegalMonetaryTotal>"
                "<CreditNoteLine><ID>1</ID><CreditedQuantity>2</CreditedQuantity>"
                "<OrderLineReference><LineID>1</LineID></OrderLineReference></CreditNoteLine>"));
    INFO(test::described(credit));
    CHECK(credit.says("invoice:CN-1", {"\"kind\":\"credit_note\"", "\"corrects\":\"INV-1\"",
                                       "\"currency\":\"JPY\"", "\"total_minor\":500"}));
    CHECK(credit.says("order:PO-7", {"invoice_line {", "\"line\":\"1\"", "\"quantity\":\"2\""}));

    const auto invoice = [](std::string_view id) {
        return ubl("Invoice",
                   head(id, "2026-04-02") + of_order("PO-7") +
                       "<DocumentCurrencyCode>EUR</DocumentCurrencyCode>" +
                       "<PrepaidPayment><ID>D-1</ID><PaidAmount currencyID='EUR'>30</PaidAmount>"
                       "<ReceivedDate>2026-03-02</ReceivedDate></PrepaidPayment>"
                       "<InvoiceLine><ID>1</ID><InvoicedQuantity>1</InvoicedQuantity></InvoiceLine>");
    };
    const TakenFile first = take(invoice("INV-1"));
    CHECK(first.says("order:PO-7", {"payment {", "\"amount_minor\":3000", "\"on\":\"2026-03-02\""}));
    CHECK(std::find(first.keys.begin(), first.keys.end(), "order:PO-7 prepayment/D-1") != first.keys.end());
    const TakenFile second = take(invoice("INV-2"));
    CHECK(std::find(second.keys.begin(), second.keys.end(), "order:PO-7 prepayment/D-1") !=
          second.keys.end());

    const auto answer = [](std::string_view code) {
        return take(
            ubl("ApplicationResponse",
                "<CustomizationID>urn:fdc:peppol.eu:poacc:trns:invoice_response:3</CustomizationID><ID>A</ID>"
                "<IssueDate>2026-04-03</IssueDate><SenderParty><EndpointID schemeID='0088'>4711</EndpointID>"
                "<Contact><Name>J</Name></Contact></SenderParty><DocumentResponse><Response><ResponseCode>" +
                    std::string(code) +
                    "</ResponseCode></Response><DocumentReference><ID>INV-1</ID></DocumentReference></"
                    "DocumentResponse>"));
    };
    CHECK(answer("UQ").says("invoice:INV-1", {"\"state\":\"under_query\""}));
    CHECK(answer("AP").says("invoice:INV-1", {"\"state\":\"accepted\""}));
    CHECK(answer("PD").found("info said_to_be_paid: the customer says that the invoice INV-1 is paid"));
    CHECK(answer("AP").keys == answer("UQ").keys);
}

TEST_CASE("Under the supplier's numbers a document without one waits") {
    std::string mapping(test::kUblMapping);
    mapping.replace(mapping.find("\"account\""), 0, "\"order_number\": \"supplier\", ");
    const std::string referred =
        "<OrderReference><ID>PO-7</ID><SalesOrderID>SO-1</SalesOrderID></OrderReference>";
    CHECK(take(ubl("OrderCancellation", head("C-1", "2026-03-02") + referred), mapping)
              .says("order:SO-1", {"\"code\":\"cancelled\""}));
    CHECK(take(ubl("OrderCancellation", head("C-1", "2026-03-02") + of_order("PO-7")), mapping)
              .found("error bad_document: the document names no order"));
}

TEST_CASE("A document without a date of issue is older than all others and says so") {
    const TakenFile taken = take(
        ubl("Order", "<ID>PO-7</ID>" + std::string(test::kBuyer) + order_line("<Quantity>1</Quantity>")));
    CHECK(taken.report.rows_imported == 1);
    CHECK(taken.found("warning no_issue_date: "));
}

TEST_CASE("A line that stands twice in an order counts once") {
    const TakenFile taken =
        take(ubl("Order", head("PO-7", "2026-03-01") + order_line("<Quantity>1</Quantity>") +
                              order_line("<Quantity>2</Quantity>")));
    CHECK(taken.says("order:PO-7", {"\"ordered\":\"1\""}));
    CHECK_FALSE(taken.says("order:PO-7", {"\"ordered\":\"2\""}));
    CHECK(taken.found(
        "warning repeated_key: the order line 1 stands here more than once; the first one counts"));
}
