#include "server/ingest/projection/order_projection.h"

#include "server/ingest/projection/bill_projection.h"
#include "server/ingest/projection/contradictions.h"
#include "server/ingest/projection/merge.h"
#include "server/ingest/projection/milestone_projection.h"
#include "server/ingest/projection/subject_facts.h"
#include "shared/domain/delay_reason.h"

namespace orderdeck::server::ingest {
namespace {

using persistence::sqlite::IdsByKey;
using persistence::sqlite::StoredOrder;

using LinkIds = RowIds<domain::ShipmentLine, decltype(StoredOrder::shipment_lines)>;

/// Writes one order; its stored ids are used up row by row.
class OrderProjection {
public:
    OrderProjection(AccountContext& context, const Subject& subject, StoredOrder stored)
        : context_(context),
          subject_(subject),
          id_(stored.id),
          lines_(context.writer(), std::move(stored.lines)),
          links_(context.writer(), std::move(stored.shipment_lines)),
          milestones_(context, std::move(stored.milestones)),
          promises_(context, std::move(stored.promises)),
          holds_(context, std::move(stored.holds)),
          operations_(context, std::move(stored.operations)),
          relations_(context, std::move(stored.relations)),
          documents_(context, std::move(stored.documents)),
          contradictions_(context, std::move(stored.contradictions)),
          bills_(context, stored) {}

    base::Result<domain::OrderId> write(const OrderFacts& facts, const Speakers& speakers) {
        speakers_ = &speakers;
        Disputes disputes;
        TRY(write_head(facts, disputes));
        domain::Milestone about_order;
        about_order.order = id_;
        TRY(project_milestones(about_order, facts.milestones, milestones_, speakers, disputes));
        domain::Contradiction about;
        about.order = id_;
        TRY(contradictions_.write(subject_, about, "order", disputes));
        TRY(write_holds(facts.holds, std::nullopt));
        for (const auto& [number, line] : facts.lines) {
            if (!line.heads.empty()) TRY(write_line(number, line));
        }
        TRY(bills_.write(id_, written_lines_, facts));
        TRY(write_bill_disputes(facts.invoice_lines));
        TRY(write_relations(facts.relations));
        domain::Document paper;
        paper.order = id_;
        TRY(project_documents(paper, facts.documents, documents_));
        TRY(remove_rest());
        return id_;
    }

    base::Result<void> remove_all() {
        TRY(remove_rest());
        TRY(context_.writer().remove<domain::OrderSummary>(root(), id_.value()));
        TRY(context_.writer().remove<domain::Order>(root(), id_.value()));
        return {};
    }

private:
    domain::AccountId root() const { return context_.owner().root; }

    base::Result<void> write_head(const OrderFacts& facts, Disputes& disputes) {
        domain::Order order = order_of(merge_order(facts.heads, *speakers_, disputes));
        if (!id_.is_set()) id_ = domain::OrderId{TRY(context_.writer().next_id<domain::Order>())};
        order.id = id_;
        order.account = context_.owner().account;
        order.number = subject_.number;
        TRY(context_.writer().put(context_.owner(), order));
        return {};
    }

    /// What sources say against each other about the heads of the order's bills.
    base::Result<void> write_bill_disputes(const Facts& invoice_lines) {
        std::set<std::string> invoices;
        for (const KnownFact* known : invoice_lines)
            invoices.insert(std::get<InvoiceLineFact>(known->body).invoice);
        for (const std::string& number : invoices) {
            const Subject subject{.kind = SubjectKind::invoice, .number = number};
            const std::vector<KnownFact> facts = TRY(context_.facts_about(subject));
            domain::Contradiction about;
            about.order = id_;
            TRY(contradictions_.write(subject, about, "invoice/" + number, invoice_disputes(number, facts)));
        }
        return {};
    }

