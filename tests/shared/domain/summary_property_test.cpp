#include "shared/domain/why.h"
#include "tests/shared/domain/unit_oracle.h"
#include "tests/support/random_records.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace orderdeck::domain;
using orderdeck::test::counterexample;
using orderdeck::test::derive_by_units;
using orderdeck::test::OracleLine;
using orderdeck::test::RandomRecords;
using orderdeck::test::RandomSource;

namespace {

constexpr int kCases = 4000;
constexpr int kLargest = 6;

using Failure = std::optional<std::string>;

Failure differs(const char* what, std::int64_t derived, std::int64_t expected) {
    if (derived == expected) return std::nullopt;
    return std::string(what) + " is " + std::to_string(derived) + ", expected " + std::to_string(expected);
}

Failure differs(const char* what, const std::string& derived, const std::string& expected) {
    if (derived == expected) return std::nullopt;
    return std::string(what) + " is '" + derived + "', expected '" + expected + "'";
}

Failure first_of(std::initializer_list<Failure> failures) {
    for (const Failure& failure : failures) {
        if (failure) return failure;
    }
    return std::nullopt;
}

std::int64_t micro(int units) { return std::int64_t{units} * Quantity::kScale; }

/// Everything in a summary, so that two can be compared and their difference read.
std::string text_of(const OrderSummary& s) {
    std::string text;
    const auto put = [&text](auto... values) {
        ((text += std::to_string(static_cast<std::int64_t>(values)) + " "), ...);
    };
    const auto date = [&put](const std::optional<orderdeck::base::LocalDate>& value) {
        put(value ? value->days() : -1);
    };
    put(s.headline.part.micro(), s.headline.whole.micro(), s.headline.further.micro());
    put(s.headline.kind, s.headline.stage, s.headline.count, s.headline.of, s.low, s.high, s.commercial,
        s.supply);
    put(s.logistics, s.returns, s.lines, s.lines_cancelled, s.lines_shipped, s.lines_delivered);
    for (const int count : s.lines_at)
        put(count);
    put(s.lines_accepted, s.lines_partly_shipped, s.lines_returned, s.progress_permille,
        s.production_permille.value_or(-1));
    date(s.requested_on), date(s.promised_first_on), date(s.promised_on), date(s.forecast_on),
        date(s.delivered_on);
    date(s.next_arrival_on), date(s.hold_since);
    put(s.promise_moves, s.promise_net_days, s.late_at ? s.late_at->milliseconds() : -1,
        s.delivered_late_days);
    put(s.at_risk, s.hold_reason ? static_cast<int>(*s.hold_reason) : -1, s.hold_owner, s.hold_all, s.turn,
        s.complete);
    put(s.partial, s.backordered, s.urgent);
    for (const auto& at : {s.silent_at, s.stuck_at, s.trouble_at})
        put(at ? at->milliseconds() : -1);
    put(s.blocking_line ? s.blocking_line->value() : -1, s.total_minor, s.open_minor);
    put(s.lead_item ? s.lead_item->value() : -1, s.lead_quantity ? s.lead_quantity->micro() : -1);
    return text;
}

/// What invoices and payments may change.
std::string money_text_of(const OrderSummary& s) {
    return std::string(name_of(s.billing)) + " " +
           std::to_string(s.payment_due_on ? s.payment_due_on->days() : -1) + " " +
           std::to_string(s.payment_due_minor) + " " +
           std::to_string(s.due_at ? s.due_at->milliseconds() : -1);
}

std::string words_of(const Headline& headline) {
    const std::string of = std::to_string(headline.count) + " of " + std::to_string(headline.of);
    const std::string at = " at " + std::to_string(static_cast<int>(headline.stage));
    switch (headline.kind) {
    case HeadlineKind::stage: return "all" + at;
    case HeadlineKind::lines_at: return of + at;
    case HeadlineKind::cancelled: return "cancelled";
    case HeadlineKind::on_hold: return "on hold " + of;
    case HeadlineKind::returned: return "returned " + of;
    case HeadlineKind::empty: return "empty";
    case HeadlineKind::units_at:
        return headline.part.to_string() + " of " + headline.whole.to_string() + " units" + at + ", beyond " +
               headline.further.to_string();
    }
    return {};
}

template <typename Row>
void shuffle_rows(std::vector<Row>& rows, RandomSource& random) {
    random.shuffle(rows);
}

OrderRecords shuffled(OrderRecords records, std::uint64_t seed) {
    RandomSource random(seed);
    shuffle_rows(records.lines, random);
    shuffle_rows(records.shipments, random);
    shuffle_rows(records.shipment_lines, random);
    shuffle_rows(records.milestones, random);
    shuffle_rows(records.promises, random);
    shuffle_rows(records.holds, random);
    shuffle_rows(records.invoices, random);
    shuffle_rows(records.invoice_lines, random);
    shuffle_rows(records.payments, random);
    shuffle_rows(records.instalments, random);
    return records;
}

Failure compare_line(const LineProgress& line, const OracleLine& oracle) {
    const auto at = [&](Stage stage) { return micro(oracle.at_or_beyond(static_cast<int>(stage))); };
    return first_of({differs("cancelled", line.cancelled.micro(), micro(oracle.cancelled)),
                     differs("wholly cancelled", line.wholly_cancelled, oracle.wholly_cancelled),
                     differs("full stage", static_cast<int>(line.reached), oracle.full()),
                     differs("any stage", static_cast<int>(line.reached_any), oracle.any()),
                     differs("packed", line.packed.micro(), at(Stage::packed)),
                     differs("shipped", line.shipped.micro(), at(Stage::shipped)),
                     differs("delivered", line.delivered.micro(), at(Stage::delivered)),
                     differs("accepted", line.accepted.micro(), at(Stage::accepted))});
}

} // namespace

