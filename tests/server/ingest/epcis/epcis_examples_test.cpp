#include "tests/server/ingest/documents/taken_file.h"
#include "tests/support/files.h"

#include <filesystem>
#include <map>

using namespace orderdeck;

namespace {

constexpr const char* kMapping = R"({
  "format": "epcis",
  "source": {"name": "scans", "kind": "warehouse"},
  "account": {"transaction.acme.com": "acme", "9529999999991": "xyz", "0614141": "gdti", "4012345123456": "re"},
  "unstated_account": "walk-in"
})";

struct Expected {
    std::vector<std::string> facts;
    std::vector<std::string> findings;
};

const std::string kNothing = " names no order, shipment or parcel: kept, nothing to show";
const std::string kShipped =
    "order:12345678 milestone {\"code\":\"shipped\",\"actual\":{\"on\":\"2005-04-03\",\"at\":1112582011116,"
    "\"offset\":-360},\"quantity\":\"2\",\"place\":\"0614141.07346.1234\"}";
const std::string kReceived =
    "shipment:1152 milestone {\"code\":\"received\",\"actual\":{\"on\":\"2005-04-04\",\"at\":1112668411116,"
    "\"offset\":-360},\"place\":\"0012345.11111.400\"}";
const std::string kParcelReceived =
    "parcel:106141412345678908 tracking_event "
    "{\"code\":\"receiving\",\"status\":\"delivered\",\"reason\":\"none\","
    "\"actual\":{\"on\":\"2013-06-08\",\"at\":1370703536591,\"offset\":120},\"sequence\":0,"
    "\"place\":\"0614141.00777.0\"}";
const std::string kCorrectedElsewhere =
    "info declared_error: event 1 is declared an error (incorrect_data): what it said no longer counts; "
    "corrected by "
    "ni:///sha-256;fec9667280c4710a3fa9558b7bc8ddc2ced0dc442d87f82becae24bb6ca6a46f?ver=CBV2.0";

