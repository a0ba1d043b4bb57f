#include "server/ingest/documents/code_table.h"
#include "server/ingest/documents/document_mapping.h"
#include "shared/domain/billing.h"
#include "shared/domain/document.h"
#include "shared/domain/milestone.h"
#include "shared/domain/order.h"
#include "shared/domain/tracking.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck;
using namespace orderdeck::server::ingest;
using namespace orderdeck::server::ingest::documents;

namespace {

constexpr std::string_view kMapping = R"({
  "format": "ubl",
  "source": {"name": "peppol", "kind": "sales"},
  "account": {
    "GRP": {"code": "group", "name": "The Group"},
    "0088:7300010000001": {"code": "city", "name": "City Hospital", "parent": "group"},
    "987654325": "health",
    "931186755": "health"
  }
})";

std::string changed(std::string_view piece, std::string_view by) {
    std::string text(kMapping);
    return text.replace(text.find(piece), piece.size(), by);
}

base::Error error_of(const std::string& json) {
    const auto mapping = parse_document_mapping("peppol", json);
    REQUIRE_FALSE(mapping.has_value());
    return mapping.error();
}

DocumentMapping sample() {
    auto mapping = parse_document_mapping("peppol", kMapping);
    REQUIRE(mapping.has_value());
    return std::move(*mapping);
}

Party buyer(std::vector<std::string> ids) {
    return {.role = "BuyerCustomerParty", .name = "City Hospital", .ids = std::move(ids)};
}

} // namespace

TEST_CASE("A mapping of documents says which party is which account") {
    const DocumentMapping mapping = sample();
    CHECK(mapping.source == SourceSystem{.name = "peppol", .kind = "sales"});
    CHECK(mapping.numbering == OrderNumbering::customer);
    CHECK(account_of(mapping, {buyer({"0088:7300010000001", "7300010000001"})}).value_or("") == "city");
    CHECK(account_of(mapping, {buyer({"0192:987654325", "987654325"})}).value_or("") == "health");
    CHECK(account_of(mapping, {buyer({"1"}), buyer({"931186755"})}).value_or("") == "health");
    const auto accounts = introduced(mapping, "city");
    REQUIRE(accounts.size() == 2);
    CHECK(accounts[0].code == "group");
    CHECK(accounts[1].parent == "group");
    REQUIRE(introduced(mapping, "health").size() == 1);
    CHECK(introduced(mapping, "health")[0].name.text.empty());
}

TEST_CASE("A party that the mapping does not know, or knows as two, is named with what to do") {
    const auto unknown = account_of(sample(), {buyer({"0007:5541277710", "5541277710"})});
    REQUIRE_FALSE(unknown.has_value());
    CHECK(unknown.error().code == base::ErrorCode::not_found);
    CHECK(unknown.error().message ==
          "the customer is unknown: BuyerCustomerParty \"City Hospital\" (0007:5541277710); add one of these "
          "identifiers to \"account\" in the mapping \"peppol\" and import again");
    const auto nameless = account_of(sample(), {buyer({})});
    REQUIRE_FALSE(nameless.has_value());
    CHECK(nameless.error().message.starts_with(
        "the customer has no identifier: BuyerCustomerParty \"City Hospital\" (no identifier); if all"));
    const auto two = account_of(sample(), {buyer({"GRP", "987654325"})});
    REQUIRE_FALSE(two.has_value());
    CHECK(two.error().code == base::ErrorCode::conflict);
    CHECK(two.error().message ==
          "the BuyerCustomerParty is the account \"group\" by GRP and \"health\" by 987654325");
}

TEST_CASE("Only what states no party at all goes to the account for that") {
    auto mapping = sample();
    mapping.unstated = "city";
    CHECK(account_of(mapping, {}).value_or("") == "city");
    CHECK(account_of(mapping, {buyer({})}).value_or("") == "city");
    CHECK_FALSE(account_of(mapping, {buyer({"7"})}).has_value());
}

TEST_CASE("A mistake in a mapping of documents is refused at its place") {
    CHECK(error_of(changed("\"parent\": \"group\"", "\"parent\": \"grp\"")).where ==
          "/account/0088:7300010000001/parent");
    CHECK(error_of(changed("\"kind\": \"sales\"", "\"kind\": \"selling\"")).where == "/source/kind");
    CHECK(error_of(changed("\"account\"", "\"accounts\"")).message.starts_with("unknown key \"accounts\""));
    CHECK(error_of(changed("\"987654325\"", "\" 987654325\"")).where == "/account/ 987654325");
    CHECK(error_of(changed("\"format\": \"ubl\"", "\"order_number\": \"ours\"")).where == "/order_number");
    CHECK(error_of(changed("\"931186755\": \"health\"", "\"9\": {\"code\": \"city\", \"name\": \"Another\"}"))
              .message == "the account \"city\" is named twice and differently");
    CHECK(error_of(R"({"source": {"name": "a", "kind": "sales"}, "account": {}})").where == "/account");
}

TEST_CASE("Every word of the code lists is one that we know") {
    const auto ubl = CodeTable::load("ubl");
    const auto epcis = CodeTable::load("epcis");
    REQUIRE(ubl.has_value());
    REQUIRE(epcis.has_value());
    const auto all_known = [](const CodeTable& table, std::string_view list, auto from) {
        for (const auto& [code, word] : table.lists().find(list)->second) {
            INFO(list << " " << code << " " << word);
            CHECK((word == "unstated" || from(word).has_value()));
        }
    };
    all_known(*ubl, "response_line", domain::commercial_from);
    all_known(*ubl, "change_line", domain::commercial_from);
    all_known(*ubl, "invoice_type", domain::invoice_kind_from);
    all_known(*ubl, "invoice_response", domain::invoice_state_from);
    all_known(*ubl, "document_kind", domain::document_kind_from);
    all_known(*ubl, "transport_condition", domain::parcel_status_from);
    all_known(*ubl, "transport_condition_reason", domain::tracking_reason_from);
    all_known(*ubl, "transport_reason", domain::tracking_reason_from);
    all_known(*epcis, "milestone", domain::milestone_code_from);
    all_known(*epcis, "inspection", domain::milestone_code_from);
    all_known(*epcis, "parcel_status", domain::parcel_status_from);
    CHECK(ubl->find("response_line", "7") == "rejected");
    CHECK_FALSE(ubl->find("response_line", "8").has_value());
    CHECK_FALSE(ubl->find("no_list", "7").has_value());
    CHECK_FALSE(CodeTable::load("edifact").has_value());
}
