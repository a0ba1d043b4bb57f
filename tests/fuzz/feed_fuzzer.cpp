// Feeds: the first byte of an input picks gzip, a tar archive as it comes, the files of a joined feed or a JSON document.
// The files of a joined feed are divided by a byte of 1.
#include "server/ingest/csv/import_file.h"
#include "server/ingest/files/bundle.h"
#include "server/ingest/files/gunzip.h"
#include "server/ingest/json/json_adapter.h"
#include "tests/fuzz/law.h"

#include "shared/base/text.h"

#include <array>

using namespace orderdeck;
namespace ingest = server::ingest;

namespace {

constexpr auto kReceived = base::Timestamp::from_seconds(1'700'000'000);
constexpr std::size_t kMostBytes = std::size_t{1} << 20;
constexpr std::array<std::string_view, 4> kFiles = {"o.csv", "c.csv", "i.csv", "p.csv"};

constexpr std::string_view kFeed =
    R"({ "source": {"name": "f", "kind": "sales"}, "dates": {"formats": ["%Y-%m-%d"]},
  "files": { "o": {"name": "o.csv"}, "c": {"name": "c.csv", "look_up_for": "o", "by": "c"},
    "i": {"name": "i.csv", "rows_of": "o", "by": "o"},
    "p": {"name": "p.csv", "rows_of": "i", "by": ["o", "i"], "optional": true} },
  "account": {"code": "c.code", "name": "c.name"}, "order": {"number": "o.o", "placed": "o.day"},
  "line": {"number": "i.i", "sku": "i.sku", "ordered": {"column": "i.qty", "sign": "absolute"},
    "when": {"i.sku": {"not_like": "#*"}}},
  "milestones": [{"of": "line", "code": "delivered", "actual": "p.day"}] })";

constexpr std::string_view kPaths = R"({ "format": "json", "source": {"name": "f", "kind": "sales"},
  "dates": {"formats": ["%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%d"]},
  "account": {"code": "/o/*/c", "name": "/name"}, "order": {"number": "/o/*/n", "placed": "/o/*/d"},
  "line": {"number": "/o/*/i/*/n", "sku": "/o/*/i/*/s/0", "ordered": "/o/*/i/*/q"},
  "payments": [{"amount": "/o/*/p/*/a", "on": "/o/*/p/*/d"}] })";

void check(const ingest::FileAdapter& adapter, std::string_view bytes) {
    const auto report =
        adapter.read({.name = "fuzz", .bytes = bytes}, kReceived,
                     [](const ingest::Batch&, ingest::RowsRead) -> base::Result<void> { return {}; });
    if (!report) return fuzz::require(!report.error().message.empty(), "a refusal has a reason");
    fuzz::require(report->rows == report->rows_imported + report->rows_ignored + report->rows_rejected,
                  "no row is lost");
}

void check_gzip(std::string_view bytes) {
    const auto text = ingest::gunzip(bytes, kMostBytes);
    fuzz::require(!text || text->size() <= kMostBytes, "the limit holds");
}

/// An archive that can be read is the same after it is written and read again.
void check_bundle(std::string_view bytes) {
    const auto files = ingest::unbundle(bytes);
    if (!files) return;
    const auto again = ingest::bundle(*files);
    if (!again) return;
    const auto same = ingest::unbundle(*again);
    // A file without a name ends an archive; nothing writes one.
    for (const ingest::BundledFile& file : *files) {
        if (file.name.empty()) return;
    }
    fuzz::require(same && same->size() == files->size(), "no file is lost");
    for (std::size_t i = 0; i < files->size(); ++i)
        fuzz::require((*same)[i].bytes == (*files)[i].bytes, "a file is kept byte for byte");
}

void check_joined(std::string_view text) {
    static const ingest::csv::CsvAdapter kAdapter(
        fuzz::expect(ingest::mapping::parse_mapping("feed", kFeed), "the mapping is right"));
    std::vector<ingest::BundledFile> files;
    for (const std::string_view part : base::split(text, '\1')) {
        if (files.size() == kFiles.size()) break;
        files.push_back({.name = std::string(kFiles[files.size()]), .bytes = part});
    }
    check(kAdapter, fuzz::expect(ingest::bundle(files), "names are short"));
}

void check_document(std::string_view text) {
    static const ingest::json::JsonAdapter kAdapter(
        fuzz::expect(ingest::mapping::parse_mapping("paths", kPaths), "the mapping is right"));
    check(kAdapter, text);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view rest = fuzz::text_of(data + 1, size - 1);
    switch (data[0] % 4) {
    case 0: check_gzip(rest); break;
    case 1: check_bundle(rest); break;
    case 2: check_joined(rest); break;
    default: check_document(rest); break;
    }
    return 0;
}
