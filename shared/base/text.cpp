#include "shared/base/text.h"

#include "shared/base/utf8.h"

namespace orderdeck::base {
namespace {

constexpr std::string_view kBlanks[] = {" ",  "\t",       "\r",           "\n",          "\v",
                                        "\f", "\xC2\xA0", "\xE3\x80\x80", "\xEF\xBB\xBF"};

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

} // namespace

std::string_view trim(std::string_view text) {
    bool changed = true;
    while (changed && !text.empty()) {
        changed = false;
        for (const std::string_view blank : kBlanks) {
            if (text.starts_with(blank)) {
                text.remove_prefix(blank.size());
                changed = true;
            }
            if (text.ends_with(blank)) {
                text.remove_suffix(blank.size());
                changed = true;
            }
        }
    }
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    std::size_t from = 0;
    while (true) {
        const std::size_t at = text.find(separator, from);
        if (at == std::string_view::npos) break;
        parts.push_back(text.substr(from, at - from));
        from = at + 1;
    }
    parts.push_back(text.substr(from));
    return parts;
}

std::string join(std::span<const std::string> parts, std::string_view separator) {
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) out += separator;
        out += parts[i];
    }
    return out;
}

std::string to_lower_ascii(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        c = lower_ascii(c);
    return out;
}

bool equals_ignoring_ascii_case(std::string_view left, std::string_view right) {
    if (left.size() != right.size()) return false;
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (lower_ascii(left[i]) != lower_ascii(right[i])) return false;
    }
    return true;
}

std::string percent_encode(std::string_view text) {
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const char lower = lower_ascii(c);
        const bool unreserved = (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
                                c == '.' || c == '_' || c == '~';
        const auto byte = static_cast<unsigned char>(c);
        if (unreserved)
            out += c;
        else
            out.append({'%', kHex[byte >> 4], kHex[byte & 0xF]});
    }
    return out;
}

std::string fold_for_search(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    // Most texts are plain ASCII, and search folds very many.
    while (!text.empty() && static_cast<unsigned char>(text.front()) < 0x80) {
        out += lower_ascii(text.front());
        text.remove_prefix(1);
    }
    while (const auto code_point = next_code_point(text)) {
        if (const char32_t folded = fold_code_point(*code_point)) append_utf8(out, folded);
    }
    return out;
}

} // namespace orderdeck::base
