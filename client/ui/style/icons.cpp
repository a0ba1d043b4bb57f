#include "client/ui/style/icons.h"

namespace orderdeck::client::ui {

std::string_view path_of(Icon icon) {
    switch (icon) {
    case Icon::none: return "";
    case Icon::box: return "M21 8L12 3L3 8V16L12 21L21 16V8ZM3 8L12 13L21 8M12 13V21";
    case Icon::flag: return "M5 21V4H16L14 8L16 12H5";
    case Icon::chat: return "M21 12A8 8 0 0 1 9.4 19.1L4 20L5 15.4A8 8 0 1 1 21 12Z";
    case Icon::timeline: return "M4 6H13M8 12H18M5 18H12";
    case Icon::chart: return "M4 20V10M10 20V4M16 20V13M21 20H3";
    case Icon::doc: return "M14 3H6V21H18V7ZM14 3V7H18M9 13H15M9 17H15";
    case Icon::search: return "M4 11A7 7 0 1 1 18 11A7 7 0 1 1 4 11ZM20 20L16 16";
    case Icon::check: return "M5 12L10 17L19 7";
    case Icon::clock: return "M3 12A9 9 0 1 1 21 12A9 9 0 1 1 3 12ZM12 7V12L15 14";
    case Icon::alert: return "M12 4L2.5 20H21.5ZM12 10V14M12 17H12.01";
    case Icon::truck:
        return "M3 6H14V16H3ZM14 10H18L21 13V16H14ZM5 18A2 2 0 1 1 9 18A2 2 0 1 1 5 18Z"
               "M15 18A2 2 0 1 1 19 18A2 2 0 1 1 15 18Z";
    case Icon::star: return "M12 4L14.5 9L20 9.8L16 13.7L16.9 19.2L12 16.6L7.1 19.2L8 13.7L4 9.8L9.5 9Z";
    case Icon::more: return "M4 7H20M4 12H20M4 17H20";
    case Icon::back: return "M14 6L8 12L14 18";
    case Icon::chevron: return "M10 7L15 12L10 17";
    case Icon::chevron_down: return "M7 10L12 15L17 10";
    case Icon::plus: return "M12 5V19M5 12H19";
    case Icon::share: return "M12 15V4M8 8L12 4L16 8M5 12V20H19V12";
    case Icon::gear:
        return "M9 12A3 3 0 1 1 15 12A3 3 0 1 1 9 12ZM12 3V6M12 18V21M3 12H6M18 12H21M5.6 5.6L7.7 7.7"
               "M16.3 16.3L18.4 18.4M18.4 5.6L16.3 7.7M7.7 16.3L5.6 18.4";
    case Icon::link:
        return "M10 14A4 4 0 0 0 16 14L19 11A4 4 0 0 0 13 5L12 6M14 10A4 4 0 0 0 8 10L5 13A4 4 0 0 0 11 "
               "19L12 18";
    case Icon::camera:
        return "M4 8H8L10 5H14L16 8H20V19H4ZM8.5 13A3.5 3.5 0 1 1 15.5 13A3.5 3.5 0 1 1 8.5 13Z";
    case Icon::pause: return "M9 6V18M15 6V18";
    case Icon::close: return "M7 7L17 17M17 7L7 17";
    case Icon::globe:
        return "M3 12A9 9 0 1 1 21 12A9 9 0 1 1 3 12ZM3 12H21M12 3A14 14 0 0 1 12 21M12 3A14 14 0 0 0 12 21";
    case Icon::sun:
        return "M8 12A4 4 0 1 1 16 12A4 4 0 1 1 8 12ZM12 2.5V4.5M12 19.5V21.5M2.5 12H4.5M19.5 12H21.5"
               "M5.3 5.3L6.7 6.7M17.3 17.3L18.7 18.7M18.7 5.3L17.3 6.7M6.7 17.3L5.3 18.7";
    case Icon::moon: return "M20 14.5A8.5 8.5 0 1 1 9.5 4A6.8 6.8 0 0 0 20 14.5Z";
    case Icon::device: return "M3 5H21V16H3ZM9 20H15M12 16V20";
    case Icon::user: return "M8 8A4 4 0 1 1 16 8A4 4 0 1 1 8 8ZM4 21A8 8 0 0 1 20 21";
    case Icon::log_out: return "M10 4H5V20H10M14 8L18 12L14 16M18 12H9";
    case Icon::refresh: return "M20 12A8 8 0 1 1 17.3 6M20 3.5V8H15.5";
    case Icon::offline: return "M7 18A4.5 4.5 0 0 1 7 9A6 6 0 0 1 18 10.5A4 4 0 0 1 18 18ZM4 4L20 20";
    case Icon::info: return "M3 12A9 9 0 1 1 21 12A9 9 0 1 1 3 12ZM12 11V16M12 8H12.01";
    }
    return "";
}

} // namespace orderdeck::client::ui
