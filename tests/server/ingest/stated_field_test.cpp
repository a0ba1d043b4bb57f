#include "server/ingest/stated_field.h"

#include <catch2/catch_test_macros.hpp>

using orderdeck::server::ingest::is_same_field;
using orderdeck::server::ingest::stated_field;

TEST_CASE("The field of a pointer is written without its indexes, any other place is its own field") {
    CHECK(stated_field("/orders/3/kind") == "/orders/*/kind");
    CHECK(stated_field("/orders/12/items/0/kind") == "/orders/*/items/*/kind");
    CHECK(stated_field("/orders/*/kind") == "/orders/*/kind");
    CHECK(stated_field("/orders/3rd/kind") == "/orders/3rd/kind");
    for (const char* place : {"", "Flow", "Year 2026", "2026", "A/1/b", "/", "/0"})
        CHECK(stated_field(place) == place);
}

TEST_CASE("Places are in one field whichever element of an array they stand in") {
    CHECK(is_same_field("/orders/*/kind", "/orders/3/kind"));
    CHECK(is_same_field("/orders/*/kind", "/orders/kind"));
    CHECK(is_same_field("Flow", "Flow"));
    CHECK_FALSE(is_same_field("/orders/*/kind", "/orders/3/flow"));
    CHECK_FALSE(is_same_field("/orders/*/kind", "/bills/3/kind"));
    CHECK_FALSE(is_same_field("/0", "/1"));
    CHECK_FALSE(is_same_field("Flow 1", "Flow 2"));
    CHECK_FALSE(is_same_field("", "/orders"));
}
