#include "shared/domain/tracking/contact_mask.h"
#include "shared/domain/tracking/text_signs.h"
#include "shared/domain/tracking/working_days.h"
#include "shared/domain/tracking/zone.h"
#include "tests/support/order_builder.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck;
using namespace orderdeck::domain;
using orderdeck::test::day;
using orderdeck::test::instant;

TEST_CASE("a hand-over is told in words only") {
    const auto next = [](std::string_view text) {
        const auto handover = handover_in(text);
        return handover ? handover->carrier + " " + handover->number : std::string("none");
    };
    CHECK(next("已签收,签收人是: 转EMS1100000000007") == "EMS 1100000000007");
    CHECK(next("已离开美快国际物流香港中转中心，发往申通，面单号:5500000000008") == "申通 5500000000008");
    CHECK(next("快件已转交EMS，转单号：LX123456789CN") == "ems LX123456789CN");
    CHECK(next("Handed over to USPS, tracking number: 9400109104250532908587") ==
          "usps 9400109104250532908587");
    CHECK(next("已签收,签收人是: 本人") == "none");
    CHECK(next("您的快件面单号:5500000000008 已揽收") == "none");
    CHECK(next("离开 深圳陆运转运中心") == "none");
    CHECK(next("转12345") == "none");
}

TEST_CASE("pieces, corrections and clearances are told in words") {
    CHECK(pieces_in("正在派送途中（主单总件数：12件）") == 12);
    CHECK(pieces_in("主单总件数:0件") == 0);
    CHECK(pieces_in("已签收") == 0);
    CHECK(takes_delivery_back("误签收，快件退回网点"));
    CHECK(takes_delivery_back("Delivery scan in ERROR"));
    CHECK_FALSE(takes_delivery_back("已签收"));
    CHECK(says_customs_cleared("Your package was released by the customs agency."));
    CHECK_FALSE(says_customs_cleared("清关中"));
    CHECK(normalised_wording("  Delivered. ") == normalised_wording("DELIVERED"));
    CHECK(normalised_wording("a\n   b") == "a b");
}

TEST_CASE("telephones and couriers' names are hidden, numbers of parcels and signers are not") {
    CHECK(mask_contacts("派送业务员：王小明；联系电话：13812345678") ==
          "派送业务员：***；联系电话：1**********");
    CHECK(mask_contacts("（投递员姓名：王小明13812345678;联系电话：0755-26861234）") ==
          "（投递员姓名：***1**********;联系电话：0***-********）");
    CHECK(mask_contacts("快件交给张三,正在派送途中（联系电话：13812345678,") ==
          "快件交给***,正在派送途中（联系电话：1**********,");
    CHECK(mask_contacts("call tel: 4001234567") == "call tel: 4*********");
    CHECK(mask_contacts("转EMS1100000000007") == "转EMS1100000000007");
    CHECK(mask_contacts("运单 13812345678901 已签收，签收人：李四") ==
          "运单 13812345678901 已签收，签收人：李四");
    CHECK(mask_contacts("取件码 6-2-3045") == "取件码 6-2-3045");
}

TEST_CASE("countries with one zone have an offset, with summer time where it is kept") {
    const auto offset = [](std::string_view country, const char* date, int hour) {
        return utc_offset_in(country, base::LocalDate::parse(date).value(), hour * 60).value_or(-9999);
    };
    CHECK(offset("CN", "2024-07-01", 12) == 480);
    CHECK(offset("deu", "2024-01-01", 12) == 60);
    CHECK(offset("DE", "2024-07-01", 12) == 120);
    CHECK(offset("GB", "2024-07-01", 12) == 60);
    // 31 March 2024, 01:00 UTC: the clock jumps from 2 to 3.
    CHECK(offset("DE", "2024-03-31", 1) == 60);
    CHECK(offset("DE", "2024-03-31", 3) == 120);
    // 27 October 2024, 01:00 UTC: from 3 back to 2.
    CHECK(offset("DE", "2024-10-27", 1) == 120);
    CHECK(offset("DE", "2024-10-27", 3) == 60);
    CHECK(offset("US", "2024-07-01", 12) == -9999);
    CHECK(offset("", "2024-07-01", 12) == -9999);
}

TEST_CASE("working days keep the time of day, and a calendar without any is refused") {
    const WorkingDays weekdays;
    CHECK(plus_working_days(instant(9, 10), 1, weekdays).value() == instant(12, 10)); // Friday to Monday
    CHECK(plus_working_days(instant(9, 10), 0, weekdays).value() == instant(9, 10));
    CHECK(on_working_day(instant(10, 8), weekdays).value() == instant(12, 8));
    WorkingDays shanghai;
    shanghai.utc_offset_minutes = 480;
    // 20:00 UTC on Friday is Saturday there.
    CHECK(on_working_day(instant(9, 20), shanghai).value() == instant(11, 20));
    WorkingDays never;
    never.week = {};
    CHECK(plus_working_days(instant(9), 1, never).error().code == base::ErrorCode::invalid);
    CHECK(on_working_day(instant(9), never).error().code == base::ErrorCode::invalid);
}
