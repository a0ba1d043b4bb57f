#pragma once

#include "client/app/model.h"

#include <optional>

namespace orderdeck::client::app {

/// What is wrong with a new password, as far as this device can know; the server has the last word.
std::optional<domain::PasswordFault> fault_of(const Model& model, const api::PasswordChange& typed);

} // namespace orderdeck::client::app
