#include "server/exports/csv_sheet.h"
#include "server/exports/xlsx_sheet.h"
#include "server/http/gzip.h"
#include "server/http/routes/exported_list.h"
#include "server/http/routes/route_groups.h"
#include "shared/api/order_export.h"

#include <memory>

namespace orderdeck::server::http::routes {
namespace {

struct FileKind {
    std::string_view media_type;
    std::string_view extension;
};

FileKind kind_of(api::ExportFormat format) {
    switch (format) {
    case api::ExportFormat::csv: return {"text/csv; charset=utf-8", "csv"};
    case api::ExportFormat::xlsx:
        return {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"};
    }
    return {};
}

base::Result<std::unique_ptr<exports::Sheet>> sheet_for(api::ExportFormat format,
                                                        const words::ViewContext& context) {
    switch (format) {
    case api::ExportFormat::csv:
        return std::unique_ptr<exports::Sheet>(std::make_unique<exports::CsvSheet>(context.language));
    case api::ExportFormat::xlsx: return exports::XlsxSheet::create(context);
    }
    return base::fail(base::ErrorCode::invalid, "no such format");
}

/// "orders-2026-11-23.csv", of the reader's day.
std::string file_name(const words::ViewContext& context, std::string_view extension) {
    return "orders-" + context.clock.today().to_string() + "." + std::string(extension);
}

base::Result<Response> download(const Services& services, const Call& call) {
    const auto form = read_list_form(call);
    if (!form) return list_refused(form.error());
    const auto format = api::export_format_from(TRY(Parameters::parse(call.body)).value("format"));
    if (!format) return list_refused(format.error());
    const BootSlot slot(services.boot_slots);
    if (!slot.held()) return base::fail(base::ErrorCode::unavailable, "too many exports at once");
    const auto sheet = TRY(sheet_for(*format, form->context));
    WrittenList written = TRY(write_list(services, call, *form, *sheet));
    const FileKind kind = kind_of(*format);
    Response response = Response::of(200, kind.media_type, std::move(written.file));
    response.headers.set("Content-Disposition",
                         "attachment; filename=\"" + file_name(form->context, kind.extension) + "\"");
    response.headers.set(api::kLeftOutHeader, std::to_string(written.left_out));
    response.headers.set("Cache-Control", "private, no-store");
    if (*format == api::ExportFormat::csv) compress_for(call.request, response);
    return response;
}

} // namespace

void add_export_routes(std::vector<Route>& routes, const Services& services) {
    routes.push_back({Method::post, api::kExportPath, Access::session, BodyKind::form,
                      [services](const Call& call) { return download(services, call); }});
}

} // namespace orderdeck::server::http::routes
