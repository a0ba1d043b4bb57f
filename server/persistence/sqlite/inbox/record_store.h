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

/// A subject of which the projected rows must be made anew.
struct PendingSubject {
    Owner owner;
    std::string subject;
};

/// The records of all subjects; the typed tables are their projections. What each message said is kept, so that what one
/// message said can be taken back.
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

    /// Forgets what a message said: of each record what another message said counts again, and where none spoke of it the
    /// record goes. The subjects become pending.
    base::Result<void> withdraw(std::int64_t inbox);
    /// At most `limit` pending subjects of one account.
    base::Result<std::vector<PendingSubject>> pending(std::int64_t limit);
    base::Result<void> settle(const PendingSubject& subject);
    /// When the system last said anything about the account; nothing when it has said nothing that is still kept.
    base::Result<std::optional<base::Timestamp>> last_stated(Owner owner, std::int64_t source_system);

private:
    base::Result<RecordChange> repeat(Owner owner, const Record& record, Record known);
    base::Result<void> keep_version(Owner owner, const Record& record);
    base::Result<bool> has_versions(Owner owner, const Record& record);
    base::Result<std::vector<Record>> versions(Owner owner, const Record& record);
    base::Result<void> count_what_is_left(Owner owner, const Record& record);
    base::Result<bool> insert(Owner owner, const Record& record);
    base::Result<void> update(Owner owner, const Record& record);
    base::Result<Record> kept(Owner owner, const Record& record);

    storage::Database& database_;
};

} // namespace orderdeck::server::persistence::sqlite
