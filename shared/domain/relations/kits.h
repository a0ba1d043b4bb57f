#pragma once

#include "shared/domain/relations/order_set.h"

#include <array>
#include <vector>

namespace orderdeck::domain {

/// How far something has to be to count; the columns of a kit's standing.
enum class KitStep : std::uint8_t { ready, shipped, delivered };
inline constexpr int kKitStepCount = 3;
Stage stage_of(KitStep step);

struct KitComponent {
    RelationEnd line;
    std::optional<Quantity> per_kit; ///< as stated; without it what is wanted is spread evenly over the kits
    Quantity wanted;                 ///< ordered - cancelled
    /// For how many whole kits it suffices, in the order of KitStep.
    std::array<std::int64_t, kKitStepCount> suffices{};
};

/// A kit with its components. Wholly cancelled components are not waited for.
struct KitStanding {
    RelationEnd kit;
    std::int64_t wanted = 0; ///< whole kits
    std::vector<KitComponent> components;
    /// Whole kits of which everything has come so far, at most `wanted`: what the scarcest component suffices for, or what
    /// the kit's own line says, when it goes as one piece.
    std::array<std::int64_t, kKitStepCount> complete{};
    /// The component that suffices for the fewest, when kits are missing and it is only one.
    std::array<std::optional<RelationEnd>, kKitStepCount> scarcest{};

    std::int64_t at(KitStep step) const { return complete[static_cast<std::size_t>(step)]; }
};

/// The kits of these orders, in the order of the lines that are kits. Components may be lines of other orders. A kit that
/// is a component of another kit counts there by its complete pieces.
std::vector<KitStanding> kits_of(const OrderSet& set);

} // namespace orderdeck::domain
