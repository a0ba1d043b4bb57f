#include "server/cli/demo/mishaps.h"

#include "server/cli/demo/carrier_payloads.h"
#include "server/cli/demo/csv_rows.h"
#include "server/cli/demo/fact_sink.h"
#include "server/cli/demo/feeds.h"

#include <algorithm>
#include <iterator>

namespace orderdeck::server::cli::demo {
namespace {

/// The row of this number below the header, with its end of line; empty when there are fewer.
std::string_view row_of(const SourceFile& file, std::size_t number) {
    std::size_t begin = 0;
    for (std::size_t row = 0; row < number && begin != std::string::npos; ++row)
        begin = file.bytes.find('\n', begin) + 1;
    return std::string_view(file.bytes).substr(begin, file.bytes.find('\n', begin) + 1 - begin);
}

class Mishaps {
public:
    Mishaps(std::vector<SourceFile>& files, base::Timestamp now) : files_(files), now_(now) {}

    void add() {
        rewrite_a_date();
        sum_up_receipts();
        rename_columns();
        send_training_orders();
        sell_to_a_newcomer();
        scan_a_stranger();
        replay_work_orders();
    }

private:
    /// The export of a feed that came so many days ago; nothing when the feed had nothing to say that day.
    SourceFile* find(Feed feed, int days) {
        const base::Timestamp from = now_ - base::Duration::days(days + 1);
        const auto found = std::find_if(files_.begin(), files_.end(), [&](const SourceFile& file) {
            return file.mapping == form_of(feed).mapping && file.fate == Fate::applied &&
                   file.received > from && file.received <= from + base::Duration::days(1);
        });
        return found == files_.end() ? nullptr : &*found;
    }

    static SourceFile like(const SourceFile& file, std::string_view suffix, base::Duration later) {
        SourceFile other;
        other.mapping = file.mapping;
        other.received = file.received + later;
        other.name = file.name.substr(0, file.name.rfind('.')) + std::string(suffix) + ".csv";
        other.bytes = std::string(row_of(file, 0));
        return other;
    }

    void rewrite_a_date() {
        constexpr std::size_t kWanted = column(kSalesColumns, "Wanted");
        SourceFile* file = find(Feed::sales, 3);
        if (file == nullptr) return;
        const std::string right(row_of(*file, 1));
        if (right == row_of(*file, 2)) return;
        std::vector<std::string> cells = cells_of(right);
        const std::string date = cells[kWanted];
        cells[kWanted] = date.substr(8) + "." + date.substr(5, 2) + "." + date.substr(0, 4);
        std::string wrong;
        append_row(wrong, cells);
        file->bytes.replace(file->bytes.find(right), right.size(), wrong);
        ++file->flaws["bad_date"];
        SourceFile corrected = like(*file, "_corrected", base::Duration::hours(5));
        corrected.bytes += right;
        corrected.rows = 1;
        if (cells[column(kSalesColumns, "Order type")] == "Consignment") corrected.flaws["bad_word"] = 1;
        files_.push_back(std::move(corrected));
    }

    void sum_up_receipts() {
        SourceFile* file = find(Feed::payments, 14);
        if (file == nullptr) return;
        std::vector<std::string> cells(kPaymentColumns.size());
        cells[column(kPaymentColumns, "Receipt")] = "Total";
        cells[column(kPaymentColumns, "Amount")] = "1284506.37";
        append_row(file->bytes, cells);
        ++file->rows;
        ++file->bad_rows;
        // It names neither an account nor an order.
        file->flaws["no_key"] += 2;
    }

    void rename_columns() {
        const SourceFile* file = find(Feed::warehouse, 1);
        if (file == nullptr) return;
        SourceFile renamed = *file;
        renamed.received = file->received - base::Duration::minutes(35);
        std::string header(row_of(*file, 0));
        for (const auto& [name, other] :
             {std::pair("Delivery", "Outbound delivery"), std::pair("Order", "Sales doc.")})
            header.replace(header.find(name), std::string_view(name).size(), other);
        renamed.bytes.replace(0, renamed.bytes.find('\n') + 1, header);
        renamed.fate = Fate::rejected;
        files_.push_back(std::move(renamed));
    }

    void send_training_orders() {
        const SourceFile* file = find(Feed::sales, 14);
        if (file == nullptr) return;
        SourceFile training = like(*file, "_client_900", base::Duration::hours(26));
        std::vector<std::string> cells = cells_of(row_of(*file, 1));
        cells[column(kSalesColumns, "Your PO")] = "TRAINING";
        for (const std::string_view number : {"TR-000017", "TR-000018"}) {
            cells[column(kSalesColumns, "Order")] = number;
            append_row(training.bytes, cells);
            ++training.rows;
        }
        training.fate = Fate::withdrawn;
        files_.push_back(std::move(training));
    }

    /// The first orders of a company come before the ERP has told the portal that it exists.
    void sell_to_a_newcomer() {
        const SourceFile* file = find(Feed::sales, 0);
        if (file == nullptr) return;
        SourceFile newcomer = like(*file, "_company_0310", base::Duration::minutes(10));
        std::vector<std::string> cells = cells_of(row_of(*file, 1));
        cells[column(kSalesColumns, "Customer")] = "QH-NB";
        cells[column(kSalesColumns, "Order")] = "SN-2026-000001";
        cells[column(kSalesColumns, "Your PO")] = "4900000017";
        append_row(newcomer.bytes, cells);
        newcomer.rows = 1;
        newcomer.fate = Fate::waiting;
        files_.push_back(std::move(newcomer));
    }

    /// A carrier tells of a parcel whose number no shipment has: mistyped at the dock.
    void scan_a_stranger() {
        std::vector<ingest::Fact> facts;
        FactSink sink(facts, now_);
        sink.begin("", now_);
        const auto scan = [&](int hours_ago, const char* place, const char* text) {
            ingest::TrackingEventFact fact;
            fact.parcel = "SF1420339022165";
            fact.carrier = "shunfeng";
            const base::Timestamp at = now_ - base::Duration::hours(hours_ago);
            fact.actual = {.on = at.date_at(base::Duration::minutes(kHouseOffset)),
                           .at = at,
                           .utc_offset_minutes = kHouseOffset};
            fact.place = place;
            fact.text = text;
            sink.add(System::carrier, text, at, 14, std::move(fact));
        };
        scan(31, "常州武进营业点", "顺丰速运 已收取快件");
        scan(22, "常州集散中心", "快件在【常州集散中心】完成分拣，准备发往下一站");
        CarrierPayloads payloads(now_);
        payloads.add(facts);
        for (SourceFile& file : payloads.take()) {
            file.fate = Fate::waiting;
            files_.push_back(std::move(file));
        }
    }

    /// One of production's newest exports comes twice.
    void replay_work_orders() {
        const SourceFile* newest = nullptr;
        for (const SourceFile& file : files_) {
            if (file.mapping != form_of(Feed::production).mapping) continue;
            if (newest == nullptr || newest->received < file.received) newest = &file;
        }
        if (newest == nullptr) return;
        SourceFile again = *newest;
        again.received = again.received + base::Duration::minutes(30);
        again.fate = Fate::replayed;
        files_.push_back(std::move(again));
    }

    std::vector<SourceFile>& files_;
    base::Timestamp now_;
};

} // namespace

void add_mishaps(std::vector<SourceFile>& files, base::Timestamp now) { Mishaps(files, now).add(); }

} // namespace orderdeck::server::cli::demo
