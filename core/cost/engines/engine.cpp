// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/engines/engine.h"

#include "core/base/json_depth.h"
#include "core/base/resources.h"
#include "core/cost/engines/engine_parts.h"
#include "core/cost/engines/fpga_loop_engine.h"
#include "core/cost/engines/pe_array_engine.h"
#include "core/cost/engines/roofline_engine.h"
#include "core/cost/engines/sparse_accelerator.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace mho {
namespace {

struct Kind {
    const char* name;
    std::unique_ptr<Engine> (*make)(const ComponentFile&);
};

template <class T>
std::unique_ptr<Engine> make(const ComponentFile& constants)
{
    return std::make_unique<T>(constants);
}

constexpr std::array<Kind, 4> kKinds{{{"fpga-loop", make<FpgaLoopEngine>},
                                      {"pe-array", make<PeArrayEngine>},
                                      {"roofline", make<RooflineEngine>},
                                      {"sparse-accelerator", make<SparseAccelerator>}}};

double quotient(double a, double b)
{
    return b > 0.0 ? a / b : 0.0;
}

}  // namespace

EngineLayer& EngineLayer::operator+=(const EngineLayer& other)
{
    denseOperations += other.denseOperations;
    executedOperations += other.executedOperations;
    effectiveOperations += other.effectiveOperations;
    cycles += other.cycles;
    movedBits += other.movedBits;
    weightBits += other.weightBits;
    indexBits += other.indexBits;
    computeS += other.computeS;
    transferS += other.transferS;
    launchS += other.launchS;
    latencyS += other.latencyS;
    staticJ += other.staticJ;
    arithmeticJ += other.arithmeticJ;
    memoryJ += other.memoryJ;
    return *this;
}

double EngineReport::inferencesPerS() const
{
    return quotient(1.0, total.latencyS);
}

double EngineReport::powerW() const
{
    return quotient(total.energyJ(), total.latencyS);
}

double EngineReport::inferencesPerJ() const
{
    return quotient(1.0, total.energyJ());
}

double EngineReport::effectiveOperationsPerJ() const
{
    return quotient(static_cast<double>(total.effectiveOperations), total.energyJ());
}

double EngineReport::denseOperationsPerJ() const
{
    return quotient(static_cast<double>(total.denseOperations), total.energyJ());
}

double EngineReport::floatCompression() const
{
    return quotient(static_cast<double>(floatBits), static_cast<double>(total.weightBits + total.indexBits));
}

double EngineReport::weightCompression() const
{
    return quotient(static_cast<double>(floatBits), static_cast<double>(total.weightBits));
}

Engine::Engine(const ComponentFile& file) : name_(file.name), description_(file.description), sha256_(file.sha256) {}

Engine::~Engine() = default;

EngineReport Engine::price(const CompressedNetwork& network) const
{
    EngineReport report;
    report.engine = name_;
    report.description = description_;
    report.constantsSha256 = sha256_;
    report.network = network.network->name();
    std::int64_t kept = 0;
    for (const CompressedLayer& layer : network.layers) {
        const std::int64_t positions = layer.layer.outputPositions;
        EngineLayer priced;
        priced.name = layer.layer.name;
        priced.denseOperations = 2 * layer.layer.weights() * positions;
        const std::int64_t keptHere = keptWeights(layer.mask);
        priced.effectiveOperations = 2 * keptHere * positions;
        kept += keptHere;
        report.floatBits += 32 * layer.layer.weights();
        report.layers.push_back(std::move(priced));
    }
    // As CompressedNetwork::ratioAll.
    report.ratio = kept > 0 ? static_cast<double>(report.floatBits / 32) / static_cast<double>(kept) : 1.0;
    std::vector<Problem> problems;
    priceLayers(network, report, problems);
    throwIfProblems(problems, name_);
    std::array<double, 3> limitedS{};
    for (const EngineLayer& layer : report.layers) {
        report.total += layer;
        limitedS[static_cast<std::size_t>(layer.limit)] += layer.latencyS;
    }
    report.total.name = "Total";
    const auto largest = std::max_element(limitedS.begin(), limitedS.end());
    report.total.limit = static_cast<EngineLimit>(largest - limitedS.begin());
    return report;
}

std::unique_ptr<Engine> makeEngine(const std::string& kind, const ComponentFile& constants)
{
    const auto found = std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& known) { return kind == known.name; });
    if (found == kKinds.end()) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The engine kind \"%1\" is not known; take one of %2"),
                    {kind, fmt::format("{}", fmt::join(engineKinds(), ", "))}, constants.name);
    }
    return found->make(constants);
}

std::vector<std::string> engineKinds()
{
    std::vector<std::string> names;
    for (const Kind& kind : kKinds) {
        names.emplace_back(kind.name);
    }
    return names;
}

std::unique_ptr<Engine> loadEngine(const std::string& nameOrPath)
{
    const std::string path = resourcePath("engines", nameOrPath);
    const ComponentFile constants = loadConstantFile(path);
    std::string kind;
    try {
        const std::string text = readTextFile(path);
        checkJsonDepth(text, path);
        kind = nlohmann::json::parse(text).at("engine").get<std::string>();
    } catch (const nlohmann::json::exception& failure) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The engine file must name its kind as \"engine\": %1"), {failure.what()},
                    path);
    }
    return makeEngine(kind, constants);
}

std::vector<std::string> engineNames()
{
    return resourceNames("engines");
}

}  // namespace mho