TEST_CASE("quantities and stages equal those of units that walk one by one") {
    const std::string failure = counterexample(kCases, kLargest, [](std::uint64_t seed, int size) -> Failure {
        const OrderRecords records = RandomRecords(seed, size).make();
        const auto lines = line_progress(records);
        const auto oracle = derive_by_units(records);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (const Failure failed = compare_line(lines[i], oracle[i])) {
                return "line " + records.lines[i].number + ": " + *failed;
            }
        }
        return std::nullopt;
    });
    CHECK(failure == "");
}

TEST_CASE("the summary counts what the units that walk one by one say") {
    const std::string failure = counterexample(kCases, kLargest, [](std::uint64_t seed, int size) -> Failure {
        const OrderRecords records = RandomRecords(seed, size).make();
        const OrderSummary summary = summarise(records);
        const auto oracle = derive_by_units(records);
        std::vector<bool> held;
        std::vector<bool> returned;
        for (const Line& line : records.lines) {
            held.push_back(std::any_of(records.holds.begin(), records.holds.end(), [&](const Hold& hold) {
                return !hold.until && (!hold.line || *hold.line == line.id);
            }));
        }
        for (const LineProgress& line : line_progress(records))
            returned.push_back(line.returned.is_positive());
        int wanted = 0;
        int delivered = 0;
        int partly = 0;
        for (const OracleLine& line : oracle) {
            if (line.wholly_cancelled) continue;
            ++wanted;
            if (!line.is_open()) ++delivered;
            if (line.full() < 8 && line.any() >= 8) ++partly;
        }
        return first_of(
            {differs("headline", words_of(summary.headline), headline_by_units(oracle, held, returned)),
             differs("cancelled lines", summary.lines_cancelled, summary.lines - wanted),
             differs("delivered lines", summary.lines_delivered, delivered),
             differs("partly shipped lines", summary.lines_partly_shipped, partly),
             differs("complete", summary.complete, summary.lines > 0 && delivered == wanted)});
    });
    CHECK(failure == "");
}

TEST_CASE("the summary does not depend on the order in which records are stored") {
    const std::string failure = counterexample(kCases, kLargest, [](std::uint64_t seed, int size) {
        const OrderRecords records = RandomRecords(seed, size).make();
        const OrderSummary whole = summarise(records);
        const OrderSummary mixed = summarise(shuffled(records, seed + 1));
        return differs("shuffled", text_of(mixed) + money_text_of(mixed),
                       text_of(whole) + money_text_of(whole));
    });
    CHECK(failure == "");
}

