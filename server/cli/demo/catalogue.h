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
    std::string_view hs_code; ///< Harmonised System, 6 digits
};

/// How many pieces of a product one kit holds.
struct KitPart {
    std::string_view sku;
    int quantity;
};

/// What is sold by itself.
std::span<const Product> all_products();
/// The product of this number, which must be one of them.
const Product& product_named(std::string_view sku);

/// A set of parts that is ordered as one thing.
const Product& kit_product();
std::span<const KitPart> kit_parts();

} // namespace orderdeck::server::cli::demo
