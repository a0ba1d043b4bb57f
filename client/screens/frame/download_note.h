#pragma once

#include "client/screens/frame/frame_screen.h"
#include "client/screens/words/words.h"
#include "client/ui/widgets/toast.h"

#include <optional>

namespace orderdeck::client::screens {

/// How the last download went, in words.
struct DownloadNoteView {
    std::string text;
    std::string close;
    ui::Icon icon = ui::Icon::check;
    ui::Tone tone = ui::Tone::ok;
    std::uint32_t version = 0;
};

std::optional<DownloadNoteView> download_note_view(const ViewContext& context,
                                                   const app::DownloadState& download);
/// Draws it above the page's lower edge, `lift` px higher where something stands there.
void draw_download_note(ui::Ui& ui, float lift, const std::optional<DownloadNoteView>& view,
                        Actions& actions);

} // namespace orderdeck::client::screens
