#pragma once

#include "client/app/update.h"
#include "client/platform/headless/headless_window.h"
#include "client/screens/portal.h"
#include "shared/replica/order_snapshot.h"
#include "tests/client/screens/sample_orders.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::client::screens {

using platform::NodeKind;
using platform::headless::MirrorNode;

/// The portal over a replica in memory; what the runtime does with effects is done here at once.
class TestClient final : public platform::FrameClient {
public:
    TestClient(platform::headless::HeadlessPlatform& outside, storage::Database replica,
               platform::GlyphSource* glyphs = nullptr)
        : outside_(outside),
          replica_(std::move(replica)),
          ui_(glyphs != nullptr ? *glyphs : outside.glyphs),
          portal_(ui_) {
        model.clock = test::context_in("en").clock;
        model.sync.phase = sync::SyncPhase::up_to_date;
        model.sync.has_replica = true;
        enter_route();
    }

    void react() override {}
    platform::FrameOutput frame(const platform::FrameInput& input) override {
        for (const platform::InputEvent& event : input.events)
            if (event.kind == platform::InputKind::route_changed) enter_route();
        ui_.begin(input, outside_.environment, look_of(model));
        const Actions actions = portal_.draw(model, &replica_);
        platform::FrameOutput output = ui_.end();
        for (const app::Action& action : actions)
            dispatch(action);
        output.again = output.again || !actions.empty();
        return output;
    }

    ImDrawData& drawing() override { return ui_.drawing(); }
    bool idle() override { return portal_.prepare(model); }

    void dispatch(const app::Action& action) {
        for (const app::Effect& effect : app::update(model, action))
            run(effect);
    }

    app::Model model;

private:
    void enter_route() {
        const platform::Location& location = outside_.navigation.current();
        dispatch(app::RouteEntered{app::parse_route(location.path, location.query)});
    }

    void run(const app::Effect& effect) {
        const replica::ListMoment moment{model.clock.now, model.clock.today()};
        if (const auto* list = std::get_if<app::ListOrders>(&effect)) {
            auto orders = replica::list_orders(
                replica_, {list->query.search, list->query.filter, list->query.step, list->query.sort},
                moment, replica::SearchExtent::all);
            auto figures = replica::count_orders(replica_, moment);
            REQUIRE(orders);
            REQUIRE(figures);
            dispatch(app::OrdersListed{{list->query, std::move(orders->orders), std::move(*figures)}});
        }
        if (const auto* read = std::get_if<app::ReadOrder>(&effect)) {
            auto details = replica::read_order(replica_, read->order);
            dispatch(
                app::OrderRead{read->order, details ? std::optional(std::move(*details)) : std::nullopt});
        }
        if (const auto* push = std::get_if<app::PushRoute>(&effect)) outside_.navigation.push(push->path);
        if (const auto* replace = std::get_if<app::ReplaceRoute>(&effect))
            outside_.navigation.replace(replace->path);
        if (std::holds_alternative<app::GoBack>(effect)) outside_.navigation.back();
        if (const auto* title = std::get_if<app::SetTitle>(&effect))
            outside_.navigation.set_title(title->title);
        if (const auto* language = std::get_if<app::SetLanguage>(&effect))
            outside_.navigation.set_language(language->tag);
        if (const auto* log_out = std::get_if<app::LogOut>(&effect))
            outside_.navigation.leave_by_post("/logout", "csrf", log_out->csrf_token);
    }

    platform::headless::HeadlessPlatform& outside_;
    storage::Database replica_;
    ui::Ui ui_;
    Portal portal_;
};

/// A person at a desk or with a phone.
struct Visit {
    Visit(float width, float height, const std::vector<test::SampleOrder>& orders,
          std::string_view start = "/orders", platform::GlyphSource* glyphs = nullptr)
        : outside(width, height, start),
          client(outside, test::replica_with(orders), glyphs),
          window(outside, client) {
        outside.environment.touch = width < 640;
        window.settle();
    }
    static Visit desk(const std::vector<test::SampleOrder>& orders, std::string_view start = "/orders",
                      platform::GlyphSource* glyphs = nullptr) {
        return Visit(1280, 800, orders, start, glyphs);
    }
    static Visit phone(const std::vector<test::SampleOrder>& orders, std::string_view start = "/orders") {
        return Visit(390, 844, orders, start);
    }

    const MirrorNode* find(NodeKind kind, std::string_view name) const {
        return window.mirror().find(kind, name);
    }
    /// All words on the page in reading order; lines of a paragraph are joined by blanks.
    std::string words() const {
        std::string all;
        for (const MirrorNode& node : window.mirror().nodes())
            all += node.text + " ";
        return test::with_plain_blanks(all);
    }
    bool shows(std::string_view text) const {
        return words().find(test::with_plain_blanks(text)) != std::string::npos;
    }
    std::size_t order_links() const {
        std::size_t count = 0;
        for (const MirrorNode* link : window.mirror().all(NodeKind::link))
            count += link->href.starts_with("/orders/") ? 1U : 0U;
        return count;
    }
    void choose_language(std::string_view tag) {
        app::Preferences preferences = client.model.preferences;
        preferences.language = tag;
        client.dispatch(app::PreferencesRead{preferences});
        window.settle();
    }

    platform::headless::HeadlessPlatform outside;
    TestClient client;
    platform::headless::HeadlessWindow window;
};

} // namespace orderdeck::client::screens
