#pragma once

#include "server/persistence/owner.h"
#include "shared/base/timestamp.h"
#include "shared/storage/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::persistence::sqlite {

/// What one source says about one subject ("order:SCMS-4"), normalised. `content` is JSON of the kind.
struct Record {
    std::string subject;
    std::int64_t source_system = 0;
    std::string source_key;
    std::string kind;
    std::int64_t version = 0;
    std::optional<base::Timestamp> occurred_at;
    base::Timestamp received_at; ///< when this content was first said
    base::Timestamp stated_at;   ///< when it was last repeated
    std::int64_t inbox = 0;
    std::int64_t file_line = 0;
    std::string content;
};

enum class RecordChange : std::uint8_t {
    added,
    replaced,
    unchanged, ///< the same content again
    outdated,  ///< older than what is kept
};

/// The records of all subjects; the typed tables are their projections.
class RecordStore {
public:
    explicit RecordStore(storage::Database& database) : database_(database) {}

    /// Keeps the record if nothing newer is kept under its (source, key). Newer is the higher version, of equal
    /// versions the one stated later, of equal times the greater content: the order of arrival decides nothing.
    base::Result<RecordChange> put(Owner owner, const Record& record);

    /// All records about a subject, by source and key.
    base::Result<std::vector<Record>> about(Owner owner, std::string_view subject);
    base::Result<std::int64_t> count_about(Owner owner, std::string_view subject);
    /// Every subject of one account.
    base::Result<std::vector<std::string>> subjects(Owner owner);

private:
    base::Result<bool> insert(Owner owner, const Record& record);
    base::Result<void> update(Owner owner, const Record& record);
    base::Result<Record> kept(Owner owner, const Record& record);

    storage::Database& database_;
};

} // namespace orderdeck::server::persistence::sqlite
