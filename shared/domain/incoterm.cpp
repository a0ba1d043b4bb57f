#include "shared/domain/incoterm.h"

#include "shared/base/text.h"

namespace orderdeck::domain {
namespace {

// Risk passes at the seller's premises (ready), at the first carrier (shipped), on board (in_transit) or at the place of
// destination (delivered). Columns: export, carriage, insurance, import.
constexpr IncotermRule kRules[] = {
    {"EXW", Stage::ready, false, false, false, false},
    {"FCA", Stage::shipped, true, false, false, false},
    {"CPT", Stage::shipped, true, true, false, false},
    {"CIP", Stage::shipped, true, true, true, false},
    {"FAS", Stage::in_transit, true, false, false, false},
    {"FOB", Stage::in_transit, true, false, false, false},
    {"CFR", Stage::in_transit, true, true, false, false},
    {"CIF", Stage::in_transit, true, true, true, false},
    {"DAP", Stage::delivered, true, true, false, false},
    {"DPU", Stage::delivered, true, true, false, false},
    {"DDP", Stage::delivered, true, true, false, true},
    // Rules of before 2020.
    {"DAT", Stage::delivered, true, true, false, false},
    {"DDU", Stage::delivered, true, true, false, false},
    {"DAF", Stage::delivered, true, true, false, false},
    {"DES", Stage::delivered, true, true, false, false},
    {"DEQ", Stage::delivered, true, true, false, true},
};
constexpr std::size_t kLength = 3;

} // namespace

const IncotermRule* incoterm_rule(std::string_view text) {
    const bool is_word = text.size() == kLength || (text.size() > kLength && text[kLength] == ' ');
    if (!is_word) return nullptr;
    for (const IncotermRule& rule : kRules) {
        if (base::to_lower_ascii(rule.term) == base::to_lower_ascii(text.substr(0, kLength))) return &rule;
    }
    return nullptr;
}

Stage responsibility_ends_at(std::string_view incoterm) {
    const IncotermRule* rule = incoterm_rule(incoterm);
    return rule == nullptr ? Stage::delivered : rule->our_end;
}

} // namespace orderdeck::domain
