#pragma once

#include "server/exports/sheet.h"
#include "server/http/routes/portal_routes.h"
#include "shared/api/order_export.h"
#include "shared/words/view_context.h"

#include <cstddef>

namespace orderdeck::server::http::routes {

/// A list as its form asks for it.
struct ListForm {
    api::OrderExport list;
    words::ViewContext context; ///< language and clock of its reader, lateness as of now
};

/// `invalid` when the form is malformed, `too_large` for more orders than are exported at once.
base::Result<ListForm> read_list_form(const Call& call);
/// What is answered to a form that read_list_form refuses.
Response list_refused(const base::Error& error);
/// How a person reads what a GET with `lang` and `zone` asks for; without them in the person's language, in UTC.
base::Result<words::ViewContext> read_view_context(const Call& call, std::string_view language,
                                                   std::string_view zone);

struct WrittenList {
    std::string file;
    std::size_t left_out = 0;
};

/// Writes the listed orders into the sheet, a batch at a time, all of one moment of the store. Orders that the caller may
/// not see are left out like those that are not there, and only counted.
base::Result<WrittenList> write_list(const Services& services, const Call& call, const ListForm& form,
                                     exports::Sheet& sheet);

} // namespace orderdeck::server::http::routes
