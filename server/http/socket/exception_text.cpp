#include "server/http/socket/exception_text.h"

namespace orderdeck::server::http::socket {

std::string text_of(const std::exception_ptr& thrown) {
    try {
        if (thrown) std::rethrow_exception(thrown);
    } catch (const std::exception& exception) {
        return std::string("exception: ") + exception.what();
    } catch (...) {
        return "exception of an unknown type";
    }
    return "no exception";
}

} // namespace orderdeck::server::http::socket
