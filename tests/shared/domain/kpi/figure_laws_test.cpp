#include "shared/domain/kpi/figures.h"
#include "shared/domain/summary.h"
#include "tests/support/random_records.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

using namespace orderdeck::domain;
using orderdeck::test::counterexample;
using orderdeck::test::day;
using orderdeck::test::RandomRecords;
using orderdeck::test::RandomSource;

namespace {

constexpr int kCases = 1500;
constexpr int kLargest = 6;

using Failure = std::optional<std::string>;

FigureQuestion question_of(RandomSource& random) {
    return {.today = day(random.between(5, 30)),
            .window = {.early_days = random.chance(50) ? kAnyEarliness : random.between(0, 5),
                       .late_days = random.between(0, 5)},
            .complaint_days = random.between(0, 9),
            .short_permille = random.chance(50) ? 0 : random.between(0, 1000)};
}

/// An order or, now and then, a framework contract, with moves of promises by the customer.
OrderRecords records_of(std::uint64_t seed, int size) {
    OrderRecords records = RandomRecords(seed, size).make();
    RandomSource random(seed + 7);
    if (random.chance(5)) records.order.kind = OrderKind::framework_contract;
    for (PromiseRevision& promise : records.promises)
        promise.party = static_cast<Party>(random.between(0, kPartyCount - 1));
    return records;
}

FigureBook book_of(const OrderRecords& records, const FigureQuestion& question) {
    FigureBook book(question, figures_for(question), KeepRows::yes);
    book.add(records);
    return book;
}

} // namespace

TEST_CASE("every line or order has exactly one row in every figure, with a verdict that the figure knows") {
    const std::string failure = counterexample(kCases, kLargest, [](std::uint64_t seed, int size) -> Failure {
        RandomSource random(seed);
        const OrderRecords records = records_of(seed, size);
        const FigureBook book = book_of(records, question_of(random));
        for (const Figure& figure : book.figures()) {
            const FigureDefinition& definition = figure.definition();
            const bool by_line = definition.level == FigureLevel::line;
            std::set<std::optional<LineId>> seen;
            for (const FigureRow& row : figure.rows()) {
                seen.insert(row.line);
                const auto known = verdicts_of(definition.kind);
                if (std::find(known.begin(), known.end(), row.verdict) == known.end())
                    return name_of(definition) + " says " + std::string(name_of(row.verdict));
                if (row.line.has_value() != by_line)
                    return name_of(definition) + " has a row of another level";
            }
            const std::size_t expected = by_line ? records.lines.size() : 1;
            if (seen.size() != expected || figure.rows().size() != expected)
                return name_of(definition) + " has " + std::to_string(figure.rows().size()) + " rows";
        }
        return std::nullopt;
    });
    CHECK(failure == "");
}

TEST_CASE("a wider window never has fewer in time, and no window changes what is delivered in full") {
    const std::string failure = counterexample(kCases, kLargest, [](std::uint64_t seed, int size) -> Failure {
        const OrderRecords records = records_of(seed, size);
        // All windows have closed, so that the population is the same for each.
        const FigureBook book = book_of(records, {.today = day(90), .window = otif_ladder().front()});
        const Figure* before = nullptr;
        for (const Figure& figure : book.figures()) {
            const FigureDefinition& now = figure.definition();
            if (now.kind != FigureKind::otif) continue;
            const bool same_ladder = before != nullptr && before->definition().basis == now.basis &&
                                     before->definition().level == now.level;
            if (same_ladder) {
                if (figure.population() != before->population()) return name_of(now) + ": population";
                if (figure.met() > before->met()) return name_of(now) + ": more met than the rung above";
            }
            before = &figure;
        }
        return std::nullopt;
    });
    CHECK(failure == "");
}

TEST_CASE("on time agrees with OTIF, and an order is met only when all its lines are") {
    const std::string failure = counterexample(kCases, kLargest, [](std::uint64_t seed, int size) -> Failure {
        RandomSource random(seed);
        const FigureQuestion question = question_of(random);
        const FigureBook book = book_of(records_of(seed, size), question);
        FigureDefinition on_time;
        on_time.window = question.window;
        FigureDefinition lines = on_time;
        lines.kind = FigureKind::otif;
        FigureDefinition orders = lines;
        orders.level = FigureLevel::order;
        const Figure& by_line = *book.find(lines);
        const Figure& by_order = *book.find(orders);
        if (book.find(on_time)->met() != by_line.met()) return "met differs from on time";
        if (book.find(on_time)->population() != by_line.population())
            return "population differs from on time";
        if (by_order.population() == 1 && by_line.population() == 0) return "an order without lines counts";
        const bool all_met = by_line.met() == by_line.population();
        if (by_order.population() == 1 && (by_order.met() == 1) != all_met)
            return "an order is not its lines";
        return std::nullopt;
    });
    CHECK(failure == "");
}

