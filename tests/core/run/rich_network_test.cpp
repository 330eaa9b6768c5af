// SPDX-License-Identifier: GPL-3.0-or-later
/// The main job on a network whose layers are tied: by a sum, a concat and groups.
#include "tests/core/run/rich_network.h"
#include "tests/core/run/tiny_run.h"

#include "core/compress/masked_network.h"
#include "core/compress/shrink.h"
#include "core/run/target.h"
#include "core/run/verify.h"
#include "tests/core/compress/same_outputs.h"
#include "tests/core/network/random_graph.h"

#include <catch2/catch.hpp>

using namespace mho;
using namespace mho::test;
using Flags = std::vector<std::uint8_t>;
using Indices = std::vector<std::int64_t>;

namespace {

/// The small network with the parameters that the run trained last; they stand first in a checkpoint, in node order.
Network lastTrained(const Network& small, MemoryStore& store)
{
    Network trained = small;
    const Checkpoint checkpoint = store.loadCheckpoint().value();
    std::size_t next = 0;
    for (NodeId id = 0; id < small.nodes().size(); ++id) {
        for (const Parameter& parameter : small.nodes()[id].parameters) {
            trained.setParameter(id, parameter.role, checkpoint.arrays.at(next++).values.tensor(parameter.tensor.shape()));
        }
    }
    return trained;
}

}  // namespace

TEST_CASE("a network with a sum, a concat and groups keeps its plan, and what was trained small is what is handed out")
{
    const DataSet data = syntheticDigits(1, 96);
    const Recipe recipe = richRecipe();
    MemoryStore store;
    const RunResult result = runRecipe(recipe, richNetwork(), data, &store, {});
    REQUIRE(result.end == RunEnd::Finished);
    CHECK(planViolations(result.compressed, recipe.plan, targetOf(recipe.hardware)).empty());
    const Network& network = *result.compressed.network;
    const auto rowsOf = [&](std::size_t layer) { return result.compressed.layers[layer].mask.rows; };
    CHECK(rowsOf(0) == Flags{0, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0});
    CHECK(rowsOf(1) == Flags{1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0});
    CHECK(rowsOf(4) == Flags{1, 0, 1, 1, 0, 1, 0, 0, 1, 0});
    CHECK(rowsOf(6) == Flags{1, 1, 1, 1, 0, 0, 0, 0});
    // Besides what the plan takes, filters go whose only readers were dropped: through the concat, and a whole group's.
    CHECK(rowsOf(2) == Flags{1, 0, 1, 1, 0, 0});
    CHECK(rowsOf(3) == Flags{0, 0, 1, 0});
    CHECK(rowsOf(5) == Flags{1, 1, 1, 1, 0, 0, 0, 0});
    for (const CompressedLayer& layer : result.compressed.layers) {
        CAPTURE(layer.layer.name);
        const Node& node = network.nodes()[layer.layer.node];
        const Flags kept = layer.mask.expanded();
        std::int64_t left = 0;
        for (std::size_t w = 0; w < kept.size(); ++w) {
            REQUIRE((kept[w] != 0 || node.parameter("weight")->values()[w] == 0.0F));
            left += node.parameter("weight")->values()[w] != 0.0F ? 1 : 0;
        }
        CHECK(2 * left > layer.mask.keptWeights());
        for (std::size_t filter = 0; node.parameter("bias") != nullptr && filter < layer.mask.rows.size(); ++filter) {
            CHECK((node.parameter("bias")->values()[filter] != 0.0F) == (layer.mask.rows[filter] != 0));
        }
    }
    for (const char* role : {"scale", "shift"}) {
        for (std::size_t filter = 0; filter < 12; ++filter) {
            CHECK((network.nodes()[network.find("stem-norm")].parameter(role)->values()[filter] != 0.0F) ==
                  (rowsOf(0)[filter] != 0));
        }
    }

    const ShrunkNetwork small = shrink(result.compressed, {.foldConstants = false});
    // A sum's channel goes where no term is left, a concat's where nobody reads it, and a group goes as a whole.
    for (const char* node : {"stem", "path", "sum", "half"}) {
        CHECK(small.channels[network.find(node)] == Indices{0, 1, 2, 3, 4, 5, 6, 7, 8});
    }
    CHECK(small.channels[network.find("both")] == Indices{0, 2, 3, 5, 8});
    CHECK(small.channels[network.find("depthwise")] == Indices{0, 2, 3, 5, 8});
    CHECK(small.channels[network.find("grouped")] == Indices{0, 1, 2, 3});
    CompressedNetwork trained = small.compressed;
    trained.network = std::make_shared<const Network>(lastTrained(*small.compressed.network, store));
    // Filters that stay for others' sake were masked in every training, not only on the way out.
    CHECK(networkHash(maskedNetwork(trained)) == networkHash(*trained.network));
    CHECK(networkHash(small.expand(*trained.network)) == result.networkHash);
    RandomStream random{9};
    const std::vector<float> images = random_graph::images({1, 28, 28}, 4, random);
    const std::vector<float> outputs = random_graph::outputs(result.compressed, images);
    CHECK(differenceShare(outputs, random_graph::outputs(uncompressed(result.compressed.network), images)) < 1e-5);
    CHECK(differenceShare(outputs, random_graph::outputs(uncompressed(trained.network), images)) < 1e-5);
    const auto session = learner().open(network, recipe.execution.resolved());
    CHECK(session->evaluate(*data.test, data.normalization, {}, ignoreProgress).top1Percent == result.accuracies.quantized);
}

TEST_CASE("tied layers end with the same bits where a run is killed within ADMM or retraining and goes on")
{
    const DataSet data = syntheticDigits(1, 96);
    const Recipe recipe = richRecipe();
    const Network start = richNetwork();
    KillingStore uncut;
    const RunResult whole = runRecipe(recipe, start, data, &uncut, {});
    REQUIRE(whole.networkHash != whole.startHash);
    int cuts = 0;
    for (int saves = 1; saves <= uncut.saves(); ++saves) {
        const std::string& stage = uncut.stages()[static_cast<std::size_t>(saves) - 1];
        if (stage != "admm" && stage != "retrain") {
            continue;
        }
        ++cuts;
        CAPTURE(saves, stage);
        KillingStore store(saves);
        REQUIRE_THROWS_AS(runRecipe(recipe, start, data, &store, {}), Killed);
        const RunResult resumed = runRecipe(recipe, start, data, &store, {});
        CHECK(resumed.networkHash == whole.networkHash);
        CHECK(withoutEnvironment(resumed) == withoutEnvironment(whole));
    }
    // At the start of ADMM and after each of its rounds; at the start of retraining and after each of its epochs.
    CHECK(cuts == 7);
}
