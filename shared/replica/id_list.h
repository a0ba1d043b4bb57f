#pragma once

#include "shared/domain/ids.h"

#include <span>
#include <string>

namespace orderdeck::replica {

/// "[7,9]", the form in which a list of ids is bound to one parameter and read by json_each. Not used outside this folder.
inline std::string id_list_json(std::span<const domain::OrderId> ids) {
    std::string text = "[";
    for (const domain::OrderId id : ids) {
        if (text.size() > 1) text += ',';
        text += std::to_string(id.value());
    }
    return text + "]";
}

} // namespace orderdeck::replica
