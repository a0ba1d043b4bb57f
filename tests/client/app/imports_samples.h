#pragma once

#include "client/app/update.h"
#include "tests/client/app/own_settings_samples.h"

#include <string>

namespace orderdeck::client::app::test {

inline api::SessionInfo staff_session() {
    api::SessionInfo session;
    session.user_name = "Bea";
    session.csrf_token = "proof";
    session.is_staff = true;
    return session;
}

inline api::InboxMessage message_of(std::string id, api::InboxState state = api::InboxState::rejected) {
    api::InboxMessage message;
    message.id = std::move(id);
    message.state = state;
    message.source = "erp";
    message.feed = "erp_orders";
    message.file = "orders.csv";
    message.rows = 40;
    message.records = 90;
    message.orders = 12;
    return message;
}

inline api::InboxPage page_of(std::string id) {
    api::InboxPage page;
    page.next = id;
    page.messages = {message_of(std::move(id))};
    page.counts = {{api::InboxState::applied, 8}, {api::InboxState::rejected, 2}};
    page.feeds = {{"erp_orders", 10, 2}};
    return page;
}

/// The order word "Consignment", which nobody knows, in line 14.
inline api::InboxDetail detail_of(std::string id) {
    api::InboxDetail detail;
    detail.message = message_of(std::move(id), api::InboxState::applied_with_findings);
    detail.message.findings = 1;
    api::InboxFinding finding;
    finding.id = "31";
    finding.line = 14;
    finding.column = "Order type";
    finding.value = "Consignment";
    finding.code = "bad_word";
    finding.message = "\"Consignment\" is no kind";
    finding.occurrences = 3;
    finding.vocabulary = "kind";
    finding.choices = {"standard", "framework_contract", "sample", "replacement"};
    detail.found = {finding};
    detail.orders_alone = 2;
    detail.orders = {{"SO-1", "Acme"}};
    return detail;
}

inline RequestEnded ended(const SendRequest& sent, platform::HttpResponse response) {
    return {sent.asked, sent.subject, std::move(response)};
}

/// Staff at the list.
inline Model listed() {
    Model model;
    update(model, SessionRead{staff_session()});
    const Effects effects = update(model, RouteEntered{ImportsRoute{}});
    update(model,
           ended(*find_effect<SendRequest>(effects), answer(200, api::encode_inbox_page(page_of("7")))));
    return model;
}

/// Staff at message 7.
inline Model opened_import() {
    Model model = listed();
    const Effects effects = update(model, RouteEntered{ImportRoute{"7"}});
    update(model,
           ended(*find_effect<SendRequest>(effects), answer(200, api::encode_inbox_detail(detail_of("7")))));
    return model;
}

} // namespace orderdeck::client::app::test
