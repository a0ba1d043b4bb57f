#include "server/ingest/inbox/withdraw.h"

#include "server/ingest/projection/item_names.h"
#include "server/ingest/projection/projector.h"
#include "server/persistence/sqlite/inbox/record_store.h"

namespace orderdeck::server::ingest {
namespace {

using persistence::sqlite::ChangeWriter;
using persistence::sqlite::InboxState;
using persistence::sqlite::InboxStore;
using persistence::sqlite::PendingSubject;
using persistence::sqlite::RecordStore;

constexpr std::int64_t kSubjectsPerTransaction = 500;

/// What one transaction settled; nothing is left when it settled nothing.
struct Settled {
    std::int64_t subjects = 0;
    std::int64_t rows_changed = 0;
};

base::Result<Settled> settle_some(Store& store, base::Timestamp now) {
    ChangeWriter writer = TRY(ChangeWriter::begin(store, now));
    RecordStore records(writer.database());
    const std::vector<PendingSubject> pending = TRY(records.pending(kSubjectsPerTransaction));
    if (pending.empty()) return Settled{};
    AccountContext context = TRY(AccountContext::begin(writer, pending.front().owner));
    std::set<Subject> subjects;
    for (const PendingSubject& each : pending) {
        subjects.insert(TRY(parse_subject(each.subject)));
        TRY(records.settle(each));
    }
    const std::set<domain::ItemId> items = TRY(translated_items(context, subjects));
    TRY(Projector(context).project(subjects));
    TRY(renew_translations(context, items));
    if (std::ssize(pending) < kSubjectsPerTransaction) TRY(context.forget_what_nobody_says());
    const auto changed = static_cast<std::int64_t>(writer.change_count());
    TRY(writer.commit());
    return Settled{.subjects = std::ssize(pending), .rows_changed = changed};
}

} // namespace

base::Result<std::int64_t> settle(Store& store, base::Timestamp now, const Progress& progress) {
    std::int64_t total = 0;
    {
        auto reader = TRY(store.read());
        total = TRY(reader->query_int("SELECT count(*) FROM pending_projection"));
    }
    std::int64_t changed = 0;
    std::int64_t done = 0;
    while (done < total) {
        const Settled some = TRY(settle_some(store, now));
        if (some.subjects == 0) break;
        done += some.subjects;
        changed += some.rows_changed;
        if (progress) progress(done, total);
    }
    return changed + TRY(estimate_anew(store, now));
}

base::Result<std::int64_t> withdraw(Store& store, std::int64_t message, base::Timestamp now,
                                    const Progress& progress) {
    {
        persistence::sqlite::WriteLease writer = TRY(store.write());
        InboxStore inbox(*writer);
        TRY(inbox.message(message));
        TRY(RecordStore(*writer).withdraw(message));
        TRY(inbox.put_findings(message, {}));
        TRY(inbox.set_state(message, InboxState::withdrawn));
        TRY(writer.commit());
    }
    return settle(store, now, progress);
}

} // namespace orderdeck::server::ingest
