#include "server/http/print/html.h"
#include "server/http/print/print_page.h"
#include "shared/i18n/format_number.h"

namespace orderdeck::server::http::print {
namespace {

using exports::Cell;
using exports::CellKind;
using exports::Column;

bool is_on_paper(const Column& column) { return column.medium == exports::Medium::file_and_paper; }

std::string_view class_of(CellKind kind) {
    switch (kind) {
    case CellKind::text: return "";
    case CellKind::date: return "date";
    case CellKind::number:
    case CellKind::money: return "number";
    }
    return "";
}

std::string words_of(const words::ViewContext& context, const Cell& cell) {
    struct Writer {
        const words::ViewContext& context;
        std::string operator()(std::monostate) const { return {}; }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(base::LocalDate date) const { return context.date(date); }
        std::string operator()(std::int64_t number) const {
            return i18n::format_integer(context.language, number);
        }
        std::string operator()(domain::Quantity quantity) const {
            return i18n::format_quantity(context.language, quantity);
        }
        std::string operator()(const domain::Money& money) const {
            return i18n::format_money(context.language, money);
        }
    };
    return std::visit(Writer{context}, cell);
}

void cell_tag(Html& html, std::string_view name, CellKind kind, std::string_view more) {
    html.tag("<").tag(name);
    if (!class_of(kind).empty()) html.tag(" class=\"").tag(class_of(kind)).tag("\"");
    html.tag(more).tag(">");
}

} // namespace

PaperSheet::PaperSheet(const words::ViewContext& context) : context_(context) {}

base::Result<void> PaperSheet::add(std::span<const Cell> cells) {
    Html html;
    html.tag("<tr>");
    bool is_first = true;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Column& column = exports::order_columns()[i];
        if (!is_on_paper(column)) continue;
        const std::string_view name = is_first ? "th" : "td";
        cell_tag(html, name, column.kind, is_first ? " scope=\"row\"" : "");
        html.text(words_of(context_, cells[i])).tag("</").tag(name).tag(">");
        is_first = false;
    }
    html.tag("</tr>\n");
    rows_ += html.take();
    return {};
}

base::Result<std::string> PaperSheet::finish(const exports::SheetHead& head) {
    account_ = head.account;
    Html html;
    html.element("h1", head.title).tag("<p class=\"about\">").text(head.count);
    if (!head.restrictions.empty()) html.tag(" · ").element("strong", head.restrictions);
    html.tag("</p>\n").element("p", "warn", head.left_out);
    html.tag("<table class=\"orders\"><thead><tr>");
    for (const Column& column : exports::order_columns()) {
        if (!is_on_paper(column)) continue;
        cell_tag(html, "th", column.kind, " scope=\"col\"");
        html.text(context_.language.raw(column.title)).tag("</th>");
    }
    html.tag("</tr></thead>\n<tbody>\n").tag(rows_).tag("</tbody></table>");
    rows_.clear();
    return html.take();
}

} // namespace orderdeck::server::http::print
