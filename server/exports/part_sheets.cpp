#include "server/exports/part_rows.h"
#include "shared/domain/unpaid_bill.h"
#include "shared/i18n/domain_words.h"
#include "shared/words/order/order_view.h"

#include <algorithm>
#include <array>

namespace orderdeck::server::exports {
namespace {

using domain::Line;
using domain::OrderRecords;
using words::ViewContext;

/// The number of one of the order's lines; nothing for the whole order.
Cell line_cell(const OrderParts& order, const std::optional<domain::LineId>& id) {
    const auto found = std::find_if(order.records.lines.begin(), order.records.lines.end(),
                                    [&](const Line& line) { return id && line.id == *id; });
    return found == order.records.lines.end() ? Cell{} : text_cell(found->number);
}

// Promise history.

constexpr std::array kPromiseColumns{kOrderColumn,
                                     kReferenceColumn,
                                     kLineColumn,
                                     PartColumn{"facts.promised", 12},
                                     PartColumn{"export.column.stated", 12},
                                     PartColumn{"export.column.moved", 10},
                                     PartColumn{"export.column.reason", 36},
                                     PartColumn{"export.column.party", 14}};

std::vector<const domain::PromiseRevision*> promises_of(const OrderRecords& records, domain::LineId line) {
    std::vector<const domain::PromiseRevision*> promises;
    for (const domain::PromiseRevision& promise : records.promises)
        if (promise.line == line) promises.push_back(&promise);
    std::stable_sort(promises.begin(), promises.end(), [](const auto* left, const auto* right) {
        return std::pair(left->stated_at, left->id) < std::pair(right->stated_at, right->id);
    });
    return promises;
}

PartRows promise_rows(const ViewContext& context, const OrderParts& order) {
    PartRows rows;
    for (const Line& line : order.records.lines) {
        const domain::PromiseRevision* before = nullptr;
        for (const domain::PromiseRevision* promise : promises_of(order.records, line.id)) {
            PartRow row = row_of(order);
            const base::Duration offset = context.clock.offset_at(promise->stated_at);
            append(row,
                   {text_cell(line.number), Cell{promise->promised_on},
                    Cell{promise->stated_at.date_at(offset)},
                    before == nullptr ? Cell{} : number_cell(promise->promised_on - before->promised_on),
                    text_cell(words::promise_reason_words(context, promise->reason, promise->reason_names)),
                    text_cell(i18n::party_word(context.language, promise->party))});
            rows.push_back(std::move(row));
            before = promise;
        }
    }
    return rows;
}

// Invoices.

constexpr std::array kInvoiceColumns{kOrderColumn,
                                     kReferenceColumn,
                                     PartColumn{"export.column.invoice", 16},
                                     PartColumn{"export.column.kind", 16},
                                     PartColumn{"orders.column.status", 14},
                                     PartColumn{"export.column.issued", 12},
                                     PartColumn{"export.column.due", 12},
                                     PartColumn{"facts.total", 16},
                                     PartColumn{"export.column.unpaid", 16},
                                     PartColumn{"export.column.currency", 9}};

PartRows invoice_rows(const ViewContext& context, const OrderParts& order) {
    const std::vector<domain::UnpaidBill> unpaid = domain::unpaid_bills(order.records);
    PartRows rows;
    for (const domain::Invoice& invoice : order.records.invoices) {
        const auto missing = std::find_if(unpaid.begin(), unpaid.end(), [&](const domain::UnpaidBill& bill) {
            return bill.invoice->id == invoice.id;
        });
        PartRow row = row_of(order);
        append(
            row,
            {text_cell(invoice.number), text_cell(i18n::invoice_words(context.language, invoice.kind)),
             text_cell(i18n::invoice_words(context.language, invoice.state)), date_cell(invoice.issued_on),
             date_cell(invoice.due_on), Cell{domain::Money{invoice.total_minor, invoice.currency}},
             missing == unpaid.end() ? Cell{} : Cell{domain::Money{missing->missing_minor, invoice.currency}},
             text_cell(invoice.currency.code())});
        rows.push_back(std::move(row));
    }
    return rows;
}

// Holds and relations.

constexpr std::array kHoldColumns{kOrderColumn,
                                  kReferenceColumn,
                                  kLineColumn,
                                  PartColumn{"export.column.reason", 26},
                                  PartColumn{"export.column.waits_for", 14},
                                  PartColumn{"export.column.since", 12},
                                  PartColumn{"export.column.until", 12},
                                  PartColumn{"export.column.note", 40}};

PartRows hold_rows(const ViewContext& context, const OrderParts& order) {
    PartRows rows;
    for (const domain::Hold& hold : order.records.holds) {
        PartRow row = row_of(order);
        append(row,
               {line_cell(order, hold.line), text_cell(context.language.raw(i18n::message_of(hold.reason))),
                text_cell(i18n::party_word(context.language, hold.owner)), Cell{hold.since},
                date_cell(hold.until), text_cell(hold.note)});
        rows.push_back(std::move(row));
    }
    return rows;
}

constexpr std::array kRelationColumns{kOrderColumn,
                                      kReferenceColumn,
                                      kLineColumn,
                                      PartColumn{"export.column.relation", 26},
                                      PartColumn{"export.column.other_order", 18},
                                      PartColumn{"export.column.other_line", 8},
                                      PartColumn{"export.column.quantity", 10}};

PartRows relation_rows(const ViewContext& context, const OrderParts& order) {
    PartRows rows;
    for (const domain::Relation& relation : order.records.relations) {
        PartRow row = row_of(order);
        append(row, {line_cell(order, relation.line),
                     text_cell(i18n::relation_words(context.language, relation.kind, i18n::StatedBy::told)),
                     text_cell(relation.other_order), text_cell(relation.other_line),
                     relation.quantity ? quantity_cell(*relation.quantity) : Cell{}});
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

std::span<const PartSheet> part_sheets() {
    static const std::array kSheets{line_sheet(),
                                    shipment_sheet(),
                                    PartSheet{"promises.title", kPromiseColumns, promise_rows},
                                    PartSheet{"bills.title", kInvoiceColumns, invoice_rows},
                                    PartSheet{"holds.title", kHoldColumns, hold_rows},
                                    PartSheet{"related.title", kRelationColumns, relation_rows}};
    return kSheets;
}

} // namespace orderdeck::server::exports
