#include "shared/domain/kpi/figure.h"

#include "shared/domain/name_table.h"
#include "shared/domain/wide.h"

#include <algorithm>

namespace orderdeck::domain {
namespace {

constexpr std::array<std::string_view, kFigureKindCount> kKinds{
    "on_time",        "otif",          "fill_lines",       "fill_units",
    "cycle_time",     "stage_time",    "promise_accuracy", "promise_stability",
    "complaint_free", "perfect_order", "open_value"};
constexpr std::array<std::string_view, 2> kLevels{"line", "order"};
constexpr std::array<std::string_view, kVerdictCount> kVerdicts{"met",
                                                                "early",
                                                                "late",
                                                                "late_in_full",
                                                                "on_time_short",
                                                                "late_short",
                                                                "partly",
                                                                "moved",
                                                                "troubled",
                                                                "undocumented",
                                                                "measured",
                                                                "cancelled",
                                                                "framework_contract",
                                                                "no_lines",
                                                                "no_date",
                                                                "window_open",
                                                                "settling",
                                                                "not_shipped",
                                                                "not_delivered",
                                                                "not_placed",
                                                                "not_recorded",
                                                                "not_open",
                                                                "no_price"};

using enum Verdict;
constexpr Verdict kOnTime[] = {met, early, late, cancelled, framework, no_date, window_open};
constexpr Verdict kOtif[] = {met,       early,     late_in_full, on_time_short, late_short,
                             cancelled, framework, no_lines,     no_date,       window_open};
constexpr Verdict kFill[] = {met, partly, cancelled, framework, not_shipped};
constexpr Verdict kCycleTime[] = {measured, cancelled, framework, no_lines, not_delivered, not_placed};
constexpr Verdict kStageTime[] = {measured, cancelled, framework, not_recorded};
constexpr Verdict kAccuracy[] = {measured, cancelled, framework, no_date, not_delivered};
constexpr Verdict kStability[] = {met, moved, cancelled, framework, no_date};
constexpr Verdict kComplaints[] = {met, troubled, cancelled, framework, no_lines, not_delivered};
constexpr Verdict kPerfectOrder[] = {met,      early,        late_in_full, on_time_short, late_short,
                                     troubled, undocumented, cancelled,    framework,     no_lines,
                                     no_date,  window_open,  settling};
constexpr Verdict kOpenValue[] = {measured, cancelled, framework, not_open, no_price};

bool has_values(FigureKind kind) {
    return kind == FigureKind::cycle_time || kind == FigureKind::stage_time ||
           kind == FigureKind::promise_accuracy || kind == FigureKind::promise_stability;
}

} // namespace

std::string_view name_of(FigureKind kind) { return name_in(kKinds, kind); }
std::string_view name_of(FigureLevel level) { return name_in(kLevels, level); }
std::string_view name_of(Verdict verdict) { return name_in(kVerdicts, verdict); }

std::span<const Verdict> verdicts_of(FigureKind kind) {
    switch (kind) {
    case FigureKind::on_time: return kOnTime;
    case FigureKind::otif: return kOtif;
    case FigureKind::fill_lines:
    case FigureKind::fill_units: return kFill;
    case FigureKind::cycle_time: return kCycleTime;
    case FigureKind::stage_time: return kStageTime;
    case FigureKind::promise_accuracy: return kAccuracy;
    case FigureKind::promise_stability: return kStability;
    case FigureKind::complaint_free: return kComplaints;
    case FigureKind::perfect_order: return kPerfectOrder;
    case FigureKind::open_value: return kOpenValue;
    }
    return {};
}

std::string name_of(const OnTimeWindow& window) {
    const std::string early =
        window.early_days >= kAnyEarliness ? "any" : "-" + std::to_string(window.early_days);
    return early + "+" + std::to_string(window.late_days);
}

std::string name_of(const FigureDefinition& definition) {
    std::string name(name_of(definition.kind));
    const auto add = [&name](std::string_view part) { name.append(".").append(part); };
    switch (definition.kind) {
    case FigureKind::otif:
        add(name_of(definition.level));
        add(name_of(definition.basis));
        add(name_of(definition.window));
        break;
    case FigureKind::perfect_order:
    case FigureKind::promise_accuracy: add(name_of(definition.basis)); break;
    case FigureKind::stage_time:
        add(name_of(definition.from));
        add(name_of(definition.to));
        break;
    case FigureKind::on_time:
    case FigureKind::fill_lines:
    case FigureKind::fill_units:
    case FigureKind::cycle_time:
    case FigureKind::promise_stability:
    case FigureKind::complaint_free:
    case FigureKind::open_value: break;
    }
    return name;
}

void Figure::add(const FigureRow& row) {
    ++counts_[static_cast<std::size_t>(row.verdict)];
    if (is_counted(row.verdict)) {
        if (has_values(definition_.kind)) spread_.add(row.value.value_or(0));
        part_ += Quantity::from_micro(row.value.value_or(0));
        whole_ += Quantity::from_micro(row.of);
    }
    if (keep_ == KeepRows::yes) rows_.push_back(row);
}

void Figure::add_open_value(Currency currency, AmountBasis basis, std::int64_t minor) {
    const auto known = std::find_if(open_.begin(), open_.end(), [&](const OpenValue& value) {
        return value.currency == currency && value.basis == basis;
    });
    OpenValue& value =
        known != open_.end()
            ? *known
            : *open_.insert(std::upper_bound(open_.begin(), open_.end(), std::pair(currency.code(), basis),
                                             [](const auto& key, const OpenValue& other) {
                                                 return key < std::pair(other.currency.code(), other.basis);
                                             }),
                            OpenValue{.currency = currency, .basis = basis, .minor = 0, .lines = 0});
    value.minor = saturate(Wide{value.minor} + minor);
    ++value.lines;
}

std::int64_t Figure::met() const {
    return definition_.kind == FigureKind::fill_units ? part_.micro() : count(Verdict::met);
}

std::int64_t Figure::population() const {
    if (definition_.kind == FigureKind::fill_units) return whole_.micro();
    std::int64_t population = 0;
    for (int verdict = 0; verdict < kVerdictCount; ++verdict) {
        if (is_counted(static_cast<Verdict>(verdict))) population += count(static_cast<Verdict>(verdict));
    }
    return population;
}

} // namespace orderdeck::domain
