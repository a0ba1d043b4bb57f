#include "client/gallery/sections.h"
#include "client/ui/forms/combobox.h"
#include "client/ui/forms/date_input.h"
#include "client/ui/forms/file_input.h"
#include "client/ui/forms/number_input.h"
#include "client/ui/forms/search_field.h"
#include "client/ui/forms/toggle.h"
#include "shared/base/parse_number.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace orderdeck::client::gallery {
namespace {

using ui::Enabled;
using ui::Tri;

constexpr float kGap = 20;
constexpr float kWidestField = 420;

constexpr std::array<ui::Choice, 2> kLanguages{{{"en", "English"}, {"zh-CN", "中文（简体）"}}};
constexpr std::array<ui::Choice, 12> kZones{{{"UTC", "UTC"},
                                             {"Asia/Shanghai", "Asia/Shanghai"},
                                             {"Asia/Singapore", "Asia/Singapore"},
                                             {"Asia/Tokyo", "Asia/Tokyo"},
                                             {"Asia/Dubai", "Asia/Dubai"},
                                             {"Africa/Lagos", "Africa/Lagos"},
                                             {"America/Chicago", "America/Chicago"},
                                             {"America/New_York", "America/New_York"},
                                             {"America/Sao_Paulo", "America/Sao_Paulo"},
                                             {"Europe/Berlin", "Europe/Berlin"},
                                             {"Europe/London", "Europe/London"},
                                             {"Europe/Paris", "Europe/Paris"}}};

ui::Rect column(const ui::Rect& area) {
    return {area.x, area.y, std::min(area.width, kWidestField), area.height};
}

void step(Samples& samples, int by) {
    const auto value = base::parse_int(samples.quantity);
    samples.quantity = std::to_string(std::clamp<std::int64_t>(value.value_or(0) + by, 0, 40));
    ++samples.quantity_version;
}

float draw_quantity(ui::Ui& ui, const ui::Rect& area, const Words& words, Samples& samples) {
    const auto value = base::parse_int(samples.quantity);
    const bool valid = value && *value >= 0 && *value <= 40;
    const ui::NumberInputSpec spec{
        .words = {.label = words("Damaged quantity", "破损数量"),
                  .hint = words("Of 40 delivered.", "共送达 40 件。"),
                  .error = valid ? std::string_view{}
                                 : words("Enter a number from 0 to 40.", "请输入 0 到 40 之间的数字。")},
        .value = samples.quantity,
        .unit = words("pieces", "件"),
        .less_name = words("One less", "减一"),
        .more_name = words("One more", "加一"),
        .less = valid && *value == 0 ? Enabled::no : Enabled::yes,
        .more = valid && *value == 40 ? Enabled::no : Enabled::yes,
        .value_version = static_cast<std::uint32_t>(samples.quantity_version)};
    const ui::NumberChange change = ui::number_input(ui, area, "quantity", spec);
    if (change.typed.value) samples.quantity = *change.typed.value;
    if (change.step != 0) step(samples, change.step);
    return change.typed.height;
}

void take(const ui::FieldChange& change, std::string& value) {
    if (change.value) value = *change.value;
}

} // namespace

