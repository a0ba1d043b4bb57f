#include "server/ingest/files/bundle.h"
#include "server/ingest/files/gunzip.h"
#include "server/ingest/files/unpack.h"
#include "tests/server/ingest/files/gzip.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck;
using namespace orderdeck::server::ingest;
using orderdeck::test::gzip;

TEST_CASE("A gzip file is unpacked, also one of several members") {
    CHECK(gunzip(gzip("orders"), 100).value_or("") == "orders");
    CHECK(gunzip(gzip("one ") + gzip("two"), 100).value_or("") == "one two");
    CHECK(gunzip(gzip(""), 0).value_or("x").empty());
    const std::string large(300'000, 'x');
    CHECK(gunzip(gzip(large), large.size()).value_or("") == large);
}

TEST_CASE("A gzip file that unpacks to more than the limit is refused before it fills the memory") {
    const std::string bomb = gzip(std::string(5 * 1024 * 1024, '0'));
    REQUIRE(bomb.size() < 10'000);
    const auto refused = gunzip(bomb, 4 * 1024 * 1024);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == base::ErrorCode::too_large);
    CHECK(refused.error().message == "the file unpacks to more than 4 MiB: split it");
    const std::string half = gzip(std::string(3 * 1024 * 1024, '0'));
    const std::string both =
        bundle({{.name = "a.csv.gz", .bytes = half}, {.name = "b.csv.gz", .bytes = half}}).value();
    const auto together = unpack({.name = "feed.tar", .bytes = both}, 4 * 1024 * 1024);
    REQUIRE_FALSE(together.has_value());
    CHECK(together.error().code == base::ErrorCode::too_large);
    CHECK(together.error().where == "b.csv.gz");
}

TEST_CASE("A damaged gzip file and one that is cut off are told apart") {
    std::string packed = gzip("a text that is long enough to be packed, packed, packed");
    CHECK(gunzip(packed.substr(0, packed.size() / 2), 1000).error().message.find("cut off") !=
          std::string::npos);
    packed[packed.size() / 2] = static_cast<char>(packed[packed.size() / 2] ^ 0x55);
    CHECK(gunzip(packed, 1000).error().message.find("damaged") != std::string::npos);
}

TEST_CASE("A bundle gives back its files byte for byte and is the same each time") {
    const std::vector<BundledFile> files = {{.name = "a.csv", .bytes = "1\n2\n"},
                                            {.name = "empty.csv", .bytes = ""},
                                            {.name = "b.csv", .bytes = std::string_view("\0\xFFz", 3)}};
    const auto packed = bundle(files);
    REQUIRE(packed.has_value());
    CHECK(packed->size() % 512 == 0);
    CHECK(is_bundle(*packed));
    CHECK(bundle(files).value_or("") == *packed);
    const auto again = unbundle(*packed);
    REQUIRE(again.has_value());
    REQUIRE(again->size() == 3);
    CHECK((*again)[0].bytes == "1\n2\n");
    CHECK((*again)[1].name == "empty.csv");
    CHECK((*again)[2].bytes == files[2].bytes);
    CHECK_FALSE(unbundle(std::string_view(*packed).substr(0, 700)).has_value());
    std::string damaged = *packed;
    damaged[0] = 'x';
    CHECK_FALSE(unbundle(damaged).has_value());
    CHECK_FALSE(bundle({{.name = std::string(101, 'n'), .bytes = ""}}).has_value());
}

TEST_CASE("Files are unpacked out of a bundle, and a bundle out of gzip") {
    const std::string packed = gzip("x\n");
    const std::string archive =
        bundle({{.name = "folder/a.csv.gz", .bytes = packed}, {.name = "b.csv", .bytes = "y\n"}}).value();
    const std::string outer = gzip(archive);
    for (const std::string& bytes : {archive, outer}) {
        const auto unpacked = unpack({.name = "feed.tar.gz", .bytes = bytes});
        REQUIRE(unpacked.has_value());
        REQUIRE(unpacked->files.size() == 2);
        CHECK(unpacked->files[0].name == "a.csv");
        CHECK(unpacked->files[0].bytes == "x\n");
        CHECK(unpacked->files[1].bytes == "y\n");
    }
    const auto plain = unpack({.name = "orders.csv", .bytes = "a,b\n"});
    REQUIRE(plain.has_value());
    REQUIRE(plain->files.size() == 1);
    CHECK(plain->files[0].bytes == "a,b\n");
}
