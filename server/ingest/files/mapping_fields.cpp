#include "server/ingest/files/mapping_fields.h"

#include <algorithm>
#include <array>
#include <string>

namespace orderdeck::server::ingest {
namespace {

constexpr std::array<std::string_view, 6> kSourceKinds = {"sales",   "production", "warehouse",
                                                          "carrier", "finance",    "customer"};

} // namespace

base::Result<void> check_keys(const json::Value& object, const std::vector<std::string_view>& known) {
    for (const json::Member& member : TRY(object.members())) {
        if (std::find(known.begin(), known.end(), member.name) != known.end()) continue;
        std::string names;
        for (const std::string_view name : known)
            names.append(names.empty() ? "" : ", ").append(name);
        return member.value.refuse("unknown key \"" + member.name + "\"; known here: " + names);
    }
    return {};
}

base::Result<SourceSystem> parse_source_system(const json::Value& source) {
    TRY(check_keys(source, {"name", "kind"}));
    SourceSystem system;
    system.name = TRY(source.string_field("name"));
    system.kind = TRY(source.string_field("kind"));
    if (std::find(kSourceKinds.begin(), kSourceKinds.end(), system.kind) == kSourceKinds.end())
        return TRY(source.field("kind"))
            .refuse("unknown kind; known: sales, production, warehouse, carrier, finance, customer");
    return system;
}

} // namespace orderdeck::server::ingest
