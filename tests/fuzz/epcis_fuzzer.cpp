// EPCIS documents in JSON.
#include "server/ingest/epcis/epcis_adapter.h"
#include "tests/fuzz/fact_laws.h"

using namespace orderdeck;
namespace ingest = server::ingest;

namespace {

std::unique_ptr<ingest::epcis::EpcisAdapter> make() {
    constexpr std::string_view kMapping =
        R"({"source": {"name": "fuzz", "kind": "warehouse"}, "account": {"4711": {"code": "a", "name": "A"}},
            "unstated_account": "b"})";
    return fuzz::expect(
        ingest::epcis::EpcisAdapter::make(fuzz::expect(
            ingest::documents::parse_document_mapping("fuzz", kMapping), "the mapping is right")),
        "its code lists are there");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto kAdapter = make();
    fuzz::check_document(*kAdapter, fuzz::text_of(data, size));
    return 0;
}
