#include "server/cli/demo/source_files.h"

#include "server/cli/demo/csv_rows.h"
#include "server/cli/demo/source_words.h"
#include "shared/base/hash.h"

#include <algorithm>
#include <tuple>

namespace orderdeck::server::cli::demo {
namespace {

/// The systems were connected 400 days ago, then exported what changed: a few catch-up runs, lately every day.
constexpr std::array kDaysBefore = {400, 60, 14, 3, 2, 1, 0};

/// A word of the ERP that nobody has told the portal: one order in so many has it.
constexpr std::string_view kStrangeOrderType = "Consignment";
constexpr std::uint64_t kOrdersForAStrangeOne = 300;
/// One that every demo has, entered lately.
constexpr std::string_view kStrangeReference = "NK-187824";
/// One row in so many is exported twice in a run.
constexpr std::uint64_t kRowsForARepeatedOne = 250;

/// What catches up comes from one system after the other, the ERP first: the others speak of its orders.
base::Duration minutes_before(std::size_t feed, int days) {
    constexpr int kLastCatchUp = 3;
    if (days < kLastCatchUp) return base::Duration::minutes(kFeedForms[feed].minutes_before);
    return base::Duration::minutes(10 * static_cast<int>(kFeedCount - feed));
}

auto place_of(const Entry& entry) { return std::tie(entry.feed, entry.scope, entry.row); }

} // namespace

SourceFiles::SourceFiles(base::Timestamp now) : now_(now) {
    for (std::size_t feed = 0; feed < kFeedCount; ++feed) {
        const FeedForm& form = kFeedForms[feed];
        for (const int days : kDaysBefore) {
            SourceFile file;
            file.mapping = form.mapping;
            file.received = now_ - base::Duration::days(days) - minutes_before(feed, days);
            file.name = std::string(form.stem) + "_" + file.received.utc_date().to_string() + ".csv";
            append_row(file.bytes, form.columns);
            files_[feed].push_back(std::move(file));
        }
    }
}

void SourceFiles::add(std::vector<Entry> entries) {
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return place_of(a) < place_of(b); });
    std::vector<const Entry*> shared;
    for (std::size_t i = 0; i < entries.size();) {
        const bool is_new_scope =
            i == 0 || entries[i].feed != entries[i - 1].feed || entries[i].scope != entries[i - 1].scope;
        if (is_new_scope) shared.clear();
        std::vector<const Entry*> row = shared;
        const std::size_t begin = i;
        while (i < entries.size() && place_of(entries[i]) == place_of(entries[begin]))
            row.push_back(&entries[i++]);
        if (entries[begin].row.empty())
            shared = std::move(row);
        else
            add_row(entries[begin].feed, row);
    }
}

void SourceFiles::add_row(Feed feed, const std::vector<const Entry*>& entries) {
    std::vector<const Entry*> written = entries;
    std::stable_sort(written.begin(), written.end(),
                     [](const Entry* a, const Entry* b) { return a->written < b->written; });
    std::vector<std::string_view> cells(form_of(feed).columns.size());
    bool exists = false;
    auto next = written.begin();
    for (SourceFile& file : files_[static_cast<std::size_t>(feed)]) {
        bool is_changed = false;
        for (; next != written.end() && (*next)->written <= file.received; ++next) {
            std::string_view& cell = cells[(*next)->column];
            exists = exists || !(*next)->row.empty();
            is_changed = is_changed || cell != (*next)->value;
            cell = (*next)->value;
        }
        if (exists && is_changed) export_row(feed, cells, file);
    }
}

void SourceFiles::export_row(Feed feed, const std::vector<std::string_view>& cells, SourceFile& file) {
    if (feed != Feed::sales) {
        append_row(file.bytes, cells);
        ++file.rows;
        return;
    }
    std::vector<std::string_view> row = cells;
    base::Hash64 hash;
    hash.append(cells[column(kSalesColumns, "Order")]);
    const bool is_drawn = hash.value() % kOrdersForAStrangeOne == 0 ||
                          cells[column(kSalesColumns, "Your PO")] == kStrangeReference;
    const bool is_strange =
        is_drawn && cells[column(kSalesColumns, "Order type")] == erp_word(domain::OrderKind::standard);
    if (is_strange) {
        row[column(kSalesColumns, "Order type")] = kStrangeOrderType;
        ++file.flaws["bad_word"];
    }
    append_row(file.bytes, row);
    ++file.rows;
    hash.append(file.name).append(cells[column(kSalesColumns, "Line")]);
    if (hash.value() % kRowsForARepeatedOne != 0) return;
    append_row(file.bytes, row);
    ++file.rows;
    ++file.flaws["repeated_key"];
    if (is_strange) ++file.flaws["bad_word"];
}

std::vector<SourceFile> SourceFiles::take() {
    std::vector<SourceFile> all;
    for (std::vector<SourceFile>& files : files_) {
        for (SourceFile& file : files) {
            if (file.rows > 0) all.push_back(std::move(file));
        }
    }
    sort_by_arrival(all);
    return all;
}

void sort_by_arrival(std::vector<SourceFile>& files) {
    std::stable_sort(files.begin(), files.end(),
                     [](const SourceFile& a, const SourceFile& b) { return a.received < b.received; });
}

} // namespace orderdeck::server::cli::demo
