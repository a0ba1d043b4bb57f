#include "tests/server/ingest/documents/taken_file.h"
#include "tests/support/files.h"

#include <filesystem>
#include <set>

using namespace orderdeck;

namespace {

constexpr const char* kMapping = R"({
  "format": "ubl",
  "source": {"name": "edi", "kind": "sales"},
  "account": {
    "XFB01": "iyt",
    "GLN:7300072311115": "johnssons",
    "GLN:1234567987654": "buyer-company",
    "xxxschemeID:xxx": "dental-clinic",
    "0088:7590000012347": "city-hospital",
    "0088:5790000435951": "iyt-corporation",
    "0088:5798000012349": "buyer-organization",
    "0192:987654325": "helseforetak",
    "0007:5541277710": "eurocity-hospital"
  },
  "unstated_account": "walk-in"
})";

/// What a fact is about and pieces of its content.
struct ExpectedFact {
    std::string_view subject;
    std::vector<std::string_view> pieces;
};

/// What an example must lead to: the account, how many facts, the ones that matter, and all findings.
struct Example {
    std::string_view file;
    std::string_view account; ///< empty: the document waits or says nothing
    std::size_t facts = 0;
    std::vector<ExpectedFact> key_facts;
    std::vector<std::string_view> findings;
};

const std::vector<ExpectedFact> kBeeswaxInvoice = {
    {"invoice:A00095678",
     {"invoice {", "\"kind\":\"invoice\"", "\"currency\":\"GBP\"", "\"total_minor\":10750",
      "\"tax_minor\":1750", "\"issued_on\":\"2005-06-21\"", "\"due_on\":\"2005-07-21\""}},
    {"order:AEG012345",
     {"invoice_line {", "\"invoice\":\"A00095678\"", "\"line\":\"1\"", "\"quantity\":\"100\"",
      "\"amount_minor\":10000"}},
    {"order:AEG012345", {"document {", "\"kind\":\"commercial_invoice\"", "\"number\":\"A00095678\""}}};

