// Files of orders under two mappings. The first byte of an input picks the mapping; the rest is the file.
#include "server/ingest/csv/import_file.h"
#include "server/ingest/mapping/mapping.h"
#include "tests/fuzz/fact_laws.h"
#include "tests/server/ingest/csv/sample_mapping.h"

using namespace orderdeck;
namespace csv = server::ingest::csv;
namespace ingest = server::ingest;

namespace {

constexpr auto kReceived = base::Timestamp::from_seconds(1'700'000'000);

const ingest::mapping::Mapping& mapping_of(std::uint8_t choice) {
    static const ingest::mapping::Mapping kSample = fuzz::expect(
        ingest::mapping::parse_mapping("sample", test::kSampleMapping), "the sample mapping is right");
    static const ingest::mapping::Mapping kBuiltIn =
        fuzz::expect(ingest::mapping::load_mapping("scms_usaid"), "it is built in");
    return choice % 2 == 0 ? kSample : kBuiltIn;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const csv::CsvAdapter adapter(mapping_of(data[0]));
    const std::string_view file = fuzz::text_of(data + 1, size - 1);
    const auto report = adapter.read({.name = "fuzz.csv", .bytes = file}, kReceived,
                                     [](const ingest::Batch& batch, ingest::RowsRead) -> base::Result<void> {
                                         fuzz::check_facts(batch);
                                         return {};
                                     });
    if (!report) {
        fuzz::require(!report.error().message.empty(), "a refusal has a reason");
        return 0;
    }
    fuzz::require(report->rows == report->rows_imported + report->rows_ignored + report->rows_rejected,
                  "no row is lost");
    return 0;
}
