#include "server/cli/console.h"

#include "shared/json/writer.h"

#include <ostream>

namespace orderdeck::server::cli {

ExitCode report_failure(const Invocation& call, const base::Error& error) {
    if (call.form == OutputForm::json) {
        json::Writer json;
        json.begin_object().key("error").begin_object();
        json.field("code", base::error_code_name(error.code));
        json.field("message", error.message).field("where", error.where);
        json.end_object().end_object();
        call.console.out << json.take() << '\n';
    }
    call.console.error << "orderdeck: ";
    if (!error.where.empty()) call.console.error << error.where << ": ";
    call.console.error << error.message << '\n';
    return ExitCode::failed;
}

} // namespace orderdeck::server::cli