const std::vector<Example>& examples() {
    static const std::vector<Example> kExamples = {
        {"ubl_examples/order/UBL-Order-2.0-Example.xml",
         "iyt",
         2,
         {{"order:AEG012345", {"order {", "\"on\":\"2005-06-20\"", "\"currency\":\"GBP\"", "Avon Way 56A"}},
          {"order:AEG012345",
           {"line {", "\"line\":\"1\"", "\"sku\":\"17589683\"", "beeswax", "\"commercial\":\"requested\"",
            "\"ordered\":\"100\"", "\"unit\":\"KGM\"", "\"unit_price\":\"100\"", "\"amount_minor\":10000",
            "\"requested_on\":\"2005-06-29\""}}},
         {}},
        {"ubl_examples/order/UBL-Order-2.0-Example-International.xml",
         "iyt",
         2,
         {{"order:AEG012345", {"order {", "\"currency\":\"USD\""}},
          {"order:AEG012345",
           {"line {", "\"unit_price\":\"10\"", "\"amount_minor\":100000",
            "\"requested_on\":\"2005-06-30\""}}},
         {}},
        {"ubl_examples/order/UBL-Order-2.1-Example.xml",
         "johnssons",
         8,
         {{"order:34",
           {"order {", "\"currency\":\"SEK\"", "\"incoterm\":\"FOT\"", "\"incoterm_place\":\"STO\"",
            "11000 Stockholm, SE"}},
          {"order:34", {"relation {", "\"kind\":\"follow_up_of\"", "\"other_order\":\"RjectedOrderID123\""}},
          {"order:34", {"document {", "\"kind\":\"quotation\"", "\"number\":\"QuoteID123\""}},
          {"order:34",
           {"line {", "\"line\":\"1\"", "Falu Rödfärg", "\"ordered\":\"120\"", "\"unit\":\"LTR\"",
            "\"amount_minor\":600000", "\"requested_on\":\"2010-02-25\""}},
          {"order:34", {"line {", "\"line\":\"2\"", "Pensel 20 mm", "\"amount_minor\":22500"}}},
         {}},
        {"ubl_examples/order/CENBII-Order-maximal.xml",
         "dental-clinic",
         8,
         {{"order:PM10405461",
           {"order {", "\"on\":\"2010-03-12\"", "\"currency\":\"EUR\"", "00840 Helsinki"}},
          {"order:PM10405461",
           {"line {", "\"line\":\"2\"", "\"sku\":\"19598\"", "\"ordered\":\"10\"", "\"unit\":\"KPO\""}}},
         {"warning other_currency: the amount is in AED, the document in EUR; the document was imported "
          "without it",
          "warning other_currency: the amount is in AED, the document in EUR; the document was imported "
          "without it"}},
        {"ubl_examples/order/CENBII-Order-minimal.xml",
         "",
         0,
         {},
         {"error bad_document: the document has no number (ID)"}},
        {"ubl_examples/orderresponsesimple/UBL-OrderResponseSimple-2.0-Example.xml",
         "iyt",
         1,
         {{"order:AEG012345", {"milestone {", "\"code\":\"confirmed\"", "\"on\":\"2005-06-20\""}}},
         {}},
        {"ubl_examples/orderresponsesimple/UBL-OrderResponseSimple-2.1-Example.xml",
         "johnssons",
         1,
         {{"order:34", {"milestone {", "\"code\":\"confirmed\"", "\"on\":\"2010-01-21\""}}},
         {}},
        {"ubl_examples/orderresponse/UBL-OrderResponse-2.1-Example.xml",
         "johnssons",
         1,
         {{"order:34", {"line {", "\"line\":\"2\"", "\"commercial\":\"requested\""}}},
         {}},
        {"ubl_examples/despatchadvice/UBL-DespatchAdvice-2.0-Example.xml",
         "iyt",
         3,
         {{"shipment:565899", {"shipment {", "AA99 1BB Farthing, GB", "ZZ99 1ZZ Bridgtow, GB"}},
          {"shipment:565899", {"milestone {", "\"code\":\"shipped\"", "\"on\":\"2005-06-20\""}},
          {"order:AEG012345",
           {"shipment_line {", "\"shipment\":\"565899\"", "\"line\":\"1\"", "\"quantity\":\"90\""}}},
         {}},
        {"ubl_examples/receiptadvice/UBL-ReceiptAdvice-2.0-Example.xml",
         "iyt",
         2,
         {{"shipment:565899", {"milestone {", "\"code\":\"received\"", "\"on\":\"2005-06-21\""}},
          {"shipment:565899", {"milestone {", "\"code\":\"delivered\"", "\"at\":1119267000000"}}},
         {"warning no_order_line: line 1 of the advice names no order line (ShortQuantity: 10); only the "
          "receipt of "
          "the "
          "shipment was taken"}},
        {"ubl_examples/invoice/UBL-Invoice-2.0-Example.xml", "iyt", 3, kBeeswaxInvoice, {}},
        {"ubl_examples/invoice/UBL-Invoice-2.0-Example-NS1.xml", "iyt", 3, kBeeswaxInvoice, {}},
        {"ubl_examples/invoice/UBL-Invoice-2.0-Example-NS2.xml", "iyt", 3, kBeeswaxInvoice, {}},
        {"ubl_examples/invoice/UBL-Invoice-2.0-Example-NS3.xml", "iyt", 3, kBeeswaxInvoice, {}},
        {"ubl_examples/invoice/UBL-Invoice-2.0-Example-NS4.xml", "iyt", 3, kBeeswaxInvoice, {}},
        {"ubl_examples/invoice/UBL-Invoice-2.1-Example.xml",
         "buyer-company",
         7,
         {{"invoice:TOSL108", {"\"total_minor\":72900", "\"tax_minor\":29220", "\"due_on\":\"2009-12-31\""}},
          {"order:123", {"invoice_line {", "\"line\":\"5\"", "\"quantity\":\"-1\"", "\"amount_minor\":-396"}},
          {"order:123",
           {"invoice_line {", "\"line\":\"4\"", "\"quantity\":\"250\"", "\"amount_minor\":18750"}}},
         {}},
        {"ubl_examples/invoice/UBL-Invoice-2.1-Example-Trivial.xml",
         "walk-in",
         1,
         {{"invoice:123", {"\"currency\":\"CAD\"", "\"total_minor\":10000", "\"issued_on\":\"2011-09-22\""}}},
         {"info no_order: the invoice names no order: it is kept as an invoice of its account"}},
        {"ubl_examples/transportationstatus/UBL-TransportationStatus-2.1-Example.xml",
         "walk-in",
         1,
         {{"parcel:CON_THU_1",
           {"tracking_event {", "\"code\":\"4\"", "\"status\":\"exception\"",
            "\"reason\":\"carrier_vehicle_issue\"", "\"at\":1317889770000", "Reefer container lost power"}}},
         {}},
        {"ubl_examples/instructionforreturns/UBL-InstructionForReturns-2.1-Example.xml",
         "",
         0,
         {},
         {"error not_taken: the document is a UBL InstructionForReturns, which is not taken: it names no "
          "order; "
          "returns are taken as the quantities return_requested and returned of a table (docs/mapping.md)"}},
        {"peppol_examples/Order_Example.xml",
         "helseforetak",
         8,
         {{"order:34",
           {"order {", "\"project\":\"PID33\"", "\"currency\":\"NOK\"", "\"incoterm\":\"FOB\"",
            "1473 Lørenskog, NO", "Payment terms description"}},
          {"order:34",
           {"line {", "\"line\":\"1\"", "\"sku\":\"121212\"", "\"customer_reference\":\"123456\"",
            "\"ordered\":\"120\"", "\"amount_minor\":630000"}},
          {"order:34", {"line {", "\"line\":\"2\"", "Wet tissues", "\"requested_on\":\"2012-10-31\""}}},
         {}},
        {"peppol_examples/OrderChange_Example.xml",
         "eurocity-hospital",
         3,
         {{"order:Order-1", {"order {", "\"currency\":\"EUR\"", "11120 Stockholm, SE"}},
          {"order:Order-1",
           {"line {", "\"line\":\"1\"", "\"ordered\":\"5\"", "\"unit_price\":\"40\"",
            "\"amount_minor\":20000"}},
          {"order:Order-1", {"line {", "\"line\":\"2\"", "\"ordered\":\"50\"", "\"amount_minor\":30000"}}},
         {}},
        {"peppol_examples/OrderCancellation_Example.xml",
         "eurocity-hospital",
         1,
         {{"order:Order-1",
           {"milestone {", "\"code\":\"cancelled\"", "\"on\":\"2022-02-01\"",
            "With reference to phone call"}}},
         {}},
        {"peppol_examples/OrderResponse_Example.xml",
         "city-hospital",
         8,
         {{"order:11233", {"milestone {", "\"code\":\"confirmed\"", "\"on\":\"2013-07-01\""}},
          {"order:11233",
           {"line {", "\"line\":\"1\"", "\"sku\":\"SN-34\"", "\"commercial\":\"confirmed_changed\"",
            "\"unit_price\":\"1.5\""}},
          {"order:11233", {"quantity {", "\"line\":\"1\"", "\"kind\":\"confirmed\"", "\"quantity\":\"10\""}},
          {"order:11233",
           {"promise {", "\"line\":\"1\"", "\"promised_on\":\"2018-08-12\"", "\"stated_at\":1372659010000"}},
          {"order:11233", {"line {", "\"line\":\"2\"", "\"commercial\":\"confirmed\"}"}},
          {"order:11233", {"promise {", "\"line\":\"2\"", "\"promised_on\":\"2013-07-16\""}}},
         {"info substituted: line 1 is answered with another article: Sauce brown, ready",
          "info substituted: line 3 is answered with another article: Pepper sauce"}},
        {"peppol_examples/OrderResponseAdvanced_Example.xml",
         "city-hospital",
         6,
         {{"order:11233", {"promise {", "\"line\":\"1\"", "\"promised_on\":\"2022-05-20\""}},
          {"order:11233", {"promise {", "\"line\":\"2\"", "\"promised_on\":\"2022-05-25\""}}},
         {"info substituted: line 1 is answered with another article: Sauce brown, ready"}},
        {"peppol_examples/OrderAgreement_Example.xml",
         "city-hospital",
         6,
         {{"order:11233", {"order {", "\"on\":\"2013-07-01\"", "\"currency\":\"EUR\""}},
          {"order:11233",
           {"line {", "\"line\":\"1\"", "\"commercial\":\"confirmed\"", "\"ordered\":\"15\"",
            "\"amount_minor\":2250"}},
          {"order:11233", {"promise {", "\"line\":\"1\"", "\"promised_on\":\"2018-08-12\""}}},
         {}},
        {"peppol_examples/DespatchAdvice_Example.xml",
         "iyt-corporation",
         5,
         {{"shipment:565899",
           {"shipment {", "\"carrier\":\"Name\"", "\"tracking_number\":\"456789\"", "\"parcels\":3"}},
          {"shipment:565899", {"parcel {", "\"parcel\":\"5454\""}},
          {"shipment:565899", {"milestone {", "\"code\":\"shipped\"", "\"on\":\"2018-09-25\""}},
          {"shipment:565899", {"milestone {", "\"code\":\"delivered\"", "\"forecast\":\"2018-09-27\""}},
          {"order:AEG012345", {"shipment_line {", "\"line\":\"1\"", "\"quantity\":\"10\""}}},
         {}},
        {"peppol_examples/InvoiceResponse_Example.xml",
         "buyer-organization",
         1,
         {{"invoice:inv021", {"invoice {\"state\":\"rejected\"}"}}},
         {"info reason_given: the customer writes about the invoice inv021: VAT Reference not found"}},
        {"peppol_examples/MessageLevelResponse_Example.xml",
         "",
         0,
         {},
         {"info nothing_to_show: the document is a Peppol message level response to EnvelopeID-12456789 "
          "(RE): it "
          "says nothing about an order and is only kept"}}};
    return kExamples;
}