float draw_text_fields(ui::Ui& ui, const ui::Rect& area, const Words& words, Samples& samples) {
    ui::Rect rest = column(area);
    const auto below = [&](const ui::FieldChange& change) {
        rest.take_top(change.height + kGap);
        return change;
    };
    take(below(ui::search_field(ui, {rest.x, rest.y, rest.width, ui.control_height()}, "search",
                                {.label = words("Search", "搜索"),
                                 .value = samples.search,
                                 .hint = words("Order, PO, product", "订单号、采购单、产品"),
                                 .clear_name = words("Clear the search", "清除搜索")})),
         samples.search);
    take(below(ui::text_input(ui, rest, "name",
                              {.words = {.label = words("Name", "姓名"),
                                         .hint = words("As colleagues see it.", "同事看到的名称。")},
                               .value = samples.name,
                               .placeholder = words("Given and family name", "姓名"),
                               .kind = ui::TextKind::name,
                               .max_length = 80})),
         samples.name);
    below(ui::text_input(
        ui, rest, "mail",
        {.words = {.label = words("E-mail", "电子邮箱"),
                   .error = words("An address has an @ and a domain.", "邮箱地址应包含 @ 和域名。")},
         .value = "buyer(at)example.com",
         .kind = ui::TextKind::email}));
    below(ui::text_input(ui, rest, "locked",
                         {.words = {.label = words("Customer number", "客户编号")},
                          .value = "C-10482",
                          .enabled = Enabled::no}));
    const ui::FieldChange secret =
        ui::text_input(ui, rest, "password",
                       {.words = {.label = words("New password", "新密码"),
                                  .hint = words("At least 12 characters.", "至少 12 个字符。")},
                        .value = samples.secret,
                        .kind = ui::TextKind::new_password,
                        .revealed = samples.revealed ? Tri::on : Tri::off,
                        .reveal_name = samples.revealed ? words("Hide what is typed", "隐藏输入内容")
                                                        : words("Show what is typed", "显示输入内容")});
    take(secret, samples.secret);
    if (secret.reveal_pressed) samples.revealed = !samples.revealed;
    rest.take_top(secret.height + kGap);
    rest.take_top(draw_quantity(ui, rest, words, samples) + kGap);
    take(below(ui::text_input(
             ui, rest, "message",
             {.words = {.label = words("What happened?", "发生了什么？"),
                        .optional = words("(optional)", "（选填）"),
                        .hint = words("Photos help us to answer at once.", "附上照片有助于我们尽快处理。")},
              .value = samples.message,
              .placeholder = words("Two of the cartons were wet…", "其中两箱受潮……"),
              .kind = ui::TextKind::prose,
              .rows = 4})),
         samples.message);
    return rest.y - kGap - area.y;
}

float draw_choices(ui::Ui& ui, const ui::Rect& area, const Words& words, Samples& samples) {
    const std::array<ui::Choice, 3> remedies{
        {{"replace", words("Send again", "补发"),
          words("Free of charge, with the next truck.", "免费，随下一班车发出。")},
         {"refund", words("Refund", "退款"), words("To the account that paid.", "退回原付款账户。")},
         {"repair", words("Repair", "维修")}}};
    ui::Rect rest = column(area);
    const auto choose = [&](const ui::ChoiceChange& change, std::string& value) {
        if (change.chosen) value = *change.chosen;
        rest.take_top(change.height + kGap);
    };
    choose(ui::select(ui, rest, "language",
                      {.words = {.label = words("Language", "语言")},
                       .choices = kLanguages,
                       .chosen = samples.language}),
           samples.language);
    std::string nothing;
    choose(ui::select(ui, rest, "reason",
                      {.words = {.label = words("Reason", "原因"),
                                 .error = words("Choose a reason.", "请选择原因。")},
                       .choices = remedies}),
           nothing);
    choose(ui::radio_group(ui, rest, "remedy",
                           {.words = {.label = words("What would help?", "希望如何处理？")},
                            .choices = remedies,
                            .chosen = samples.remedy}),
           samples.remedy);
    const auto turn = [&](bool turned, bool& value) {
        if (turned) value = !value;
    };
    const auto tri = [](bool value) { return value ? Tri::on : Tri::off; };
    const ui::ToggleSpec mail{
        .label = words("Mail me when a promise moves", "交期变动时发邮件通知我"),
        .hint = words("At once, at most one mail an order and day.", "即时通知，每个订单每天最多一封。"),
        .checked = tri(samples.mail)};
    turn(ui::switch_control(ui, rest, "mail-me", mail), samples.mail);
    rest.take_top(ui::toggle_height(ui, rest.width, mail));
    const ui::ToggleSpec digest{.label = words("Weekly digest", "每周摘要"), .checked = tri(samples.digest)};
    turn(ui::switch_control(ui, rest, "digest", digest), samples.digest);
    rest.take_top(ui::toggle_height(ui, rest.width, digest));
    const ui::ToggleSpec consent{.label =
                                     words("The photos may be shown to the carrier", "照片可以提供给承运商"),
                                 .checked = tri(samples.consent)};
    turn(ui::checkbox(ui, rest, "consent", consent), samples.consent);
    rest.take_top(ui::toggle_height(ui, rest.width, consent));
    const ui::ToggleSpec locked{.label = words("Order confirmations (always sent)", "订单确认（始终发送）"),
                                .checked = Tri::on,
                                .enabled = Enabled::no};
    ui::checkbox(ui, rest, "always", locked);
    rest.take_top(ui::toggle_height(ui, rest.width, locked) + kGap);
    choose(ui::combobox(
               ui, rest, "zone",
               {.words = {.label = words("Time zone", "时区"),
                          .hint = words("Dates and times are shown in it.", "日期和时间按此时区显示。")},
                .choices = kZones,
                .chosen = samples.zone,
                .list_name = words("Time zones", "时区列表"),
                .nothing = words("No zone contains this.", "没有匹配的时区。"),
                .more = words("Type to see others.", "输入以查看更多。")}),
           samples.zone);
    return rest.y - kGap - area.y;
}

