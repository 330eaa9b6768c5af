// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/break_even_plan.h"

#include "core/compress/preview.h"
#include "core/cost/engines/sparse_accelerator.h"
#include "core/network/zoo.h"
#include "tests/core/cost/engines/engine_nets.h"
#include "tests/core/explore/random_plans.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace mho;
using namespace mho::test;
using Catch::Matchers::Contains;

namespace {

/// The sparse accelerator at a size that small layers fill, with random overheads.
SparseAccelerator smallSparse(RandomStream& random)
{
    ComponentFile file = engineFile("sparse-45nm");
    set(file, "dense.pes", static_cast<double>(4 + random.below(40)));
    set(file, "sparse.decoder_area", random.uniform(0.0, 0.002));
    set(file, "sparse.start_cycles", static_cast<double>(random.below(3)));
    set(file, "sparse.imbalance", random.uniform(0.0, 1.0));
    return SparseAccelerator(file);
}

std::int64_t keptIn(const BreakEvenPlan& plan, LayerAtRatio BreakEvenLayer::*which)
{
    std::int64_t sum = 0;
    for (const BreakEvenLayer& layer : plan.layers) {
        const std::int64_t kept = (layer.*which).kept;
        sum += plan.options.budget == KeptBudget::Weights ? kept : layer.operations(kept);
    }
    return sum;
}

/// Every layer has at most one constraint, by groups, so masks of higher ratios lie in those of lower ones.
bool masksNest(const Plan& plan)
{
    return std::all_of(plan.layers.begin(), plan.layers.end(), [](const LayerPlan& layer) {
        return layer.constraints.empty() ||
               (layer.constraints.size() == 1 && findConstraint(layer.constraints[0].kind).asGroups() != nullptr);
    });
}

BreakEvenOptions randomOptions(RandomStream& random)
{
    BreakEvenOptions options;
    options.budget = random.below(2) == 0 ? KeptBudget::Weights : KeptBudget::Operations;
    options.convolutionsFirst = random.below(2) == 0;
    if (random.below(2) == 0) {
        options.mostRatio = random.uniform(2.0, 30.0);
    }
    return options;
}

}  // namespace

TEST_CASE("The break-even of a layer equals a scan over every ratio it can have")
{
    RandomStream random{23, 1};
    int irregular = 0;
    int emptied = 0;
    int between = 0;
    int never = 0;
    for (int trial = 0; trial < 300; ++trial) {
        const auto network = randomDeepNetwork(random);
        const SparseAccelerator small = smallSparse(random);
        const auto other = loadEngine(engineNames()[random.below(engineNames().size())]);
        const Engine& engine = random.below(2) == 0 ? static_cast<const Engine&>(small) : *other;
        const auto* sparse = dynamic_cast<const SparseAccelerator*>(&engine);
        const std::vector<WeightLayer> layers = weightLayers(*network);
        const std::size_t at = random.below(layers.size());
        const WeightLayer& layer = layers[at];
        if (layer.columns == 1) {
            continue;
        }
        Plan plan = densePlan(*network);
        const bool single = sparse != nullptr && random.below(2) == 0;
        // The highest ratio: whatever pays at all pays here, so nothing has to move.
        plan.layers[at].constraints = {single ? ConstraintSpec{"unstructured", static_cast<double>(layer.weights())}
                                              : ConstraintSpec{"filter-shape", static_cast<double>(layer.columns)}};
        std::optional<BreakEvenPlan> found;
        try {
            found = breakEvenPlan(network, plan, Target{}, engine);
        } catch (const Error& error) {
            CHECK_THAT(error.what(), Contains(layer.name + ": left dense, never pays"));
        }
        const std::optional<std::int64_t> kept = found ? found->layers[at].keptBreakEven : std::nullopt;
        Preview preview(network, Target{});
        const CompressedNetwork dense = preview.apply(densePlan(*network));
        CAPTURE(trial, engine.name(), layer.name);
        if (single || (sparse != nullptr && layer.filters == 1)) {
            // The engine counts a layer without weights; no plan empties one.
            const std::optional<std::int64_t> mostKept = sparse->breakEven(dense.layers[at]).mostKept;
            CHECK(kept == (mostKept == 0 ? std::nullopt : mostKept));
            ++irregular;
            emptied += mostKept == 0 ? 1 : 0;
            continue;
        }
        std::optional<std::int64_t> most;
        const double denseS = engine.price({network, {dense.layers[at]}}).total.latencyS;
        for (std::int64_t columns = 1; columns <= layer.columns; ++columns) {
            plan.layers[at].constraints[0].ratio = static_cast<double>(layer.columns) / static_cast<double>(columns);
            const CompressedLayer& pruned = preview.apply(plan).layers[at];
            const bool pays = sparse != nullptr ? sparse->sparseCycles(pruned) <= sparse->denseCycles(layer)
                                                : engine.price({network, {pruned}}).total.latencyS <= denseS;
            if (!pays) {
                break;
            }
            most = pruned.mask.keptWeights();
        }
        CHECK(kept == most);
        between += most && *most < layer.weights() ? 1 : 0;
        never += most ? 0 : 1;
    }
    CHECK(irregular > 40);
    CHECK(emptied > 0);
    CHECK(between > 30);
    CHECK(never > 0);
}

