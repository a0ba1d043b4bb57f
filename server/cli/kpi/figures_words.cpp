#include "server/cli/kpi/figures_output.h"
#include "shared/domain/wide.h"

namespace orderdeck::server::cli::kpi {

std::string_view definition_of(domain::FigureKind kind) {
    using enum domain::FigureKind;
    switch (kind) {
    case on_time:
        return "Lines whose window around the last confirmed date has closed; met: completely delivered, at "
               "the "
               "place where the Incoterm ends our part, within it.";
    case otif: return "As on_time, in full and on time, on each basis; of an order: all its lines.";
    case fill_lines:
        return "Lines of which something was shipped; met: all of it on the first day of shipping.";
    case fill_units:
        return "Units of lines of which something was shipped; met: those of the first day of shipping.";
    case cycle_time:
        return "Days from the order to its complete delivery, both counted, of orders delivered completely.";
    case stage_time: return "Days between two recorded milestones of a line; nothing is inferred.";
    case promise_accuracy:
        return "Days from the promised date to the complete delivery, of lines that have both.";
    case promise_stability: return "Lines with a promise; met: it stands where it first stood.";
    case complaint_free:
        return "Orders delivered completely, or with known trouble; met: no return, no receipt with a "
               "remark, no "
               "damage or loss by the carrier is known. Complaints that are told elsewhere are not in it.";
    case perfect_order:
        return "Orders whose window has closed, with as many days as may be complained in; met: in full and "
               "on time, "
               "without trouble in those days, every required paper there with the goods, no bill refused.";
    case open_value: return "Value of what is not delivered yet, by currency and meaning of the amount.";
    }
    return {};
}

std::string value_text(domain::FigureKind kind, const domain::FigureRow& row, domain::Currency currency) {
    using enum domain::FigureKind;
    if (!row.value) return {};
    switch (kind) {
    case fill_lines:
    case fill_units:
        return domain::Quantity::from_micro(*row.value).to_string() + " of " +
               domain::Quantity::from_micro(row.of).to_string();
    case open_value: return domain::Money{.minor = *row.value, .currency = currency}.to_string();
    case on_time:
    case otif:
    case cycle_time:
    case stage_time:
    case promise_accuracy:
    case promise_stability:
    case complaint_free:
    case perfect_order: return std::to_string(*row.value);
    }
    return {};
}

std::string percent(std::int64_t part, std::int64_t whole) {
    if (whole <= 0) return "-";
    const auto hundredths = static_cast<std::int64_t>((domain::Wide{part} * 20'000 / whole + 1) / 2);
    const std::string decimals = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + "." + (decimals.size() < 2 ? "0" : "") + decimals + " %";
}

std::string decimal(std::int64_t hundredths) {
    return domain::Quantity::from_micro(hundredths * (domain::Quantity::kScale / 100)).to_string();
}

} // namespace orderdeck::server::cli::kpi
