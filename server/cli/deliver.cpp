#include "server/cli/deliver.h"

#include "server/ingest/inbox/excerpt.h"
#include "server/ingest/inbox/withdraw.h"

namespace orderdeck::server::cli {
namespace {

using http::routes::Delivery;
using persistence::sqlite::InboxListing;
using persistence::sqlite::InboxStore;
using persistence::sqlite::Store;

/// The feed's mapping, whose faults are the operator's and none of the sender's.
base::Result<ingest::MappingIdentity> identity_of(const ingest::AdapterSource& adapters,
                                                  const std::string& feed) {
    const auto adapter = adapters(feed, {});
    if (adapter) return (*adapter)->identity();
    if (adapter.error().code == base::ErrorCode::not_found) return base::Failure{adapter.error()};
    return base::fail(base::ErrorCode::internal, base::describe(adapter.error()), feed);
}

base::Result<InboxListing> kept_message(Store& store, const ingest::MappingIdentity& mapping,
                                        std::string_view bytes) {
    auto reader = TRY(store.read());
    InboxStore inbox(*reader);
    const auto message = TRY(inbox.find_by_content(bytes, ingest::mapping_text(mapping)));
    return TRY(inbox.message(message.value_or(0)));
}

base::Result<Delivery> deliver(Store& store, const ingest::AdapterSource& adapters, const std::string& feed,
                               const ingest::InputFile& file, base::Timestamp now) {
    const ingest::MappingIdentity mapping = TRY(identity_of(adapters, feed));
    const auto report = ingest::import_with(store, adapters, feed, file, now);
    const bool is_rejected = !report && report.error().code == base::ErrorCode::invalid;
    if (!report && !is_rejected) return base::Failure{report.error()};
    const InboxListing kept = TRY(kept_message(store, mapping, file.bytes));
    return Delivery{.message = kept.entry.id,
                    .state = std::string(name_of(kept.entry.state)),
                    .reason = kept.reason,
                    .rows = kept.entry.rows,
                    .rows_rejected = kept.entry.rows_rejected,
                    .was_known = report && report->was_applied_before};
}

/// None for a feed that is no longer there.
std::vector<http::routes::Vocabulary>
vocabularies_of(const ingest::AdapterSource& adapters, const std::string& feed,
                const std::vector<persistence::sqlite::Finding>& findings) {
    std::vector<http::routes::Vocabulary> vocabularies(findings.size());
    const auto adapter = adapters(feed, {});
    for (std::size_t i = 0; adapter && i < findings.size(); ++i) {
        if (findings[i].column.empty() || findings[i].value.empty()) continue;
        ingest::Vocabulary known = (*adapter)->vocabulary(findings[i]);
        vocabularies[i] = {.name = std::move(known.name), .words = std::move(known.words)};
    }
    return vocabularies;
}

} // namespace

http::routes::Deliver deliver_to(Store& store, ingest::AdapterSource adapters) {
    return [&store, adapters = std::move(adapters)](const std::string& feed, const std::string& name,
                                                    std::string_view bytes, base::Timestamp now) {
        return deliver(store, adapters, feed, {.name = name, .bytes = bytes}, now);
    };
}

http::routes::Repair repair_of(Store& store, const ingest::AdapterSource& adapters) {
    return {
        .retry = [&store, adapters](std::int64_t message, base::Timestamp now) -> base::Result<std::int64_t> {
            const ingest::ImportReport report = TRY(ingest::retry(store, message, adapters, now));
            TRY(ingest::retry_ready(store, adapters, now));
            return report.applied.rows_changed;
        },
        .withdraw = [&store](std::int64_t message,
                             base::Timestamp now) { return ingest::withdraw(store, message, now); },
        .ignore = [&store](std::int64_t message,
                           const std::string& reason) { return ingest::ignore(store, message, reason); },
        .map_code =
            [&store, adapters](const persistence::sqlite::CodeMeaning& meaning, base::Timestamp now) {
                return ingest::map_code(store, meaning, adapters, now);
            },
        .vocabularies =
            [adapters](const std::string& feed, const std::vector<persistence::sqlite::Finding>& findings) {
                return vocabularies_of(adapters, feed, findings);
            },
        .excerpt = [&store, adapters](std::int64_t message, std::optional<std::int64_t> finding)
            -> base::Result<api::InboxExcerpt> {
            ingest::Excerpt excerpt = TRY(ingest::read_excerpt(store, message, finding, adapters));
            return api::InboxExcerpt{.file = std::move(excerpt.file),
                                     .first_line = excerpt.first_line,
                                     .marked_line = excerpt.marked_line,
                                     .lines = std::move(excerpt.lines)};
        }};
}

} // namespace orderdeck::server::cli
