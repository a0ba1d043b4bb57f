#include "server/ingest/apply.h"

#include "server/ingest/fact_content.h"
#include "server/ingest/inbox/address.h"
#include "server/ingest/inbox/order_checks.h"
#include "server/ingest/partition.h"
#include "server/ingest/projection/account_context.h"
#include "server/ingest/projection/projector.h"
#include "server/persistence/sqlite/account_directory.h"

#include <algorithm>
#include <map>

namespace orderdeck::server::ingest {
namespace {

using persistence::sqlite::AccountDirectory;
using persistence::sqlite::AccountStore;
using persistence::sqlite::ChangeWriter;
using persistence::sqlite::InboxStore;
using persistence::sqlite::Record;
using persistence::sqlite::RecordChange;

/// Enough that the disk is not what an import waits for, and little enough that other writers get their turn.
constexpr std::size_t kLinesPerTransaction = 2000;

struct System {
    std::int64_t id = 0;
    SourceSystem name;
};

base::Result<void> introduce_account(ChangeWriter& writer, const AccountFact& account, base::Timestamp now) {
    domain::LocalizedText name = account.name;
    if (name.text.empty()) {
        if (TRY(AccountDirectory(writer.database()).find_by_code(account.code))) return {};
        name.text = account.code;
    }
    TRY(AccountStore::put(writer, account.code, name, account.parent, now));
    return {};
}

/// Accounts and source systems of the batch; both are few and come first.
base::Result<std::vector<System>> introduce(Store& store, const InboxEntry& message, const Batch& batch) {
    ChangeWriter writer = TRY(ChangeWriter::begin(store, message.received_at));
    for (const AccountFact& account : batch.accounts)
        TRY(introduce_account(writer, account, message.received_at));
    std::vector<System> systems;
    for (const SourceSystem& source : batch.sources)
        systems.push_back({.id = TRY(InboxStore::source_system(writer.database(), source.name, source.kind)),
                           .name = source});
    TRY(writer.commit());
    return systems;
}

Record record_of(const Fact& fact, const Subject& subject, std::int64_t system, const InboxEntry& message) {
    return {.subject = to_string(subject),
            .source_system = system,
            .source_key = fact.origin.key,
            .kind = std::string(kind_of(fact.body)),
            .version = fact.origin.version,
            .occurred_at = fact.origin.occurred,
            .received_at = fact.origin.received,
            .stated_at = fact.origin.received,
            .inbox = message.id,
            .file_line = fact.origin.file_line,
            .content = encode_content(fact.body)};
}

/// Applies one portion inside a transaction.
class PortionWriter {
public:
    PortionWriter(const InboxEntry& message, const std::vector<System>& systems)
        : message_(message), systems_(systems) {}

    base::Result<ApplyReport> write(ChangeWriter& writer, const Portion& portion) {
        const std::size_t changed_before = writer.change_count();
        const auto account = TRY(AccountDirectory(writer.database()).find_by_code(portion.account));
        if (!account) {
            report_.waits_for.insert("account:" + std::string(portion.account));
            return std::move(report_);
        }
        AccountContext context = TRY(AccountContext::begin(writer, account->owner));
        TRY(note_sources(context, portion));
        TRY(keep_records(context, portion));
        Projector projector(context);
        TRY(projector.project(touched_));
        report_.orders_derived = static_cast<std::int64_t>(projector.order_count());
        report_.findings = context.findings_about(message_.id);
        report_.rows_changed = static_cast<std::int64_t>(writer.change_count() - changed_before);
        return std::move(report_);
    }

private:
    base::Result<void> keep_records(AccountContext& context, const Portion& portion) {
        for (const Fact* fact : portion.facts) {
            const System& system = systems_[fact->origin.source];
            const Subject subject = subject_of(fact->body);
            const Record record = record_of(*fact, subject, system.id, message_);
            count(TRY(context.keep(fact->body, record)), subject);
        }
        return {};
    }

