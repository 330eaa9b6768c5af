// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/training_options.h"

#include <catch2/catch.hpp>

using namespace mho;

TEST_CASE("schedules have their textbook values")
{
    TrainingOptions options;
    options.learningRate = 0.4;
    options.schedule = ScheduleKind::Cosine;
    CHECK(options.rateAt(0, 100) == Approx(0.4));
    CHECK(options.rateAt(50, 100) == Approx(0.2));
    CHECK(options.rateAt(100, 100) == Approx(0.0).margin(1e-12));
    options.schedule = ScheduleKind::Step;
    options.milestones = {0.5, 0.75};
    CHECK(options.rateAt(49, 100) == Approx(0.4));
    CHECK(options.rateAt(50, 100) == Approx(0.04));
    CHECK(options.rateAt(75, 100) == Approx(0.004));
    options.schedule = ScheduleKind::OneCycle;
    options.warmUp = 0.25;
    CHECK(options.rateAt(0, 100) == Approx(0.016));
    CHECK(options.rateAt(25, 100) == Approx(0.4));
    options.schedule = ScheduleKind::Constant;
    CHECK(options.rateAt(99, 100) == Approx(0.4));
}

TEST_CASE("nonsense is refused, all at once")
{
    TrainingOptions options;
    CHECK(options.validate().empty());
    options.learningRate = -1;
    options.momentum = 1;
    options.batchSize = 0;
    options.weightNoise = 1.5;
    CHECK(options.validate().size() == 4);
    ExecutionOptions execution;
    execution.device = "tpu";
    execution.threads = -2;
    CHECK(execution.validate().size() == 2);
    CHECK(ExecutionOptions{}.resolved().threads >= 1);
    CHECK(ExecutionOptions{}.resolved().precision != Precision::Automatic);
}
