#include "server/persistence/sqlite/migrations.h"

#include "shared/base/parse_number.h"

#include <string_view>
#include <utility>
#include <vector>

namespace orderdeck::server::persistence::sqlite {

/// Made by CMake from migrations/*.sql.
std::span<const std::pair<std::string_view, std::string_view>> migration_texts();

namespace {

/// "0001_first_light" is number 1, "first_light".
storage::Migration migration_of(std::string_view file_name, std::string_view sql) {
    const std::size_t digits = file_name.find('_');
    const auto number = base::parse_int(file_name.substr(0, digits)).value_or(0);
    return {.number = static_cast<int>(number), .name = file_name.substr(digits + 1), .sql = sql};
}

std::vector<storage::Migration> all_migrations() {
    std::vector<storage::Migration> all;
    for (const auto& [file_name, sql] : migration_texts())
        all.push_back(migration_of(file_name, sql));
    return all;
}

} // namespace

std::span<const storage::Migration> migrations() {
    static const std::vector<storage::Migration> all = all_migrations();
    return all;
}

} // namespace orderdeck::server::persistence::sqlite