    base::Result<void> write_line(const std::string& number, const OrderFacts::AboutLine& facts) {
        Disputes disputes;
        const LineFact merged = merge_line(facts.heads, *speakers_, disputes);
        domain::Line line = line_of(merged);
        line.id = domain::LineId{TRY(lines_.id_of(number))};
        line.order = id_;
        line.number = number;
        line.item =
            TRY(context_.item(merged.sku.value_or(""), merged.item.value_or(domain::LocalizedText{})));
        for (const KnownFact* known : merge_quantities(facts.quantities, *speakers_, disputes))
            set_quantity(line, std::get<QuantityFact>(known->body));
        TRY(context_.writer().put(context_.owner(), line));
        written_lines_.emplace(number, line.id);
        TRY(write_about_line(line.id, facts, disputes));
        domain::Contradiction about;
        about.order = id_;
        about.line = line.id;
        return contradictions_.write(subject_, about, "line/" + number, disputes);
    }

    base::Result<void> write_about_line(domain::LineId line, const OrderFacts::AboutLine& facts,
                                        Disputes& disputes) {
        TRY(write_promises(line, merge_promises(facts.promises, *speakers_, disputes)));
        TRY(write_links(line, merge_links(facts.links, disputes)));
        domain::Milestone about_line;
        about_line.order = id_;
        about_line.line = line;
        TRY(project_milestones(about_line, facts.milestones, milestones_, *speakers_, disputes));
        TRY(write_operations(line, facts.operations));
        return write_holds(facts.holds, line);
    }

    base::Result<void> write_promises(domain::LineId line, const Facts& facts) {
        for (const KnownFact* known : facts) {
            const auto& fact = std::get<PromiseFact>(known->body);
            const domain::DelayReason* reason = domain::delay_reason(fact.reason);
            // Who is responsible follows from a known reason unless the source says it.
            const bool by_reason = fact.party == domain::Party::unknown && reason != nullptr;
            TRY(promises_.write(known->natural_key(),
                                {.id = {},
                                 .order = id_,
                                 .line = line,
                                 .promised_on = fact.promised_on,
                                 .stated_at = fact.stated_at.value_or(known->received_at),
                                 .reason = fact.reason,
                                 .reason_names = std::string(reason != nullptr ? reason->words : ""),
                                 .party = by_reason ? reason->party : fact.party,
                                 .source = known->source->row,
                                 .received_at = known->received_at}));
        }
        return {};
    }

    base::Result<void> write_links(domain::LineId line, const Facts& facts) {
        for (const KnownFact* known : facts) {
            const auto& fact = std::get<ShipmentLineFact>(known->body);
            const domain::ShipmentId shipment = TRY(context_.shipment(fact.shipment));
            const domain::ShipmentLine row{
                .id = domain::ShipmentLineId{TRY(links_.id_of(std::pair(line.value(), shipment.value())))},
                .shipment = shipment,
                .order = id_,
                .line = line,
                .quantity = fact.quantity};
            TRY(context_.writer().put(context_.owner(), row));
        }
        return {};
    }

    /// One source tells all the work on a line; of what it says about one operation the newest counts.
    base::Result<void> write_operations(domain::LineId line, const Facts& facts) {
        std::set<std::pair<std::string, std::string>> told;
        for (const KnownFact* known : of_first_source(facts)) {
            const auto& fact = std::get<OperationFact>(known->body);
            if (!told.emplace(fact.work_order, fact.number).second) continue;
            TRY(operations_.write(known->natural_key(), {.id = {},
                                                         .order = id_,
                                                         .line = line,
                                                         .work_order = fact.work_order,
                                                         .number = fact.number,
                                                         .name = fact.name,
                                                         .planned_minutes = fact.planned_minutes,
                                                         .quantity = fact.quantity,
                                                         .good = fact.good.value_or(domain::Quantity{}),
                                                         .started_on = fact.started_on,
                                                         .finished_on = fact.finished_on,
                                                         .source = known->source->row,
                                                         .received_at = known->received_at}));
        }
        return {};
    }

