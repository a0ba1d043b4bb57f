#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace orderdeck::server::cli::demo {

/// How a product comes into being.
enum class Making : std::uint8_t { from_stock, to_order };

/// Something that the demo's machine maker sells.
struct Product {
    std::string_view sku;
    std::string_view english;
    std::string_view chinese;
    std::string_view unit;  ///< UNECE Rec 20: C62 piece, MTR metre, SET set
    std::int64_t price_fen; ///< per unit, in hundredths of CNY
    int usual_quantity;     ///< orders are around it
    Making making;
};

std::span<const Product> all_products();

} // namespace orderdeck::server::cli::demo
