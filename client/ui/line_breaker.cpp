#include "client/ui/line_breaker.h"

#include <algorithm>
#include <string_view>

namespace orderdeck::client::ui {
namespace {

bool is_blank(char32_t c) { return c == U' ' || c == U'\t' || c == 0x3000; }

bool is_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xc0 && c <= 0x24f);
}

/// Scripts that break between any two characters: Han, kana, Hangul, and their full-width forms.
bool is_ideographic(char32_t c) {
    return (c >= 0x2e80 && c <= 0x2fff) || (c >= 0x3003 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3) ||
           (c >= 0xf900 && c <= 0xfaff) || (c >= 0xff00 && c <= 0xff60) || (c >= 0x20000 && c <= 0x3ffff) ||
           (c >= 0x1f300 && c <= 0x1faff);
}

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

/// May not begin a line.
bool is_closing(char32_t c) {
    return is_one_of(
        c,
        U"、。，．：；？！）］｝〉》」』】〕〗〙〛’”…‥—·～％℃℉‰°‧・ー々〻ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
        U",.:;?!)]}%>»\u2019\u201d");
}

/// May not end a line.
bool is_opening(char32_t c) { return is_one_of(c, U"（［｛〈《「『【〔〖〘〚‘“￥＄([{<«¥$€£"); }

bool joins_previous(char32_t c) {
    return c == 0x200d || c == 0x2060 || (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0x300 && c <= 0x36f) ||
           (c >= 0x1f3fb && c <= 0x1f3ff);
}

bool is_glue(char32_t c) { return c == 0xa0 || c == 0x202f || c == 0x2060 || c == 0xfeff || c == 0x200d; }

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// May a line end between these two neighbours?
bool may_break(char32_t before_last, char32_t last, char32_t next) {
    if (is_glue(last) || is_glue(next) || joins_previous(next) || is_blank(next)) return false;
    if (last == 0x200b) return true;
    if (is_blank(last)) {
        if (next == U'·' || next == U'%') return false;
        // "3 项" is one thing: a figure keeps its measure word.
        if (is_digit(before_last) && is_ideographic(next)) return false;
        return !is_closing(next) || !is_ideographic(before_last);
    }
    if (is_closing(next) || is_opening(last)) return false;
    if (is_digit(last) && is_one_of(next, U"年月日号天时分")) return false;
    if (is_one_of(last, U"年月时") && is_digit(next)) return false;
    if (is_ideographic(last) || is_ideographic(next)) return true;
    // A dash or full-width closing mark ends a word as well.
    if (is_closing(last) && last > 0x2000) return true;
    return (last == U'-' || last == U'/') && is_letter(before_last) && is_letter(next);
}

class Breaker {
public:
    Breaker(std::span<const MeasuredCharacter> text, float width, std::vector<TextLine>& lines)
        : text_(text), width_(width), lines_(lines) {}

    void run() {
        for (std::size_t i = 0; i < text_.size(); ++i) {
            if (text_[i].code_point == U'\n') {
                finish(i, i + 1);
                continue;
            }
            if (i > first_ &&
                may_break(i > 1 ? text_[i - 2].code_point : 0, text_[i - 1].code_point, text_[i].code_point))
                (is_unit(i) ? reluctant_ : willing_) = {i, x_};
            take(i);
        }
        finish(text_.size(), text_.size());
    }

private:
    /// Where the line may end and how wide it is there.
    struct Candidate {
        std::size_t at = 0;
        float width = 0;
    };

    /// Does a short word begin here that belongs to the figure before it: "7.5 kW", "12 Dec"?
    bool is_unit(std::size_t i) const {
        constexpr std::size_t kLongest = 3;
        if (i < 2 || !is_blank(text_[i - 1].code_point) || !is_digit(text_[i - 2].code_point)) return false;
        std::size_t end = i;
        while (end < text_.size() && is_letter(text_[end].code_point))
            ++end;
        return end > i && end - i <= kLongest &&
               (end == text_.size() || !is_ideographic(text_[end].code_point));
    }

    void take(std::size_t i) {
        const MeasuredCharacter& character = text_[i];
        // Half a pixel of tolerance: widths are sums of rounded advances. What follows a break may be too wide again.
        while (!is_blank(character.code_point) && x_ + character.advance > width_ + 0.5F && i > first_) {
            const Candidate best = willing_.at > first_ ? willing_ : reluctant_;
            if (best.at > first_) {
                finish(best.at, best.at);
                x_ -= best.width;
                reluctant_.width -= best.width;
            } else if (!joins_previous(character.code_point)) {
                finish(i, i);
                x_ = 0;
            } else {
                break;
            }
        }
        x_ += character.advance;
    }

    void finish(std::size_t last, std::size_t next_first) {
        std::size_t end = last;
        float width = 0;
        while (end > first_ && is_blank(text_[end - 1].code_point))
            --end;
        for (std::size_t i = first_; i < end; ++i)
            width += text_[i].advance;
        lines_.push_back({first_, last, width});
        if (next_first > last) x_ = 0;
        first_ = next_first;
        willing_ = {};
    }

    std::span<const MeasuredCharacter> text_;
    float width_;
    std::vector<TextLine>& lines_;
    std::size_t first_ = 0;
    Candidate willing_;
    Candidate reluctant_; ///< between a figure and its unit: better than in the middle of a word
    float x_ = 0;
};

} // namespace

void break_lines(std::span<const MeasuredCharacter> text, float width, std::vector<TextLine>& lines) {
    lines.clear();
    Breaker(text, width, lines).run();
}

} // namespace orderdeck::client::ui
