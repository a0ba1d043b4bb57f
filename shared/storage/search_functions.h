#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/storage/database.h"

namespace orderdeck::storage {

/// Makes `tokenize='ngram'` known to FTS5 on this connection; see ngram.h. Needed before a table that uses it is touched.
base::Result<void> register_ngram_tokenizer(Database& database);

/// Makes a deterministic function from text to text known to SQL on this connection; NULL stays NULL.
base::Result<void> register_text_function(Database& database, const std::string& name,
                                          std::string (*function)(std::string_view));

} // namespace orderdeck::storage
