#include "shared/words/order/order_view.h"

#include "shared/base/parse_number.h"
#include "shared/domain/inferred.h"
#include "shared/domain/invoice_field.h"
#include "shared/i18n/domain_words.h"
#include "shared/i18n/format_number.h"
#include "shared/words/order/line_words.h"
#include "shared/words/source_words.h"

namespace orderdeck::words {
namespace {

std::string subject_of(const ViewContext& context, const domain::OrderDetails& details,
                       const domain::Contradiction& dispute) {
    if (const auto bill = domain::invoice_field_from(dispute.field))
        return context.text("disputes.invoice", {{"number", std::string(bill->invoice)}});
    if (dispute.line) return line_in_words(context, details, *dispute.line);
    const auto& shipments = details.records.shipments;
    for (std::size_t i = 0; i < shipments.size(); ++i)
        if (dispute.shipment == shipments[i].id)
            return context.text("shipment.title", {{"number", std::to_string(i + 1)}});
    return as_beginning(context.language.raw("disputes.order"));
}

/// Of an invoice the name without its number.
std::string field_of(const domain::Contradiction& dispute) {
    const auto bill = domain::invoice_field_from(dispute.field);
    return bill ? std::string(bill->field) : dispute.field;
}

bool is_an_amount(std::string_view field) {
    constexpr std::string_view kMinor = "_minor";
    return field.size() > kMinor.size() && field.substr(field.size() - kMinor.size()) == kMinor;
}

/// As the record writes it, but dates, amounts and names of values as readers do.
std::string value_words(const ViewContext& context, const domain::OrderDetails& details,
                        const std::string& field, const std::string& value) {
    if (const auto day = base::LocalDate::parse(value)) return context.date(*day);
    if (is_an_amount(field)) {
        if (const auto minor = base::parse_int(value))
            return i18n::format_money(context.language, {*minor, details.records.order.currency});
    }
    if (field == "mode") return i18n::mode_words(context.language, value);
    return i18n::value_words(context.language, field, value);
}

} // namespace

SectionView disputes_section(const ViewContext& context, const domain::OrderDetails& details) {
    SectionView section{.key = "disputes", .title = context.text("disputes.title")};
    for (const domain::Contradiction& dispute : details.records.contradictions) {
        if (is_inferred(dispute)) continue;
        const std::string name = field_of(dispute);
        const std::string field = i18n::field_words(context.language, name);
        const std::string subject = subject_of(context, details, dispute);
        RowView row;
        row.title = context.text("disputes.row", {{"subject", subject}, {"field", field}});
        row.note = join_facts(
            {context.text("disputes.values",
                          {{"value", value_words(context, details, name, dispute.value)},
                           {"source", source_words(context, details, dispute.source)},
                           {"other", value_words(context, details, name, dispute.other_value)},
                           {"other_source", source_words(context, details, dispute.other_source)}}),
             context.age(dispute.received_at)});
        section.rows.push_back(std::move(row));
    }
    return section;
}

SectionView inferred_section(const ViewContext& context, const domain::OrderDetails& details) {
    SectionView section{.key = "inferred", .title = context.text("inferred.title")};
    for (const domain::Contradiction& gap : details.records.contradictions) {
        if (!is_inferred(gap)) continue;
        RowView row;
        row.title = context.text("disputes.row", {{"subject", subject_of(context, details, gap)},
                                                  {"field", i18n::field_words(context.language, gap.field)}});
        row.note =
            context.text("inferred.value", {{"value", value_words(context, details, gap.field, gap.value)},
                                            {"source", source_words(context, details, gap.source)},
                                            {"owner", source_words(context, details, gap.other_source)}});
        section.rows.push_back(std::move(row));
    }
    return section;
}

} // namespace orderdeck::words
