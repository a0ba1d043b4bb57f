#include "tests/server/ingest/documents/taken_file.h"
#include "tests/server/ingest/ubl/ubl_documents.h"

using namespace orderdeck;
using test::head;
using test::TakenFile;
using test::ubl;

namespace {

TakenFile take(std::string_view document) {
    return test::take_file(*test::adapter_of(std::string(test::kUblMapping)), document);
}

} // namespace

TEST_CASE("The statuses of a consignment's units are scans; a status about nothing waits") {
    const TakenFile taken =
        take(ubl("TransportationStatus",
                 head("TS-1", "2026-03-06") +
                     "<ReceiverParty><EndpointID schemeID='0088'>4711</EndpointID><Contact><Name>x</Name>"
                     "</Contact></ReceiverParty><Consignment><ID>C-1</"
                     "ID><CarrierParty><PartyName><Name>Nord</Name></PartyName></CarrierParty>"
                     "<TransportHandlingUnit><ID>U-1</ID><Status><ConditionCode>21</ConditionCode>"
                     "<ReferenceDate>2026-03-07</ReferenceDate><ReferenceTime>08:00:00Z</ReferenceTime></"
                     "Status></TransportHandlingUnit>"
                     "</Consignment>"));
    INFO(test::described(taken));
    CHECK(taken.says("parcel:U-1",
                     {"\"carrier\":\"Nord\"", "\"status\":\"delivered\"", "\"on\":\"2026-03-07\""}));
    CHECK(take(ubl("TransportationStatus",
                   head("TS-1", "2026-03-06") +
                       "<ReceiverParty><EndpointID schemeID='0088'>4711</EndpointID><Contact>"
                       "<Name>x</Name></Contact></ReceiverParty>"))
              .found("error bad_document: the status is about no consignment"));
}
