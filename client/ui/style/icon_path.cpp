#include "client/ui/style/icon_path.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace orderdeck::client::ui {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

class PathReader {
public:
    explicit PathReader(std::string_view path) : rest_(path) {}

    std::vector<IconStroke> read() {
        skip_blanks();
        while (!rest_.empty()) {
            const char c = rest_.front();
            if (c == 'M' || c == 'L' || c == 'H' || c == 'V' || c == 'A' || c == 'Z') {
                command_ = c;
                rest_.remove_prefix(1);
                if (c == 'Z') close();
            } else if (is_digit(c) || c == '-' || c == '.') {
                step();
            } else {
                break;
            }
            skip_blanks();
        }
        return std::move(strokes_);
    }

private:
    void skip_blanks() {
        while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == ','))
            rest_.remove_prefix(1);
    }

    float number() {
        skip_blanks();
        float sign = 1;
        if (!rest_.empty() && rest_.front() == '-') {
            sign = -1;
            rest_.remove_prefix(1);
        }
        float value = 0;
        float unit = 1;
        bool fraction = false;
        while (!rest_.empty() && (is_digit(rest_.front()) || (rest_.front() == '.' && !fraction))) {
            if (rest_.front() == '.') {
                fraction = true;
            } else {
                value = value * 10 + static_cast<float>(rest_.front() - '0');
                if (fraction) unit *= 10;
            }
            rest_.remove_prefix(1);
        }
        return sign * value / unit;
    }

    void step() {
        switch (command_) {
        case 'M':
            pen_.x = number();
            pen_.y = number();
            strokes_.push_back({{pen_}, false});
            command_ = 'L';
            return;
        case 'H': pen_.x = number(); break;
        case 'V': pen_.y = number(); break;
        case 'A': arc(); return;
        default:
            pen_.x = number();
            pen_.y = number();
            break;
        }
        if (!strokes_.empty()) strokes_.back().points.push_back(pen_);
    }

    void close() {
        if (strokes_.empty()) return;
        IconStroke& stroke = strokes_.back();
        stroke.closed = true;
        pen_ = stroke.points.front();
        const Point last = stroke.points.back();
        if (stroke.points.size() > 1 && std::hypot(last.x - pen_.x, last.y - pen_.y) < 0.01F)
            stroke.points.pop_back();
    }

    // SVG 1.1, F.6.5: from end points to centre, for circles.
    void arc() {
        const float rx = number();
        number();
        number();
        const bool large = number() != 0;
        const bool sweep = number() != 0;
        const Point from = pen_;
        pen_.x = number();
        pen_.y = number();
        if (strokes_.empty()) return;
        const float dx = (pen_.x - from.x) / 2;
        const float dy = (pen_.y - from.y) / 2;
        const float half = std::hypot(dx, dy);
        const float radius = std::max(rx, half);
        float height = std::sqrt(std::max(0.0F, radius * radius - half * half));
        if (large == sweep) height = -height;
        const Point center{from.x + dx - height * dy / half, from.y + dy + height * dx / half};
        const float begin = std::atan2(from.y - center.y, from.x - center.x);
        float angle = std::atan2(pen_.y - center.y, pen_.x - center.x) - begin;
        constexpr float kTurn = 2 * std::numbers::pi_v<float>;
        if (sweep && angle <= 0) angle += kTurn;
        if (!sweep && angle >= 0) angle -= kTurn;
        const int pieces = std::max(2, static_cast<int>(std::ceil(std::fabs(angle) * 6)));
        for (int i = 1; i <= pieces; ++i) {
            const float at = begin + angle * static_cast<float>(i) / static_cast<float>(pieces);
            strokes_.back().points.push_back(
                {center.x + radius * std::cos(at), center.y + radius * std::sin(at)});
        }
    }

    std::string_view rest_;
    char command_ = 'M';
    Point pen_;
    std::vector<IconStroke> strokes_;
};

} // namespace

std::vector<IconStroke> flatten(std::string_view path) { return PathReader(path).read(); }

} // namespace orderdeck::client::ui
