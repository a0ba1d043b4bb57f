#pragma once

#include "server/ingest/projection/keyed_rows.h"
#include "server/ingest/projection/subject_facts.h"

#include <map>
#include <optional>
#include <string>

namespace orderdeck::server::ingest {

/// The lines of one order that are known, by number.
using LineIds = std::map<std::string, domain::LineId, std::less<>>;

/// Writes what is billed and paid of one order: invoice lines, payments without an invoice, instalments.
class BillProjection {
public:
    /// Takes the ids of these rows from what is stored of the order.
    BillProjection(AccountContext& context, persistence::sqlite::StoredOrder& stored);

    base::Result<void> write(domain::OrderId order, const LineIds& lines, const OrderFacts& facts);
    base::Result<void> remove_rest();

private:
    base::Result<void> write_invoice_lines(domain::OrderId order, const LineIds& lines, const Facts& facts);
    base::Result<void> write_instalments(domain::OrderId order, const Facts& facts);

    AccountContext& context_;
    KeyedRows<domain::InvoiceLine> invoice_lines_;
    KeyedRows<domain::Payment> payments_;
    KeyedRows<domain::Instalment> instalments_;
};

/// Brings the rows of one invoice (head, payments) in line with its records. An invoice of which only lines are known
/// stays as a bare number. Returns its id, absent when there is no such invoice any more.
base::Result<std::optional<domain::InvoiceId>> project_invoice(AccountContext& context,
                                                               const std::string& number);

/// What sources say against each other about an invoice's head, by the names of InvoiceField. Conflicts of single messages
/// are not repeated: the invoice's own projection notes them.
Disputes invoice_disputes(const std::string& number, const std::vector<KnownFact>& facts);

} // namespace orderdeck::server::ingest
