#pragma once

#include "server/ingest/projection/dispute.h"
#include "server/ingest/projection/keyed_rows.h"

namespace orderdeck::server::ingest {

/// The contradictions about one order or shipment: one row for each field and each source that does not count.
class ContradictionRows {
public:
    ContradictionRows(AccountContext& context, persistence::sqlite::IdsByKey stored)
        : context_(context), rows_(context, std::move(stored)) {}

    /// Notes conflicts of messages and writes what sources say against each other about `about`; `prefix` sets its
    /// keys apart from those of the subject's other parts.
    base::Result<void> write(const Subject& subject, const domain::Contradiction& about,
                             std::string_view prefix, const Disputes& disputes);
    base::Result<void> remove_rest() { return rows_.remove_rest(); }

private:
    AccountContext& context_;
    KeyedRows<domain::Contradiction> rows_;
};

} // namespace orderdeck::server::ingest
