#include "shared/base/result.h"

#include <catch2/catch_test_macros.hpp>

#include <memory>

#include "shared/base/strong_id.h"

using orderdeck::base::describe;
using orderdeck::base::ErrorCode;
using orderdeck::base::fail;
using orderdeck::base::Result;

namespace {

Result<int> half(int value) {
    if (value % 2 != 0) return fail(ErrorCode::invalid, "odd", "here");
    return value / 2;
}

Result<void> check(int value) {
    TRY(half(value));
    return {};
}

Result<std::unique_ptr<int>> boxed_quarter(int value) {
    auto box = std::make_unique<int>(TRY(half(TRY(half(value)))));
    return box;
}

} // namespace

TEST_CASE("TRY unwraps a value and returns an error with everything it says") {
    const auto quarter = boxed_quarter(12);
    REQUIRE(quarter);
    CHECK(**quarter == 3);

    const auto failed = boxed_quarter(6);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == ErrorCode::invalid);
    CHECK(describe(failed.error()) == "here: odd (invalid)");
}

TEST_CASE("a result without value succeeds or carries the error") {
    CHECK(check(2));
    REQUIRE_FALSE(check(1));
    CHECK(check(1).error().message == "odd");
    CHECK(half(1).value_or(9) == 9);
}

TEST_CASE("ids of one kind compare and hash like their numbers") {
    using Id = orderdeck::base::StrongId<struct Tag>;
    CHECK(Id(3) < Id(4));
    CHECK(Id(3) == Id(3));
    CHECK_FALSE(Id().is_set());
    CHECK(std::hash<Id>{}(Id(3)) == std::hash<Id>{}(Id(3)));
}
