#include "server/ingest/epcis/identifiers.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck::server::ingest::epcis;

TEST_CASE("A word of the Core Business Vocabulary is known in each of its forms") {
    for (const char* form : {"shipping", "cbv:BizStep-shipping", "https://ref.gs1.org/cbv/BizStep-shipping",
                             "urn:epcglobal:cbv:bizstep:shipping"}) {
        INFO(form);
        CHECK(cbv_word(Vocabulary::biz_step, form) == "shipping");
    }
    CHECK(cbv_word(Vocabulary::disposition, "urn:epcglobal:cbv:disp:in_transit") == "in_transit");
    CHECK(cbv_word(Vocabulary::transaction_type, "https://ref.gs1.org/cbv/BTT-desadv") == "desadv");
    CHECK_FALSE(cbv_word(Vocabulary::biz_step, "https://ref.gs1.org/cbv/Disp-active").has_value());
    CHECK_FALSE(cbv_word(Vocabulary::biz_step, "http://epcis.example.org/bizstep/shipping").has_value());
    CHECK_FALSE(cbv_word(Vocabulary::biz_step, "").has_value());
}

TEST_CASE("A serial shipping container code is computed from its EPC and checked in a link") {
    CHECK(sscc_of("urn:epc:id:sscc:0614141.1234567890") == "106141412345678908");
    CHECK(sscc_of("https://id.gs1.org/00/106141412345678908") == "106141412345678908");
    CHECK(sscc_of("https://example.com/x/00/106141412345678908?17=261231") == "106141412345678908");
    CHECK_FALSE(sscc_of("https://id.gs1.org/00/106141412345678907").has_value());
    CHECK_FALSE(sscc_of("urn:epc:id:sscc:0614141.123456789").has_value());
    CHECK_FALSE(sscc_of("urn:epc:id:sscc:0614141").has_value());
    CHECK_FALSE(sscc_of("urn:epc:id:sscc:061414a.1234567890").has_value());
    CHECK_FALSE(sscc_of("urn:epc:id:sgtin:0614141.107346.2017").has_value());
    CHECK_FALSE(sscc_of("").has_value());
}

TEST_CASE("A business transaction has a number and the one who issued it") {
    const auto check = [](const char* uri, const char* number, const char* issuer) {
        INFO(uri);
        const TransactionId id = transaction_id(uri);
        CHECK(id.number == number);
        CHECK(id.issuer == issuer);
    };
    check("urn:epcglobal:cbv:bt:0614141073467:1152", "1152", "0614141073467");
    check("urn:epcglobal:cbv:bt:1152", "1152", "");
    check("http://transaction.acme.com/po/12345678", "12345678", "transaction.acme.com");
    check("https://acme.com/po/12345678/?v=1", "12345678", "acme.com");
    check("urn:epc:id:gdti:0614141.00001.1618034", "1618034", "0614141");
    check("urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "");
    check("PO-7", "PO-7", "");
}

TEST_CASE("A place is shown without the words of its URN") {
    CHECK(short_name("urn:epc:id:sgln:0614141.07346.1234") == "0614141.07346.1234");
    CHECK(short_name("https://id.gs1.org/414/9521321000010") == "9521321000010");
    CHECK(short_name("geo:42.698334,23.319941") == "geo:42.698334,23.319941");
    CHECK(party_ids("urn:epc:id:pgln:9520999.99999") ==
          std::vector<std::string>{"urn:epc:id:pgln:9520999.99999", "9520999.99999"});
}
