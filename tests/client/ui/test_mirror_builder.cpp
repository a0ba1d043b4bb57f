#include "client/ui/mirror_builder.h"

#include "client/platform/headless/mirror_reader.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck::client::ui;
using orderdeck::client::platform::headless::Mirror;
using orderdeck::client::platform::headless::MirrorNode;
namespace node_flag = orderdeck::client::platform::node_flag;

namespace {

void open_list(MirrorBuilder& builder, std::string_view second) {
    builder.reset();
    builder.open({.role = Role::list, .id = Id{7}, .rect = {100, 50, 300, 400}, .name = "订单"});
    builder.open(
        {.role = Role::list_item, .id = Id{8}, .rect = {110, 60, 280, 40}, .position = 1, .set_size = 2});
    builder.add_text({.rect = {120, 65, 50, 20}, .utf8 = second, .text_width = 50, .color = 0x0f1728});
    builder.close();
    builder.close();
}

} // namespace

TEST_CASE("Nodes come back from the buffer with their texts, states and places relative to their parent") {
    MirrorBuilder builder;
    open_list(builder, "伺服驱动器");
    builder.leaf({.role = Role::button,
                  .id = Id{9},
                  .rect = {0, 0, 44, 44},
                  .name = "Close",
                  .test_id = "close",
                  .feedback = Feedback::control,
                  .pressed = Tri::off,
                  .expanded = Tri::on});
    const Mirror mirror(builder.finish({}));

    REQUIRE(mirror.nodes().size() == 4);
    const MirrorNode& item = mirror.nodes()[1];
    CHECK(item.parent == 0);
    CHECK(item.record.x == 10);
    CHECK(item.record.y == 10);
    CHECK(item.record.position == 1);
    CHECK(mirror.nodes()[2].record.x == 10);
    CHECK(mirror.nodes()[2].text == "伺服驱动器");
    CHECK(mirror.name_of(item) == "伺服驱动器");
    const MirrorNode* button = mirror.find(Role::button, "Close");
    REQUIRE(button != nullptr);
    CHECK(button->parent == -1);
    CHECK(button->test_id == "close");
    CHECK(button->has(node_flag::pressed_known));
    CHECK_FALSE(button->has(node_flag::pressed));
    CHECK(button->has(node_flag::expanded));
    CHECK(button->record.flags >> node_flag::feedback_shift == 2);
}

TEST_CASE("A node's hash changes with its content and not with its place in the string table") {
    MirrorBuilder builder;
    open_list(builder, "one");
    const Mirror before(builder.finish({}));
    open_list(builder, "three");
    const Mirror after(builder.finish({}));
    CHECK(after.nodes()[0].record.hash == before.nodes()[0].record.hash);
    CHECK(after.nodes()[1].record.hash == before.nodes()[1].record.hash);
    CHECK(after.nodes()[2].record.hash != before.nodes()[2].record.hash);
    CHECK(after.nodes()[2].record.id == before.nodes()[2].record.id);
}

TEST_CASE("An overlay belongs to the page, wherever it was opened") {
    MirrorBuilder builder;
    builder.reset();
    builder.open({.role = Role::main, .id = Id{1}, .rect = {200, 64, 800, 600}});
    builder.open({.role = Role::menu,
                  .id = Id{2},
                  .rect = {300, 80, 200, 100},
                  .name = "Account",
                  .more_flags = node_flag::overlay});
    builder.close();
    builder.close();
    const Mirror mirror(builder.finish({}));
    CHECK(mirror.nodes()[1].parent == -1);
    CHECK(mirror.nodes()[1].record.x == 300);
}

TEST_CASE("A truncated or foreign buffer is read as empty") {
    MirrorBuilder builder;
    open_list(builder, "one");
    const auto words = builder.finish({});
    CHECK(Mirror(words.subspan(0, words.size() - 1)).nodes().empty());
    CHECK(Mirror(words.subspan(1)).nodes().empty());
    CHECK(Mirror(std::span<const std::uint32_t>{}).nodes().empty());
}
