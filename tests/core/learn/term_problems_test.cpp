// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/term_problems.h"

#include "core/network/zoo.h"
#include "tests/core/learn/tiny_training.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>

using namespace mho;
using namespace mho::test;

namespace {

std::shared_ptr<std::vector<std::uint32_t>> groups(std::vector<std::uint32_t> list)
{
    return std::make_shared<std::vector<std::uint32_t>>(std::move(list));
}

bool names(const std::vector<Problem>& problems, const std::string& field, const std::string& text)
{
    return std::any_of(problems.begin(), problems.end(), [&](const Problem& problem) {
        return problem.field == field && problem.message.find(text) != std::string::npos;
    });
}

}  // namespace

TEST_CASE("terms that fit have no problems")
{
    const TinyCase setup = oneImage();
    TrainingTerms terms;
    CHECK(termProblems(setup.network, terms).empty());
    terms.penalties.push_back({0, 0.0, flat(std::vector<float>(4))});
    terms.masks = {LayerMask::dense(2, 2)};
    terms.frozen = {1};
    terms.held = {{}};
    terms.signs = {{1, 0, -1, 1}};
    terms.regularizers.push_back({.layer = 0,
                                  .penalty = GroupPenalty::Clipped,
                                  .strength = 0.1,
                                  .clipRatio = 0.5,
                                  .groupOf = groups({1, 0, 1, 2}),
                                  .groupWeights = {}});
    terms.straightThrough.push_back({0, [](std::span<const float>) { return LayerLevels{}; }, 1.0F});
    CHECK(termProblems(setup.network, terms).empty());
}

TEST_CASE("everything wrong with the terms is told at once, by layer")
{
    const TinyCase setup = oneImage();  // its layer is "fc", 2 x 2
    TrainingTerms terms;
    terms.penalties.push_back({3, 1.0, flat(std::vector<float>(4))});
    terms.penalties.push_back({0, -1.0, flat(std::vector<float>(5))});
    terms.penalties.push_back({0, 1.0, Tensor(), flat(std::vector<float>(3))});
    terms.masks = {LayerMask::dense(3, 2)};
    terms.frozen = {0, 1};
    terms.held = {{1, 0, 0}};
    terms.signs = {{1, 0, 2, 0}};
    GroupRegularizer term;
    term.strength = std::numeric_limits<double>::quiet_NaN();
    term.penalty = GroupPenalty::Clipped;
    term.groupOf = groups({0, 0, 2, 2});
    terms.regularizers.push_back(term);
    term = {};
    term.penalty = GroupPenalty::Reweighted;
    term.groupOf = groups({0, 0, 4'000'000'000U, 1});
    term.groupWeights = {1.0, -1.0};
    terms.regularizers.push_back(term);
    term.groupOf = nullptr;
    terms.regularizers.push_back(term);
    terms.straightThrough.push_back({0, [](std::span<const float>) { return LayerLevels{}; }, -1.0F});
    terms.straightThrough.push_back({0, {}, 0.0F});
    terms.distillation =
        Distillation{.teacher = std::make_shared<Network>(makeZooNetwork("lenet5")), .temperature = 0.0, .mix = 1.5,
                     .normalization = Normalization{{0.5F, 0.5F}, {0.0F}}};
    const std::vector<Problem> problems = termProblems(setup.network, terms);
    CHECK(names(problems, "layer 3", "penalty"));
    CHECK(names(problems, "fc", "rho -1"));
    CHECK(names(problems, "fc", "the penalty's copy: 5 entries where 4"));
    CHECK(names(problems, "fc", "the penalty's dual: 3 entries where 4"));
    CHECK(names(problems, "fc", "no copy"));
    CHECK(names(problems, "fc", "the mask's rows: 3 entries where 2"));
    CHECK(names(problems, "frozen", "2 entries for 1"));
    CHECK(names(problems, "fc", "held: 3 entries where 4"));
    CHECK(names(problems, "fc", "a sign"));
    CHECK(names(problems, "fc", "strength nan"));
    CHECK(names(problems, "fc", "clip ratio 0"));
    CHECK(names(problems, "fc", "without gaps"));
    CHECK(names(problems, "fc", "group weights: 2 entries"));
    CHECK(names(problems, "fc", "a group weight"));
    CHECK(names(problems, "fc", "no groups"));
    CHECK(names(problems, "fc", "gradient limit -1"));
    CHECK(names(problems, "fc", "twice"));
    CHECK(names(problems, "fc", "no levels"));
    CHECK(names(problems, "distillation", "no weights"));
    CHECK(names(problems, "distillation", "temperature 0"));
    CHECK(names(problems, "distillation", "mix 1.5"));
    CHECK(names(problems, "distillation", "1x28x28"));
    CHECK(names(problems, "distillation", "2 means and 1 deviations for"));
    CHECK(names(problems, "distillation", "deviations above 0"));
    CHECK(problems.size() == 25);
}

TEST_CASE("train() refuses terms that do not fit before it changes anything")
{
    const TinyCase setup = oneImage();
    const auto session = learner().open(setup.network, exact());
    const std::vector<float> start{0.5F, -0.5F, 0.25F, 1.0F};
    session->setWeights(0, start);
    TrainingTerms terms;
    LayerMask mask = LayerMask::dense(2, 2);
    mask.rows[0] = 0;
    terms.masks = {mask};
    terms.penalties.push_back({7, 1.0, flat(std::vector<float>(4))});
    terms.signs = {{1}};
    const auto train = [&] {
        session->train(
            setup.data, plainSteps(1), terms, [](const EpochReport&) { return Verdict::Continue; }, ignoreProgress);
    };
    CHECK_THROWS_WITH(train(), Catch::Contains("layer 7") && Catch::Contains("fc: signs"));
    try {
        train();
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::InvalidArgument);
    }
    CHECK(session->weights(0) == start);
}
