// UBL and Peppol documents. The first byte of an input picks whose order numbers count; the rest is the document.
#include "server/ingest/ubl/ubl_adapter.h"
#include "tests/fuzz/fact_laws.h"

using namespace orderdeck;
namespace ingest = server::ingest;

namespace {

std::unique_ptr<ingest::ubl::UblAdapter> make(std::string_view numbering) {
    const std::string mapping =
        R"({"source": {"name": "fuzz", "kind": "sales"}, "order_number": ")" + std::string(numbering) +
        R"(", "account": {"4711": {"code": "a", "name": "A"}}, "unstated_account": "b"})";
    return fuzz::expect(
        ingest::ubl::UblAdapter::make(
            fuzz::expect(ingest::documents::parse_document_mapping("fuzz", mapping), "the mapping is right")),
        "its code lists are there");
}

const ingest::FileAdapter& adapter_of(std::uint8_t choice) {
    static const auto kCustomer = make("customer");
    static const auto kSupplier = make("supplier");
    return choice % 2 == 0 ? *kCustomer : *kSupplier;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    fuzz::check_document(adapter_of(data[0]), fuzz::text_of(data + 1, size - 1));
    return 0;
}
