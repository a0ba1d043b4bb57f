#include "client/ui/item.h"

#include "client/ui/ui_state.h"

namespace orderdeck::client::ui {

Item::Item(Ui& ui, const NodeSpec& spec)
    : activated_(spec.enabled == Enabled::yes && ui.activated(spec.id)),
      focused_(ui.focused() == spec.id),
      scope_(ui, spec) {}

} // namespace orderdeck::client::ui
