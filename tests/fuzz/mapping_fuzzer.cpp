// Mapping files, and each accepted one at work: on a file that has all its columns and cells of many kinds.
#include "server/ingest/csv/import_file.h"
#include "server/ingest/documents/document_mapping.h"
#include "server/ingest/files/bundle.h"
#include "tests/fuzz/law.h"

#include <deque>

using namespace orderdeck;
namespace csv = server::ingest::csv;
namespace ingest = server::ingest;

namespace {

constexpr std::string_view kCells[] = {
    "",      "1",           "-",          "2006-01-02", "02.01.2026",
    "1,5",   "x",           "1.234,50",   "2-Jun-06",   "\xE6\xB7\xB1\xE5\x9C\xB3",
    "12345", "99999999999", "2-Jun-06 x", "\xFF"};

std::string quoted(std::string_view cell) {
    std::string text = "\"";
    for (const char c : cell)
        text.append(c == '"' ? 2 : 1, c);
    return text + "\"";
}

/// A header of these columns and some rows; each row begins at another of the cells.
std::string file_with(const std::vector<std::string>& columns, char delimiter) {
    std::string file;
    for (std::size_t row = 0; row < 5; ++row) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i > 0) file += delimiter;
            file +=
                quoted(row == 0 ? std::string_view(columns[i]) : kCells[(row * 5 + i) % std::size(kCells)]);
        }
        file += '\n';
    }
    return file;
}

/// Mappings of standard documents have a form of their own.
void check_document_mapping(std::string_view json) {
    const auto mapping = ingest::documents::parse_document_mapping("fuzz", json);
    if (!mapping) {
        fuzz::require(!mapping.error().message.empty(), "a refusal has a reason");
        return;
    }
    for (const auto& [party, code] : mapping->parties) {
        const auto account =
            ingest::documents::account_of(*mapping, {{.role = "Party", .name = {}, .ids = {party}}});
        fuzz::require(account && *account == code, "a party is found by its identifier");
        fuzz::require(!ingest::documents::introduced(*mapping, code).empty(), "its account is introduced");
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    check_document_mapping(fuzz::text_of(data, size));
    const auto mapping = ingest::mapping::parse_mapping("fuzz", fuzz::text_of(data, size));
    if (!mapping) {
        fuzz::require(!mapping.error().message.empty(), "a refusal has a reason");
        return 0;
    }
    std::vector<ingest::BundledFile> files;
    std::deque<std::string> texts;
    for (std::size_t part = 0; part < mapping->parts.size(); ++part) {
        std::vector<std::string> columns;
        for (const auto& column : mapping->columns) {
            if (column.part == part) columns.push_back(column.name);
        }
        texts.push_back(file_with(columns, mapping->parts[part].delimiter));
        files.push_back({.name = mapping->parts[part].file_pattern, .bytes = texts.back()});
    }
    const auto packed = ingest::bundle(files);
    if (!packed) return 0;
    const std::string& file = files.size() == 1 ? texts.front() : *packed;
    const auto report = csv::check_file(*mapping, {.name = "fuzz.csv", .bytes = file},
                                        base::Timestamp::from_seconds(1'700'000'000));
    if (report)
        fuzz::require(report->rows == report->rows_imported + report->rows_ignored + report->rows_rejected,
                      "no row is lost");
    return 0;
}