TEST_CASE("no invoice, payment or refund moves anything but the billing axis and the next payment") {
    const std::string failure = counterexample(kCases, kLargest, [](std::uint64_t seed, int size) {
        OrderRecords records = RandomRecords(seed, size).make();
        const std::string with_money = text_of(summarise(records));
        records.invoices.clear();
        records.invoice_lines.clear();
        records.payments.clear();
        records.instalments.clear();
        return differs("with money", with_money, text_of(summarise(records)));
    });
    CHECK(failure == "");
}

TEST_CASE("each statement may be stored twice under one identity without changing the summary's stages") {
    const std::string failure = counterexample(kCases / 4, kLargest, [](std::uint64_t seed, int size) {
        OrderRecords records = RandomRecords(seed, size).make();
        // Scans, holds and promises are facts that repeat; part quantities are not, they add up.
        const std::string before = text_of(summarise(records));
        const auto holds = records.holds;
        const auto promises = records.promises;
        records.holds.insert(records.holds.end(), holds.begin(), holds.end());
        records.promises.insert(records.promises.end(), promises.begin(), promises.end());
        const auto milestones = records.milestones;
        for (const Milestone& milestone : milestones) {
            if (milestone.shipment || !milestone.quantity) records.milestones.push_back(milestone);
        }
        return differs("repeated", text_of(summarise(records)), before);
    });
    CHECK(failure == "");
}

TEST_CASE("counters keep their order, and headline, dates and flags agree with each other") {
    const std::string failure = counterexample(kCases, kLargest, [](std::uint64_t seed, int size) -> Failure {
        const OrderRecords records = RandomRecords(seed, size).make();
        for (const LineProgress& line : line_progress(records)) {
            const bool ordered = line.accepted <= line.delivered && line.delivered <= line.shipped &&
                                 line.shipped <= line.packed && Quantity{} <= line.open &&
                                 line.reached <= line.reached_any;
            if (!ordered) return "counters of a line do not keep their order";
            if (line.delivered_on && line.reached < Stage::delivered) return "delivered before all was";
        }
        const OrderSummary summary = summarise(records);
        int lines = summary.lines_cancelled;
        for (const int count : summary.lines_at)
            lines += count;
        const bool says_done =
            summary.headline.kind == HeadlineKind::stage && summary.headline.stage >= Stage::delivered;
        return first_of({differs("lines at all stages", lines, summary.lines),
                         differs("says delivered before it is", says_done && !summary.complete, false),
                         differs("late when complete", summary.complete && summary.late_at, false),
                         differs("late without promise", !summary.promised_on && summary.late_at, false),
                         differs("delivered day when open", summary.delivered_on && !summary.complete, false),
                         differs("risk when complete", summary.at_risk && summary.complete, false),
                         differs("more open than all", summary.open_minor > summary.total_minor, false),
                         differs("open amount when complete", summary.complete ? summary.open_minor : 0, 0),
                         differs("track within its steps",
                                 summary.progress_permille >= 0 && summary.progress_permille <= 6000, true)});
    });
    CHECK(failure == "");
}

TEST_CASE("whatever is known, the explanation tells every line and never fails") {
    const std::string failure = counterexample(kCases, kLargest, [](std::uint64_t seed, int size) -> Failure {
        const OrderRecords records = RandomRecords(seed, size).make();
        const auto reasons = explain(records);
        for (const Line& line : records.lines) {
            const bool told = std::any_of(reasons.begin(), reasons.end(), [&](const Reason& reason) {
                return reason.line == line.id && (reason.kind == Reason::Kind::line_at_stage ||
                                                  reason.kind == Reason::Kind::line_cancelled);
            });
            if (!told) return "line " + line.number + " is not told";
        }
        for (const StepState& state : steps_of(records)) {
            if (state.lines_done > state.lines_of) return "more lines done than there are";
        }
        return std::nullopt;
    });
    CHECK(failure == "");
}
