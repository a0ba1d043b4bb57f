// CSV rows to durable facts with change feed, against bare prepared inserts of the same resulting rows in SQLite.
#include "server/ingest/csv/import_file.h"
#include "tests/bench/ingest/bare_rows.h"
#include "tests/bench/ingest/sample_file.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

using namespace orderdeck;
using server::persistence::sqlite::Store;

namespace {

constexpr int kRows = 20'000;
constexpr int kRounds = 3;

class Folder {
public:
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "orderdeck-bench-XXXXXX").string();
        path = mkdtemp(pattern.data());
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    std::filesystem::path path;
};

/// How long each round took.
struct Rounds {
    std::vector<double> seconds;
    std::vector<double> processor_seconds; ///< what a busy machine does not change

    template <typename Work>
    void run(Work work) {
        const auto start = std::chrono::steady_clock::now();
        const std::clock_t processor_start = std::clock();
        work();
        processor_seconds.push_back(static_cast<double>(std::clock() - processor_start) / CLOCKS_PER_SEC);
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
};

template <typename Value>
Value demand(base::Result<Value> result) {
    if (!result) {
        std::fprintf(stderr, "%s\n", base::describe(result.error()).c_str());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<Value>) return std::move(result).value();
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void say(const char* figure, double value, const char* unit, const char* goal = "") {
    std::printf("{\"figure\": \"%s\", \"value\": %.3f, \"unit\": \"%s\"%s, \"better\": \"more\"}\n", figure,
                value, unit, goal);
}

} // namespace

int main() {
    const std::string file = bench::sample_file(kRows);
    const auto mapping = demand(server::ingest::mapping::load_mapping("scms_usaid"));
    const auto now = base::Timestamp::from_seconds(1'700'000'000);
    Rounds ours;
    Rounds bare;
    for (int round = 0; round < kRounds; ++round) {
        const Folder imported;
        const Folder inserted;
        auto store = demand(Store::open(imported.path));
        auto target = demand(Store::open(inserted.path));
        ours.run([&] {
            demand(
                server::ingest::csv::import_file(*store, mapping, {.name = "bench.csv", .bytes = file}, now));
        });
        const auto rows = demand(bench::read_rows(*store));
        bare.run([&] { demand(bench::insert_rows(*target, rows)); });
    }
    say("ingest of CSV rows, with records, projections, summaries and feed", kRows / median(ours.seconds),
        "rows/s");
    say("ingest against bare inserts of the same rows", median(bare.seconds) / median(ours.seconds),
        "of their speed", ", \"bar\": 0.25, \"aim\": 0.5");
    say("the same in processor time", median(bare.processor_seconds) / median(ours.processor_seconds),
        "of their speed");
}
