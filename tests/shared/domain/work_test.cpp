#include "shared/domain/progress/work.h"
#include "shared/domain/timeline.h"
#include "shared/domain/why.h"
#include "tests/support/random_records.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck::domain;
using orderdeck::test::counterexample;
using orderdeck::test::day;
using orderdeck::test::OrderBuilder;
using orderdeck::test::RandomSource;

namespace {

using Failure = std::optional<std::string>;

Quantity units(int count) { return Quantity::from_units(count); }

/// Ten pieces in three steps of 10, 30 and 60 minutes.
struct Housing : OrderBuilder {
    Housing() {
        records.order.flow = Flow::make_to_order;
        for (const int minutes : {10, 30, 60})
            operation(line_id, static_cast<int>(records.operations.size() + 1) * 10, minutes);
    }
    Operation& step(std::size_t number) { return records.operations.at(number); }
    LineProgress progress() const { return line_progress(records).front(); }

    LineId line_id = line(10);
};

WorkProgress work_of(const std::vector<Operation>& operations, Quantity wanted) {
    OperationRefs refs;
    for (const Operation& operation : operations)
        refs.push_back(&operation);
    return work_progress(refs, wanted);
}

/// Up to `size` steps in one to three work orders of a line of ten pieces.
std::vector<Operation> random_work(RandomSource& random, int size) {
    std::vector<Operation> operations;
    for (int i = random.between(1, size); i > 0; --i) {
        Operation operation;
        operation.id = OperationId{i};
        operation.work_order = std::to_string(random.between(1, 3));
        operation.number = std::to_string(10 * i);
        if (random.chance(85)) operation.planned_minutes = units(random.between(0, 4));
        if (random.chance(30)) operation.quantity = units(random.between(0, 12));
        operation.good = units(random.chance(50) ? random.between(0, 12) : 0);
        if (random.chance(20)) operation.finished_on = day(random.between(1, 9));
        operations.push_back(std::move(operation));
    }
    return operations;
}

} // namespace

TEST_CASE("the percentage in production weighs operations by their planned time") {
    Housing order;
    CHECK(order.progress().production_permille == 0);
    order.step(0).started_on = day(2);
    CHECK(order.progress().reached == Stage::in_production);
    CHECK(order.progress().production_permille == 0);
    order.step(0).finished_on = day(3);
    order.step(1).good = units(5);
    // All of 10 minutes, half of 30.
    CHECK(order.progress().production_permille == 250);
    CHECK(summarise(order.records).production_permille == 250);
    CHECK(summarise(order.records).headline.stage == Stage::in_production);
}

TEST_CASE("without planned times of all its operations a work order counts them alike") {
    Housing order;
    order.step(1).planned_minutes.reset();
    order.step(0).finished_on = day(3);
    CHECK(order.progress().production_permille == 333);
}

TEST_CASE("what has passed an operation has passed those before it") {
    Housing order;
    order.step(1).good = units(4);
    const LineProgress line = order.progress();
    CHECK(line.production_permille == 160);
    CHECK(line.operations == 3);
    CHECK(line.operations_finished == 0);
    order.step(1).finished_on = day(4);
    CHECK(order.progress().operations_finished == 2);
}

TEST_CASE("operations are counted in the natural order of their numbers, and the one that is due is named") {
    OrderBuilder order;
    const LineId line = order.line(4);
    order.operation(line, 100).name = "Painting";
    order.operation(line, 20).name = "Welding";
    order.records.operations[1].finished_on = day(2);
    const LineProgress progress = line_progress(order.records).front();
    CHECK(progress.operations_finished == 1);
    CHECK(progress.operation == "Painting");
    CHECK(progress.production_permille == 500);
}

TEST_CASE("the last operation makes the line produced, on the day of its confirmation") {
    Housing order;
    order.step(2).good = units(9);
    CHECK(order.progress().produced == units(9));
    CHECK(order.progress().reached == Stage::in_production);
    CHECK(order.progress().production_permille == 900);
    order.step(0).started_on = day(2);
    order.step(2).finished_on = day(6);
    CHECK(order.progress().reached == Stage::quality_check);
    CHECK(order.progress().production_permille == 1000);
    for (const TimelineStage& stage : timeline_of(order.records)) {
        if (stage.code == MilestoneCode::in_production) {
            REQUIRE(stage.actual);
            CHECK(stage.actual->on == day(2));
            CHECK_FALSE(stage.inferred);
        }
        if (stage.code == MilestoneCode::produced) {
            REQUIRE(stage.actual);
            CHECK(stage.actual->on == day(6));
            CHECK(stage.progress == TimelineStage::Progress::done);
        }
    }
}

