#include "shared/domain/document.h"

#include "shared/domain/name_table.h"

namespace orderdeck::domain {
namespace {

constexpr std::array<std::string_view, kDocumentKindCount> kNames{"other",
                                                                  "quotation",
                                                                  "pro_forma_invoice",
                                                                  "purchase_order",
                                                                  "sales_contract",
                                                                  "order_confirmation",
                                                                  "commercial_invoice",
                                                                  "packing_list",
                                                                  "bill_of_lading",
                                                                  "air_waybill",
                                                                  "certificate_of_origin",
                                                                  "insurance_policy",
                                                                  "inspection_report",
                                                                  "safety_data_sheet",
                                                                  "fumigation_certificate",
                                                                  "export_declaration",
                                                                  "import_entry",
                                                                  "duty_receipt",
                                                                  "delivery_order",
                                                                  "proof_of_delivery",
                                                                  "letter_of_credit",
                                                                  "credit_note",
                                                                  "tax_invoice"};

} // namespace

std::string_view name_of(DocumentKind kind) { return name_in(kNames, kind); }
std::optional<DocumentKind> document_kind_from(std::string_view name) {
    return value_in<DocumentKind>(kNames, name);
}

} // namespace orderdeck::domain