TEST_CASE("A new plan keeps the total, leaves no step that fits, is never slower, and comes back as it is")
{
    RandomStream random{23, 2};
    int moved = 0;
    int nested = 0;
    int filled = 0;
    int impossible = 0;
    for (int trial = 0; trial < 1000; ++trial) {
        const auto network = randomDeepNetwork(random);
        const SparseAccelerator sparse = smallSparse(random);
        const std::vector<std::string> names = engineNames();
        const auto other = loadEngine(names[random.below(names.size())]);
        const Engine& engine = random.below(2) == 0 ? static_cast<const Engine&>(sparse) : *other;
        const Plan asked = randomRatios(*network, random);
        const BreakEvenOptions options = randomOptions(random);
        CAPTURE(trial, engine.name());
        std::optional<BreakEvenPlan> found;
        try {
            found = breakEvenPlan(network, asked, Target{}, engine, options);
        } catch (const Error& error) {
            REQUIRE(error.code() == ErrorCode::Infeasible);
            for (const LayerPlan& layer : asked.layers) {
                CHECK_THAT(error.what(), Contains(layer.layer + ": "));
            }
            ++impossible;
            continue;
        }
        CHECK(found->plan.validate(*network, Target{}).empty());
        CHECK(keptIn(*found, &BreakEvenLayer::now) <= keptIn(*found, &BreakEvenLayer::asked));
        Preview preview(network, Target{});
        bool changed = false;
        for (std::size_t i = 0; i < found->layers.size(); ++i) {
            const BreakEvenLayer& layer = found->layers[i];
            const LayerPlan& entry = found->plan.layers[i];
            Plan alone = densePlan(*network);
            alone.layers[i] = entry;
            CHECK(layer.now.kept == preview.apply(alone).layers[i].mask.keptWeights());
            switch (layer.decision) {
                case BreakEvenDecision::LeftDense:
                    CHECK(layer.now.kept == layer.weights);
                    CHECK(std::all_of(entry.constraints.begin(), entry.constraints.end(),
                                      [](const ConstraintSpec& spec) { return spec.ratio == 1.0 && spec.options.empty(); }));
                    changed = true;
                    break;
                case BreakEvenDecision::Pushed:
                    CHECK(layer.now.kept < layer.asked.kept);
                    CHECK(layer.now.kept >= layer.keptLeast);
                    CHECK(layer.speedUp(layer.now) >= 1.0);
                    if (options.mostRatio) {
                        CHECK(layer.ratio(layer.now) <= *options.mostRatio * (1.0 + 1e-9));
                    }
                    break;
                case BreakEvenDecision::AsAsked:
                    CHECK(layer.speedUp(layer.asked) >= 1.0);
                    CHECK(entry == asked.layers[i]);
                    break;
                case BreakEvenDecision::NotMoved:
                    CHECK(entry == asked.layers[i]);
                    break;
            }
        }
        if (masksNest(asked)) {
            CHECK(found->totals(&BreakEvenLayer::now).seconds <= found->totals(&BreakEvenLayer::asked).seconds * (1.0 + 1e-12));
            CHECK(found->rounds == 1);
            for (const BreakEvenLayer& layer : found->layers) {
                if (layer.decision == BreakEvenDecision::LeftDense) {
                    CHECK((!layer.keptBreakEven || layer.asked.kept > *layer.keptBreakEven));
                }
            }
        }
        // Single weights fill the budget to the last one.
        const bool single = std::any_of(found->layers.begin(), found->layers.end(), [&](const BreakEvenLayer& layer) {
            const std::vector<ConstraintSpec>& constraints = found->plan.find(layer.layer)->constraints;
            return layer.decision == BreakEvenDecision::Pushed && constraints[0].kind == "unstructured";
        });
        if (single && options.budget == KeptBudget::Weights && !options.convolutionsFirst) {
            CHECK(keptIn(*found, &BreakEvenLayer::now) == keptIn(*found, &BreakEvenLayer::asked));
            ++filled;
        }
        const BreakEvenPlan again = breakEvenPlan(network, found->plan, Target{}, engine, options);
        CHECK(again.plan == found->plan);
        moved += changed ? 1 : 0;
        nested += changed && masksNest(asked) ? 1 : 0;
    }
    CHECK(moved > 40);
    CHECK(nested > 20);
    CHECK(filled > 10);
    CHECK(impossible > 20);
}

