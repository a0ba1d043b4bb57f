#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace orderdeck::domain {

/// A field of an invoice's head. Contradictions about it stand with each order that the invoice bills, and their `field` is
/// written as "invoice:R-77/due_on".
struct InvoiceField {
    std::string_view invoice; ///< its number
    std::string_view field;
};

inline constexpr std::string_view kInvoiceFieldPrefix = "invoice:";

inline std::string to_text(const InvoiceField& field) {
    return std::string(kInvoiceFieldPrefix).append(field.invoice).append("/").append(field.field);
}

/// Nothing for a field of anything else. Numbers may hold slashes, fields do not.
inline std::optional<InvoiceField> invoice_field_from(std::string_view text) {
    const std::size_t slash = text.rfind('/');
    if (text.substr(0, kInvoiceFieldPrefix.size()) != kInvoiceFieldPrefix || slash == std::string_view::npos)
        return std::nullopt;
    text.remove_prefix(kInvoiceFieldPrefix.size());
    const std::size_t end = slash - kInvoiceFieldPrefix.size();
    return InvoiceField{.invoice = text.substr(0, end), .field = text.substr(end + 1)};
}

} // namespace orderdeck::domain
