#include "server/http/page.h"
#include "server/http/print/print_page.h"
#include "server/http/routes/exported_list.h"
#include "server/http/routes/route_groups.h"
#include "server/persistence/sqlite/order_store.h"
#include "shared/api/order_export.h"

namespace orderdeck::server::http::routes {
namespace {

base::Result<Response> page_of(const Services& services, const Call& call, const words::ViewContext& context,
                               const print::PrintPage& page) {
    const site::StaticFile* file = services.site.page("print.html");
    if (file == nullptr) return not_found(call.request);
    Response response = Response::html(200, print::render_page(file->plain, context, page));
    response.headers.set("Content-Language", context.language.tag());
    response.headers.set("Cache-Control", "private, no-store");
    return response;
}

base::Result<Response> order(const Services& services, const Call& call) {
    const auto context = read_view_context(call, call.query.value("lang"), call.query.value("zone"));
    if (!context) return problem(problems::kBadParameter, "zone is minutes east of UTC.");
    auto lease = TRY(services.store.read());
    const auto snapshot = TRY(lease.snapshot());
    persistence::sqlite::OrderStore orders(*lease);
    const auto details = orders.detail(call.principal->scope, domain::OrderId(call.path.id("id")));
    if (!details) {
        const site::StaticFile* none = services.site.page("not_found.html");
        if (details.error().code == base::ErrorCode::not_found)
            return not_found(call.request,
                             none == nullptr ? std::string_view() : std::string_view(none->plain));
        return base::Failure{details.error()};
    }
    print::PrintPage page;
    page.title = details->records.order.number;
    if (details->account) page.account = details->account->name.in(context->language.tag());
    page.body = print::order_body(*context, *details);
    return page_of(services, call, *context, page);
}

base::Result<Response> list(const Services& services, const Call& call) {
    const auto form = read_list_form(call);
    if (!form) return list_refused(form.error());
    const BootSlot slot(services.boot_slots);
    if (!slot.held()) return base::fail(base::ErrorCode::unavailable, "too many exports at once");
    print::PaperSheet sheet(form->context);
    print::PrintPage page;
    page.title = form->context.text("orders.title");
    page.paper = print::Paper::landscape;
    page.body = TRY(write_list(services, call, *form, sheet)).file;
    page.account = sheet.account();
    return page_of(services, call, form->context, page);
}

} // namespace

void add_print_routes(std::vector<Route>& routes, const Services& services) {
    routes.push_back({Method::get, "/orders/{id:id}/print", Access::session_page, BodyKind::none,
                      [services](const Call& call) { return order(services, call); }});
    routes.push_back({Method::post, api::kPrintListPath, Access::session_page, BodyKind::form,
                      [services](const Call& call) { return list(services, call); }});
}

} // namespace orderdeck::server::http::routes
