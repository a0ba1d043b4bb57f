#include "server/ingest/mapping/rows/unit_codes.h"

#include "shared/base/text.h"

#include <algorithm>
#include <array>

namespace orderdeck::server::ingest::mapping {
namespace {

struct UnitWord {
    std::string_view word; ///< folded
    std::string_view code;
};

constexpr auto kWords = std::to_array<UnitWord>({
    {"piece", "H87"},  {"pieces", "H87"}, {"pc", "H87"},       {"pcs", "H87"},       {"pce", "H87"},
    {"stk", "H87"},    {"stuck", "H87"},  {"st", "H87"},       {"unidade", "H87"},   {"un", "H87"},
    {"件", "H87"},     {"个", "H87"},     {"只", "H87"},       {"台", "H87"},        {"根", "H87"},
    {"支", "H87"},     {"块", "H87"},     {"each", "EA"},      {"ea", "EA"},         {"set", "SET"},
    {"sets", "SET"},   {"套", "SET"},     {"pair", "PR"},      {"pairs", "PR"},      {"双", "PR"},
    {"对", "PR"},      {"dozen", "DZN"},  {"doz", "DZN"},      {"打", "DZN"},        {"pack", "PK"},
    {"packs", "PK"},   {"package", "PK"}, {"pkg", "PK"},       {"包", "PK"},         {"box", "BX"},
    {"boxes", "BX"},   {"盒", "BX"},      {"carton", "CT"},    {"cartons", "CT"},    {"ctn", "CT"},
    {"箱", "CT"},      {"pallet", "PF"},  {"pallets", "PF"},   {"托", "PF"},         {"roll", "RO"},
    {"rolls", "RO"},   {"卷", "RO"},      {"m", "MTR"},        {"meter", "MTR"},     {"metre", "MTR"},
    {"meters", "MTR"}, {"metres", "MTR"}, {"米", "MTR"},       {"cm", "CMT"},        {"厘米", "CMT"},
    {"mm", "MMT"},     {"毫米", "MMT"},   {"km", "KMT"},       {"公里", "KMT"},      {"m2", "MTK"},
    {"sqm", "MTK"},    {"平方米", "MTK"}, {"m3", "MTQ"},       {"cbm", "MTQ"},       {"立方米", "MTQ"},
    {"kg", "KGM"},     {"kgs", "KGM"},    {"kilogram", "KGM"}, {"kilograms", "KGM"}, {"千克", "KGM"},
    {"公斤", "KGM"},   {"g", "GRM"},      {"gram", "GRM"},     {"grams", "GRM"},     {"克", "GRM"},
    {"t", "TNE"},      {"ton", "TNE"},    {"tons", "TNE"},     {"tonne", "TNE"},     {"tonnes", "TNE"},
    {"吨", "TNE"},     {"lb", "LBR"},     {"lbs", "LBR"},      {"l", "LTR"},         {"liter", "LTR"},
    {"litre", "LTR"},  {"liters", "LTR"}, {"litres", "LTR"},   {"升", "LTR"},        {"ml", "MLT"},
    {"毫升", "MLT"},   {"hour", "HUR"},   {"hours", "HUR"},    {"h", "HUR"},         {"小时", "HUR"},
    {"day", "DAY"},    {"days", "DAY"},   {"天", "DAY"},       {"month", "MON"},     {"月", "MON"},
});

} // namespace

std::string unit_code(std::string_view word) {
    std::string folded = base::fold_for_search(base::trim(word));
    if (folded.ends_with('.')) folded.pop_back();
    const auto known =
        std::find_if(kWords.begin(), kWords.end(), [&](const UnitWord& unit) { return unit.word == folded; });
    return known == kWords.end() ? std::string(word) : std::string(known->code);
}

} // namespace orderdeck::server::ingest::mapping
