#include "server/ingest/csv/import_file.h"

#include "server/ingest/csv/choose_files.h"
#include "server/ingest/csv/feed_reader.h"
#include "server/ingest/mapping/vocabulary.h"

namespace orderdeck::server::ingest::csv {
namespace {

/// What the beginnings of the files say against them.
base::Result<std::vector<Finding>> wrong_beginnings(const Mapping& mapping, const InputFile& file) {
    const Unpacked unpacked = TRY(unpack(file));
    const std::vector<const UnpackedFile*> files = TRY(choose_files(mapping, unpacked.files));
    mapping::FindingLog log;
    for (std::size_t part = 0; part < files.size(); ++part) {
        // A refusal is in the log, too.
        if (files[part] != nullptr) (void)Table::open(mapping, part, *files[part], files.size() > 1, log);
    }
    std::vector<Finding> wrong = log.findings();
    std::erase_if(wrong, [](const Finding& finding) { return finding.severity != mapping::Severity::error; });
    return wrong;
}

} // namespace

MappingIdentity CsvAdapter::identity() const {
    return {.name = mapping_.name, .fingerprint = mapping_.fingerprint, .source = mapping_.source};
}

base::Result<std::vector<FileGroup>> CsvAdapter::group(const std::vector<OfferedFile>& files) const {
    return group_files(mapping_, files);
}

std::vector<FileGroup> CsvAdapter::gather(const std::vector<OfferedFile>& files) const {
    return gather_files(mapping_, files);
}

base::Result<ImportReport> CsvAdapter::read(const InputFile& file, base::Timestamp received,
                                            const FactSink& sink) const {
    const Unpacked unpacked = TRY(unpack(file));
    const std::vector<const UnpackedFile*> files = TRY(choose_files(mapping_, unpacked.files));
    return FeedReader(mapping_, file.name, received, sink).read(files);
}

std::vector<Finding> CsvAdapter::misfits(const InputFile& file, const base::Error& why) const {
    auto wrong = wrong_beginnings(mapping_, file);
    return !wrong || wrong->empty() ? FileAdapter::misfits(file, why) : std::move(*wrong);
}

Vocabulary CsvAdapter::vocabulary(const Finding& finding) const {
    if (finding.code != "bad_word") return {};
    return mapping::vocabulary_of(mapping_, finding.column);
}

base::Result<std::string> CsvAdapter::readable(std::string_view bytes) const {
    return base::replace_invalid_utf8(TRY(mapping::to_utf8(bytes, mapping_.parts.front().encoding)));
}

base::Result<ImportReport> import_file(Store& store, const Mapping& mapping, const InputFile& file,
                                       base::Timestamp now, const RowProgress& progress) {
    return ingest::import_file(store, CsvAdapter(mapping), file, now, progress);
}

base::Result<ImportReport> check_file(const Mapping& mapping, const InputFile& file, base::Timestamp now,
                                      const RowProgress& progress) {
    return ingest::check_file(CsvAdapter(mapping), file, now, progress);
}

} // namespace orderdeck::server::ingest::csv
