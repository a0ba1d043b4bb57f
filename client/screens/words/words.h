#pragma once

#include "client/ui/style/theme.h"
#include "shared/words/emphasis.h"
#include "shared/words/status_words.h"
#include "shared/words/view_context.h"

namespace orderdeck::client::screens {

// The words of screens and of paper are the same.
using words::Emphasis;
using words::join_facts;
using words::PillView;
using words::TextSpan;
using words::ViewContext;

/// The colours of a status. Plain words have none.
inline ui::Tone tone_of(words::Tone tone) {
    switch (tone) {
    case words::Tone::ok: return ui::Tone::ok;
    case words::Tone::warn: return ui::Tone::warn;
    case words::Tone::bad: return ui::Tone::bad;
    case words::Tone::info: return ui::Tone::info;
    case words::Tone::none:
    case words::Tone::mute: break;
    }
    return ui::Tone::mute;
}

/// The colour of its words where they stand beside others.
inline ui::Ink ink_of(words::Tone tone) {
    if (tone == words::Tone::none) return ui::Ink::text2;
    return tone == words::Tone::mute ? ui::Ink::text3 : ui::ink_of(tone_of(tone));
}

} // namespace orderdeck::client::screens