    void count(RecordChange change, const Subject& subject) {
        ++report_.facts;
        switch (change) {
        case RecordChange::added: ++report_.facts_added; break;
        case RecordChange::replaced: ++report_.facts_replaced; break;
        case RecordChange::unchanged: ++report_.facts_unchanged; return;
        case RecordChange::outdated: ++report_.facts_outdated; return;
        }
        touched_.insert(subject);
    }

    base::Result<void> note_sources(AccountContext& context, const Portion& portion) {
        std::map<const System*, base::Timestamp> last_received;
        for (const Fact* fact : portion.facts) {
            base::Timestamp& received = last_received[&systems_[fact->origin.source]];
            received = std::max(received, fact->origin.received);
        }
        for (const auto& [system, received] : last_received)
            TRY(context.touch_source(system->id, system->name, received));
        return {};
    }

    const InboxEntry& message_;
    const std::vector<System>& systems_;
    std::set<Subject> touched_;
    ApplyReport report_;
};

base::Result<ApplyReport> write_together(Store& store, const InboxEntry& message,
                                         const std::vector<System>& systems,
                                         std::span<const Portion> portions) {
    ChangeWriter writer = TRY(ChangeWriter::begin(store, message.received_at));
    ApplyReport report;
    for (const Portion& portion : portions)
        report += TRY(PortionWriter(message, systems).write(writer, portion));
    TRY(writer.commit());
    return report;
}

base::Result<void> check(const Batch& batch) {
    const bool known = std::all_of(batch.facts.begin(), batch.facts.end(), [&batch](const Fact& fact) {
        return fact.origin.source < batch.sources.size() && !subject_of(fact.body).number.empty();
    });
    if (known) return {};
    return base::fail(base::ErrorCode::invalid, "a fact has no source or no subject");
}

} // namespace

ApplyReport& ApplyReport::operator+=(const ApplyReport& other) {
    facts += other.facts;
    facts_added += other.facts_added;
    facts_replaced += other.facts_replaced;
    facts_unchanged += other.facts_unchanged;
    facts_outdated += other.facts_outdated;
    orders_derived += other.orders_derived;
    rows_changed += other.rows_changed;
    findings.insert(findings.end(), other.findings.begin(), other.findings.end());
    waits_for.insert(other.waits_for.begin(), other.waits_for.end());
    return *this;
}

base::Result<ApplyReport> apply(Store& store, const InboxEntry& message, const Batch& batch,
                                const Progress& progress) {
    TRY(check(batch));
    const std::vector<System> systems = TRY(introduce(store, message, batch));
    ApplyReport total;
    Addressed addressed = TRY(address(store, batch.facts));
    total.waits_for = std::move(addressed.waits_for);
    const std::vector<Fact>& facts = addressed.facts ? *addressed.facts : batch.facts;
    const std::vector<Portion> portions = partition(facts, kLinesPerTransaction);
    for (std::span<const Portion> rest(portions); !rest.empty();) {
        const std::size_t count = portions_that_fit(rest, kLinesPerTransaction);
        total += TRY(write_together(store, message, systems, rest.first(count)));
        rest = rest.subspan(count);
        if (progress) progress(total.facts, static_cast<std::int64_t>(batch.facts.size()));
    }
    return total;
}

base::Result<void> finish(Store& store, const InboxEntry& message, std::int64_t rows,
                          std::int64_t rows_rejected, const std::vector<Finding>& findings,
                          const std::set<std::string>& waits_for) {
    persistence::sqlite::WriteLease writer = TRY(store.write());
    InboxStore inbox(*writer);
    TRY(inbox.put_findings(message.id, findings));
    TRY(check_orders(*writer, message.id));
    TRY(inbox.finish(message.id, rows, rows_rejected, {waits_for.begin(), waits_for.end()}));
    return writer.commit();
}

} // namespace orderdeck::server::ingest
