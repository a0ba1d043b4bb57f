#include "server/ingest/inbox/repair.h"

#include "server/ingest/inbox/withdraw.h"
#include "server/ingest/stated_field.h"
#include "server/persistence/sqlite/inbox/record_store.h"

namespace orderdeck::server::ingest {
namespace {

using persistence::sqlite::InboxListing;
using persistence::sqlite::InboxState;
using persistence::sqlite::InboxStore;
using persistence::sqlite::RecordStore;

struct KeptMessage {
    InboxListing listing;
    std::string body;
    std::vector<CodeMeaning> meanings;
};

base::Result<KeptMessage> read_kept(Store& store, std::int64_t message) {
    auto reader = TRY(store.read());
    InboxStore inbox(*reader);
    KeptMessage kept{.listing = TRY(inbox.message(message)), .body = {}, .meanings = TRY(inbox.meanings())};
    if (kept.listing.entry.state == InboxState::withdrawn)
        return base::fail(base::ErrorCode::conflict, "the message was withdrawn: import the file again",
                          std::to_string(message));
    kept.body = TRY(inbox.body(message));
    return kept;
}

std::string name_in(const std::string& mapping) { return mapping.substr(0, mapping.find('#')); }

/// What the message said is forgotten, to be said anew; its rows stay until it is known what they are.
base::Result<void> open_again(Store& store, std::int64_t message, const std::string& mapping) {
    persistence::sqlite::WriteLease writer = TRY(store.write());
    InboxStore inbox(*writer);
    TRY(inbox.set_mapping(message, mapping));
    TRY(RecordStore(*writer).withdraw(message));
    TRY(inbox.set_state(message, InboxState::received));
    return writer.commit();
}

base::Result<std::vector<std::int64_t>> with_unknown_code(Store& store, const CodeMeaning& meaning) {
    auto reader = TRY(store.read());
    storage::Statement rows = TRY(reader->query(
        "SELECT DISTINCT f.inbox_id, f.column_name FROM finding f JOIN inbox i ON i.id = f.inbox_id JOIN "
        "source_system s ON s.id = i.source_id WHERE s.name = ? AND f.value = ? AND i.state <> 'withdrawn' "
        "ORDER BY f.inbox_id",
        meaning.source, meaning.code));
    std::vector<std::int64_t> messages;
    while (TRY(rows.step())) {
        const bool is_new = messages.empty() || messages.back() != rows.int64(0);
        if (is_new && is_same_field(rows.text(1), meaning.field)) messages.push_back(rows.int64(0));
    }
    return messages;
}

} // namespace

base::Result<ImportReport> retry(Store& store, std::int64_t message, const AdapterSource& adapters,
                                 base::Timestamp now, const Progress& progress) {
    const KeptMessage kept = TRY(read_kept(store, message));
    const auto adapter = TRY(adapters(name_in(kept.listing.mapping), kept.meanings));
    TRY(open_again(store, message, mapping_text(adapter->identity())));
    auto report = apply_message(store, kept.listing.entry, *adapter,
                                {.name = kept.listing.file_name, .bytes = kept.body}, progress);
    TRY(settle(store, now));
    return report;
}

base::Result<int> retry_ready(Store& store, const AdapterSource& adapters, base::Timestamp now) {
    std::vector<std::int64_t> ready;
    {
        auto reader = TRY(store.read());
        ready = TRY(InboxStore(*reader).ready());
    }
    int done = 0;
    for (const std::int64_t message : ready) {
        // A message whose mapping has gone must not keep the others waiting.
        if (retry(store, message, adapters, now)) ++done;
    }
    return done;
}

base::Result<void> ignore(Store& store, std::int64_t message, std::string_view reason) {
    persistence::sqlite::WriteLease writer = TRY(store.write());
    InboxStore inbox(*writer);
    if (TRY(inbox.message(message)).entry.state == InboxState::withdrawn)
        return base::fail(base::ErrorCode::conflict, "the message was withdrawn", std::to_string(message));
    TRY(inbox.set_state(message, InboxState::ignored, reason));
    return writer.commit();
}

base::Result<int> map_code(Store& store, const CodeMeaning& meaning, const AdapterSource& adapters,
                           base::Timestamp now) {
    if (meaning.source.empty() || meaning.field.empty() || meaning.code.empty())
        return base::fail(base::ErrorCode::invalid, "a meaning needs a source, its column and its word");
    {
        persistence::sqlite::WriteLease writer = TRY(store.write());
        CodeMeaning kept = meaning;
        kept.field = stated_field(meaning.field);
        TRY(InboxStore(*writer).put_meaning(kept, now));
        TRY(writer.commit());
    }
    int read = 0;
    for (const std::int64_t message : TRY(with_unknown_code(store, meaning))) {
        TRY(retry(store, message, adapters, now));
        ++read;
    }
    return read;
}

base::Result<ImportReport> import_with(Store& store, const AdapterSource& adapters,
                                       const std::string& mapping, const InputFile& file, base::Timestamp now,
                                       const RowProgress& progress) {
    std::vector<CodeMeaning> meanings;
    {
        auto reader = TRY(store.read());
        meanings = TRY(InboxStore(*reader).meanings());
    }
    const auto adapter = TRY(adapters(mapping, meanings));
    ImportReport report = TRY(import_file(store, *adapter, file, now, progress));
    TRY(retry_ready(store, adapters, now));
    return report;
}

} // namespace orderdeck::server::ingest
