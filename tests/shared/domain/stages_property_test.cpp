#include "shared/domain/part_news.h"
#include "shared/domain/promise_story.h"
#include "shared/domain/stage_set.h"
#include "shared/domain/timeline.h"
#include "tests/support/random_records.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace orderdeck::domain;
using orderdeck::test::counterexample;
using orderdeck::test::RandomRecords;
using orderdeck::test::RandomSource;
using Progress = TimelineStage::Progress;

namespace {

constexpr int kCases = 1500;
constexpr int kLargest = 6;

using Failure = std::optional<std::string>;

OrderRecords shuffled(OrderRecords records, std::uint64_t seed) {
    RandomSource random(seed);
    random.shuffle(records.lines);
    random.shuffle(records.shipments);
    random.shuffle(records.shipment_lines);
    random.shuffle(records.milestones);
    random.shuffle(records.promises);
    return records;
}

std::string text_of(const std::vector<TimelineStage>& timeline) {
    std::string text;
    const auto put = [&text](std::int64_t value) { text += std::to_string(value) + " "; };
    const auto date = [&put](const auto& day) { put(day ? day->days() : -1); };
    for (const TimelineStage& entry : timeline) {
        text += std::string(name_of(entry.code)) + " ";
        put(static_cast<int>(entry.progress)), put(entry.inferred), put(entry.lines_done);
        put(entry.lines_of), put(entry.permille), date(entry.planned_on), date(entry.forecast_on);
        put(entry.actual ? entry.actual->on.days() : -1);
    }
    return text;
}

std::map<std::int64_t, std::string> texts_of(const std::vector<PromiseStory>& stories) {
    std::map<std::int64_t, std::string> texts;
    for (const PromiseStory& story : stories) {
        std::string& text = texts[story.line.value()];
        for (const PromiseMove& move : story.history)
            text += std::to_string(move.promise.value()) + ":" + std::to_string(move.days) + " ";
        text += std::to_string(story.net_days) + " " + std::to_string(story.moves);
    }
    return texts;
}

} // namespace

TEST_CASE("timeline and promise history do not depend on the order in which records are stored") {
    const std::string failure = counterexample(kCases, kLargest, [](std::uint64_t seed, int size) -> Failure {
        const OrderRecords records = RandomRecords(seed, size).make();
        const OrderRecords mixed = shuffled(records, seed + 1);
        if (text_of(timeline_of(records)) != text_of(timeline_of(mixed)))
            return text_of(timeline_of(records)) + "\n" + text_of(timeline_of(mixed));
        if (texts_of(promise_stories(records)) != texts_of(promise_stories(mixed))) return "promises differ";
        return std::nullopt;
    });
    CHECK(failure == "");
}

TEST_CASE("a stage of goods is done only when all before it are done or were not needed") {
    const std::string failure = counterexample(kCases, kLargest, [](std::uint64_t seed, int size) -> Failure {
        const auto timeline = timeline_of(RandomRecords(seed, size).make());
        for (const TimelineStage& later : timeline) {
            if (later.progress != Progress::done || !stage_of(later.code)) continue;
            for (const TimelineStage& before : timeline) {
                const auto stage = stage_of(before.code);
                if (!stage || *stage >= *stage_of(later.code)) continue;
                if (before.progress != Progress::done && before.progress != Progress::skipped)
                    return std::string(name_of(later.code)) + " before " + std::string(name_of(before.code));
            }
        }
        return std::nullopt;
    });
    CHECK(failure == "");
}

TEST_CASE("what is stored twice announces itself once") {
    const std::string failure = counterexample(kCases, kLargest, [](std::uint64_t seed, int size) -> Failure {
        OrderRecords records = RandomRecords(seed, size).make();
        const std::size_t once = part_news(records).size();
        const auto milestones = records.milestones;
        records.milestones.insert(records.milestones.end(), milestones.begin(), milestones.end());
        std::set<std::string> keys;
        for (const PartNews& news : part_news(records)) {
            if (!keys.insert(news.key).second) return "twice: " + news.key;
        }
        if (keys.size() != once) return "more news than before";
        return std::nullopt;
    });
    CHECK(failure == "");
}
