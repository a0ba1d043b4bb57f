#include "server/ingest/projection/projector.h"

#include "server/ingest/projection/order_projection.h"
#include "shared/domain/summary.h"
#include "shared/tables/order_records.h"

namespace orderdeck::server::ingest {

base::Result<void> Projector::project(const std::set<Subject>& subjects) {
    for (const Subject& subject : subjects) {
        if (subject.kind != SubjectKind::shipment) continue;
        const auto shipment = TRY(project_shipment(context_, subject.number));
        if (!shipment) continue;
        for (const domain::OrderId order : TRY(context_.rows().orders_in(context_.owner().root, *shipment)))
            orders_.insert(order);
    }
    for (const Subject& subject : subjects) {
        if (subject.kind != SubjectKind::order) continue;
        if (const auto order = TRY(project_order(context_, subject.number))) orders_.insert(*order);
    }
    for (const domain::OrderId order : orders_)
        TRY(summarise(order));
    return {};
}

base::Result<void> Projector::summarise(domain::OrderId order) {
    // A writer's read: inside the transaction, within one customer, and for no caller.
    const domain::AccountId root = context_.owner().root;
    const tables::RowScope customer{.predicate = "root_id = ?",
                                    .bind = [root](storage::Statement& statement, int index) {
                                        statement.bind(index, root);
                                        return index + 1;
                                    }};
    const auto records = TRY(tables::load_order_records(context_.writer().database(), order, customer));
    TRY(context_.writer().put(context_.owner(), domain::summarise(records)));
    return {};
}

} // namespace orderdeck::server::ingest
