// Files of orders under two mappings. The first byte of an input picks the mapping; the rest is the file.
#include "server/ingest/csv/import_file.h"
#include "server/ingest/csv/rows/row_mapper.h"
#include "server/ingest/fact_content.h"
#include "tests/fuzz/law.h"
#include "tests/server/ingest/csv/sample_mapping.h"

using namespace orderdeck;
namespace csv = server::ingest::csv;
namespace ingest = server::ingest;

namespace {

constexpr auto kReceived = base::Timestamp::from_seconds(1'700'000'000);

const csv::Mapping& mapping_of(std::uint8_t choice) {
    static const csv::Mapping kSample =
        fuzz::expect(csv::parse_mapping("sample", test::kSampleMapping), "the sample mapping is right");
    static const csv::Mapping kBuiltIn = fuzz::expect(csv::load_mapping("scms_usaid"), "it is built in");
    return choice % 2 == 0 ? kSample : kBuiltIn;
}

void check_facts(const ingest::Batch& batch) {
    for (const ingest::Fact& fact : batch.facts) {
        const ingest::Subject subject = ingest::subject_of(fact.body);
        fuzz::require(!subject.number.empty(), "a fact is about something");
        const auto same_subject = ingest::parse_subject(ingest::to_string(subject));
        fuzz::require(same_subject && *same_subject == subject, "a subject survives the store");
        const std::string content = ingest::encode_content(fact.body);
        const auto again = fuzz::expect(ingest::decode_content(ingest::kind_of(fact.body), content, subject),
                                        "a fact can be decoded");
        fuzz::require(ingest::encode_content(again) == content, "a fact survives the store");
    }
}

/// The facts of each row, as an import makes them.
void check_rows(const csv::Mapping& mapping, std::string_view file) {
    const std::string text = csv::to_utf8(file, mapping.encoding);
    csv::CsvReader reader(text, mapping.delimiter);
    csv::FindingLog log;
    const auto header_row = reader.next();
    if (!header_row) return;
    const auto header = csv::Header::read(header_row->cells, mapping, log);
    if (!header) return;
    csv::RowMapper mapper(mapping, *header, kReceived, log);
    while (const auto row = reader.next()) {
        ingest::Batch batch{.sources = {mapping.source}, .accounts = {}, .facts = {}};
        const bool imported = mapper.add(*row, batch);
        fuzz::require(imported || batch.facts.empty(), "a rejected row says nothing");
        check_facts(batch);
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const csv::Mapping& mapping = mapping_of(data[0]);
    const std::string_view file = fuzz::text_of(data + 1, size - 1);
    check_rows(mapping, file);
    const auto report = csv::check_file(mapping, {.name = "fuzz.csv", .bytes = file}, kReceived);
    if (!report) {
        fuzz::require(!report.error().message.empty(), "a refusal has a reason");
        return 0;
    }
    fuzz::require(report->rows == report->rows_imported + report->rows_rejected, "no row is lost");
    return 0;
}
