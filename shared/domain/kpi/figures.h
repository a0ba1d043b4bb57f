#pragma once

#include "shared/domain/kpi/figure.h"

#include <span>
#include <vector>

namespace orderdeck::domain {

/// What the figures are asked by.
struct FigureQuestion {
    base::LocalDate today; ///< windows that end before it have closed
    OnTimeWindow window;   ///< of on_time and of the first rung of the ladder
    /// After the window, for complaints: so long a perfect order is not told from one that only looks so.
    int complaint_days = 30;
    int short_permille = 0; ///< thousandths of a line that may be missing and it is still in full
};

/// The rungs of the OTIF ladder from tolerant to strict; each window lies within the one before.
std::span<const OnTimeWindow> otif_ladder();

/// All figures that the question has: on time; OTIF of lines and orders on each basis, by its window and down the
/// ladder; perfect orders on each basis; the others.
std::vector<FigureDefinition> figures_for(const FigureQuestion& question);

/// Counts any number of figures in one pass over orders.
class FigureBook {
public:
    FigureBook(const FigureQuestion& question, std::span<const FigureDefinition> definitions,
               KeepRows keep = KeepRows::no);

    void add(const OrderRecords& records);

    std::int64_t orders() const { return orders_; }
    std::int64_t lines() const { return lines_; } ///< without wholly cancelled ones
    const std::vector<Figure>& figures() const { return figures_; }
    /// Null when it is not among them.
    const Figure* find(const FigureDefinition& definition) const;

private:
    FigureQuestion question_;
    std::vector<Figure> figures_;
    std::int64_t orders_ = 0;
    std::int64_t lines_ = 0;
};

} // namespace orderdeck::domain
