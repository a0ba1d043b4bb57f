#pragma once

#include "client/ui/ui.h"

namespace orderdeck::client::ui {

/// Something to activate, over an explicit rectangle. What is drawn during its life is its content and, unless
/// `name` is given, its name. The caller paints it.
class Item {
public:
    Item(Ui& ui, const NodeSpec& spec);
    /// Was clicked, tapped or entered since the last frame.
    bool activated() const { return activated_; }
    bool focused() const { return focused_; }

private:
    bool activated_;
    bool focused_;
    Scope scope_;
};

} // namespace orderdeck::client::ui
