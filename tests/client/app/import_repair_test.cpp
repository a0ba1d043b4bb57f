#include "tests/client/app/imports_samples.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace orderdeck::client::app {

using namespace test;

namespace {

const platform::HttpRequest* request_in(const Effects& effects) {
    const auto* sent = find_effect<SendRequest>(effects);
    return sent == nullptr ? nullptr : &sent->request;
}

platform::HttpResponse changed(api::InboxState state, std::int64_t rows) {
    return answer(200, api::encode_inbox_change({message_of("7", state), rows}));
}

RequestEnded repaired(platform::HttpResponse response) { return {Asked::repair, "7", std::move(response)}; }

} // namespace

TEST_CASE("reading again is sent once, with the proof of the page, and its end is told") {
    Model model = opened_import();
    const Effects effects = update(model, RepairPressed{Repair::retry});
    const platform::HttpRequest* sent = request_in(effects);
    REQUIRE(sent != nullptr);
    CHECK(sent->method == HttpMethod::post);
    CHECK(sent->path == "/api/v1/inbox/7/retry");
    CHECK(sent->headers.front().value == "proof");
    CHECK(sent->timeout_ms > 60'000);
    CHECK(update(model, RepairPressed{Repair::retry}).empty());
    const Effects after = update(model, repaired(changed(api::InboxState::applied, 4)));
    CHECK(model.toast->kind == ToastKind::import_repaired);
    CHECK(model.import_page.detail->message.state == api::InboxState::applied);
    // What was found is other by now.
    CHECK(request_in(after)->path == "/api/v1/inbox/7");
    update(model, RepairPressed{Repair::retry});
    update(model, repaired(changed(api::InboxState::rejected, 0)));
    CHECK(model.toast->kind == ToastKind::import_read_again);
}

TEST_CASE("ignoring asks for a reason first, which may be left empty") {
    Model model = opened_import();
    CHECK(update(model, RepairPressed{Repair::ignore}).empty());
    CHECK(model.import_page.form == RepairForm::ignore);
    update(model, RepairPressed{Repair::none});
    CHECK(model.import_page.form == RepairForm::none);
    update(model, RepairPressed{Repair::ignore});
    update(model, IgnoreReasonTyped{"a trial"});
    const Effects effects = update(model, RepairPressed{Repair::ignore});
    CHECK(request_in(effects)->path == "/api/v1/inbox/7/ignore");
    CHECK(api::decode_ignore_reason(request_in(effects)->body).value() == "a trial");
    update(model, repaired(changed(api::InboxState::ignored, 0)));
    CHECK(model.import_page.form == RepairForm::none);
    CHECK(model.toast->kind == ToastKind::import_ignored);
}

TEST_CASE("withdrawing asks first, and tells what changed") {
    Model model = opened_import();
    CHECK(update(model, RepairPressed{Repair::withdraw}).empty());
    CHECK(model.own_settings.asking == Asking::withdraw_import);
    CHECK(update(model, QuestionAnswered{Reply::cancel}).empty());
    update(model, RepairPressed{Repair::withdraw});
    const Effects effects = update(model, QuestionAnswered{Reply::confirm});
    CHECK(request_in(effects)->path == "/api/v1/inbox/7/withdraw");
    update(model, repaired(changed(api::InboxState::withdrawn, 34)));
    CHECK(model.toast->kind == ToastKind::import_withdrawn);
    CHECK(model.import_page.changed == 34);
}

TEST_CASE("a word is explained by what was chosen for it") {
    Model model = opened_import();
    update(model, ExplainPressed{"31"});
    CHECK(update(model, RepairPressed{Repair::explain}).empty());
    update(model, MeaningChosen{"sample"});
    const Effects effects = update(model, RepairPressed{Repair::explain});
    REQUIRE(request_in(effects) != nullptr);
    CHECK(request_in(effects)->path == "/api/v1/inbox/code-map");
    CHECK(api::decode_code_meaning(request_in(effects)->body).value() ==
          api::CodeMeaning{"erp", "Order type", "Consignment", "sample"});
    update(model, repaired(answer(200, api::encode_messages_read_anew(2))));
    CHECK(model.toast->kind == ToastKind::word_explained);
    CHECK(model.import_page.changed == 2);
    CHECK(model.import_page.form == RepairForm::none);
}

TEST_CASE("what went wrong is told, and what was typed is kept") {
    Model model = opened_import();
    update(model, RepairPressed{Repair::ignore});
    update(model, IgnoreReasonTyped{"a trial"});
    const std::pair<platform::HttpResponse, RepairFailure> ends[] = {
        {no_answer(), RepairFailure::unreachable},
        {answer(409), RepairFailure::conflict},
        {answer(503), RepairFailure::refused},
        {answer(403), RepairFailure::refused}};
    for (const auto& [response, failure] : ends) {
        update(model, RepairPressed{Repair::ignore});
        const Effects effects = update(model, repaired(response));
        CHECK(model.import_page.failure == failure);
        CHECK(model.import_page.failed == Repair::ignore);
        CHECK(model.import_page.running == Repair::none);
        CHECK(model.import_page.reason == "a trial");
        CHECK((find_effect<ReadSession>(effects) != nullptr) == (response.status == 403));
        CHECK(request_in(effects)->path == "/api/v1/inbox/7");
    }
}

TEST_CASE("the text around a finding is read when it is opened, and again after it failed") {
    Model model = opened_import();
    const Effects effects = update(model, ExcerptToggled{"31"});
    CHECK(request_in(effects)->path == "/api/v1/inbox/7/text?finding=31");
    update(model, RequestEnded{Asked::excerpt, "31", no_answer()});
    CHECK(model.import_page.excerpts.at("31").reading == Reading::failed);
    CHECK(request_in(update(model, ExcerptToggled{"31"})) != nullptr);
    const api::InboxExcerpt excerpt{"", 12, 14, {"a", "b", "c"}};
    update(model, RequestEnded{Asked::excerpt, "31", answer(200, api::encode_inbox_excerpt(excerpt))});
    CHECK(model.import_page.excerpts.at("31").excerpt == excerpt);
    CHECK(update(model, ExcerptToggled{"31"}).empty());
    CHECK(model.import_page.excerpts.empty());
}

TEST_CASE("an answer about another message is not taken for this one") {
    Model model = opened_import();
    update(model, RepairPressed{Repair::retry});
    update(model, RouteEntered{ImportRoute{"8"}});
    CHECK(model.import_page.running == Repair::none);
    CHECK(update(model, repaired(changed(api::InboxState::applied, 4))).empty());
    update(model, RequestEnded{Asked::import, "7", answer(200, api::encode_inbox_detail(detail_of("7")))});
    CHECK_FALSE(model.import_page.detail);
    update(model, RequestEnded{Asked::import, "8", answer(404)});
    CHECK(model.import_page.is_missing);
}

TEST_CASE("further findings are added to those that are there") {
    Model model = opened_import();
    CHECK(update(model, MoreFindingsWanted{}).empty());
    model.import_page.detail->next = "14-31";
    const Effects effects = update(model, MoreFindingsWanted{});
    CHECK(request_in(effects)->path == "/api/v1/inbox/7?cursor=14-31");
    api::InboxDetail more = detail_of("7");
    more.found.front().id = "32";
    update(model, RequestEnded{Asked::more_findings, "7", answer(200, api::encode_inbox_detail(more))});
    REQUIRE(model.import_page.detail->found.size() == 2);
    CHECK_FALSE(model.import_page.detail->next);
}

} // namespace orderdeck::client::app
