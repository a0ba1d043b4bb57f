#include "server/ingest/projection/projector.h"

#include "server/ingest/projection/bill_projection.h"
#include "server/ingest/projection/order_projection.h"
#include "server/ingest/projection/shipment_projection.h"
#include "shared/domain/summary.h"
#include "shared/tables/many_orders.h"

#include <algorithm>
#include <vector>

namespace orderdeck::server::ingest {
namespace {

// Bounds the memory; more orders at once are no faster.
constexpr std::size_t kOrdersAtOnce = 200;

} // namespace

base::Result<void> Projector::project(const std::set<Subject>& subjects) {
    // Shipments and invoices first: an order's links then find complete rows.
    TRY(project_shipments(subjects));
    const std::set<domain::OrderId> billed = TRY(project_invoices(subjects));
    // What sources say against each other about a bill stands with the orders that it bills.
    std::set<std::string> numbers = TRY(numbers_of(billed));
    for (const Subject& subject : subjects) {
        if (subject.kind == SubjectKind::order) numbers.insert(subject.number);
    }
    for (const std::string& number : numbers) {
        if (const auto order = TRY(project_order(context_, number))) orders_.insert(*order);
    }
    // What the orders have let go of stays only if something else is known about it.
    const std::set<Subject> released = TRY(context_.released());
    TRY(project_shipments(released));
    TRY(project_invoices(released));
    const std::vector<domain::OrderId> orders(orders_.begin(), orders_.end());
    for (std::span<const domain::OrderId> rest(orders); !rest.empty();) {
        const std::size_t count = std::min(kOrdersAtOnce, rest.size());
        TRY(summarise(rest.first(count)));
        rest = rest.subspan(count);
    }
    return finish_transit();
}

base::Result<void> Projector::finish_transit() {
    for (const domain::ShipmentId shipment : context_.removed_shipments())
        TRY(transit_.forget(shipment));
    for (const domain::ShipmentId shipment : shipments_)
        if (!transit_.has_seen(shipment)) TRY(transit_.forget(shipment));
    return transit_.finish();
}

base::Result<void> Projector::project_shipments(const std::set<Subject>& subjects) {
    std::set<std::string> numbers;
    for (const Subject& subject : subjects) {
        if (subject.kind == SubjectKind::shipment) numbers.insert(subject.number);
        if (subject.kind != SubjectKind::parcel) continue;
        for (std::string& number :
             TRY(context_.rows().shipments_tracked_by(context_.owner(), subject.number)))
            numbers.insert(std::move(number));
    }
    for (const std::string& number : numbers) {
        const auto shipment = TRY(project_shipment(context_, number));
        if (!shipment) continue;
        shipments_.insert(*shipment);
        for (const domain::OrderId order : TRY(context_.rows().orders_in(context_.owner().root, *shipment)))
            orders_.insert(order);
    }
    return {};
}

base::Result<std::set<std::string>> Projector::numbers_of(const std::set<domain::OrderId>& orders) {
    std::set<std::string> numbers;
    for (const domain::OrderId order : orders) {
        auto number = TRY(context_.rows().number_of("sales_order", context_.owner().root, order.value()));
        if (number) numbers.insert(std::move(*number));
    }
    return numbers;
}

base::Result<std::set<domain::OrderId>> Projector::project_invoices(const std::set<Subject>& subjects) {
    std::set<domain::OrderId> billed;
    for (const Subject& subject : subjects) {
        if (subject.kind != SubjectKind::invoice) continue;
        const auto invoice = TRY(project_invoice(context_, subject.number));
        if (!invoice) continue;
        for (const domain::OrderId order : TRY(context_.rows().orders_on(context_.owner().root, *invoice)))
            billed.insert(order);
    }
    orders_.insert(billed.begin(), billed.end());
    return billed;
}

base::Result<void> Projector::summarise(std::span<const domain::OrderId> orders) {
    // A writer's read: inside the transaction, within one customer, and for no caller.
    const domain::AccountId root = context_.owner().root;
    const tables::RowScope customer{.predicate = "root_id = ?",
                                    .bind = [root](storage::Statement& statement, int index) {
                                        statement.bind(index, root);
                                        return index + 1;
                                    }};
    // A shipment or an invoice may name an order that has gone in the same transaction: it is left out.
    for (domain::OrderRecords& records :
         TRY(tables::load_whole_orders(context_.writer().database(), orders, customer))) {
        TRY(transit_.project(records));
        TRY(context_.writer().put(context_.owner(), domain::summarise(records)));
    }
    return {};
}

} // namespace orderdeck::server::ingest
