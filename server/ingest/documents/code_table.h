#pragma once

#include "server/ingest/files/file_adapter.h"
#include "server/persistence/sqlite/inbox/inbox_store.h"
#include "shared/base/result.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::ingest::documents {

/// The code lists of a standard: what each code means to us. They are data: assets/codes/*.json.
class CodeTable {
public:
    /// The lists of the file of this name: "ubl", "epcis". `not_found` for another name.
    static base::Result<CodeTable> load(std::string_view name);
    /// {"list": {"code": "our word"}}.
    static base::Result<CodeTable> parse(std::string_view json);

    /// Takes over what people have said that codes of this source mean.
    void add(std::string_view source, const std::vector<persistence::sqlite::CodeMeaning>& meanings);

    /// Our word for a code; nullopt when the list does not have it.
    std::optional<std::string_view> find(std::string_view list, std::string_view code) const;
    /// The same for the code of a field ("LineStatusCode"): what people say that it means counts before the list, as far as
    /// it is one of the list's words.
    std::optional<std::string_view> find(std::string_view list, std::string_view field,
                                         std::string_view code) const;
    /// What people say that the code of a field means, whether that is one of our words or not.
    std::optional<std::string_view> meaning(std::string_view field, std::string_view code) const;
    /// All of our words in a list, in alphabetical order.
    std::vector<std::string_view> words_of(std::string_view list) const;
    /// The same for a person to choose from.
    Vocabulary vocabulary(std::string_view list) const;

    using List = std::map<std::string, std::string, std::less<>>;
    const std::map<std::string, List, std::less<>>& lists() const { return lists_; }

private:
    std::map<std::string, List, std::less<>> lists_;
    std::map<std::string, List, std::less<>> meanings_; ///< by field
};

} // namespace orderdeck::server::ingest::documents
