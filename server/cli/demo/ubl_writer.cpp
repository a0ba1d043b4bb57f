#include "server/cli/demo/ubl_writer.h"

#include "server/cli/demo/source_words.h"

#include <utility>

namespace orderdeck::server::cli::demo {
namespace {

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        switch (c) {
        case '&': safe += "&amp;"; break;
        case '<': safe += "&lt;"; break;
        case '"': safe += "&quot;"; break;
        default: safe += c;
        }
    }
    return safe;
}

} // namespace

UblWriter::UblWriter(std::string_view document) {
    const std::string schema = "urn:oasis:names:specification:ubl:schema:xsd:";
    const std::string name(document);
    text_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + name + " xmlns=\"" + schema + name +
            "-2\" xmlns:cac=\"" + schema + "CommonAggregateComponents-2\" xmlns:cbc=\"" + schema +
            "CommonBasicComponents-2\">\n";
    open_.push_back(name);
}

UblWriter& UblWriter::begin(std::string_view aggregate) {
    open_.push_back("cac:" + std::string(aggregate));
    text_ += "<" + open_.back() + ">";
    return *this;
}

UblWriter& UblWriter::end() {
    text_ += "</" + open_.back() + ">\n";
    open_.pop_back();
    return *this;
}

UblWriter& UblWriter::value(std::string_view name, std::string_view text) {
    const std::string element = "cbc:" + std::string(name);
    text_ += "<" + element + ">" + escaped(text) + "</" + element + ">";
    return *this;
}

UblWriter& UblWriter::value(std::string_view name, std::string_view text, std::string_view attribute,
                            std::string_view of_attribute) {
    const std::string element = "cbc:" + std::string(name);
    text_ += "<" + element + " " + std::string(attribute) + "=\"" + escaped(of_attribute) + "\">" +
             escaped(text) + "</" + element + ">";
    return *this;
}

UblWriter& UblWriter::moment(std::string_view name, const domain::Occurrence& occurrence) {
    value(std::string(name) + "Date", occurrence.on.to_string());
    if (!occurrence.at) return *this;
    // "2026-11-22 16:05 +01:00"
    const std::string clock = place_clock(occurrence);
    return value(std::string(name) + "Time", clock.substr(11, 5) + ":00" + clock.substr(17));
}

std::string UblWriter::take() {
    while (!open_.empty())
        end();
    return std::exchange(text_, {});
}

} // namespace orderdeck::server::cli::demo
