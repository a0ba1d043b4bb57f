#include "server/ingest/fact_content.h"
#include "server/ingest/fact_fields.h"
#include "shared/domain/milestone.h"
#include "shared/i18n/domain_words.h"

#include <catch2/catch_test_macros.hpp>

#include <set>
#include <string>

using namespace orderdeck;
using namespace orderdeck::server::ingest;

namespace {

template <typename Value>
constexpr bool kIsOptional = false;
template <typename Value>
constexpr bool kIsOptional<std::optional<Value>> = true;

/// What a source may leave open is what sources are compared in.
template <typename Fact>
void add_fields(std::set<std::string>& names) {
    const auto add = [&names]<typename Value>(const FactField<Fact, Value>& field) {
        if constexpr (kIsOptional<Value>) names.emplace(field.name);
    };
    std::apply([&add](const auto&... field) { (add(field), ...); }, fields_of<Fact>());
}

std::set<std::string> disputable_fields() {
    std::set<std::string> names{"shipped", "promised_on"};
    add_fields<OrderFact>(names);
    add_fields<LineFact>(names);
    add_fields<ShipmentFact>(names);
    add_fields<InvoiceFact>(names);
    for (int kind = 0; kind <= static_cast<int>(QuantityKind::credited); ++kind)
        names.emplace(name_of(static_cast<QuantityKind>(kind)));
    for (int code = 0; code < domain::kMilestoneCodeCount; ++code) {
        const std::string name(domain::name_of(static_cast<domain::MilestoneCode>(code)));
        for (const char* date : {"", ".planned", ".forecast"})
            names.insert(name + date);
    }
    return names;
}

} // namespace

TEST_CASE("whatever sources may disagree about has words in every language") {
    for (const char* tag : {"en", "zh-CN"}) {
        const i18n::Language language = i18n::language_for(tag);
        for (const std::string& field : disputable_fields()) {
            INFO(tag << " " << field);
            const std::string words = i18n::field_words(language, field);
            const bool is_a_word_itself = std::string_view(tag) == "en" && words == field;
            CHECK((words != field || is_a_word_itself));
            CHECK(words.find('{') == std::string::npos);
        }
    }
    CHECK(i18n::field_words(i18n::language_for("en"), "unit") == "unit");
}
