#pragma once

#include "server/persistence/sqlite/store.h"
#include "shared/base/timestamp.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::persistence::sqlite {

/// What arrived, before it is understood.
struct InboxMessage {
    std::string source_name;
    std::string source_kind;
    std::string mapping;
    std::string file_name;
    std::string_view body;
};

/// Received: durable, perhaps partly applied. Applied: nothing is left to do.
enum class InboxState : std::uint8_t { received, applied };

struct InboxEntry {
    std::int64_t id = 0;
    std::int64_t source_system = 0;
    InboxState state = InboxState::received;
    base::Timestamp received_at;
    std::int64_t rows = 0;
    std::int64_t rows_rejected = 0;
    bool is_new = false; ///< false: the same bytes arrived before under the same mapping
};

enum class Severity : std::uint8_t { info, warning, error };
std::string_view name_of(Severity severity);

/// Something about a message that a person should know. `file_line` 0 speaks of the whole file, an empty column of the
/// whole row. An error is a row that was rejected; warnings and infos are about rows that were imported.
struct Finding {
    std::int64_t file_line = 0;
    std::string column;
    std::string value;
    Severity severity = Severity::warning;
    std::string code;
    std::string message;
    std::int64_t occurrences = 1; ///< equal findings are kept once, at their first line
};

/// Every message that reached the server, with its bytes and what was found in it.
class InboxStore {
public:
    explicit InboxStore(storage::Database& database) : database_(database) {}

    /// Keeps the message; durable when it returns. A message with the same bytes and mapping is kept once.
    static base::Result<InboxEntry> receive(Store& store, const InboxMessage& message, base::Timestamp now);
    /// The id of a source system, which is added or takes the new kind where needed.
    static base::Result<std::int64_t> source_system(storage::Database& writer, std::string_view name,
                                                    std::string_view kind);

    /// Marks the message as done, with how many rows it had and how many of them wait for repair.
    base::Result<void> finish(std::int64_t inbox, std::int64_t rows, std::int64_t rows_rejected);
    /// Replaces what was found in the message.
    base::Result<void> put_findings(std::int64_t inbox, const std::vector<Finding>& findings);

    /// The bytes as they came.
    base::Result<std::string> body(std::int64_t inbox);
    /// In the order of the file.
    base::Result<std::vector<Finding>> findings(std::int64_t inbox, std::int64_t limit);

private:
    storage::Database& database_;
};

} // namespace orderdeck::server::persistence::sqlite
