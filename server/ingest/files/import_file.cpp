#include "server/ingest/files/import_file.h"

#include "server/ingest/inbox/find_number.h"
#include "server/ingest/projection/transit_projection.h"

#include <algorithm>

namespace orderdeck::server::ingest {
namespace {

using persistence::sqlite::InboxState;
using persistence::sqlite::InboxStore;

base::Result<void> reject(Store& store, const InboxEntry& message, const base::Error& why,
                          const std::vector<Finding>& misfits) {
    persistence::sqlite::WriteLease writer = TRY(store.write());
    InboxStore inbox(*writer);
    TRY(inbox.put_findings(message.id, misfits));
    TRY(inbox.set_state(message.id, InboxState::rejected, base::describe(why)));
    return writer.commit();
}

base::Result<ImportReport> report_of(Store& store, const InboxEntry& message, const InputFile& file) {
    auto reader = TRY(store.read());
    ImportReport report;
    report.file = file.name;
    report.message = message.id;
    report.was_applied_before = true;
    report.rows = message.rows;
    report.rows_rejected = message.rows_rejected;
    report.rows_imported = message.rows - message.rows_rejected;
    constexpr std::int64_t kAll = 1'000'000;
    report.findings = TRY(InboxStore(*reader).findings(message.id, kAll));
    return report;
}

} // namespace

std::string mapping_text(const MappingIdentity& mapping) { return mapping.name + "#" + mapping.fingerprint; }

base::Result<ImportReport> apply_message(Store& store, const InboxEntry& message, const FileAdapter& adapter,
                                         const InputFile& file, const RowProgress& progress) {
    ApplyReport applied;
    std::int64_t rows_before = 0;
    const FactSink sink = [&](const Batch& batch, RowsRead rows) -> base::Result<void> {
        const auto rows_done = [&](std::int64_t facts, std::int64_t all) {
            const std::int64_t fresh = (rows.done - rows_before) * facts / std::max<std::int64_t>(1, all);
            if (progress) progress(rows_before + fresh, rows.total);
        };
        applied += TRY(apply(store, message, batch, rows_done));
        rows_before = rows.done;
        return {};
    };
    InputFile known = file;
    known.find_number = numbers_in(store);
    auto read = adapter.read(known, message.received_at, sink);
    if (!read) {
        if (read.error().code == base::ErrorCode::invalid)
            TRY(reject(store, message, read.error(), adapter.misfits(file, read.error())));
        return read;
    }
    ImportReport report = std::move(*read);
    report.message = message.id;
    report.findings.insert(report.findings.end(), applied.findings.begin(), applied.findings.end());
    report.applied = std::move(applied);
    TRY(finish(store, message, report.rows, report.rows_rejected, report.findings, report.applied.waits_for));
    TRY(estimate_anew(store, message.received_at));
    return report;
}

base::Result<ImportReport> import_file(Store& store, const FileAdapter& adapter, const InputFile& file,
                                       base::Timestamp now, const RowProgress& progress) {
    const MappingIdentity mapping = adapter.identity();
    const InboxEntry message = TRY(InboxStore::receive(store,
                                                       {.source_name = mapping.source.name,
                                                        .source_kind = mapping.source.kind,
                                                        .mapping = mapping_text(mapping),
                                                        .file_name = file.name,
                                                        .body = file.bytes},
                                                       now));
    if (is_settled(message.state)) return report_of(store, message, file);
    return apply_message(store, message, adapter, file, progress);
}

base::Result<ImportReport> check_file(const FileAdapter& adapter, const InputFile& file, base::Timestamp now,
                                      const RowProgress& progress) {
    return adapter.read(file, now, [&](const Batch&, RowsRead rows) -> base::Result<void> {
        if (progress) progress(rows.done, rows.total);
        return {};
    });
}

} // namespace orderdeck::server::ingest