TEST_CASE("a last operation without planned time still has to be confirmed before all is made") {
    Housing order;
    order.step(2).planned_minutes = units(0);
    order.step(1).finished_on = day(4);
    CHECK(order.progress().production_permille == 999);
    order.step(2).finished_on = day(5);
    CHECK(order.progress().production_permille == 1000);
}

TEST_CASE("work orders of parts are weighed by what they make, and what none makes is not begun") {
    OrderBuilder order;
    const LineId line = order.line(100);
    Operation& first = order.operation(line, 10);
    first.work_order = "WO-1";
    first.quantity = units(60);
    first.finished_on = day(3);
    CHECK(line_progress(order.records).front().production_permille == 600);
    CHECK(line_progress(order.records).front().reached == Stage::in_production);
    Operation& second = order.operation(line, 10);
    second.work_order = "WO-2";
    CHECK(line_progress(order.records).front().production_permille == 600);
    second.good = units(20);
    CHECK(line_progress(order.records).front().production_permille == 800);
    second.finished_on = day(5);
    CHECK(line_progress(order.records).front().reached == Stage::quality_check);
}

TEST_CASE("rework after a failed inspection is in production again, and not all of it is made") {
    Housing order;
    order.step(2).finished_on = day(6);
    order.fact(order.line_id, MilestoneCode::qc_failed, 7);
    CHECK(order.progress().reached == Stage::quality_check);
    order.fact(order.line_id, MilestoneCode::in_production, 8);
    CHECK(order.progress().reached == Stage::in_production);
    CHECK(order.progress().production_permille == 999);
}

TEST_CASE("where neither operations nor quantities are reported nobody knows how far production is") {
    OrderBuilder order;
    const LineId line = order.line(10);
    CHECK(line_progress(order.records).front().production_permille == 0);
    order.fact(line, MilestoneCode::in_production, 3);
    CHECK_FALSE(line_progress(order.records).front().production_permille);
    CHECK_FALSE(summarise(order.records).production_permille);
    order.fact(line, MilestoneCode::in_production, 4, 0);
    CHECK(summarise(order.records).production_permille == 0);
    order.fact(line, MilestoneCode::produced, 5);
    CHECK(summarise(order.records).production_permille == 1000);
}

TEST_CASE("one line that nobody knows about leaves the percentage of the order unknown") {
    OrderBuilder order;
    order.fact(order.line(10), MilestoneCode::in_production, 3, 5);
    const LineId other = order.line(30);
    order.fact(other, MilestoneCode::scheduled, 3);
    CHECK(summarise(order.records).production_permille == 125);
    order.fact(other, MilestoneCode::in_production, 4);
    CHECK_FALSE(summarise(order.records).production_permille);
}

TEST_CASE(
    "the work done is between nothing and all, and all exactly when the last operation has let all pass") {
    const std::string failure = counterexample(4000, 8, [](std::uint64_t seed, int size) -> Failure {
        RandomSource random(seed);
        std::vector<Operation> operations = random_work(random, size);
        const WorkProgress work = work_of(operations, units(10));
        if (work.permille < 0 || work.permille > 1000) return "outside of 0 to 1000";
        if ((work.permille == 1000) != (work.through >= units(10))) return "all, and not all has passed";
        if (work.finished > work.operations || work.operations != std::ssize(operations)) return "counts";
        if (work.finished_on && work.permille != 1000) return "finished, and not all is made";
        random.shuffle(operations);
        if (work_of(operations, units(10)).permille != work.permille) return "depends on the order";
        return std::nullopt;
    });
    CHECK(failure == "");
}

TEST_CASE("another confirmation never lessens the work done") {
    const std::string failure = counterexample(4000, 8, [](std::uint64_t seed, int size) -> Failure {
        RandomSource random(seed);
        std::vector<Operation> operations = random_work(random, size);
        WorkProgress before = work_of(operations, units(10));
        for (int i = 0; i < 12; ++i) {
            Operation& any = operations[random.next() % operations.size()];
            if (random.chance(25))
                any.finished_on = any.finished_on.value_or(day(9));
            else
                any.good += units(random.between(0, 3));
            const WorkProgress after = work_of(operations, units(10));
            if (after.permille < before.permille) return "less than before";
            if (after.finished < before.finished || after.through < before.through) return "less is through";
            before = after;
        }
        return std::nullopt;
    });
    CHECK(failure == "");
}
