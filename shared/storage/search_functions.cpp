#include "shared/storage/search_functions.h"

#include "shared/storage/ngram.h"

#include <sqlite3.h>

namespace orderdeck::storage {
namespace {

/// The tokenizer has no state; FTS5 only wants a pointer that is not null.
int create_tokenizer(void* context, const char**, int, Fts5Tokenizer** out) {
    *out = static_cast<Fts5Tokenizer*>(context);
    return SQLITE_OK;
}

void delete_tokenizer(Fts5Tokenizer*) {}

using Emit = int (*)(void*, int, const char*, int, int, int);

int tokenize(Fts5Tokenizer*, void* context, int flags, const char* bytes, int count, Emit emit) {
    if (bytes == nullptr) return SQLITE_OK;
    const std::string_view text(bytes, static_cast<std::size_t>(count));
    const bool is_query = (flags & FTS5_TOKENIZE_QUERY) != 0;
    for (const Ngram& ngram : is_query ? query_ngrams(text) : index_ngrams(text)) {
        const int code = emit(context, 0, ngram.token.data(), static_cast<int>(ngram.token.size()),
                              static_cast<int>(ngram.from), static_cast<int>(ngram.to));
        if (code != SQLITE_OK) return code;
    }
    return SQLITE_OK;
}

/// https://sqlite.org/fts5.html#extending_fts5: the interface is handed over through a bound pointer.
fts5_api* fts5_interface(sqlite3* handle) {
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

void call_text_function(sqlite3_context* context, int, sqlite3_value** arguments) {
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) return sqlite3_result_null(context);
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(arguments[0]));
    const auto count = static_cast<std::size_t>(sqlite3_value_bytes(arguments[0]));
    const auto function = reinterpret_cast<std::string (*)(std::string_view)>(sqlite3_user_data(context));
    const std::string result = function({bytes, count});
    sqlite3_result_text64(context, result.data(), result.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

} // namespace

base::Result<void> register_ngram_tokenizer(Database& database) {
    fts5_api* api = fts5_interface(database.handle());
    if (api == nullptr) return base::fail(base::ErrorCode::internal, "SQLite was built without FTS5");
    fts5_tokenizer tokenizer{create_tokenizer, delete_tokenizer, tokenize};
    if (api->xCreateTokenizer(api, "ngram", api, &tokenizer, nullptr) != SQLITE_OK) {
        return base::Failure{database.last_error()};
    }
    return {};
}

base::Result<void> register_text_function(Database& database, const std::string& name,
                                          std::string (*function)(std::string_view)) {
    constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    const int code = sqlite3_create_function_v2(database.handle(), name.c_str(), 1, kFlags,
                                                reinterpret_cast<void*>(function), call_text_function,
                                                nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return base::Failure{database.last_error()};
    return {};
}

} // namespace orderdeck::storage
