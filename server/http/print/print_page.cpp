#include "server/http/print/print_page.h"

#include "server/http/page.h"
#include "server/http/site/page_template.h"

namespace orderdeck::server::http::print {

std::string render_page(std::string_view page_template, const words::ViewContext& context,
                        const PrintPage& page) {
    return site::fill(page_template,
                      {{"lang", std::string(context.language.tag())},
                       {"title", escape_html(context.text("app.title", {{"page", page.title}}))},
                       {"paper", page.paper == Paper::landscape ? "landscape" : "portrait"},
                       {"account", escape_html(page.account)},
                       {"as_of", escape_html(exports::as_of_words(context))},
                       {"print", escape_html(context.text("print.button"))},
                       {"body", page.body}});
}

} // namespace orderdeck::server::http::print
