#include "server/http/response.h"

#include "server/http/url.h"

namespace orderdeck::server::http {
namespace {

Response redirect(int status, std::string_view path) {
    Response response = Response::empty(status);
    response.headers.set("Location", to_uri(path));
    return response;
}

} // namespace

Response Response::of(int status, std::string_view content_type, std::string body) {
    Response response{.status = status, .headers = {}, .body = std::move(body)};
    response.headers.set("Content-Type", content_type);
    return response;
}

Response Response::empty(int status) { return {.status = status, .headers = {}, .body = {}}; }

Response Response::see_other(std::string_view path) { return redirect(303, path); }

Response Response::moved(std::string_view path) { return redirect(308, path); }

Response problem(const Problem& what, std::string_view detail) {
    return problem(api::Problem{.status = what.status,
                                .code = std::string(what.code),
                                .title = std::string(what.title),
                                .detail = std::string(detail),
                                .resync = std::nullopt,
                                .wipe = false});
}

Response invalid_fields(std::vector<api::FieldProblem> errors) {
    const Problem& what = problems::kInvalidFields;
    return problem(api::Problem{.status = what.status,
                                .code = std::string(what.code),
                                .title = std::string(what.title),
                                .detail = {},
                                .resync = std::nullopt,
                                .wipe = false,
                                .errors = std::move(errors)});
}

Response problem(const api::Problem& document) {
    Response response = Response::of(document.status, api::kProblemType, api::encode_problem(document));
    response.headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace orderdeck::server::http
