// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/cost/engines/engine.h"
#include "core/network/zoo.h"
#include "tests/core/cost/engines/engine_nets.h"
#include "tests/test_main.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

using namespace mho;
using namespace mho::test;
using Catch::Matchers::Contains;

namespace {

std::string kindOf(const std::string& name)
{
    return nlohmann::json::parse(readTextFile(resourcePath("engines", name))).at("engine");
}

}  // namespace

TEST_CASE("Each constant of each engine file has a number, a unit and a source, and each file makes its engine")
{
    std::set<std::string> kinds;
    const std::vector<std::string> names = engineNames();
    CHECK(names.size() >= 6);
    for (const std::string& name : names) {
        INFO(name);
        const auto json = nlohmann::json::parse(readTextFile(resourcePath("engines", name)));
        CHECK(json.at("name") == name);
        CHECK(json.at("description").get<std::string>().size() > 20);
        std::set<std::string> seen;
        for (const auto& constant : json.at("constants")) {
            INFO(constant.dump());
            CHECK(constant.at("value").is_number());
            CHECK_FALSE(constant.at("unit").get<std::string>().empty());
            const std::string source = constant.at("source");
            CHECK(source.size() > 15);
            CHECK(seen.insert(constant.at("name")).second);
            // A choice of ours says so and an assumption says what to do with it.
            if (source.find("model assumption") != std::string::npos) {
                CHECK(source.rfind("chosen here: ", 0) == 0);
            }
        }
        kinds.insert(json.at("engine").get<std::string>());
        const auto engine = loadEngine(name);
        CHECK(engine->name() == name);
        CHECK(engine->description() == json.at("description"));
    }
    for (const std::string& kind : engineKinds()) {
        CHECK(kinds.count(kind) == 1);
    }
}

TEST_CASE("docs/engines.md names each engine file, kind and constant")
{
    const std::string page = readTextFile(MHO_TEST_DOCS "/engines.md");
    for (const std::string& kind : engineKinds()) {
        CHECK_THAT(page, Contains("`" + kind + "`"));
    }
    for (const std::string& name : engineNames()) {
        CHECK_THAT(page, Contains("`" + name + "`"));
        for (const Constant& constant : engineFile(name).constants) {
            CHECK_THAT(page, Contains("`" + constant.name + "`"));
        }
    }
}

TEST_CASE("Parts sum to totals on every engine, dense and pruned; energy is power times time")
{
    RandomStream random{7, 1};
    CompressedNetwork network = uncompressed(std::make_shared<const Network>(makeZooNetwork("resnet20-cifar10")));
    for (const bool pruned : {false, true}) {
        if (pruned) {
            for (CompressedLayer& layer : network.layers) {
                layer.mask = blockPunched(layer.layer, 8, 4, 0.6, random);
            }
        }
        for (const std::string& name : engineNames()) {
            INFO(name);
            const EngineReport report = loadEngine(name)->price(network);
            CHECK(report.engine == name);
            CHECK(report.constantsSha256.size() == 64);
            CHECK(report.network == network.network->name());
            CHECK(report.ratio == network.ratioAll());
            REQUIRE(report.layers.size() == network.layers.size());
            EngineLayer sum;
            std::int64_t weights = 0;
            for (std::size_t i = 0; i < report.layers.size(); ++i) {
                const EngineLayer& layer = report.layers[i];
                const WeightLayer& l = network.layers[i].layer;
                CHECK(layer.name == l.name);
                CHECK(layer.denseOperations == 2 * l.filters * l.columns * l.outputPositions);
                CHECK(layer.effectiveOperations == 2 * network.layers[i].mask.keptWeights() * l.outputPositions);
                CHECK(layer.effectiveOperations <= layer.executedOperations);
                CHECK(layer.latencyS >= std::max(layer.computeS, layer.transferS) * (1 - 1e-12));
                sum += layer;
                weights += l.weights();
            }
            CHECK(report.total.cycles == sum.cycles);
            CHECK(report.total.executedOperations == sum.executedOperations);
            CHECK(report.total.effectiveOperations == sum.effectiveOperations);
            CHECK(report.total.movedBits == sum.movedBits);
            CHECK(report.total.weightBits == sum.weightBits);
            CHECK(report.total.indexBits == sum.indexBits);
            CHECK(report.total.latencyS == Approx(sum.latencyS));
            CHECK(report.total.energyJ() == Approx(sum.staticJ + sum.arithmeticJ + sum.memoryJ));
            CHECK(report.floatBits == 32 * weights);
            CHECK(report.powerW() * report.total.latencyS == Approx(report.total.energyJ()));
            CHECK(report.inferencesPerS() / report.powerW() == Approx(report.inferencesPerJ()));
            CHECK(report.effectiveOperationsPerJ() / report.denseOperationsPerJ() ==
                  Approx(static_cast<double>(report.total.effectiveOperations) /
                         static_cast<double>(report.total.denseOperations)));
        }
    }
}

