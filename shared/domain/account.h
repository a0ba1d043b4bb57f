#pragma once

#include "shared/domain/ids.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace orderdeck::domain {

/// A name with its translations by BCP 47 language tag; `text` is what the source calls it.
struct LocalizedText {
    std::string text;
    std::vector<std::pair<std::string, std::string>> translations;

    /// The translation for the language ("zh-CN"), else `text`.
    const std::string& in(std::string_view language) const;
    friend bool operator==(const LocalizedText&, const LocalizedText&) = default;
};

/// Translations as stored and sent: "zh-CN=...\nfr=..."; line breaks inside a translation become blanks.
std::string encode_translations(const LocalizedText& name);
/// Restores what encode_translations wrote; lines without '=' are ignored.
LocalizedText decode_localized(std::string text, std::string_view translations);

/// A node of the customer's account tree: a group, a company or a site. A root has no parent.
struct Account {
    AccountId id;
    std::optional<AccountId> parent;
    std::string code;
    LocalizedText name;
};

} // namespace orderdeck::domain
