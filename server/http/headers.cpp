#include "server/http/headers.h"

#include "shared/base/text.h"

#include <algorithm>

namespace orderdeck::server::http {
namespace {

bool is_field_value(std::string_view value) {
    return std::none_of(value.begin(), value.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && byte != '\t') || byte == 0x7F;
    });
}

} // namespace

void Headers::set(std::string_view name, std::string_view value) {
    std::erase_if(fields_,
                  [&](const Field& field) { return base::equals_ignoring_ascii_case(field.first, name); });
    add(name, value);
}

void Headers::add(std::string_view name, std::string_view value) {
    if (is_field_value(value)) fields_.emplace_back(name, value);
}

std::optional<std::string_view> Headers::find(std::string_view name) const {
    for (const Field& field : fields_) {
        if (base::equals_ignoring_ascii_case(field.first, name)) return field.second;
    }
    return std::nullopt;
}

std::size_t Headers::count(std::string_view name) const {
    return static_cast<std::size_t>(std::count_if(fields_.begin(), fields_.end(), [&](const Field& field) {
        return base::equals_ignoring_ascii_case(field.first, name);
    }));
}

} // namespace orderdeck::server::http