TEST_CASE("Every network of the zoo fits every shipped engine")
{
    for (const ZooEntry& entry : zoo()) {
        const CompressedNetwork network = uncompressed(std::make_shared<const Network>(entry.make()));
        for (const std::string& name : engineNames()) {
            INFO(entry.name << " on " << name);
            const EngineReport report = loadEngine(name)->price(network);
            CHECK(report.total.latencyS > 0.0);
            CHECK(report.total.executedOperations == report.total.denseOperations);
            CHECK(report.ratio == 1.0);
        }
    }
}

TEST_CASE("A network without a weight left is priced without dividing by nothing")
{
    CompressedNetwork network = oneLayer(8, 4, 3, 8);
    network.layers[0].mask.rows.assign(8, 0);
    for (const std::string& name : engineNames()) {
        INFO(name);
        const EngineReport report = loadEngine(name)->price(network);
        CHECK(report.total.effectiveOperations == 0);
        CHECK(std::isfinite(report.powerW()));
        CHECK(std::isfinite(report.weightCompression()));
    }
}

TEST_CASE("Nonsense in an engine's options is refused, all of it at once")
{
    ComponentFile fpga = engineFile("zcu102-loop");
    set(fpga, "engine.filter_lanes", 0);
    set(fpga, "engine.tile_width", 1.5);
    set(fpga, "engine.clock", 0);
    set(fpga, "weights.bits", 40);
    set(fpga, "memory.efficiency", 1.5);
    fpga.constants.erase(std::find_if(fpga.constants.begin(), fpga.constants.end(),
                                      [](const Constant& constant) { return constant.name == "power.static"; }));
    CHECK_THROWS_WITH(makeEngine("fpga-loop", fpga),
                      Contains("zcu102-loop") && Contains("engine.filter_lanes: 0 is not a whole number in 1..4096") &&
                          Contains("engine.tile_width: 1.5") && Contains("engine.clock: 0 Hz") &&
                          Contains("weights.bits: 40") && Contains("memory.efficiency: 1.5") && Contains("power.static"));
    ComponentFile adders = engineFile("zcu102-loop");
    set(adders, "engine.add_only", 1);
    CHECK_THROWS_WITH(makeEngine("fpga-loop", adders), Contains("engine.add_only") && Contains("8 bits"));
    for (const std::string& name : engineNames()) {
        // Each constant that must be there is missed by its name.
        const ComponentFile whole = engineFile(name);
        for (const Constant& constant : whole.constants) {
            INFO(name << " " << constant.name);
            ComponentFile broken = whole;
            broken.constants.erase(std::find_if(broken.constants.begin(), broken.constants.end(),
                                                [&](const Constant& c) { return c.name == constant.name; }));
            CHECK_THROWS_WITH(makeEngine(kindOf(name), broken), Contains(constant.name));
            broken = whole;
            std::find_if(broken.constants.begin(), broken.constants.end(), [&](const Constant& c) {
                return c.name == constant.name;
            })->unit = "parsec";
            CHECK_THROWS_WITH(makeEngine(kindOf(name), broken), Contains(constant.name) && Contains("parsec"));
        }
    }
}

TEST_CASE("A file without a kind or with an unknown one is refused")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("mine.json");
    writeFileWhole(path, R"({"name": "mine", "description": "d", "constants": []})");
    CHECK_THROWS_WITH(loadEngine(path), Contains("mine.json") && Contains("engine"));
    writeFileWhole(path, R"({"name": "mine", "description": "d", "engine": "tpu", "constants": []})");
    CHECK_THROWS_WITH(loadEngine(path), Contains("tpu") && Contains("fpga-loop, pe-array, roofline, sparse-accelerator"));
    CHECK_THROWS_WITH(loadEngine("no-such-engine"), Contains("zcu102-loop"));
}
