#pragma once

#include "client/ui/forms/file_input.h"
#include "client/ui/ui.h"

#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::client::gallery {

/// The sample texts, in Chinese or English.
class Words {
public:
    explicit Words(bool chinese) : chinese_(chinese) {}
    std::string_view operator()(std::string_view english, std::string_view chinese) const {
        return chinese_ ? chinese : english;
    }
    bool chinese() const { return chinese_; }

private:
    bool chinese_;
};

/// What the samples hold while one plays with them.
struct Samples {
    std::string search = {};
    std::string name = {};
    std::string message = {};
    std::string quantity = "12";
    std::string secret = {};
    bool revealed = false;
    int quantity_version = 0;
    std::string language = "en";
    std::string remedy = "replace";
    std::string zone = "Asia/Shanghai";
    std::string day = "2026-11-24";
    std::string from = "2026-11-02";
    std::string until = {};
    std::string quiet_from = "22:00";
    bool mail = true;
    bool digest = false;
    bool consent = false;
    bool why = false;
    bool asking = false;
    bool explaining = false;
    std::uint32_t toasts = 0; ///< how many were shown; the last one stays until it is closed
    bool toasting = false;
    ui::Rect explained = {};
    ui::Id asker = {};
    ui::Id explainer = {};
    std::vector<ui::PickedFile> files = {};
};

/// Each draws from the top of the area and returns its height.
float draw_style(ui::Ui& ui, const ui::Rect& area, const Words& words);
float draw_icons(ui::Ui& ui, const ui::Rect& area);
float draw_buttons(ui::Ui& ui, const ui::Rect& area, const Words& words, Samples& samples);
float draw_status(ui::Ui& ui, const ui::Rect& area, const Words& words);
float draw_overlay_openers(ui::Ui& ui, const ui::Rect& area, const Words& words, Samples& samples);
/// What is open, over the page: call it last.
void draw_open_overlays(ui::Ui& ui, const Words& words, Samples& samples);
float draw_notices(ui::Ui& ui, const ui::Rect& area, const Words& words);
float draw_text_fields(ui::Ui& ui, const ui::Rect& area, const Words& words, Samples& samples);
float draw_choices(ui::Ui& ui, const ui::Rect& area, const Words& words, Samples& samples);
float draw_dates_and_files(ui::Ui& ui, const ui::Rect& area, const Words& words, Samples& samples);

} // namespace orderdeck::client::gallery