TEST_CASE("Single weights fill the budget to the last one, and convolutions give before fully connected layers")
{
    // Both layers have one filter, so that a filter shape is one weight.
    Network shapes("two", {40, 9, 9});
    Convolution first;
    first.filters = 64;
    shapes.add("wide", first);
    Convolution second;
    second.filters = 1;
    second.kernel = {3, 3};
    shapes.add("conv", second);
    shapes.add("flat", Flatten{});
    shapes.add("fc", Linear{1, false});
    const auto network = withRandomWeights(std::move(shapes), 5);
    const auto engine = loadEngine("sparse-45nm");
    Plan asked = densePlan(*network);
    asked.find("wide")->constraints = {{"filter-shape", 40.0 / 39.0}};
    asked.find("conv")->constraints = {{"filter-shape", 4.0}};
    asked.find("fc")->constraints = {{"filter-shape", 4.0}};
    // The wide layer gets its one column of 64 weights back.
    const BreakEvenPlan both = breakEvenPlan(network, asked, Target{}, *engine);
    CHECK(both.layers[0].decision == BreakEvenDecision::LeftDense);
    CHECK(keptIn(both, &BreakEvenLayer::now) == keptIn(both, &BreakEvenLayer::asked));
    CHECK(both.layers[1].asked.kept == 144);
    CHECK(both.layers[1].now.kept + both.layers[2].now.kept == 144 + 12 - 64);
    CHECK(both.layers[2].now.kept < 12);
    BreakEvenOptions options;
    options.convolutionsFirst = true;
    const BreakEvenPlan ordered = breakEvenPlan(network, asked, Target{}, *engine, options);
    CHECK(ordered.layers[1].now.kept == 144 - 64);
    CHECK(ordered.layers[2].decision == BreakEvenDecision::AsAsked);
    // 6x leaves 96 and 9 weights, 48 and 3 less than asked; 64 are needed.
    options.mostRatio = 6.0;
    CHECK_THROWS_WITH(breakEvenPlan(network, asked, Target{}, *engine, options),
                      Contains("wide: left dense") && Contains("conv: at most 6.00x") && Contains("fc: at most 5.44x"));
    options.mostRatio = 10.0;
    asked.find("conv")->constraints[0].ratio = 9.0;
    asked.find("fc")->constraints[0].ratio = 1.0;
    CHECK_THROWS_AS(breakEvenPlan(network, asked, Target{}, *engine, options), Error);
}

