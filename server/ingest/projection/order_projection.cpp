#include "server/ingest/projection/order_projection.h"

#include "server/ingest/projection/milestone_projection.h"
#include "server/ingest/projection/row_ids.h"

namespace orderdeck::server::ingest {
namespace {

using persistence::sqlite::IdsByKey;
using persistence::sqlite::StoredOrder;

using Facts = std::vector<const KnownFact*>;
using LinkIds = RowIds<domain::ShipmentLine, decltype(StoredOrder::shipment_lines)>;

/// The facts about one order, sorted out; within each list those that count come first.
struct OrderFacts {
    Facts heads;
    Facts milestones; ///< of the order as a whole
    Facts holds;      ///< of the order as a whole
    struct AboutLine {
        Facts heads;
        Facts quantities;
        Facts promises;
        Facts links;
        Facts milestones;
        Facts holds;
    };
    std::map<std::string, AboutLine> lines;
};

struct SortOut {
    OrderFacts& into;
    const KnownFact* fact;

    void operator()(const OrderFact&) const { into.heads.push_back(fact); }
    void operator()(const LineFact& line) const { into.lines[line.line].heads.push_back(fact); }
    void operator()(const QuantityFact& quantity) const {
        into.lines[quantity.line].quantities.push_back(fact);
    }
    void operator()(const PromiseFact& promise) const { into.lines[promise.line].promises.push_back(fact); }
    void operator()(const ShipmentLineFact& link) const { into.lines[link.line].links.push_back(fact); }
    void operator()(const MilestoneFact& milestone) const {
        (milestone.line.empty() ? into.milestones : into.lines[milestone.line].milestones).push_back(fact);
    }
    void operator()(const HoldFact& hold) const {
        (hold.line.empty() ? into.holds : into.lines[hold.line].holds).push_back(fact);
    }
    template <typename Other>
    void operator()(const Other&) const {}
};

OrderFacts sort_out(const std::vector<KnownFact>& facts) {
    OrderFacts sorted;
    for (const KnownFact& fact : facts)
        std::visit(SortOut{sorted, &fact}, fact.body);
    return sorted;
}

domain::Order order_of(const OrderFact& fact) {
    domain::Order order;
    order.customer_reference = fact.customer_reference.value_or("");
    order.project = fact.project.value_or("");
    order.placed = fact.placed;
    order.currency = fact.currency.value_or(domain::Currency{});
    order.amount_basis = fact.amount_basis.value_or(domain::AmountBasis::unstated);
    order.flow = fact.flow.value_or(domain::Flow::stock);
    order.incoterm = fact.incoterm.value_or("");
    order.incoterm_place = fact.incoterm_place.value_or("");
    order.ship_to = fact.ship_to.value_or("");
    order.payment_terms = fact.payment_terms.value_or("");
    order.delivery_utc_offset_minutes = fact.delivery_utc_offset_minutes.value_or(0);
    order.kind = fact.kind.value_or(domain::OrderKind::standard);
    order.priority = fact.priority.value_or(domain::Priority::normal);
    order.valid_until = fact.valid_until;
    return order;
}

domain::Line line_of(const LineFact& fact) {
    domain::Line line;
    line.customer_reference = fact.customer_reference.value_or("");
    line.commercial = fact.commercial.value_or(domain::CommercialState::requested);
    line.ordered = fact.ordered.value_or(domain::Quantity{});
    line.unit = fact.unit.value_or("");
    line.unit_price = fact.unit_price;
    line.amount_minor = fact.amount_minor;
    line.requested_on = fact.requested_on;
    line.hs_code = fact.hs_code.value_or("");
    line.origin_country = fact.origin_country.value_or("");
    return line;
}

void set_quantity(domain::Line& line, const QuantityFact& fact) {
    switch (fact.kind) {
    case QuantityKind::confirmed: line.confirmed = fact.quantity; return;
    case QuantityKind::cancelled: line.cancelled = fact.quantity; return;
    case QuantityKind::produced: line.produced = fact.quantity; return;
    case QuantityKind::accepted: line.accepted = fact.quantity; return;
    case QuantityKind::return_requested: line.return_requested = fact.quantity; return;
    case QuantityKind::returned: line.returned = fact.quantity; return;
    case QuantityKind::invoiced: line.invoiced = fact.quantity; return;
    case QuantityKind::reserved: line.reserved = fact.quantity; return;
    case QuantityKind::scrapped: line.scrapped = fact.quantity; return;
    case QuantityKind::inspected_good: line.inspected_good = fact.quantity; return;
    case QuantityKind::inspected_bad: line.inspected_bad = fact.quantity; return;
    case QuantityKind::replaced: line.replaced = fact.quantity; return;
    case QuantityKind::credited: line.credited = fact.quantity; return;
    }
}

/// Writes one order; its stored ids are used up row by row.
class OrderProjection {
public:
    OrderProjection(AccountContext& context, const Subject& subject, StoredOrder stored)
        : context_(context),
          subject_(subject),
          id_(stored.id),
          lines_(context.writer(), std::move(stored.lines)),
          links_(context.writer(), std::move(stored.shipment_lines)),
          milestones_(context.writer(), std::move(stored.milestones)),
          promises_(context.writer(), std::move(stored.promises)),
          holds_(context.writer(), std::move(stored.holds)) {}

