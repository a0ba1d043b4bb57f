#pragma once

#include "shared/base/result.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace orderdeck::server::ingest::documents {

/// The code lists of a standard: what each code means to us. They are data: assets/codes/*.json.
class CodeTable {
public:
    /// The lists of the file of this name: "ubl", "epcis". `not_found` for another name.
    static base::Result<CodeTable> load(std::string_view name);
    /// {"list": {"code": "our word"}}.
    static base::Result<CodeTable> parse(std::string_view json);

    /// Our word for a code; nullopt when the list does not have it.
    std::optional<std::string_view> find(std::string_view list, std::string_view code) const;

    using List = std::map<std::string, std::string, std::less<>>;
    const std::map<std::string, List, std::less<>>& lists() const { return lists_; }

private:
    std::map<std::string, List, std::less<>> lists_;
};

} // namespace orderdeck::server::ingest::documents
