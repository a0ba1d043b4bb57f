#pragma once

#include "client/app/model.h"
#include "client/screens/frame/account_menu_view.h"

#include <vector>

namespace orderdeck::client::screens {

/// Puts "Download my data" before the last entry of the account menu, which is log-out.
void add_own_data(std::vector<MenuEntryView>& entries, const ViewContext& context, const app::Model& model);

} // namespace orderdeck::client::screens