    base::Result<domain::OrderId> write(const OrderFacts& facts) {
        TRY(write_head(facts));
        domain::Milestone about_order;
        about_order.order = id_;
        TRY(project_milestones(context_, about_order, facts.milestones, milestones_));
        TRY(write_holds(facts.holds, std::nullopt));
        for (const auto& [number, line] : facts.lines) {
            if (!line.heads.empty()) TRY(write_line(number, line));
        }
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

    base::Result<void> write_head(const OrderFacts& facts) {
        std::vector<Conflict> conflicts;
        domain::Order order = order_of(merge_order(facts.heads, conflicts));
        context_.note_conflicts(subject_, conflicts);
        if (!id_.is_set()) id_ = domain::OrderId{TRY(context_.writer().next_id<domain::Order>())};
        order.id = id_;
        order.account = context_.owner().account;
        order.number = subject_.number;
        TRY(context_.writer().put(context_.owner(), order));
        return {};
    }

    base::Result<void> write_line(const std::string& number, const OrderFacts::AboutLine& facts) {
        std::vector<Conflict> conflicts;
        const LineFact merged = merge_line(facts.heads, conflicts);
        context_.note_conflicts(subject_, conflicts);
        domain::Line line = line_of(merged);
        line.id = domain::LineId{TRY(lines_.id_of(number))};
        line.order = id_;
        line.number = number;
        line.item =
            TRY(context_.item(merged.sku.value_or(""), merged.item.value_or(domain::LocalizedText{})));
        // From the last to the first in precedence, so that the one that counts is written last.
        for (auto fact = facts.quantities.rbegin(); fact != facts.quantities.rend(); ++fact)
            set_quantity(line, std::get<QuantityFact>((*fact)->body));
        TRY(context_.writer().put(context_.owner(), line));
        return write_about_line(line.id, facts);
    }

    base::Result<void> write_about_line(domain::LineId line, const OrderFacts::AboutLine& facts) {
        TRY(write_promises(line, facts.promises));
        TRY(write_links(line, facts.links));
        domain::Milestone about_line;
        about_line.order = id_;
        about_line.line = line;
        TRY(project_milestones(context_, about_line, facts.milestones, milestones_));
        return write_holds(facts.holds, line);
    }

    base::Result<void> write_promises(domain::LineId line, const Facts& facts) {
        for (const KnownFact* known : facts) {
            const auto& fact = std::get<PromiseFact>(known->body);
            const std::string key = known->natural_key();
            const domain::PromiseRevision row{.id = domain::PromiseId{TRY(promises_.id_of(key))},
                                              .order = id_,
                                              .line = line,
                                              .promised_on = fact.promised_on,
                                              .stated_at = fact.stated_at.value_or(known->received_at),
                                              .reason = fact.reason,
                                              .party = fact.party,
                                              .source = known->source->row,
                                              .received_at = known->received_at};
            TRY(context_.writer().put(context_.owner(), row, key));
        }
        return {};
    }

    /// One link for each shipment: of several statements about it the first in precedence counts.
    base::Result<void> write_links(domain::LineId line, const Facts& facts) {
        std::map<std::string, domain::Quantity> quantities;
        for (const KnownFact* known : facts) {
            const auto& fact = std::get<ShipmentLineFact>(known->body);
            quantities.emplace(fact.shipment, fact.quantity);
        }
        for (const auto& [number, quantity] : quantities) {
            const domain::ShipmentId shipment = TRY(context_.shipment(number));
            const domain::ShipmentLine row{
                .id = domain::ShipmentLineId{TRY(links_.id_of(std::pair(line.value(), shipment.value())))},
                .shipment = shipment,
                .order = id_,
                .line = line,
                .quantity = quantity};
            TRY(context_.writer().put(context_.owner(), row));
        }
        return {};
    }

    base::Result<void> write_holds(const Facts& facts, std::optional<domain::LineId> line) {
        for (const KnownFact* known : facts) {
            const auto& fact = std::get<HoldFact>(known->body);
            const std::string key = known->natural_key();
            const domain::Hold row{.id = domain::HoldId{TRY(holds_.id_of(key))},
                                   .order = id_,
                                   .line = line,
                                   .reason = fact.reason,
                                   .owner = fact.owner,
                                   .since = fact.since,
                                   .until = fact.until,
                                   .note = fact.note,
                                   .source = known->source->row,
                                   .received_at = known->received_at};
            TRY(context_.writer().put(context_.owner(), row, key));
        }
        return {};
    }

    base::Result<void> remove_rest() {
        TRY(holds_.remove_rest(root()));
        TRY(promises_.remove_rest(root()));
        TRY(milestones_.remove_rest(root()));
        TRY(links_.remove_rest(root()));
        return lines_.remove_rest(root());
    }

    AccountContext& context_;
    const Subject& subject_;
    domain::OrderId id_;
    RowIds<domain::Line, IdsByKey> lines_;
    LinkIds links_;
    MilestoneIds milestones_;
    RowIds<domain::PromiseRevision, IdsByKey> promises_;
    RowIds<domain::Hold, IdsByKey> holds_;
};

} // namespace

base::Result<std::optional<domain::OrderId>> project_order(AccountContext& context,
                                                           const std::string& number) {
    const Subject subject{.kind = SubjectKind::order, .number = number};
    const std::vector<KnownFact> facts = TRY(context.facts_about(subject));
    auto stored = TRY(context.rows().order(context.owner(), number));
    const bool is_known = stored.has_value();
    if (!is_known && facts.empty()) return std::optional<domain::OrderId>{};
    OrderProjection projection(context, subject, std::move(stored).value_or(StoredOrder{}));
    if (facts.empty()) {
        TRY(projection.remove_all());
        return std::optional<domain::OrderId>{};
    }
    return std::optional(TRY(projection.write(sort_out(facts))));
}

} // namespace orderdeck::server::ingest
