#include "server/http/print/html.h"

namespace orderdeck::server::http::print {

Html& Html::element(std::string_view name, std::string_view words) { return element(name, {}, words); }

Html& Html::element(std::string_view name, std::string_view style, std::string_view words) {
    if (words.empty()) return *this;
    out_.append("<").append(name);
    if (!style.empty()) out_.append(" class=\"").append(style).append("\"");
    out_.append(">").append(escape_html(words)).append("</").append(name).append(">");
    return *this;
}

Html& Html::sentence(std::span<const words::TextSpan> spans) {
    for (const words::TextSpan& span : spans) {
        if (span.emphasis == words::Emphasis::strong)
            element("strong", span.text);
        else
            text(span.text);
    }
    return *this;
}

std::string_view class_of(words::Tone tone) {
    switch (tone) {
    case words::Tone::none: return "";
    case words::Tone::ok: return "ok";
    case words::Tone::warn: return "warn";
    case words::Tone::bad: return "bad";
    case words::Tone::info: return "info";
    case words::Tone::mute: return "mute";
    }
    return "";
}

} // namespace orderdeck::server::http::print