    base::Result<void> write_holds(const Facts& facts, std::optional<domain::LineId> line) {
        for (const KnownFact* known : facts) {
            const auto& fact = std::get<HoldFact>(known->body);
            TRY(holds_.write(known->natural_key(), {.id = {},
                                                    .order = id_,
                                                    .line = line,
                                                    .reason = fact.reason,
                                                    .owner = fact.owner,
                                                    .since = fact.since,
                                                    .until = fact.until,
                                                    .note = fact.note,
                                                    .source = known->source->row,
                                                    .received_at = known->received_at}));
        }
        return {};
    }

    /// The same link stated twice is one: the first in precedence tells its quantity.
    base::Result<void> write_relations(const Facts& facts) {
        std::set<std::string> written;
        for (const KnownFact* known : facts) {
            const auto& fact = std::get<RelationFact>(known->body);
            const auto line = written_lines_.find(fact.line);
            if (!fact.line.empty() && line == written_lines_.end()) continue;
            std::string key(name_of(fact.kind));
            key.append("/").append(fact.line).append("/").append(fact.other_order);
            key.append("/").append(fact.other_line);
            if (!written.insert(key).second) continue;
            domain::Relation row{.id = {},
                                 .kind = fact.kind,
                                 .order = id_,
                                 .line = {},
                                 .other_order = fact.other_order,
                                 .other_line = fact.other_line,
                                 .quantity = fact.quantity,
                                 .source = known->source->row};
            if (!fact.line.empty()) row.line = line->second;
            TRY(relations_.write(key, std::move(row)));
        }
        return {};
    }

    base::Result<void> remove_rest() {
        TRY(contradictions_.remove_rest());
        TRY(bills_.remove_rest());
        TRY(documents_.remove_rest());
        TRY(relations_.remove_rest());
        TRY(operations_.remove_rest());
        TRY(holds_.remove_rest());
        TRY(promises_.remove_rest());
        TRY(milestones_.remove_rest());
        for (const auto& [line_and_shipment, id] : links_.rest())
            context_.release_shipment(domain::ShipmentId{line_and_shipment.second});
        TRY(links_.remove_rest(root()));
        return lines_.remove_rest(root());
    }

    AccountContext& context_;
    const Subject& subject_;
    const Speakers* speakers_ = nullptr;
    domain::OrderId id_;
    LineIds written_lines_;
    RowIds<domain::Line, IdsByKey> lines_;
    LinkIds links_;
    KeyedRows<domain::Milestone> milestones_;
    KeyedRows<domain::PromiseRevision> promises_;
    KeyedRows<domain::Hold> holds_;
    KeyedRows<domain::Operation> operations_;
    KeyedRows<domain::Relation> relations_;
    KeyedRows<domain::Document> documents_;
    ContradictionRows contradictions_;
    BillProjection bills_;
};

} // namespace

base::Result<void> project_documents(const domain::Document& about, const Facts& facts,
                                     KeyedRows<domain::Document>& rows) {
    for (const KnownFact* known : facts) {
        const auto& fact = std::get<DocumentFact>(known->body);
        domain::Document row = about;
        row.kind = fact.kind;
        row.number = fact.number;
        row.required = fact.required;
        row.owed_by = fact.owed_by;
        row.due_on = fact.due_on;
        row.received_on = fact.received_on;
        row.expires_on = fact.expires_on;
        row.source = known->source->row;
        TRY(rows.write(known->natural_key(), std::move(row)));
    }
    return {};
}

base::Result<std::optional<domain::OrderId>> project_order(AccountContext& context,
                                                           const std::string& number) {
    const Subject subject{.kind = SubjectKind::order, .number = number};
    auto stored = TRY(context.rows().order(context.owner(), number));
    const bool is_known = stored.has_value();
    const std::vector<KnownFact> facts =
        TRY(context.facts_about(subject, is_known ? Before::perhaps_known : Before::unknown));
    if (!is_known && facts.empty()) return std::optional<domain::OrderId>{};
    OrderProjection projection(context, subject, std::move(stored).value_or(StoredOrder{}));
    if (facts.empty()) {
        TRY(projection.remove_all());
        return std::optional<domain::OrderId>{};
    }
    return std::optional(TRY(projection.write(sort_out(facts), Speakers(facts))));
}

} // namespace orderdeck::server::ingest