TEST_CASE(
    "a perfect order is one in full and on time and free of complaints by the days that are asked for") {
    const std::string failure = counterexample(kCases, kLargest, [](std::uint64_t seed, int size) -> Failure {
        RandomSource random(seed);
        FigureQuestion question = question_of(random);
        question.today = day(90);
        const OrderRecords records = records_of(seed, size);
        for (int basis = 0; basis < kPromiseBasisCount; ++basis) {
            FigureDefinition perfect{.kind = FigureKind::perfect_order, .level = FigureLevel::order};
            perfect.basis = static_cast<PromiseBasis>(basis);
            perfect.window = question.window;
            FigureDefinition otif = perfect;
            otif.kind = FigureKind::otif;
            question.complaint_days = 0;
            const FigureBook soon = book_of(records, question);
            question.complaint_days = 40;
            const FigureBook late = book_of(records, question);
            if (late.find(perfect)->met() > soon.find(perfect)->met()) return "more time, fewer complaints";
            if (soon.find(perfect)->met() > soon.find(otif)->met()) return "perfect, and not in time";
            if (soon.find(perfect)->population() != soon.find(otif)->population())
                return "another population";
            const FigureDefinition free{.kind = FigureKind::complaint_free, .level = FigureLevel::order};
            const bool untroubled = soon.find(free)->met() == 1 && records.invoices.empty();
            if (untroubled && soon.find(perfect)->met() != soon.find(otif)->met()) return "spoilt by nothing";
        }
        return std::nullopt;
    });
    CHECK(failure == "");
}

TEST_CASE("figures do not depend on the order of the records") {
    const std::string failure = counterexample(kCases, kLargest, [](std::uint64_t seed, int size) -> Failure {
        RandomSource random(seed);
        OrderRecords records = records_of(seed, size);
        const FigureQuestion question = question_of(random);
        const FigureBook one = book_of(records, question);
        random.shuffle(records.lines);
        random.shuffle(records.shipments);
        random.shuffle(records.shipment_lines);
        random.shuffle(records.milestones);
        random.shuffle(records.promises);
        const FigureBook other = book_of(records, question);
        for (std::size_t i = 0; i < one.figures().size(); ++i) {
            const Figure& a = one.figures()[i];
            const Figure& b = other.figures()[i];
            const bool same =
                a.met() == b.met() && a.population() == b.population() && a.spread() == b.spread();
            if (!same) return name_of(a.definition());
            for (int verdict = 0; verdict < kVerdictCount; ++verdict) {
                if (a.count(static_cast<Verdict>(verdict)) != b.count(static_cast<Verdict>(verdict)))
                    return name_of(a.definition());
            }
        }
        return std::nullopt;
    });
    CHECK(failure == "");
}

TEST_CASE("the open value of the lines is the open value of the summary, except for framework contracts") {
    const std::string failure = counterexample(kCases, kLargest, [](std::uint64_t seed, int size) -> Failure {
        OrderRecords records = records_of(seed, size);
        records.order.kind = OrderKind::standard;
        const FigureBook book = book_of(records, {.today = day(1), .window = {}});
        FigureDefinition open;
        open.kind = FigureKind::open_value;
        std::int64_t minor = 0;
        for (const OpenValue& value : book.find(open)->open_values())
            minor += value.minor;
        if (minor != summarise(records).open_minor) return "the sum is " + std::to_string(minor);
        return std::nullopt;
    });
    CHECK(failure == "");
}

TEST_CASE("the first shipment never has more than is wanted, and all of a line that is met") {
    const std::string failure = counterexample(kCases, kLargest, [](std::uint64_t seed, int size) -> Failure {
        const OrderRecords records = records_of(seed, size);
        for (const LineOutcome& line : outcome_of(records).lines) {
            if (line.first_shipped > line.wanted) return "more than wanted";
            if (line.first_delivered_on && line.delivered_on && *line.delivered_on < *line.first_delivered_on)
                return "all of it came before the first of it";
        }
        return std::nullopt;
    });
    CHECK(failure == "");
}
