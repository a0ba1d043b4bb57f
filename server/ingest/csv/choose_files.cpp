#include "server/ingest/csv/choose_files.h"

#include "server/ingest/mapping/rows/cell_test.h"

#include <algorithm>
#include <map>

namespace orderdeck::server::ingest::csv {
namespace {

using mapping::Mapping;
using mapping::Part;

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// Which file is which part, as an index, or kNone.
struct Choice {
    std::vector<std::size_t> files; ///< by part
    std::vector<bool> is_used;      ///< by file
};

base::Result<Choice> choose(const Mapping& mapping, const std::vector<std::string>& names) {
    Choice choice{.files = std::vector(mapping.parts.size(), kNone),
                  .is_used = std::vector<bool>(names.size())};
    for (std::size_t part = 0; part < mapping.parts.size(); ++part) {
        for (std::size_t file = 0; file < names.size(); ++file) {
            if (choice.is_used[file] || !has_name(names[file], mapping.parts[part].file_pattern)) continue;
            std::size_t& chosen = choice.files[part];
            if (chosen != kNone)
                return base::fail(base::ErrorCode::invalid,
                                  "both " + names[chosen] + " and this file are the \"" +
                                      mapping.parts[part].name + "\" of the mapping: give only one of them",
                                  names[file]);
            chosen = file;
            choice.is_used[file] = true;
        }
    }
    return choice;
}

/// Refuses a choice that lacks a file.
base::Result<void> check_whole(const Mapping& mapping, const Choice& choice) {
    std::string missing;
    for (std::size_t part = 0; part < choice.files.size(); ++part) {
        if (choice.files[part] != kNone || mapping.parts[part].is_optional) continue;
        missing.append(missing.empty() ? "" : ", ").append(mapping.parts[part].file_pattern);
    }
    if (missing.empty()) return {};
    return base::fail(base::ErrorCode::invalid,
                      "the mapping \"" + mapping.name +
                          "\" reads several files together, and these are missing: " + missing +
                          "; name all of them, or their folder");
}

base::Failure<base::Error> stranger(const Mapping& mapping, const std::string& name) {
    std::string known;
    for (const Part& part : mapping.parts)
        known.append(known.empty() ? "" : ", ").append(part.file_pattern);
    return base::fail(base::ErrorCode::invalid, "this is none of the mapping's files: " + known, name);
}

bool is_one_file(const Mapping& mapping) { return mapping.parts.size() == 1; }

std::size_t part_of(const Mapping& mapping, const std::string& name) {
    std::size_t part = 0;
    while (part < mapping.parts.size() && !has_name(name, mapping.parts[part].file_pattern))
        ++part;
    return part;
}

bool is_whole(const Mapping& mapping, const std::map<std::size_t, std::size_t>& file_of_part) {
    for (std::size_t part = 0; part < mapping.parts.size(); ++part) {
        if (!mapping.parts[part].is_optional && !file_of_part.contains(part)) return false;
    }
    return true;
}

} // namespace

bool has_name(std::string_view file, std::string_view pattern) {
    constexpr std::string_view kEnding = ".gz";
    const auto bare = [kEnding](std::string_view name) {
        return name.ends_with(kEnding) ? name.substr(0, name.size() - kEnding.size()) : name;
    };
    return mapping::fits_stars(bare(file), bare(pattern));
}

base::Result<std::vector<const UnpackedFile*>> choose_files(const Mapping& mapping,
                                                            const std::vector<UnpackedFile>& files) {
    // A single file may be called anything: whoever names it means it.
    if (is_one_file(mapping) && files.size() == 1) return std::vector<const UnpackedFile*>{&files.front()};
    std::vector<std::string> names;
    for (const UnpackedFile& file : files)
        names.push_back(file.name);
    const Choice choice = TRY(choose(mapping, names));
    TRY(check_whole(mapping, choice));
    for (std::size_t file = 0; file < files.size(); ++file) {
        if (!choice.is_used[file]) return stranger(mapping, names[file]);
    }
    std::vector<const UnpackedFile*> chosen;
    for (const std::size_t file : choice.files)
        chosen.push_back(file == kNone ? nullptr : &files[file]);
    return chosen;
}

base::Result<std::vector<FileGroup>> group_files(const Mapping& mapping,
                                                 const std::vector<OfferedFile>& files) {
    std::vector<FileGroup> groups;
    if (is_one_file(mapping)) {
        const std::string& pattern = mapping.parts.front().file_pattern;
        for (std::size_t file = 0; file < files.size(); ++file) {
            if (files[file].is_from_folder && pattern.empty())
                return base::fail(base::ErrorCode::invalid,
                                  "the mapping does not say which files of a folder it reads: name the files",
                                  files[file].name);
            if (!files[file].is_from_folder || has_name(files[file].name, pattern)) groups.push_back({file});
        }
        if (groups.empty()) return base::fail(base::ErrorCode::invalid, "no file here is called " + pattern);
        return groups;
    }
    // A bundle is a whole feed by itself.
    if (files.size() == 1 && !files.front().is_from_folder && files.front().is_bundle)
        return std::vector<FileGroup>{{0}};
    std::vector<std::string> names;
    for (const OfferedFile& file : files)
        names.push_back(file.name);
    const Choice choice = TRY(choose(mapping, names));
    TRY(check_whole(mapping, choice));
    FileGroup group;
    for (const std::size_t file : choice.files) {
        if (file != kNone) group.push_back(file);
    }
    for (std::size_t file = 0; file < files.size(); ++file) {
        if (!choice.is_used[file] && !files[file].is_from_folder) return stranger(mapping, names[file]);
    }
    groups.push_back(std::move(group));
    return groups;
}

std::vector<FileGroup> gather_files(const Mapping& mapping, const std::vector<OfferedFile>& files) {
    std::vector<FileGroup> groups;
    std::vector<std::map<std::size_t, std::size_t>>
        feeds; // the file of each part: first files, second files ...
    std::vector<std::size_t> count(mapping.parts.size());
    for (std::size_t file = 0; file < files.size(); ++file) {
        const std::size_t part = part_of(mapping, files[file].name);
        if (is_one_file(mapping) || files[file].is_bundle || part == mapping.parts.size()) {
            groups.push_back({file});
            continue;
        }
        const std::size_t turn = count[part]++;
        if (turn == feeds.size()) feeds.emplace_back();
        feeds[turn].emplace(part, file);
    }
    for (const auto& feed : feeds) {
        if (!is_whole(mapping, feed)) continue;
        FileGroup& group = groups.emplace_back();
        for (const auto& [part, file] : feed)
            group.push_back(file);
    }
    return groups;
}

} // namespace orderdeck::server::ingest::csv
