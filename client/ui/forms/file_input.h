#pragma once

#include "client/ui/forms/field_frame.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace orderdeck::client::ui {

/// A file that was picked; its bytes stay with the browser until they are sent.
struct PickedFile {
    std::string key = {}; ///< names it to the browser while the page lives
    std::string name = {};
    std::uint64_t bytes = 0;
    std::string media_type = {}; ///< as the browser guesses; empty when it cannot
};

enum class FileSource : std::uint8_t { any, camera };

struct FileRow {
    PickedFile file = {};
    std::string_view size = {};        ///< in words, "1.2 MB"
    std::string_view remove_name = {}; ///< of the button that takes it out
};

struct FileInputSpec {
    FieldText words = {};
    std::string_view prompt = {};        ///< in the field: "Choose photos or drop them here"
    std::string_view accept = {};        ///< media types, "image/*,application/pdf"
    FileSource source = FileSource::any; ///< camera: phones open it at once
    std::span<const FileRow> files = {};
    Enabled enabled = Enabled::yes;
};

struct FileChange {
    std::vector<PickedFile> picked = {}; ///< to be added to those that are there
    std::optional<std::size_t> removed = {};
    float height = 0;
};

float file_input_height(Ui& ui, float width, const FileInputSpec& spec);
/// A native file input that also takes drops, and below it what was picked, pictures with a preview.
FileChange file_input(Ui& ui, const Rect& area, std::string_view key, const FileInputSpec& spec);

} // namespace orderdeck::client::ui
