#pragma once

#include "server/ingest/projection/dispute.h"
#include "server/persistence/sqlite/change_writer.h"
#include "server/persistence/sqlite/inbox/projection_rows.h"
#include "server/persistence/sqlite/inbox/record_store.h"

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace orderdeck::server::ingest {

/// Whether anything can have been said about a subject before this transaction.
enum class Before : std::uint8_t { perhaps_known, unknown };

/// What the projections of one account share inside one transaction: its records, its sources, its items and the
/// numbers of its shipments.
class AccountContext {
public:
    /// Reads which sources the account knows.
    static base::Result<AccountContext> begin(persistence::sqlite::ChangeWriter& writer,
                                              persistence::Owner owner);

    persistence::sqlite::ChangeWriter& writer() { return *writer_; }
    persistence::Owner owner() const { return owner_; }
    persistence::sqlite::ProjectionRows& rows() { return rows_; }
    persistence::sqlite::RecordStore& records() { return records_; }

    /// Notes that the system has delivered something about the account.
    base::Result<void> touch_source(std::int64_t system, const SourceSystem& name,
                                    base::Timestamp received_at);
    /// Keeps the record of a fact. The account must know its source already.
    base::Result<persistence::sqlite::RecordChange> keep(const FactBody& body,
                                                         const persistence::sqlite::Record& record);
    /// The facts of all records about a subject, those that count first in front. They refer to this context. An order,
    /// shipment or invoice that is not stored yet had no records before this transaction, which saves asking for them.
    base::Result<std::vector<KnownFact>> facts_about(const Subject& subject,
                                                     Before before = Before::perhaps_known);
    /// The item that a line names, added when it is unknown.
    base::Result<domain::ItemId> item(const std::string& sku, const domain::LocalizedText& name);
    /// The shipment with this number, added when nothing but its number is known yet.
    base::Result<domain::ShipmentId> shipment(const std::string& number);
    void forget_shipment(const std::string& number, domain::ShipmentId shipment) {
        shipments_.erase(number);
        removed_shipments_.insert(shipment);
    }
    /// Those whose rows have gone.
    const std::set<domain::ShipmentId>& removed_shipments() const { return removed_shipments_; }
    /// The invoice with this number, added when nothing but its number is known yet.
    base::Result<domain::InvoiceId> invoice(const std::string& number);
    void forget_invoice(const std::string& number) { invoices_.erase(number); }

    /// Notes that an order no longer names the shipment, or the invoice of the line: perhaps nothing does any more.
    void release_shipment(domain::ShipmentId shipment) { released_shipments_.insert(shipment.value()); }
    base::Result<void> release_invoice_of(domain::InvoiceLineId line);
    /// The numbers of those that were released and are still stored.
    base::Result<std::set<Subject>> released();

    /// After records have gone: sources that no record comes from and items that no line names go too, and the age of the
    /// others is that of their last record.
    base::Result<void> forget_what_nobody_says();

    void note_conflicts(const Subject& subject, const std::vector<Conflict>& conflicts);
    /// Contradictions met so far, as findings about one message.
    std::vector<persistence::sqlite::Finding> findings_about(std::int64_t inbox) const;

private:
    struct SubjectConflict {
        Subject subject;
        Conflict conflict;
    };

    AccountContext(persistence::sqlite::ChangeWriter& writer, persistence::Owner owner)
        : writer_(&writer), owner_(owner), rows_(writer.database()), records_(writer.database()) {}

    base::Result<void> load_sources();
    /// A new row of which nothing but the number is known.
    template <typename Row>
    base::Result<decltype(Row::id)> bare_row(const std::string& number);
    base::Result<const KnownSource*> source_of(const persistence::sqlite::Record& record) const;
    base::Result<std::vector<KnownFact>> read_facts(const Subject& subject);

    persistence::sqlite::ChangeWriter* writer_;
    persistence::Owner owner_;
    persistence::sqlite::ProjectionRows rows_;
    persistence::sqlite::RecordStore records_;
    std::map<std::int64_t, KnownSource> sources_; ///< by system
    std::unordered_map<std::string, persistence::sqlite::StoredItem> items_;
    std::unordered_map<std::string, domain::ShipmentId> shipments_;
    std::unordered_map<std::string, domain::InvoiceId> invoices_;
    std::set<domain::ShipmentId> removed_shipments_;
    std::set<std::int64_t> released_shipments_;
    std::set<std::int64_t> released_invoices_;
    /// Facts whose records were added in this transaction, by subject as text; not of those in `mixed_`, of which something
    /// was said before or twice.
    std::unordered_map<std::string, std::vector<KnownFact>> fresh_;
    std::set<std::string> mixed_;
    std::vector<SubjectConflict> conflicts_;
};

} // namespace orderdeck::server::ingest
