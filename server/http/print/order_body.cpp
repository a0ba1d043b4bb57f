#include "server/http/print/html.h"
#include "server/http/print/print_page.h"
#include "shared/words/order/order_view.h"

namespace orderdeck::server::http::print {
namespace {

using words::OrderView;

std::string_view class_of_step(words::StepLook look) {
    switch (look) {
    case words::StepLook::done: return "done";
    case words::StepLook::current: return "current";
    case words::StepLook::upcoming: return "upcoming";
    case words::StepLook::skipped: return "skipped";
    }
    return "";
}

void write_pill(Html& html, const words::PillView& pill) {
    html.tag("<span class=\"pill ").tag(class_of(pill.tone)).tag("\">").text(pill.label).tag("</span>");
}

void write_head(Html& html, const OrderView& order) {
    html.tag("<div class=\"title\">").element("h1", order.number);
    for (const words::PillView& pill : order.pills)
        write_pill(html, pill);
    html.tag("</div>").element("p", "about", order.subtitle);
    html.tag("<section class=\"status\">").element("h2", order.headline);
    html.tag("<p>").sentence(order.explanation).tag("</p></section>\n");
}

void write_steps(Html& html, const words::ViewContext& context, const OrderView& order) {
    html.tag("<ol class=\"steps\" aria-label=\"").text(context.text("order.track")).tag("\">");
    for (const words::StepView& step : order.steps) {
        html.tag("<li class=\"").tag(class_of_step(step.look)).tag("\">").element("strong", step.label);
        for (const words::StepNoteView& note : step.notes)
            html.element("span", class_of(note.tone), note.text);
        html.tag("</li>");
    }
    html.tag("</ol>\n");
}

void write_reasons(Html& html, const words::ViewContext& context, const OrderView& order) {
    if (order.reasons.empty()) return;
    html.tag("<section>").element("h2", context.text("order.why_title")).tag("<ul class=\"reasons\">");
    for (const words::ReasonView& reason : order.reasons) {
        html.tag("<li>").text(reason.text);
        if (!reason.evidence.empty()) html.tag(" ").element("small", reason.evidence);
        html.tag("</li>");
    }
    html.tag("</ul></section>\n");
}

void write_lines(Html& html, const words::ViewContext& context, const OrderView& order) {
    if (order.lines.empty()) return;
    html.tag("<section>").element("h2", context.text("lines.title")).tag("<table><thead><tr>");
    html.element("th", context.text("print.line")).element("th", context.text("orders.column.items"));
    html.element("th", context.text("orders.column.status"));
    html.element("th", "number", context.text("print.amount")).tag("</tr></thead><tbody>\n");
    for (const words::LineView& line : order.lines) {
        html.tag("<tr><td>").text(line.number).tag("</td><td>").element("strong", line.name);
        if (!line.caption.empty()) html.tag("<br>").element("small", line.caption);
        html.tag("</td><td>").text(line.progress);
        if (!line.warning.empty())
            html.tag("<br>").element("span", class_of(line.warning_tone), line.warning);
        html.tag("</td><td class=\"number\">").text(line.amount).tag("</td></tr>\n");
    }
    html.tag("</tbody></table></section>\n");
}

void write_events(Html& html, const std::vector<words::EventView>& events) {
    html.tag("<ul class=\"events\">");
    for (const words::EventView& event : events) {
        html.tag("<li>").element("span", "when", event.when).tag("<span>").text(event.title);
        if (!event.note.empty()) html.tag(" ").element("small", event.note);
        html.tag("</span></li>");
    }
    html.tag("</ul>");
}

void write_parcels(Html& html, const words::ShipmentView& shipment) {
    for (const words::ParcelView& parcel : shipment.parcels) {
        html.tag("<div class=\"title\">").element("h3", parcel.title);
        write_pill(html, parcel.pill);
        html.tag("</div>").element("p", "about", parcel.caption);
        write_events(html, parcel.events);
    }
}

void write_section(Html& html, const words::SectionView& section) {
    html.tag("<section>").element("h2", section.title).element("p", class_of(section.tone), section.summary);
    if (!section.rows.empty()) html.tag("<ul class=\"reasons\">");
    for (const words::RowView& row : section.rows) {
        html.tag("<li>").element("strong", row.title);
        if (!row.value.empty()) html.tag(" ").text(row.value);
        if (!row.pill.label.empty()) write_pill(html.tag(" "), row.pill);
        if (!row.note.empty()) html.tag("<br>").element("small", row.note);
        html.tag("</li>");
    }
    if (!section.rows.empty()) html.tag("</ul>");
    html.tag("</section>\n");
}

void write_shipments(Html& html, const OrderView& order) {
    for (const words::ShipmentView& shipment : order.shipments) {
        html.tag("<section class=\"shipment\"><div class=\"title\">").element("h2", shipment.title);
        write_pill(html, shipment.pill);
        html.tag("</div>").element("p", "about", shipment.caption);
        write_events(html, shipment.events);
        write_parcels(html, shipment);
        html.tag("</section>\n");
    }
}

void write_pairs(Html& html, std::string_view title, const std::vector<words::FactView>& pairs) {
    if (pairs.empty()) return;
    html.tag("<section class=\"facts\">").element("h2", title).tag("<dl>");
    for (const words::FactView& pair : pairs)
        html.tag("<div>").element("dt", pair.name).element("dd", pair.value).tag("</div>");
    html.tag("</dl></section>\n");
}

} // namespace

std::string order_body(const words::ViewContext& context, const domain::OrderDetails& details) {
    const OrderView order = words::order_view(context, details);
    Html html;
    write_head(html, order);
    write_steps(html, context, order);
    write_reasons(html, context, order);
    write_lines(html, context, order);
    write_shipments(html, order);
    for (const words::SectionView& section : order.sections)
        write_section(html, section);
    write_pairs(html, context.text("facts.title"), order.facts);
    for (const words::SectionView& section : order.papers)
        write_section(html, section);
    write_pairs(html, context.text("sources.title"), order.sources);
    return html.take();
}

} // namespace orderdeck::server::http::print