void check_example(const Example& example, const test::TakenFile& taken) {
    INFO(example.file << "\n" << test::described(taken));
    const std::vector<std::string> accounts(example.account.empty() ? 0 : 1, std::string(example.account));
    CHECK(taken.accounts == accounts);
    CHECK(taken.facts.size() == example.facts);
    for (const ExpectedFact& fact : example.key_facts) {
        const auto has_all = [&fact](const std::string& said) {
            return said.starts_with(std::string(fact.subject) + " ") &&
                   std::all_of(fact.pieces.begin(), fact.pieces.end(), [&said](std::string_view piece) {
                       return said.find(piece) != std::string::npos;
                   });
        };
        INFO(fact.subject << " " << fact.pieces.front());
        CHECK(std::any_of(taken.facts.begin(), taken.facts.end(), has_all));
    }
    CHECK(taken.findings == std::vector<std::string>(example.findings.begin(), example.findings.end()));
    const bool is_rejected = !taken.findings.empty() && taken.findings.front().starts_with("error");
    CHECK(taken.report.rows_rejected == (is_rejected ? 1 : 0));
    CHECK(taken.report.rows_imported == (is_rejected ? 0 : 1));
}

} // namespace

TEST_CASE("Every UBL and Peppol example is taken with its facts or answered with what can be done") {
    const auto adapter = test::adapter_of(kMapping);
    std::set<std::string> known;
    for (const Example& example : examples()) {
        known.insert(std::string(example.file));
        check_example(example,
                      test::take_file(*adapter, test::read_file(test::real_data_path(example.file))));
    }
    const std::string root = test::real_data_path("");
    for (const std::string folder : {"ubl_examples", "peppol_examples"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root + folder)) {
            const std::string file = std::filesystem::relative(entry.path(), root).string();
            if (entry.path().extension() != ".xml" || file.find("/codelists/") != std::string::npos) continue;
            INFO(file);
            CHECK(known.contains(file));
        }
    }
}
