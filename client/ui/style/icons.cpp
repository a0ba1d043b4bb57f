#include "client/ui/style/icons.h"

#include <array>

namespace orderdeck::client::ui {
namespace {

using namespace std::string_view_literals;

constexpr std::array kOutlines{
    ""sv,
#include "client/ui/style/icon_outlines.inc"
};

} // namespace

std::size_t icon_count() { return kOutlines.size(); }

std::string_view outline_of(Icon icon) { return kOutlines[static_cast<std::size_t>(icon)]; }

} // namespace orderdeck::client::ui