TEST_CASE("A budget of operations keeps operations, whose price a weight of a large map pays more often")
{
    const auto network = withRandomWeights(makeZooNetwork("lenet5"), 6);
    const auto engine = loadEngine("sparse-45nm");
    Plan asked = densePlan(*network);
    asked.find("conv1")->constraints = {{"filter-shape", 1.25}};
    asked.find("conv2")->constraints = {{"filter-shape", 4.0}};
    asked.find("fc1")->constraints = {{"filter-shape", 4.0}};
    for (const KeptBudget budget : {KeptBudget::Weights, KeptBudget::Operations}) {
        BreakEvenOptions options;
        options.budget = budget;
        const BreakEvenPlan plan = breakEvenPlan(network, asked, Target{}, *engine, options);
        CHECK(plan.layers[0].decision == BreakEvenDecision::LeftDense);
        CHECK(plan.layers[3].decision == BreakEvenDecision::NotMoved);
        const std::int64_t askedKept = keptIn(plan, &BreakEvenLayer::asked);
        const std::int64_t nowKept = keptIn(plan, &BreakEvenLayer::now);
        CHECK(nowKept <= askedKept);
        // A column of either layer more would pass the total.
        for (const std::size_t i : {1U, 2U}) {
            const WeightLayer layer = weightLayers(*network)[i];
            const std::int64_t column = layer.filters * (budget == KeptBudget::Weights ? 1 : 2 * layer.outputPositions);
            CHECK((plan.layers[i].decision == BreakEvenDecision::AsAsked || nowKept + column > askedKept));
        }
    }
}

TEST_CASE("Where a layer must get faster by some factor more is left dense")
{
    const auto network = withRandomWeights(makeZooNetwork("lenet5"), 6);
    const auto engine = loadEngine("sparse-45nm");
    Plan asked = densePlan(*network);
    asked.find("conv2")->constraints = {{"filter-shape", 2.0}};
    asked.find("fc1")->constraints = {{"filter-shape", 4.0}};
    BreakEvenOptions options;
    CHECK(breakEvenPlan(network, asked, Target{}, *engine, options).plan == asked);
    options.leastSpeedUp = 1.5;
    const BreakEvenPlan plan = breakEvenPlan(network, asked, Target{}, *engine, options);
    CHECK(plan.layers[1].decision == BreakEvenDecision::LeftDense);
    CHECK(plan.layers[1].speedUp(plan.layers[1].asked) < 1.5);
    CHECK(*plan.layers[1].keptBreakEven < plan.layers[1].asked.kept);
    CHECK(plan.layers[2].decision == BreakEvenDecision::Pushed);
    CHECK(plan.layers[2].speedUp(plan.layers[2].now) >= 1.5);
}

TEST_CASE("Levels stay, and a network without weights gives the same counts")
{
    const auto engine = loadEngine("sparse-45nm");
    const auto bare = std::make_shared<const Network>(makeZooNetwork("lenet5"));
    Plan asked = densePlan(*bare);
    for (LayerPlan& layer : asked.layers) {
        layer.levelBits = 5;
    }
    asked.find("conv1")->constraints = {{"filter-shape", 1.25}};
    asked.find("fc1")->constraints = {{"filter-shape", 4.0}};
    const BreakEvenPlan plan = breakEvenPlan(bare, asked, Target{}, *engine);
    CHECK(plan.masksAreGuesses);
    CHECK(plan.plan.find("conv1")->levelBits == 5);
    CHECK(plan.plan.find("conv1")->constraints.empty());
    const BreakEvenPlan weighted = breakEvenPlan(withRandomWeights(*bare, 7), asked, Target{}, *engine);
    CHECK_FALSE(weighted.masksAreGuesses);
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        CHECK(plan.layers[i].asked.kept == weighted.layers[i].asked.kept);
    }
}

TEST_CASE("Options and plans that cannot be are refused with all that is wrong")
{
    const auto network = std::make_shared<const Network>(makeZooNetwork("lenet5"));
    const auto engine = loadEngine("sparse-45nm");
    const Plan asked = densePlan(*network);
    BreakEvenOptions options;
    options.mostRatio = 0.5;
    options.leastSpeedUp = 0.0;
    CHECK_THROWS_WITH(breakEvenPlan(network, asked, Target{}, *engine, options),
                      Contains("most_ratio") && Contains("least_speed_up"));
    CHECK_THROWS_AS(breakEvenPlan(network, Plan{}, Target{}, *engine), Error);
    CHECK(breakEvenPlan(network, asked, Target{}, *engine).plan == asked);
    CHECK(keptBudgetOf("operations") == KeptBudget::Operations);
    CHECK_THROWS_WITH(keptBudgetOf("bits"), Contains("weights, operations"));
}
