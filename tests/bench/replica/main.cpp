// What the browser's replica costs: building it, a keystroke in the search box, the list and the figures.
#include "shared/replica/order_list.h"
#include "shared/replica/order_snapshot.h"
#include "shared/replica/replica.h"
#include "shared/replica/search.h"
#include "shared/storage/memory_vfs.h"
#include "tests/bench/replica/synthetic_orders.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

using namespace orderdeck;

namespace {

template <typename Work>
double milliseconds(Work work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double quantile(std::vector<double> values, double q) {
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1,
                           static_cast<std::size_t>(static_cast<double>(values.size()) * q))];
}

void say(const std::string& figure, double value, const char* unit, double bar = 0, double aim = 0) {
    std::printf("{\"figure\": \"%s\", \"value\": %.3f, \"unit\": \"%s\"", figure.c_str(), value, unit);
    if (bar > 0) std::printf(", \"bar\": %g, \"aim\": %g", bar, aim);
    std::printf("}\n");
}

template <typename Value>
Value must(base::Result<Value> result) {
    if (!result) {
        std::fprintf(stderr, "%s\n", base::describe(result.error()).c_str());
        std::exit(1);
    }
    return std::move(result).release();
}

storage::Database boot(const storage::MemoryVfs& files, const std::string& path,
                       const std::vector<std::string>& pages) {
    auto database =
        must(storage::Database::open(path, storage::DatabaseOptions::for_memory_vfs(files.name())));
    must(replica::prepare_connection(database));
    must(replica::create_tables(database));
    for (const std::string& page : pages)
        must(replica::apply_boot_page(database, page));
    must(replica::finish_boot(database));
    return database;
}

/// Each text as it grows under the fingers of somebody who types it.
std::vector<std::string> keystrokes() {
    std::vector<std::string> typed;
    for (const char* text :
         {"so-2026-004718", "4500187", "pump 12", "servo drive 7", "sf1420339", "asn-0000471", "sd-00700"}) {
        for (std::size_t length = 1; length <= std::strlen(text); ++length)
            typed.emplace_back(text, length);
    }
    for (const char* text : {"伺", "伺服", "伺服驱", "导轨", "泵"})
        typed.emplace_back(text);
    return typed;
}

double keystroke_p95(storage::Database& database, replica::SearchExtent extent) {
    std::vector<double> times;
    for (int round = 0; round < 5; ++round) {
        for (const std::string& text : keystrokes()) {
            times.push_back(milliseconds([&] { must(replica::search_orders(database, text, extent)); }));
        }
    }
    return quantile(times, 0.95);
}

/// What one keystroke reads in all: the first hits, their rows and why they were found.
double answer_p95(storage::Database& database) {
    std::vector<double> times;
    for (const std::string& text : keystrokes()) {
        times.push_back(milliseconds([&] {
            auto hits = must(replica::search_orders(database, text, replica::SearchExtent::newest)).orders;
            hits.resize(std::min<std::size_t>(hits.size(), 20));
            must(replica::read_order_rows(database, hits));
            must(replica::explain_matches(database, text, hits));
        }));
    }
    return quantile(times, 0.95);
}

void list_figures(storage::Database& database, const std::string& suffix) {
    const replica::ListMoment moment{base::Timestamp::from_milliseconds(20'100LL * 86'400'000),
                                     base::LocalDate::from_days(20'100)};
    replica::OrderListQuery query;
    say("whole list in order of attention" + suffix, milliseconds([&] {
            must(replica::list_orders(database, query, moment, replica::SearchExtent::all));
        }),
        "ms");
    query.filter = replica::OrderFilter::late;
    say("late or at risk" + suffix, milliseconds([&] {
            must(replica::list_orders(database, query, moment, replica::SearchExtent::all));
        }),
        "ms");
    say("the figures above the list" + suffix,
        milliseconds([&] { must(replica::count_orders(database, moment)); }), "ms");
    say("one order with all that hangs on it" + suffix,
        milliseconds([&] { must(replica::read_order(database, domain::OrderId(77))); }), "ms");
}

} // namespace

int main() {
    const auto files = must(storage::MemoryVfs::install("bench"));
    {
        const auto pages = bench::boot_pages(10'000);
        std::size_t bytes = 0;
        for (const std::string& page : pages)
            bytes += page.size();
        say("boot of 10,000 orders, JSON before gzip", static_cast<double>(bytes) / 1e6, "MB");
        std::vector<double> times;
        for (int round = 0; round < 3; ++round) {
            times.push_back(milliseconds([&] { boot(*files, "r" + std::to_string(round), pages); }));
        }
        say("boot of 10,000 orders, apply time", quantile(times, 0.5), "ms", 1500, 600);
        storage::Database database = boot(*files, "small", pages);
        say("replica of 10,000 orders", static_cast<double>(files->file("small")->size()) / 1e6, "MB");
        say("search query among 10,000 orders, newest, p95",
            keystroke_p95(database, replica::SearchExtent::newest), "ms", 8, 4);
        say("search query among 10,000 orders, all, p95", keystroke_p95(database, replica::SearchExtent::all),
            "ms");
        say("search with rows and matches among 10,000 orders, p95", answer_p95(database), "ms");
        list_figures(database, ", 10,000 orders");
    }
    storage::Database database = boot(*files, "large", bench::boot_pages(100'000));
    say("search query among 100,000 orders, newest, p95",
        keystroke_p95(database, replica::SearchExtent::newest), "ms", 16, 4);
    say("search query among 100,000 orders, all, p95", keystroke_p95(database, replica::SearchExtent::all),
        "ms");
    list_figures(database, ", 100,000 orders");
    return 0;
}
