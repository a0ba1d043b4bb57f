#include "shared/api/inbox.h"

#include <catch2/catch_test_macros.hpp>

namespace orderdeck::api {
namespace {

InboxMessage message() {
    InboxMessage message;
    message.id = "7";
    message.state = InboxState::waiting;
    message.received = base::Timestamp::from_milliseconds(1'770'000'000'000);
    message.source = "erp";
    message.feed = "erp_orders";
    message.file = "orders \"a\".csv";
    message.bytes = 12345;
    message.rows = 40;
    message.rows_rejected = 2;
    message.findings = 3;
    message.records = 90;
    message.orders = 12;
    message.reason = "表头不符";
    message.waits_for = {"account:acme", "parcel:1Z999"};
    return message;
}

} // namespace

TEST_CASE("a page of the inbox arrives as it was sent") {
    const InboxPage page{.messages = {message()},
                         .next = "7",
                         .counts = {{InboxState::received, 1}, {InboxState::waiting, 4}},
                         .feeds = {{"erp_orders", 9, 4}, {"wms", 1, 0}}};
    CHECK(decode_inbox_page(encode_inbox_page(page)).value() == page);
    CHECK(decode_inbox_page(encode_inbox_page({})).value() == InboxPage{});
}

TEST_CASE("a message with its findings arrives as it was sent") {
    InboxDetail detail;
    detail.message = message();
    InboxFinding finding;
    finding.id = "31";
    finding.line = 14;
    finding.column = "Flow";
    finding.value = "X";
    finding.severity = FindingSeverity::error;
    finding.code = "bad_word";
    finding.message = "\"X\" is no flow";
    finding.occurrences = 5;
    finding.vocabulary = "flow";
    finding.choices = {"stock", "make_to_order"};
    detail.found = {finding};
    detail.next = "14-31";
    detail.orders_alone = 3;
    detail.orders = {{"SO-1", "Acme"}};
    CHECK(decode_inbox_detail(encode_inbox_detail(detail)).value() == detail);
}

TEST_CASE("excerpts, changes, meanings and reasons arrive as they were sent") {
    const InboxExcerpt excerpt{"orders.csv", 12, 14, {"a;b", "", "1;二"}};
    CHECK(decode_inbox_excerpt(encode_inbox_excerpt(excerpt)).value() == excerpt);
    const InboxChange change{message(), 17};
    CHECK(decode_inbox_change(encode_inbox_change(change)).value() == change);
    const CodeMeaning meaning{"erp", "Flow", "X", "stock"};
    CHECK(decode_code_meaning(encode_code_meaning(meaning)).value() == meaning);
    CHECK(decode_ignore_reason(encode_ignore_reason("a \"test\" file")).value() == "a \"test\" file");
    CHECK(decode_ignore_reason("").value().empty());
    CHECK(decode_ignore_reason("{}").value().empty());
    CHECK_FALSE(decode_ignore_reason("[]").has_value());
    CHECK(decode_messages_read_anew(encode_messages_read_anew(4)).value() == 4);
}

TEST_CASE("every state of a message has a name, and four of them need somebody") {
    int needing = 0;
    for (int i = 0; i < kInboxStateCount; ++i) {
        const auto state = static_cast<InboxState>(i);
        CHECK(inbox_state_from(name_of(state)) == state);
        needing += needs_attention(state) ? 1 : 0;
    }
    CHECK(needing == 4);
    CHECK_FALSE(inbox_state_from("attention"));
    CHECK_FALSE(
        decode_inbox_page(R"({"messages":[],"next":null,"counts":{"lost":1},"feeds":[]})").has_value());
}

} // namespace orderdeck::api
