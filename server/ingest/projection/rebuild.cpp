#include "server/ingest/projection/rebuild.h"

#include "server/ingest/projection/projector.h"
#include "server/persistence/sqlite/account_directory.h"

namespace orderdeck::server::ingest {
namespace {

using persistence::Owner;
using persistence::sqlite::ChangeWriter;
using persistence::sqlite::Store;

constexpr std::size_t kSubjectsPerTransaction = 500;

base::Result<std::vector<Owner>> owners(Store& store) {
    auto reader = TRY(store.read());
    std::vector<Owner> owners;
    for (const auto& account : TRY(persistence::sqlite::AccountDirectory(*reader).count_all()))
        owners.push_back(account.node.owner);
    return owners;
}

/// All subjects with records, and those that are stored although nothing is recorded about them any more.
base::Result<std::set<Subject>> subjects_of(Store& store, Owner owner) {
    auto reader = TRY(store.read());
    std::set<Subject> subjects;
    for (const std::string& text : TRY(persistence::sqlite::RecordStore(*reader).subjects(owner)))
        subjects.insert(TRY(parse_subject(text)));
    persistence::sqlite::ProjectionRows rows(*reader);
    for (std::string& number : TRY(rows.order_numbers(owner)))
        subjects.insert({.kind = SubjectKind::order, .number = std::move(number)});
    for (std::string& number : TRY(rows.shipment_numbers(owner)))
        subjects.insert({.kind = SubjectKind::shipment, .number = std::move(number)});
    for (std::string& number : TRY(rows.invoice_numbers(owner)))
        subjects.insert({.kind = SubjectKind::invoice, .number = std::move(number)});
    return subjects;
}

base::Result<std::int64_t> project(Store& store, Owner owner, const std::set<Subject>& subjects,
                                   base::Timestamp now) {
    ChangeWriter writer = TRY(ChangeWriter::begin(store, now));
    AccountContext context = TRY(AccountContext::begin(writer, owner));
    TRY(Projector(context).project(subjects));
    const auto changes = static_cast<std::int64_t>(writer.change_count());
    TRY(writer.commit());
    return changes;
}

base::Result<void> recount_transit(Store& store) {
    persistence::sqlite::WriteLease writer = TRY(store.write());
    TRY(persistence::sqlite::TransitRows(*writer).recount());
    return writer.commit();
}

} // namespace

base::Result<std::int64_t> rebuild(Store& store, base::Timestamp now, const Progress& progress) {
    TRY(recount_transit(store));
    const std::vector<Owner> all_owners = TRY(owners(store));
    std::int64_t total = 0;
    for (const Owner owner : all_owners)
        total += std::ssize(TRY(subjects_of(store, owner)));
    std::int64_t changes = 0;
    std::int64_t done = 0;
    for (const Owner owner : all_owners) {
        const std::set<Subject> all = TRY(subjects_of(store, owner));
        for (auto next = all.begin(); next != all.end();) {
            std::set<Subject> portion;
            for (; next != all.end() && portion.size() < kSubjectsPerTransaction; ++next)
                portion.insert(*next);
            changes += TRY(project(store, owner, portion, now));
            done += std::ssize(portion);
            if (progress) progress(done, total);
        }
    }
    return changes + TRY(estimate_anew(store, now));
}

} // namespace orderdeck::server::ingest
