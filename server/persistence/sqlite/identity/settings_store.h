#pragma once

#include "server/persistence/sqlite/store.h"
#include "shared/domain/ids.h"
#include "shared/domain/own_settings.h"

namespace orderdeck::server::persistence::sqlite::identity {

/// What each person decided about themselves. Whoever saves has checked the settings before.
class SettingsStore {
public:
    explicit SettingsStore(Store& store) : store_(store) {}

    /// `not_found` when there is no such person.
    base::Result<domain::OwnSettings> find(domain::UserId user);
    /// Durable when it returns.
    base::Result<void> save(domain::UserId user, const domain::OwnSettings& settings);

private:
    Store& store_;
};

} // namespace orderdeck::server::persistence::sqlite::identity
