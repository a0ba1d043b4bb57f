#pragma once

#include "server/exports/sheet.h"
#include "shared/domain/order_details.h"
#include "shared/words/view_context.h"

#include <string>
#include <string_view>

namespace orderdeck::server::http::print {

/// Which paper a page is made for.
enum class Paper : std::uint8_t { portrait, landscape };

/// What stands around the content of a printed page.
struct PrintPage {
    std::string title;   ///< of the document, so of the file when it is printed into one
    std::string account; ///< companies of the reader
    Paper paper = Paper::portrait;
    std::string body; ///< HTML
};

/// Fills web/print.html; complete without any script.
std::string render_page(std::string_view page_template, const words::ViewContext& context,
                        const PrintPage& page);

/// Everything about one order in the words of its page on the screen.
std::string order_body(const words::ViewContext& context, const domain::OrderDetails& details);

/// A list as a table of those columns that fit on paper. finish() gives the body of the page.
class PaperSheet final : public exports::Sheet {
public:
    explicit PaperSheet(const words::ViewContext& context);
    base::Result<void> add(std::span<const exports::Cell> cells) override;
    base::Result<std::string> finish(const exports::SheetHead& head) override;
    /// Known once it is finished.
    const std::string& account() const { return account_; }

private:
    words::ViewContext context_;
    std::string rows_;
    std::string account_;
};

} // namespace orderdeck::server::http::print
