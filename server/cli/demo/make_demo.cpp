#include "server/cli/demo/make_demo.h"

namespace orderdeck::server::cli::demo {
namespace {

using persistence::sqlite::InboxEntry;
using persistence::sqlite::InboxStore;

/// The message says what was asked for; the facts follow from it and from this version of the generator.
std::string message_of(const DemoRequest& request) {
    return "{\"generator\":\"demo 1\",\"seed\":" + std::to_string(request.seed) + ",\"today\":\"" +
           request.today.to_string() + "\",\"orders\":" + std::to_string(request.orders) + "}\n";
}

base::Result<void> apply_all(persistence::sqlite::Store& store, const InboxEntry& message,
                             const DemoRequest& request, DemoReport& report,
                             const ingest::Progress& progress) {
    std::int64_t orders_before = 0;
    TRY(generate(request, [&](const ingest::Batch& batch) -> base::Result<void> {
        std::int64_t orders = 0;
        for (const ingest::Fact& fact : batch.facts)
            orders += std::holds_alternative<ingest::OrderFact>(fact.body) ? 1 : 0;
        report.applied +=
            TRY(ingest::apply(store, message, batch, [&](std::int64_t done, std::int64_t total) {
                if (progress) progress(orders_before + orders * done / total, request.orders);
            }));
        orders_before += orders;
        return {};
    }));
    report.orders = orders_before;
    return ingest::finish(store, message, orders_before, 0, report.applied.findings);
}

} // namespace

base::Result<DemoReport> make_demo(persistence::sqlite::Store& store,
                                   const std::filesystem::path& data_folder, const DemoRequest& request,
                                   auth::HashCost cost, base::Timestamp now,
                                   const ingest::Progress& progress) {
    DemoReport report;
    const std::string body = message_of(request);
    const InboxEntry message = TRY(InboxStore::receive(store,
                                                       {.source_name = "Demo",
                                                        .source_kind = "demo",
                                                        .mapping = "demo",
                                                        .file_name = "demo.json",
                                                        .body = body},
                                                       now));
    report.was_made_before = is_settled(message.state);
    report.orders = message.rows;
    if (!report.was_made_before) TRY(apply_all(store, message, request, report, progress));
    report.log_ins = TRY(add_log_ins(store, data_folder, cost, now));
    return report;
}

} // namespace orderdeck::server::cli::demo
