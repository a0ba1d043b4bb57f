#include "server/ingest/json/json_adapter.h"

#include "server/ingest/files/unpack.h"
#include "server/ingest/files/unreadable.h"
#include "server/ingest/json/document_reader.h"
#include "server/ingest/mapping/vocabulary.h"

namespace orderdeck::server::ingest::json {
namespace {

/// A tree needs about ten times the memory of its text.
constexpr orderdeck::json::Limits kLimits{.max_bytes = std::size_t{64} << 20, .max_depth = 64};

base::Failure<base::Error> about(const std::string& file, base::Error error) {
    error.where = file + (error.where.empty() ? "" : " at " + error.where);
    return {std::move(error)};
}

base::Result<std::string> text_of(const InputFile& file) {
    const Unpacked unpacked = TRY(unpack(file));
    if (unpacked.files.size() != 1)
        return base::fail(base::ErrorCode::invalid,
                          "one JSON document is needed: import each of them by itself", file.name);
    std::string text = TRY(mapping::to_utf8(unpacked.files.front().bytes, mapping::Encoding::utf8));
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(kByteOrderMark)) text.erase(0, kByteOrderMark.size());
    return text;
}

} // namespace

MappingIdentity JsonAdapter::identity() const {
    return {.name = mapping_.name, .fingerprint = mapping_.fingerprint, .source = mapping_.source};
}

base::Result<ImportReport> JsonAdapter::read(const InputFile& file, base::Timestamp received,
                                             const FactSink& sink) const {
    const std::string text = TRY(text_of(file));
    const auto document = orderdeck::json::Document::parse(text, kLimits);
    if (!document) return about(file.name, document.error());
    return DocumentReader(mapping_, file.name, received, sink).read(document->root());
}

std::vector<Finding> JsonAdapter::misfits(const InputFile& file, const base::Error& why) const {
    const auto text = text_of(file);
    if (!text) return FileAdapter::misfits(file, why);
    const auto document = orderdeck::json::Document::parse(*text, kLimits);
    if (!document) return {unreadable(document.error(), *text, "bad_document")};
    return FileAdapter::misfits(file, why);
}

Vocabulary JsonAdapter::vocabulary(const Finding& finding) const {
    if (finding.code != "bad_word") return {};
    return mapping::vocabulary_of(mapping_, finding.column);
}

} // namespace orderdeck::server::ingest::json
