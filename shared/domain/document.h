#pragma once

#include "shared/base/local_date.h"
#include "shared/domain/ids.h"
#include "shared/domain/order.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace orderdeck::domain {

/// Values are stored and sent: append only.
enum class DocumentKind : std::uint8_t {
    other = 0,
    quotation = 1,
    pro_forma_invoice = 2,
    purchase_order = 3,
    sales_contract = 4,
    order_confirmation = 5,
    commercial_invoice = 6,
    packing_list = 7,
    bill_of_lading = 8,
    air_waybill = 9,
    certificate_of_origin = 10,
    insurance_policy = 11,
    inspection_report = 12,
    safety_data_sheet = 13,
    fumigation_certificate = 14,
    export_declaration = 15,
    import_entry = 16,
    duty_receipt = 17,
    delivery_order = 18,
    proof_of_delivery = 19,
    letter_of_credit = 20,
    credit_note = 21,
    tax_invoice = 22,
};
inline constexpr int kDocumentKindCount = 23;
std::string_view name_of(DocumentKind kind);
std::optional<DocumentKind> document_kind_from(std::string_view name);

/// A paper that belongs to an order or, with `shipment`, to a shipment: whether it is needed, who owes it, whether it
/// is there. The file itself is not part of it.
struct Document {
    DocumentId id;
    std::optional<OrderId> order; ///< set where `shipment` is not
    std::optional<ShipmentId> shipment;
    DocumentKind kind = DocumentKind::other;
    std::string number;
    bool required = false;
    Party owed_by = Party::unknown;
    std::optional<base::LocalDate> due_on;
    std::optional<base::LocalDate> received_on;
    std::optional<base::LocalDate> expires_on;
    SourceId source;
};

} // namespace orderdeck::domain
