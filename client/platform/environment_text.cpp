#include "client/platform/environment_text.h"

#include "shared/base/text.h"

#include <cmath>
#include <cstdlib>

namespace orderdeck::client::platform {
namespace {

/// 0 for what is no number, such as "nan".
float number(std::string_view text) {
    const float value = std::strtof(std::string(text).c_str(), nullptr);
    return std::isfinite(value) ? value : 0;
}

void read_insets(std::string_view text, Insets& insets) {
    const auto parts = base::split(text, ',');
    if (parts.size() != 4) return;
    insets = {number(parts[0]), number(parts[1]), number(parts[2]), number(parts[3])};
}

void read_languages(std::string_view text, std::vector<std::string>& languages) {
    languages.clear();
    for (const std::string_view part : base::split(text, ',')) {
        if (!part.empty()) languages.emplace_back(part);
    }
}

void read_offsets(std::string_view text, std::vector<OffsetTransition>& transitions) {
    transitions = read_transitions(text);
    if (transitions.empty()) transitions.push_back({0, 0});
}

void read_line(std::string_view key, std::string_view value, Environment& environment) {
    const bool yes = value == "1";
    if (key == "width") environment.width = number(value);
    if (key == "height") environment.height = number(value);
    if (key == "ratio") environment.pixel_ratio = number(value);
    if (key == "safe") read_insets(value, environment.safe_area);
    if (key == "keyboard") environment.keyboard_inset = number(value);
    if (key == "languages") read_languages(value, environment.languages);
    if (key == "zone") environment.zone = value;
    if (key == "offsets") read_offsets(value, environment.transitions);
    if (key == "dark") environment.prefers_dark = yes;
    if (key == "reduced") environment.reduced_motion = yes;
    if (key == "forced") environment.forced_colors = yes;
    if (key == "visible") environment.visible = yes;
    if (key == "online") environment.online = yes;
    if (key == "touch") environment.touch = yes;
}

} // namespace

std::vector<OffsetTransition> read_transitions(std::string_view text) {
    std::vector<OffsetTransition> transitions;
    for (const std::string_view part : base::split(text, ',')) {
        const std::size_t colon = part.find(':');
        if (colon == std::string_view::npos) continue;
        const auto at = std::strtoll(std::string(part.substr(0, colon)).c_str(), nullptr, 10);
        const auto offset = std::strtol(std::string(part.substr(colon + 1)).c_str(), nullptr, 10);
        transitions.push_back({at, static_cast<std::int32_t>(offset)});
    }
    return transitions;
}

std::vector<ZoneName> read_zone_names(std::string_view text) {
    std::vector<ZoneName> names;
    for (const std::string_view line : base::split(text, '\n')) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos || tab == 0) continue;
        names.push_back({std::string(line.substr(0, tab)), std::string(line.substr(tab + 1))});
    }
    return names;
}

void read_environment(std::string_view text, Environment& environment) {
    for (const std::string_view line : base::split(text, '\n')) {
        const std::size_t equals = line.find('=');
        if (equals != std::string_view::npos)
            read_line(line.substr(0, equals), line.substr(equals + 1), environment);
    }
    if (environment.pixel_ratio <= 0) environment.pixel_ratio = 1;
    ++environment.version;
}

} // namespace orderdeck::client::platform
