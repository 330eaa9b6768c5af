// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/export.h"
#include "core/cost/component_file.h"
#include "core/network/compressed_network.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace mho {

/// What takes the longest in a layer: arithmetic, off-chip transfers, or the fixed cost of starting it.
enum class EngineLimit { Compute, Bandwidth, Launch };

/// One weight layer on an engine, for one inference (batch 1). An operation is a multiplication or an addition.
struct MHO_API EngineLayer {
    std::string name;
    std::int64_t denseOperations = 0;      ///< 2 * all weights * output positions: the layer as if nothing were pruned.
    std::int64_t executedOperations = 0;   ///< What the engine works on: kept blocks, with the zeros inside them.
    std::int64_t effectiveOperations = 0;  ///< 2 * kept weights * output positions.
    std::int64_t cycles = 0;               ///< Cycles of the arithmetic alone; 0 on an engine without a cycle model.
    std::int64_t movedBits = 0;            ///< Over the off-chip memory: inputs, outputs, weights, indices.
    std::int64_t weightBits = 0;           ///< Weights as stored, without indices.
    std::int64_t indexBits = 0;            ///< Indices, bitmaps and scales.
    double computeS = 0.0;                 ///< Arithmetic alone.
    double transferS = 0.0;                ///< movedBits over the usable bandwidth.
    double launchS = 0.0;                  ///< Fixed cost of starting the layer.
    double latencyS = 0.0;                 ///< All of it, arithmetic and transfers as the engine overlaps them.
    double staticJ = 0.0;                  ///< Static (or whole active) power * latency.
    double arithmeticJ = 0.0;              ///< Executed operations.
    double memoryJ = 0.0;                  ///< Off-chip bits moved.
    EngineLimit limit = EngineLimit::Compute;

    double energyJ() const { return staticJ + arithmeticJ + memoryJ; }
    /// Adds all counts, times and energies; name and limit stay.
    EngineLayer& operator+=(const EngineLayer& other);
};

/// Something an engine has a limited number of.
struct EngineResource {
    std::string name;  ///< "DSP", "BRAM36", "LUT", ...
    std::int64_t used = 0;
    std::int64_t available = 0;
};

/// What a compressed network costs on an engine. The total is made by adding the layers. Only weight layers are priced:
/// pooling, batch norm, activations and sums count as fused into the layer before them.
struct MHO_API EngineReport {
    std::string engine;
    std::string description;
    std::string constantsSha256;  ///< Of the engine's data file.
    std::string network;
    double ratio = 1.0;          ///< All weights / weights kept.
    std::int64_t floatBits = 0;  ///< All weights as 32-bit floats.
    std::vector<EngineLayer> layers;
    EngineLayer total;  ///< Its limit is the one with the largest share of the latency.
    std::vector<EngineResource> resources;

    double inferencesPerS() const;  ///< 1 / latency; 0 for a network that takes no time.
    double powerW() const;          ///< Energy / latency: the mean while an inference runs.
    double inferencesPerJ() const;  ///< FPS/W.
    double effectiveOperationsPerJ() const;
    double denseOperationsPerJ() const;  ///< Dense-equivalent: counts operations that were never done.
    double floatCompression() const;     ///< 32-bit weights / (weights as stored + indices).
    double weightCompression() const;    ///< The same without indices.
};

/// Prices a compressed network on hardware other than crossbars. Formulas, symbols and weaknesses: docs/engines.md.
class MHO_API Engine {
public:
    virtual ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    const std::string& name() const { return name_; }
    const std::string& description() const { return description_; }
    /// Pure; takes any network of the zoo, dense or with masks, weights' values not needed. Throws Error when the network
    /// does not fit: buffers too small, levels wider than the engine's weights (all such problems at once).
    EngineReport price(const CompressedNetwork& network) const;

protected:
    explicit Engine(const ComponentFile& file);
    /// Fills the layers (names are set) and the resources; `problems` collects why the network does not fit.
    virtual void priceLayers(const CompressedNetwork& network, EngineReport& report, std::vector<Problem>& problems) const = 0;

private:
    std::string name_;
    std::string description_;
    std::string sha256_;
};

/// Makes an engine of a kind ("fpga-loop", "pe-array", "roofline", "sparse-accelerator") from constants; throws Error with
/// all missing or impossible constants at once.
MHO_API std::unique_ptr<Engine> makeEngine(const std::string& kind, const ComponentFile& constants);
/// Kinds that makeEngine knows, in the order of docs/engines.md.
MHO_API std::vector<std::string> engineKinds();

/// resources/engines/NAME.json, or a path that ends in .json; the same format as resources/hardware with one more key,
/// "engine", the kind.
MHO_API std::unique_ptr<Engine> loadEngine(const std::string& nameOrPath);
/// Names of the engine files found.
MHO_API std::vector<std::string> engineNames();

}  // namespace mho
