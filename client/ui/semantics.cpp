#include "client/ui/semantics.h"

#include "client/ui/ui_state.h"

namespace orderdeck::client::ui {

Scope::Scope(Ui& ui, const NodeSpec& spec) : ui_(ui) { ui_.state().mirror.open(spec); }

Scope::~Scope() { ui_.state().mirror.close(); }

void leaf(Ui& ui, const NodeSpec& spec) { ui.state().mirror.leaf(spec); }

IdScope::IdScope(Ui& ui, std::string_view key) : ui_(ui) {
    auto& stack = ui_.state().id_stack;
    stack.push_back(hash_id(stack.back(), key));
}

IdScope::IdScope(Ui& ui, std::uint64_t key) : ui_(ui) {
    auto& stack = ui_.state().id_stack;
    stack.push_back(hash_id(stack.back(), key));
}

IdScope::~IdScope() { ui_.state().id_stack.pop_back(); }

} // namespace orderdeck::client::ui
