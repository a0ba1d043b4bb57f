#include "shared/domain/account.h"
#include "shared/domain/delay_reason.h"
#include "shared/domain/incoterm.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

using namespace orderdeck::domain;

TEST_CASE("the term decides where the seller's part ends") {
    CHECK(responsibility_ends_at("EXW") == Stage::ready);
    CHECK(responsibility_ends_at("fca Ningbo") == Stage::shipped);
    CHECK(responsibility_ends_at("CIP") == Stage::shipped);
    CHECK(responsibility_ends_at("FOB") == Stage::in_transit);
    CHECK(responsibility_ends_at("DDU") == Stage::delivered);
    CHECK(responsibility_ends_at("") == Stage::delivered);
    CHECK(responsibility_ends_at("N/A - From RDC") == Stage::delivered);
    CHECK(incoterm_rule("DAPPER") == nullptr);
    REQUIRE(incoterm_rule("CIF Hamburg") != nullptr);
    CHECK(incoterm_rule("CIF Hamburg")->seller_insures);
    CHECK(incoterm_rule("DDP")->seller_clears_import);
    CHECK_FALSE(incoterm_rule("DAP")->seller_clears_import);
}

TEST_CASE("reason codes are known with their class, party and words in both languages") {
    const DelayReason* weather = delay_reason("AD060");
    REQUIRE(weather != nullptr);
    CHECK(weather->reason_class == ReasonClass::outside);
    CHECK(weather->acceptable);
    const LocalizedText words = decode_localized("AD060", weather->words);
    CHECK(words.in("en") == "natural disaster");
    CHECK(words.in("zh-CN") == "自然灾害");
    CHECK(delay_reason("UD170")->party == Party::authority);
    CHECK_FALSE(delay_reason("UD170")->acceptable);
    CHECK(delay_reason("XX001") == nullptr);
}

TEST_CASE("the 68 codes of the reference list are there once each, beside our own") {
    std::set<std::string_view> codes;
    int coded = 0;
    for (const DelayReason& reason : delay_reasons()) {
        CHECK(codes.insert(reason.code).second);
        if (reason.words.empty()) continue;
        ++coded;
        const LocalizedText words = decode_localized("-", reason.words);
        CHECK(words.in("en") != "-");
        CHECK(words.in("zh-CN") != "-");
    }
    CHECK(coded == 68);
    CHECK(delay_reason("drawing_change")->acceptable);
}
