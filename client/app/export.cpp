#include "client/app/export.h"

#include "shared/base/utf8.h"

namespace orderdeck::client::app {

std::string own_data_name(std::string_view account, base::LocalDate today) {
    constexpr std::size_t kLongestAccount = 60;
    std::string name = "orderdeck-";
    for (const char c : base::truncate_utf8(account, kLongestAccount)) {
        const bool refused = static_cast<unsigned char>(c) <= 0x20 || c == 0x7F ||
                             std::string_view("/\\:*?\"<>|.,;'`$&").find(c) != std::string_view::npos;
        if (!refused)
            name += c;
        else if (name.back() != '-')
            name += '-';
    }
    if (name.back() != '-') name += '-';
    return name + today.to_string() + ".sqlite3";
}

} // namespace orderdeck::client::app