/// By the file's name below JSON/.
const std::map<std::string, Expected>& expectations() {
    static const Expected kTwoEvents{.facts = {kShipped, kReceived}, .findings = {}};
    static const std::map<std::string, Expected> kExpectations = {
        {"Example_9.6.1-ObjectEvent.jsonld", kTwoEvents},
        {"Example_9.6.1-ObjectEvent-with-pseudo-SBDH-headers.jsonld", kTwoEvents},
        {"Example_9.6.1-with-comment.jsonld", kTwoEvents},
        {"EPCISQueryDocument.jsonld", kTwoEvents},
        {"WithDigitalLinkID/Example_9.6.1-ObjectEventWithDigitalLink.jsonld", kTwoEvents},
        {"Example_9.6.3-AggregationEvent.jsonld", {.facts = {kParcelReceived}, .findings = {}}},
        {"WithDigitalLinkID/Example_9.6.3-AggregationEventWithDigitalLink.jsonld",
         {.facts = {kParcelReceived}, .findings = {}}},
        {"WithSensorData/SensorDataExample8.jsonld",
         {.facts =
              {"parcel:040123451111111110 tracking_event {\"code\":\"packing\",\"status\":\"registered\","
               "\"reason\":\"none\",\"actual\":{\"on\":\"2019-10-07\",\"at\":1570458600000,\"offset\":60},"
               "\"sequence\":0,\"place\":\"4012345.00025.0\"}"},
          .findings = {}}},
        {"WithSensorData/SensorDataExample11.jsonld",
         {.facts = {"order:RE100099 milestone {\"code\":\"qc_failed\",\"actual\":{\"on\":\"2020-07-03\","
                    "\"at\":1593756300000,\"offset\":-360},\"quantity\":\"2\",\"place\":\"4012345.00000.5\","
                    "\"note\":\"needs replacement\"}"},
          .findings = {}}},
        {"PersistentDisposition-example.jsonld",
         {.facts =
              {"shipment:f81d4fae-7dec-11d0-a765-00a0c91e6bf6 milestone {\"code\":\"received\",\"actual\":"
               "{\"on\":\"2020-06-07\",\"at\":1591549816000,\"offset\":120},\"place\":\"9529999.99999.0\"}"},
          .findings =
              {"info nothing_to_show: event 2 (inspecting) says nothing that is shown about order XYZ567, "
               "shipment f81d4fae-7dec-11d0-a765-00a0c91e6bf6: kept"}}},
        {"Example-Type-sourceOrDestination,measurement,bizTransaction.jsonld",
         {.facts = {},
          .findings =
              {"info nothing_to_show: event 1 (installing) says nothing that is shown about order 12345678, "
               "shipment 1152: kept"}}},
        {"WithErrorDeclaration/Example_9.6.1-ObjectEvent-with-error-declaration.jsonld",
         {.facts = {"order:12345678 milestone {\"code\":\"shipped\"}", kReceived},
          .findings =
              {"info declared_error: event 1 is declared an error (incorrect_data): what it said no longer "
               "counts; corrected by ni:///sha-256;c6407ffcac52ec159528f2b556ba4ac3844c5aa48485c1fd61643e94"
               "f0a2d678?ver=CBV2.0, urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"}}},
        {"WithFullCombinationOfFields/object_event_all_possible_fields.jsonld",
         {.facts = {"order:1618034 milestone {\"code\":\"received\"}"}, .findings = {kCorrectedElsewhere}}},
        {"WithFullCombinationOfFields/transformation_event_all_possible_fields.jsonld",
         {.facts = {"order:1618034 milestone {\"code\":\"in_production\"}"},
          .findings = {kCorrectedElsewhere}}},
        {"WithFullCombinationOfFields/association_event_all_possible_fields.jsonld",
         {.facts = {"order:1618034 milestone {\"code\":\"in_production\"}"},
          .findings = {kCorrectedElsewhere}}},
        {"WithFullCombinationOfFields/transaction_event_all_possible_fields.jsonld",
         {.facts =
              {"parcel:106141412345678908 tracking_event "
               "{\"code\":\"errorDeclaration\",\"status\":\"unknown\","
               "\"reason\":\"none\",\"actual\":{\"on\":\"2005-04-03\",\"at\":1112582011116,\"offset\":-360},"
               "\"sequence\":0,\"place\":\"0614141.07346.1234\",\"text\":\"incorrect_data\"}",
               "order:1618034 milestone {\"code\":\"shipped\"}"},
          .findings = {kCorrectedElsewhere}}},
        {"WithFullCombinationOfFields/aggregation_event_all_possible_fields.jsonld",
         {.facts =
              {"parcel:106141412345678908 tracking_event "
               "{\"code\":\"errorDeclaration\",\"status\":\"unknown\","
               "\"reason\":\"none\",\"actual\":{\"on\":\"2013-06-08\",\"at\":1370703536591,\"offset\":120},"
               "\"sequence\":0,\"place\":\"0037000.00729.8202\",\"text\":\"incorrect_data\"}",
               "order:1618034 milestone {\"code\":\"received\"}"},
          .findings = {kCorrectedElsewhere}}},
        // The file names one member twice, which RFC 8259 leaves open and we refuse.
        {"AssociationEvent/AssociationEvent-h.jsonld",
         {.facts = {}, .findings = {"error bad_document: the field \"eventID\" is there twice"}}},
    };
    return kExpectations;
}

/// The other examples are about single articles: each of their events is kept with this answer.
void check_without_subject(const test::TakenFile& taken) {
    CHECK(taken.facts.empty());
    CHECK(taken.report.rows > 0);
    CHECK(taken.report.rows_imported == taken.report.rows);
    REQUIRE(std::ssize(taken.findings) == taken.report.rows);
    for (std::size_t i = 0; i < taken.findings.size(); ++i)
        CHECK(taken.findings[i] == "info no_subject: event " + std::to_string(i + 1) + kNothing);
}

} // namespace

TEST_CASE("Every EPCIS example is taken with its facts or answered with why there is nothing to show") {
    const auto adapter = test::adapter_of(kMapping);
    const std::filesystem::path root = test::real_data_path("epcis_examples/JSON");
    std::size_t files = 0;
    std::size_t named = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        if (entry.path().extension() != ".jsonld") continue;
        ++files;
        const std::string name = std::filesystem::relative(entry.path(), root).string();
        const test::TakenFile taken = test::take_file(*adapter, test::read_file(entry.path().string()));
        INFO(name << "\n" << test::described(taken));
        const auto expected = expectations().find(name);
        if (expected == expectations().end()) {
            check_without_subject(taken);
            continue;
        }
        ++named;
        CHECK(taken.facts == expected->second.facts);
        CHECK(taken.findings == expected->second.findings);
    }
    CHECK(files == 47);
    CHECK(named == expectations().size());
}
