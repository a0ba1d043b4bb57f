#pragma once

#include <string_view>

namespace orderdeck::test {

/// A small mapping with every part of the language.
inline constexpr std::string_view kSampleMapping = R"json({
  "source": { "name": "erp", "kind": "sales" },
  "file": { "delimiter": ";", "encoding": "utf-8" },
  "dates": { "formats": ["%d.%m.%Y"], "utc_offset_minutes": 60 },
  "numbers": { "decimal_point": ",", "grouping": "." },
  "empty": ["-"],
  "columns": {
    "Customer": { "words": { "ACME Inc": "Acme" } },
    "Freight": { "type": "number", "texts": ["included"], "reference": "see {Delivery} ({*}, row {Pos})" },
    "Flow": { "words": { "S": "stock", "P": "make_to_order" } }
  },
  "unused": ["Clerk"],
  "account": { "code": { "slug_of": "Customer" }, "name": "Customer" },
  "order": {
    "number": "Order", "placed": { "first_of": ["Ordered", "Offered"] }, "currency": { "constant": "EUR" },
    "flow": "Flow"
  },
  "line": {
    "number": "Pos", "sku": "SKU", "item": "Item", "ordered": "Qty", "amount": "Value",
    "commercial": { "constant": "confirmed" }
  },
  "version": "Changed",
  "shipment": { "number": "Delivery", "quantity": "Qty" },
  "quantities": { "cancelled": "Cancelled" },
  "promises": [ { "promised_on": "Promised", "stated_on": "Ordered" } ],
  "milestones": [
    { "of": "shipment", "code": "delivered", "actual": "Arrived", "note": ["Freight"] },
    { "of": "line", "code": "produced", "forecast": "Made", "place": { "constant": "Works" } }
  ]
})json";

inline constexpr std::string_view kSampleHeader = "Customer;Order;Pos;SKU;Item;Qty;Value;Ordered;Offered;"
                                                  "Promised;Delivery;Arrived;Made;Freight;Cancelled;Flow;"
                                                  "Changed;Clerk\n";

} // namespace orderdeck::test
