#include "shared/json/writer.h"

#include <charconv>

#include "shared/base/utf8.h"

namespace orderdeck::json {
namespace {

void append_escape(std::string& out, unsigned char c) {
    static constexpr char kHex[] = "0123456789abcdef";
    switch (c) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default:
        out += "\\u00";
        out += kHex[c >> 4];
        out += kHex[c & 0xF];
    }
}

bool is_plain(unsigned char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; }

void append_quoted(std::string& out, std::string_view text) {
    out += '"';
    while (!text.empty()) {
        std::size_t plain = 0;
        while (plain < text.size() && is_plain(static_cast<unsigned char>(text[plain])))
            ++plain;
        out.append(text.substr(0, plain));
        text.remove_prefix(plain);
        if (text.empty()) break;
        const auto c = static_cast<unsigned char>(text.front());
        if (c < 0x80) {
            append_escape(out, c);
            text.remove_prefix(1);
        } else {
            const base::DecodedCodePoint decoded = base::decode_front(text);
            base::append_utf8(out, decoded.code_point);
            text.remove_prefix(decoded.length);
        }
    }
    out += '"';
}

} // namespace

void Writer::separate() {
    if (comma_) text_ += ',';
    comma_ = true;
}

Writer& Writer::literal(std::string_view text) {
    separate();
    text_ += text;
    return *this;
}

Writer& Writer::begin_object() {
    literal("{");
    comma_ = false;
    return *this;
}

Writer& Writer::end_object() {
    text_ += '}';
    comma_ = true;
    return *this;
}

Writer& Writer::begin_array() {
    literal("[");
    comma_ = false;
    return *this;
}

Writer& Writer::end_array() {
    text_ += ']';
    comma_ = true;
    return *this;
}

Writer& Writer::key(std::string_view name) {
    separate();
    append_quoted(text_, name);
    text_ += ':';
    comma_ = false;
    return *this;
}

Writer& Writer::null() { return literal("null"); }

Writer& Writer::value(std::string_view text) {
    separate();
    append_quoted(text_, text);
    return *this;
}

Writer& Writer::integer(std::int64_t number) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    return literal({digits, static_cast<std::size_t>(end - digits)});
}

std::string Writer::take() {
    std::string text;
    text.swap(text_);
    comma_ = false;
    return text;
}

} // namespace orderdeck::json
