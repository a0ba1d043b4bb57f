#include "shared/domain/account.h"
#include "shared/domain/finding.h"
#include "shared/domain/line_number.h"
#include "shared/domain/money.h"
#include "shared/domain/order.h"
#include "tests/support/random_source.h"

#include <catch2/catch_test_macros.hpp>

#include <limits>
#include <set>

using namespace orderdeck::domain;

namespace {

Currency currency(const char* code) {
    const auto parsed = Currency::parse(code);
    REQUIRE(parsed);
    return *parsed;
}

Quantity quantity(const char* text) {
    const auto parsed = Quantity::parse(text);
    INFO(text);
    REQUIRE(parsed);
    return *parsed;
}

} // namespace

TEST_CASE("a quantity survives the way through text for every number it can hold") {
    const std::string failure = orderdeck::test::counterexample(
        2000, 63, [](std::uint64_t seed, int size) -> std::optional<std::string> {
            orderdeck::test::RandomSource random(seed);
            const auto micro = static_cast<std::int64_t>(random.next()) >> (63 - size);
            const Quantity before = Quantity::from_micro(micro);
            const auto after = Quantity::parse(before.to_string());
            if (after && *after == before) return std::nullopt;
            return before.to_string();
        });
    CHECK(failure == "");
    CHECK(Quantity::parse(Quantity::from_micro(std::numeric_limits<std::int64_t>::min()).to_string()));
}

TEST_CASE("a quantity shows no more decimals than it has") {
    CHECK(quantity("24").to_string() == "24");
    CHECK(quantity("24.000000").to_string() == "24");
    CHECK(quantity("0.25").to_string() == "0.25");
    CHECK(quantity("-0.5").to_string() == "-0.5");
    CHECK(quantity("100").to_string() == "100");
    CHECK(Quantity{}.to_string() == "0");
}

TEST_CASE("what is not a plain decimal is no quantity") {
    for (const char* text : {"", "-", ".", "5.", ".5", "1,000", "1e3", " 1", "1 ", "0.1234567", "12a", "--1",
                             "+1", "9223372036854.775808", "99999999999999999999"}) {
        INFO(text);
        const auto parsed = Quantity::parse(text);
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().code == orderdeck::base::ErrorCode::invalid);
    }
}

TEST_CASE("quantities saturate at the ends of their range instead of wrapping") {
    const Quantity highest = Quantity::from_micro(std::numeric_limits<std::int64_t>::max());
    const Quantity lowest = Quantity::from_micro(std::numeric_limits<std::int64_t>::min());
    CHECK(highest + Quantity::from_units(1) == highest);
    CHECK(lowest - Quantity::from_units(1) == lowest);
    CHECK(Quantity::from_units(std::numeric_limits<std::int64_t>::max()) == highest);
}

TEST_CASE("thousandths are rounded down and stay between none and all") {
    CHECK(permille(quantity("2"), quantity("3")) == 666);
    CHECK(permille(quantity("4"), quantity("3")) == 1000);
    CHECK(permille(quantity("-1"), quantity("3")) == 0);
    CHECK(permille(quantity("1"), quantity("0")) == 0);
    CHECK(permille(quantity("4611686018427"), quantity("9223372036854")) == 500);
}

TEST_CASE("minor units follow ISO 4217") {
    CHECK(currency("CNY").decimals() == 2);
    CHECK(currency("JPY").decimals() == 0);
    CHECK(currency("KWD").decimals() == 3);
    CHECK(currency("CLF").decimals() == 4);
    CHECK(currency("QQQ").decimals() == 2);
    for (const char* text : {"", "cny", "CN", "CNYX", "C1Y"})
        CHECK_FALSE(Currency::parse(text));
}

TEST_CASE("money is read into minor units and rounded half away from zero") {
    CHECK(Money::parse("551", currency("USD"))->minor == 55100);
    CHECK(Money::parse("780.34", currency("USD"))->minor == 78034);
    CHECK(Money::parse("0.005", currency("USD"))->minor == 1);
    CHECK(Money::parse("-0.005", currency("USD"))->minor == -1);
    CHECK(Money::parse("0.0049", currency("USD"))->minor == 0);
    CHECK(Money::parse("12.5", currency("JPY"))->minor == 13);
    CHECK(Money::parse("1.2345", currency("KWD"))->minor == 1235);
    CHECK_FALSE(Money::parse("92233720368547758.08", currency("USD")));
    CHECK_FALSE(Money::parse("Freight included", currency("USD")));
}

TEST_CASE("money shows as many decimals as its currency has") {
    CHECK(Money{78034, currency("USD")}.to_string() == "780.34");
    CHECK(Money{-5, currency("USD")}.to_string() == "-0.05");
    CHECK(Money{13, currency("JPY")}.to_string() == "13");
    CHECK(Money{1235, currency("KWD")}.to_string() == "1.235");
}

