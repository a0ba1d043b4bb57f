#pragma once

#include "client/screens/words/words.h"
#include "shared/replica/order_list.h"
#include "shared/replica/search.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace orderdeck::client::screens {

/// One order as the list shows it, in words; for the row of a table and for a card.
struct OrderRowView {
    std::string key;
    std::string href;
    std::string number;
    std::string reference; ///< "PO 4500187712"
    std::string items;     ///< "Servo drive SD-700, 4 more"
    std::string item_name; ///< "Servo drive SD-700", with which `items` begins
    std::string place;     ///< site or project
    std::string match;     ///< "matches tracking no. ...", empty when nothing was searched for
    std::string status;
    std::array<float, domain::kStepCount> fills{};
    std::string progress;
    std::string promised;       ///< the date alone, for its column
    std::string promised_words; ///< "promised 20 Nov", for cards
    std::string promised_note;  ///< "moved twice"
    std::optional<PillView> pill;
    std::string total;

    /// What `items` says behind the name: ", 4 more".
    std::string_view items_rest() const {
        return items.starts_with(item_name) ? std::string_view(items).substr(item_name.size())
                                            : std::string_view();
    }
};

/// `matches` of all listed orders say why the search found them; empty without a search.
OrderRowView order_row_view(const ViewContext& context, const replica::OrderListRow& row,
                            std::span<const replica::SearchMatch> matches = {});

} // namespace orderdeck::client::screens
