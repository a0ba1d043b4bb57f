#pragma once

#include "server/http/page.h"
#include "shared/words/emphasis.h"
#include "shared/words/tone.h"

#include <span>
#include <string>
#include <string_view>

namespace orderdeck::server::http::print {

/// HTML as it grows: tags of ours as they are, texts made safe.
class Html {
public:
    Html& tag(std::string_view markup) { return out_ += markup, *this; }
    Html& text(std::string_view words) { return out_ += escape_html(words), *this; }
    /// `<tag>text</tag>`; nothing without a text.
    Html& element(std::string_view name, std::string_view words);
    /// The same of a class of our style sheet.
    Html& element(std::string_view name, std::string_view style, std::string_view words);
    Html& sentence(std::span<const words::TextSpan> spans);
    std::string take() { return std::move(out_); }

private:
    std::string out_;
};

/// The class of the style sheet for a status.
std::string_view class_of(words::Tone tone);

} // namespace orderdeck::server::http::print
