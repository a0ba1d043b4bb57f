#include "client/screens/frame/download_note.h"

namespace orderdeck::client::screens {
namespace {

using app::DownloadPhase;

std::string saved_words(const ViewContext& context, const app::DownloadState& download) {
    const std::string saved = context.text("download.saved", {{"file", download.file_name}});
    if (download.left_out == 0) return saved;
    const std::string left_out = context.text("export.left_out", {{"count", download.left_out}});
    return context.text("explain.join", {{"first", saved}, {"second", left_out}});
}

std::string words_of(const ViewContext& context, const app::DownloadState& download) {
    switch (download.phase) {
    case DownloadPhase::none: return {};
    case DownloadPhase::preparing: return context.text("download.preparing");
    case DownloadPhase::saved: return saved_words(context, download);
    case DownloadPhase::unreachable: return context.text("download.unreachable");
    case DownloadPhase::busy: return context.text("download.busy");
    case DownloadPhase::too_many:
        return context.text("export.too_many", {{"count", app::kMostExportedOrders}});
    case DownloadPhase::failed: return context.text("download.failed");
    }
    return {};
}

} // namespace

std::optional<DownloadNoteView> download_note_view(const ViewContext& context,
                                                   const app::DownloadState& download) {
    if (download.phase == DownloadPhase::none) return std::nullopt;
    DownloadNoteView view;
    view.text = words_of(context, download);
    view.close = context.text("download.close");
    view.version = download.version;
    if (download.phase == DownloadPhase::preparing) {
        view.icon = ui::Icon::download;
        view.tone = ui::Tone::info;
    } else if (download.phase != DownloadPhase::saved) {
        view.icon = ui::Icon::alert;
        view.tone = ui::Tone::bad;
    }
    return view;
}

void draw_download_note(ui::Ui& ui, float lift, const std::optional<DownloadNoteView>& view,
                        Actions& actions) {
    if (!view) return;
    const ui::ToastSpec spec{.text = view->text,
                             .close_name = view->close,
                             .icon = view->icon,
                             .icon_ink = ui::ink_of(view->tone),
                             .version = view->version};
    if (ui::toast(ui, "download-note", lift, spec) == ui::ToastResult::closed)
        actions.push_back(app::DownloadNoteClosed{});
}

} // namespace orderdeck::client::screens
