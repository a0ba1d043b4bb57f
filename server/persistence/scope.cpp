#include "server/persistence/scope.h"

namespace orderdeck::server::persistence {

std::string Scope::predicate(std::string_view alias) const {
    std::string prefix(alias);
    if (!prefix.empty()) prefix += '.';
    std::string nodes = nodes_.empty() ? "" : "?";
    for (std::size_t i = 1; i < nodes_.size(); ++i)
        nodes += ", ?";
    return prefix + "root_id = ? AND " + prefix +
           "account_id IN (SELECT account_id FROM account_tree WHERE root_id = ? AND ancestor_id IN (" +
           nodes + "))";
}

int Scope::bind(storage::Statement& statement, int index) const {
    statement.bind(index++, root_);
    statement.bind(index++, root_);
    for (const domain::AccountId node : nodes_)
        statement.bind(index++, node);
    return index;
}

tables::RowScope Scope::rows() const {
    return {.predicate = predicate(),
            .bind = [this](storage::Statement& statement, int index) { return bind(statement, index); }};
}

} // namespace orderdeck::server::persistence
