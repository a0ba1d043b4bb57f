#include "server/ingest/documents/code_table.h"

#include "shared/json/reader.h"

#include <algorithm>
#include <set>
#include <span>
#include <utility>

namespace orderdeck::server::ingest::documents {

/// Made by CMake from assets/codes/*.json.
std::span<const std::pair<std::string_view, std::string_view>> code_texts();

base::Result<CodeTable> CodeTable::load(std::string_view name) {
    for (const auto& [known, json] : code_texts()) {
        if (known == name) return parse(json);
    }
    return base::fail(base::ErrorCode::not_found, "there are no code lists of this name", std::string(name));
}

base::Result<CodeTable> CodeTable::parse(std::string_view json) {
    const json::Document document = TRY(json::Document::parse(json));
    CodeTable table;
    for (const json::Member& list : TRY(document.root().members())) {
        List& codes = table.lists_[list.name];
        for (const json::Member& code : TRY(list.value.members()))
            codes.emplace(code.name, TRY(code.value.string()));
    }
    return table;
}

std::optional<std::string_view> CodeTable::find(std::string_view list, std::string_view code) const {
    const auto codes = lists_.find(list);
    if (codes == lists_.end()) return std::nullopt;
    const auto known = codes->second.find(code);
    if (known == codes->second.end()) return std::nullopt;
    return known->second;
}

void CodeTable::add(std::string_view source, const std::vector<persistence::sqlite::CodeMeaning>& meanings) {
    for (const persistence::sqlite::CodeMeaning& meaning : meanings) {
        if (meaning.source == source) meanings_[meaning.field][meaning.code] = meaning.value;
    }
}

std::optional<std::string_view> CodeTable::meaning(std::string_view field, std::string_view code) const {
    const auto codes = meanings_.find(field);
    if (codes == meanings_.end()) return std::nullopt;
    const auto known = codes->second.find(code);
    if (known == codes->second.end()) return std::nullopt;
    return known->second;
}

std::optional<std::string_view> CodeTable::find(std::string_view list, std::string_view field,
                                                std::string_view code) const {
    if (const auto said = meaning(field, code)) {
        const std::vector<std::string_view> words = words_of(list);
        if (std::find(words.begin(), words.end(), *said) != words.end()) return said;
    }
    return find(list, code);
}

std::vector<std::string_view> CodeTable::words_of(std::string_view list) const {
    std::set<std::string_view> words;
    if (const auto codes = lists_.find(list); codes != lists_.end()) {
        for (const auto& [code, word] : codes->second)
            words.insert(word);
    }
    return {words.begin(), words.end()};
}

Vocabulary CodeTable::vocabulary(std::string_view list) const {
    Vocabulary vocabulary{.name = std::string(list), .words = {}};
    for (const std::string_view word : words_of(list))
        vocabulary.words.emplace_back(word);
    return vocabulary;
}

} // namespace orderdeck::server::ingest::documents
