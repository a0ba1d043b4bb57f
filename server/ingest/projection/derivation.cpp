#include "server/ingest/projection/derivation.h"

#include "server/ingest/inbox/withdraw.h"
#include "server/ingest/projection/rebuild.h"

namespace orderdeck::server::ingest {
namespace {

base::Result<std::int64_t> derived_by(Store& store) {
    auto reader = TRY(store.read());
    return reader->query_int("SELECT coalesce(max(version), 0) FROM derivation WHERE name = 'projection'");
}

base::Result<void> note_version(Store& store) {
    persistence::sqlite::WriteLease writer = TRY(store.write());
    TRY(writer->execute(
        "INSERT INTO derivation(name, version) VALUES('projection', ?) ON CONFLICT DO UPDATE SET "
        "version = excluded.version",
        kDerivationVersion));
    return writer.commit();
}

} // namespace

base::Result<std::int64_t> bring_up_to_date(Store& store, base::Timestamp now, const Progress& progress) {
    std::int64_t changed = TRY(settle(store, now, progress));
    if (TRY(derived_by(store)) >= kDerivationVersion) return changed;
    changed += TRY(rebuild(store, now, progress));
    // Only when all is done: an interrupted rebuild starts again.
    TRY(note_version(store));
    return changed;
}

} // namespace orderdeck::server::ingest