TEST_CASE("amounts of two currencies are not added, and a sum that is too large is refused") {
    const Money dollar{100, currency("USD")};
    CHECK(add(dollar, Money{23, currency("USD")})->minor == 123);
    CHECK_FALSE(add(dollar, Money{1, currency("EUR")}));
    CHECK_FALSE(add(dollar, Money{std::numeric_limits<std::int64_t>::max(), currency("USD")}));
}

TEST_CASE("quantity times unit price is rounded once, to the minor unit") {
    CHECK(multiply(quantity("3"), quantity("0.335"), currency("USD"))->minor == 101); // 1.005
    CHECK(multiply(quantity("-3"), quantity("0.335"), currency("USD"))->minor == -101);
    CHECK(multiply(quantity("1000000"), quantity("0.000001"), currency("USD"))->minor == 100);
    CHECK(multiply(quantity("24"), quantity("13000"), currency("JPY"))->minor == 312000);
    CHECK_FALSE(multiply(quantity("9000000000000"), quantity("9000000000000"), currency("USD")));
}

TEST_CASE("a name is shown in the reader's language, a near one, or as the source calls it") {
    const LocalizedText name{"Servo drive", {{"zh-CN", "伺服驱动器"}, {"fr", "Variateur"}}};
    CHECK(name.in("zh-CN") == "伺服驱动器");
    CHECK(name.in("ZH-cn") == "伺服驱动器");
    CHECK(name.in("zh") == "伺服驱动器");
    CHECK(name.in("fr-CA") == "Variateur");
    CHECK(name.in("de") == "Servo drive");
    CHECK(name.in("") == "Servo drive");
}

TEST_CASE("translations survive storage, and line breaks in them become blanks") {
    const LocalizedText name{"Servo", {{"zh-CN", "伺服=电机"}, {"fr", ""}}};
    CHECK(decode_localized("Servo", encode_translations(name)) == name);
    const LocalizedText broken{"x", {{"fr", "a\nb=c"}}};
    CHECK(decode_localized("x", encode_translations(broken)).translations.front().second == "a b=c");
    CHECK(decode_localized("x", "").translations.empty());
    CHECK(decode_localized("x", "nonsense\nfr=oui").translations.size() == 1);
}

TEST_CASE("every stored enum value has its own name, which reads back as the value") {
    std::set<std::string_view> names;
    for (int i = 0; i < kMilestoneCodeCount; ++i) {
        const auto code = static_cast<MilestoneCode>(i);
        CHECK(milestone_code_from(name_of(code)) == code);
        names.insert(name_of(code));
    }
    CHECK(names.size() == kMilestoneCodeCount);
    for (int i = 0; i < kPartyCount; ++i)
        CHECK(party_from(name_of(static_cast<Party>(i))) == static_cast<Party>(i));
    for (int i = 0; i < kHoldReasonCount; ++i) {
        CHECK(hold_reason_from(name_of(static_cast<HoldReason>(i))) == static_cast<HoldReason>(i));
    }
    for (int i = 0; i < kCommercialStateCount; ++i) {
        CHECK(commercial_from(name_of(static_cast<CommercialState>(i))) == static_cast<CommercialState>(i));
    }
    for (int i = 0; i < kFlowCount; ++i)
        CHECK(flow_from(name_of(static_cast<Flow>(i))) == static_cast<Flow>(i));
    std::set<std::string_view> findings;
    for (int i = 0; i < kFindingCount; ++i)
        findings.insert(name_of(static_cast<Finding>(i)));
    CHECK(findings.size() == kFindingCount);
    CHECK(findings.count("") == 0);
    CHECK_FALSE(party_from("nobody"));
    CHECK(name_of(Stage::out_for_delivery) == "out_for_delivery");
    CHECK(name_of(Step::accepted) == "accepted");
    CHECK(name_of(MilestoneCode::customs_entered) == "customs_entered");
    CHECK(name_of(ReturnState::settled) == "settled");
    CHECK(name_of(BillingState::partly_paid) == "partly_paid");
    CHECK(name_of(SupplyState::ready) == "ready");
    CHECK(name_of(LogisticsState::out_for_delivery) == "out_for_delivery");
}

TEST_CASE("stages belong to steps in their order") {
    Step previous = Step::placed;
    for (int i = 0; i < kStageCount; ++i) {
        const Step step = step_of(static_cast<Stage>(i));
        CHECK(step >= previous);
        previous = step;
    }
    CHECK(step_of(Stage::reviewed) == Step::placed);
    CHECK(step_of(Stage::packed) == Step::production);
    CHECK(step_of(Stage::in_transit) == Step::shipped);
    CHECK(previous == Step::accepted);
}

TEST_CASE("line numbers are sorted as people count") {
    CHECK(line_number_before("2", "10"));
    CHECK_FALSE(line_number_before("10", "2"));
    CHECK(line_number_before("1.9", "1.10"));
    CHECK(line_number_before("A2", "A10"));
    CHECK(line_number_before("A2", "A2b"));
    CHECK_FALSE(line_number_before("7", "7"));
    CHECK(line_number_before("007", "7") != line_number_before("7", "007"));
    CHECK(line_number_before("99999999999999999999", "100000000000000000000"));
}
