#include "server/ingest/projection/account_context.h"

#include "server/ingest/fact_content.h"
#include "server/ingest/projection/item_names.h"
#include "server/ingest/projection/ownership.h"

#include <algorithm>
#include <array>

namespace orderdeck::server::ingest {
namespace {

using persistence::sqlite::Finding;
using persistence::sqlite::Record;
using persistence::sqlite::RecordChange;
using persistence::sqlite::Severity;
using persistence::sqlite::StoredItem;

KnownFact known_fact(FactBody body, const Record& record, const KnownSource& source) {
    const int rank = ownership_rank(body, source.name.kind);
    return {.body = std::move(body),
            .source = &source,
            .key = record.source_key,
            .version = record.version,
            .received_at = record.received_at,
            .stated_at = record.stated_at,
            .inbox = record.inbox,
            .file_line = record.file_line,
            .rank = rank};
}

} // namespace

base::Result<AccountContext> AccountContext::begin(persistence::sqlite::ChangeWriter& writer,
                                                   persistence::Owner owner) {
    AccountContext context(writer, owner);
    TRY(context.load_sources());
    return context;
}

base::Result<void> AccountContext::load_sources() {
    storage::Statement sources = TRY(writer_->database().query(
        "SELECT system_id, name, kind, id FROM source WHERE root_id = ? AND account_id = ?", owner_.root,
        owner_.account));
    while (TRY(sources.step())) {
        const std::int64_t system = sources.int64(0);
        sources_[system] = {.system = system,
                            .name = {.name = sources.string(1), .kind = sources.string(2)},
                            .row = domain::SourceId{sources.int64(3)}};
    }
    return {};
}

base::Result<void> AccountContext::touch_source(std::int64_t system, const SourceSystem& name,
                                                base::Timestamp received_at) {
    const auto stored = TRY(rows_.source(owner_, system));
    domain::Source source{.id = {}, .name = name.name, .kind = name.kind, .last_received_at = received_at};
    source.id = stored ? stored->id : domain::SourceId{TRY(writer_->next_id<domain::Source>())};
    if (stored) source.last_received_at = std::max(received_at, stored->last_received_at);
    TRY(writer_->put(owner_, source, system));
    sources_[system] = {.system = system, .name = name, .row = source.id};
    return {};
}

base::Result<const KnownSource*> AccountContext::source_of(const Record& record) const {
    const auto source = sources_.find(record.source_system);
    if (source == sources_.end())
        return base::fail(base::ErrorCode::corrupt,
                          "a record comes from a source that the account does not know", record.subject);
    return &source->second;
}

base::Result<RecordChange> AccountContext::keep(const FactBody& body, const Record& record) {
    const KnownSource* source = TRY(source_of(record));
    const RecordChange change = TRY(records_.put(owner_, record));
    if (change != RecordChange::added) {
        fresh_.erase(record.subject); // the record no longer is what was noted here
        mixed_.insert(record.subject);
    } else if (mixed_.empty() || !mixed_.contains(record.subject)) {
        fresh_[record.subject].push_back(known_fact(body, record, *source));
    }
    return change;
}

base::Result<std::vector<KnownFact>> AccountContext::read_facts(const Subject& subject) {
    std::vector<KnownFact> facts;
    for (const Record& record : TRY(records_.about(owner_, to_string(subject)))) {
        const KnownSource* source = TRY(source_of(record));
        facts.push_back(
            known_fact(TRY(decode_content(record.kind, record.content, subject)), record, *source));
    }
    return facts;
}

base::Result<std::vector<KnownFact>> AccountContext::facts_about(const Subject& subject, Before before) {
    std::vector<KnownFact> facts;
    // What was all said just now need not be read back, which is most of a first import.
    const std::string text = to_string(subject);
    const auto fresh = fresh_.find(text);
    const bool is_all =
        fresh != fresh_.end() &&
        (before == Before::unknown || std::ssize(fresh->second) == TRY(records_.count_about(owner_, text)));
    if (is_all)
        facts = std::move(fresh_.extract(fresh).mapped());
    else
        facts = TRY(read_facts(subject));
    sort_by_precedence(facts);
    return facts;
}

base::Result<domain::ItemId> AccountContext::item(const std::string& sku, const domain::LocalizedText& name) {
    const std::string key = sku + '\n' + name.text;
    auto known = items_.find(key);
    if (known == items_.end()) {
        const auto stored = TRY(rows_.item(owner_, sku, name.text));
        known = items_.emplace(key, stored.value_or(StoredItem{})).first;
    }
    StoredItem& item = known->second;
    const domain::LocalizedText united = unite(domain::decode_localized(name.text, item.translations), name);
    const std::string translations = domain::encode_translations(united);
    if (item.id.is_set() && translations == item.translations) return item.id;
    if (!item.id.is_set()) item.id = domain::ItemId{TRY(writer_->next_id<domain::Item>())};
    item.translations = translations;
    TRY(writer_->put(owner_, domain::Item{.id = item.id, .sku = sku, .name = united}));
    return item.id;
}

template <typename Row>
base::Result<decltype(Row::id)> AccountContext::bare_row(const std::string& number) {
    Row bare;
    bare.id = decltype(Row::id){TRY(writer_->next_id<Row>())};
    bare.account = owner_.account;
    bare.number = number;
    TRY(writer_->put(owner_, bare));
    return bare.id;
}

base::Result<domain::ShipmentId> AccountContext::shipment(const std::string& number) {
    if (const auto known = shipments_.find(number); known != shipments_.end()) return known->second;
    auto id = TRY(rows_.shipment_id(owner_, number));
    if (!id) id = TRY(bare_row<domain::Shipment>(number));
    shipments_.emplace(number, *id);
    return *id;
}

base::Result<domain::InvoiceId> AccountContext::invoice(const std::string& number) {
    if (const auto known = invoices_.find(number); known != invoices_.end()) return known->second;
    auto id = TRY(rows_.invoice_id(owner_, number));
    if (!id) id = TRY(bare_row<domain::Invoice>(number));
    invoices_.emplace(number, *id);
    return *id;
}

base::Result<void> AccountContext::release_invoice_of(domain::InvoiceLineId line) {
    storage::Statement row = TRY(writer_->database().query(
        "SELECT invoice_id FROM invoice_line WHERE root_id = ? AND id = ?", owner_.root, line));
    if (TRY(row.step())) released_invoices_.insert(row.int64(0));
    return {};
}

base::Result<std::set<Subject>> AccountContext::released() {
    std::set<Subject> subjects;
    const auto add = [&](std::string_view table, SubjectKind kind,
                         const std::set<std::int64_t>& ids) -> base::Result<void> {
        for (const std::int64_t id : ids) {
            if (auto number = TRY(rows_.number_of(table, owner_.root, id)))
                subjects.insert({.kind = kind, .number = std::move(*number)});
        }
        return {};
    };
    TRY(add("shipment", SubjectKind::shipment, released_shipments_));
    TRY(add("invoice", SubjectKind::invoice, released_invoices_));
    return subjects;
}

base::Result<void> AccountContext::forget_what_nobody_says() {
    for (auto known = sources_.begin(); known != sources_.end();) {
        const auto& [system, source] = *known;
        if (const auto last = TRY(records_.last_stated(owner_, system))) {
            TRY(writer_->put(owner_,
                             domain::Source{.id = source.row,
                                            .name = source.name.name,
                                            .kind = source.name.kind,
                                            .last_received_at = *last},
                             system));
            ++known;
            continue;
        }
        TRY(writer_->remove<domain::Source>(owner_.root, source.row.value()));
        known = sources_.erase(known);
    }
    for (const std::int64_t item : TRY(rows_.unused_items(owner_)))
        TRY(writer_->remove<domain::Item>(owner_.root, item));
    items_.clear();
    return {};
}

void AccountContext::note_conflicts(const Subject& subject, const std::vector<Conflict>& conflicts) {
    for (const Conflict& conflict : conflicts)
        conflicts_.push_back({.subject = subject, .conflict = conflict});
}

std::vector<Finding> AccountContext::findings_about(std::int64_t inbox) const {
    std::vector<Finding> findings;
    for (const auto& [subject, conflict] : conflicts_) {
        if (conflict.inbox != inbox) continue;
        constexpr std::array<std::string_view, 4> kKinds{"order ", "shipment ", "parcel ", "invoice "};
        const std::string what(kKinds[static_cast<std::size_t>(subject.kind)]);
        findings.push_back({.file_line = conflict.file_line,
                            .column = {},
                            .value = {},
                            .severity = Severity::warning,
                            .code = "contradiction",
                            .message = "line " + std::to_string(conflict.other_line) + " says another " +
                                       conflict.field + " of " + what + subject.number +
                                       "; that one counts, this row was imported without it"});
    }
    return findings;
}

} // namespace orderdeck::server::ingest