float draw_dates_and_files(ui::Ui& ui, const ui::Rect& area, const Words& words, Samples& samples) {
    ui::Rect rest = column(area);
    const ui::FieldChange day =
        ui::date_input(ui, rest, "day",
                       {.words = {.label = words("Wanted on", "期望日期"),
                                  .hint = words("The earliest is tomorrow.", "最早为明天。")},
                        .value = samples.day,
                        .shown = samples.day,
                        .hint = words("Choose a day", "选择日期"),
                        .earliest = "2026-11-23"});
    if (day.value) samples.day = *day.value;
    rest.take_top(day.height + kGap);
    const ui::DateRangeChange range = ui::date_range(
        ui, rest, "range",
        {.name = words("Promised between", "承诺日期区间"),
         .from = {.words = {.label = words("From", "从")}, .value = samples.from, .shown = samples.from},
         .until = {.words = {.label = words("Until", "到")},
                   .value = samples.until,
                   .shown = samples.until,
                   .hint = words("Any day", "不限")}});
    if (range.from.value) samples.from = *range.from.value;
    if (range.until.value) samples.until = *range.until.value;
    rest.take_top(range.height + kGap);

    const ui::FieldChange quiet = ui::time_input(ui, rest, "quiet",
                                                 {.words = {.label = words("No mail from", "免打扰开始")},
                                                  .value = samples.quiet_from,
                                                  .shown = samples.quiet_from});
    if (quiet.value) samples.quiet_from = *quiet.value;
    rest.take_top(quiet.height + kGap);

    std::vector<std::string> sizes;
    for (const ui::PickedFile& file : samples.files)
        sizes.push_back(std::to_string((file.bytes + 1023) / 1024) + " KB");
    std::vector<ui::FileRow> rows;
    for (std::size_t i = 0; i < samples.files.size(); ++i)
        rows.push_back({samples.files[i], sizes[i], words("Remove", "移除")});
    const ui::FileChange files = ui::file_input(
        ui, rest, "photos",
        {.words = {.label = words("Photos", "照片"),
                   .hint = words("JPEG or PNG, up to 20 MB each.", "JPEG 或 PNG，每张不超过 20 MB。")},
         .prompt = words("Choose photos or drop them here", "选择照片或拖放到此处"),
         .accept = "image/*",
         .files = rows});
    std::copy(files.picked.begin(), files.picked.end(), std::back_inserter(samples.files));
    if (files.removed)
        samples.files.erase(samples.files.begin() + static_cast<std::ptrdiff_t>(*files.removed));
    return rest.y + files.height - area.y;
}

} // namespace orderdeck::client::gallery
