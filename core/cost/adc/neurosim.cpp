// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/phrasing.h"
#include "core/cost/adc/formula.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>
#include <map>

namespace mho {
namespace {

const char* roadmapName(AdcRoadmap roadmap)
{
    return roadmap == AdcRoadmap::HighPerformance ? "hp" : "lstp";
}

/// The column term Q exp(R log10(r)) watt of one node; r is the column's resistance at the voltage the fits were made for.
struct ColumnTerm {
    double powerW = 0.0;
    double slope = 0.0;
};

/// What both of NeuroSim's converters share: fits node by node, the column term, temperature, and areas in gates.
class Neurosim {
public:
    explicit Neurosim(AdcConstants& constants)
        : fitVoltageV_(constants.positive("fit.read_voltage", "V")),
          perKelvin_(constants.value("temperature.slope", "1/K")),
          temperatureK_(constants.positive("temperature.reference", "K")),
          gateF2_(constants.positive("gate.area", "F2")),
          leastAreaNodeNm_(constants.positive("gate.min_node", "nm"))
    {
    }

    /// Key of the context's node in the constants' names, e.g. "lstp.32"; the node need not be there.
    static std::string key(const AdcContext& context)
    {
        return fmt::format("{}.{}", roadmapName(context.roadmap), context.nodeNm);
    }
    double columnW(const ColumnTerm& term, const AdcContext& context) const
    {
        if (context.columnOhm == 0.0) {
            return 0.0;
        }
        return term.powerW * std::exp(term.slope * std::log10(context.columnOhm * fitVoltageV_ / context.readVoltageV));
    }
    double temperatureFactor(const AdcContext& context) const
    {
        return 1.0 + perKelvin_ * (context.temperatureK - temperatureK_);
    }
    /// Area of so many minimum gates; empty below the node down to which the gate is planar.
    std::optional<double> areaMm2(double gates, const AdcContext& context) const
    {
        constexpr double kMm2PerNm2 = 1e-12;
        if (context.nodeNm < leastAreaNodeNm_) {
            return std::nullopt;
        }
        return gates * gateF2_ * context.nodeNm * context.nodeNm * kMm2PerNm2;
    }

private:
    double fitVoltageV_;
    double perKelvin_, temperatureK_;
    double gateF2_, leastAreaNodeNm_;
};

/// One fit for each roadmap and node.
template <typename Fit>
class NodeTable {
public:
    /// `read` gets the constants' prefix, e.g. "lstp.32".
    template <typename Read>
    NodeTable(AdcConstants& constants, const char* first, Read read)
    {
        for (const AdcRoadmap roadmap : {AdcRoadmap::LowStandbyPower, AdcRoadmap::HighPerformance}) {
            for (const int node : constants.listed(roadmapName(roadmap), first)) {
                const std::string prefix = fmt::format("{}.{}", roadmapName(roadmap), node);
                fits_[prefix] = read(prefix);
                nodes_[roadmap].push_back(node);
            }
        }
    }

    const Fit& at(const AdcContext& context) const { return fits_.at(Neurosim::key(context)); }
    std::optional<Phrase> refusal(const AdcContext& context) const
    {
        if (fits_.count(Neurosim::key(context)) != 0) {
            return std::nullopt;
        }
        const auto nodes = nodes_.find(context.roadmap);
        return phrase(MHO_TEXT("it has no %1 nm node in its %2 table, only %3"), context.nodeNm, roadmapName(context.roadmap),
                      nodes == nodes_.end() ? "none" : fmt::format("{}", fmt::join(nodes->second, ", ")));
    }

private:
    std::map<std::string, Fit> fits_;
    std::map<AdcRoadmap, std::vector<int>> nodes_;
};

struct SarFit {
    double perBitW = 0.0;
    double baseW = 0.0;
    ColumnTerm column;
};

/// E = (a b + c + column) (1 + k (T - T0)) (b + 1) ns; area in gates, linear in bits.
class NeurosimSarAdc : public AdcFormula {
public:
    explicit NeurosimSarAdc(AdcConstants& constants)
        : common_(constants),
          cycleS_(constants.positive("time.cycle", "s")),
          extraCycles_(constants.value("time.extra_cycles", "1")),
          gates_(constants.value("gates.first_bit", "1")),
          gatesPerBit_(constants.value("gates.further_bit", "1")),
          fits_(constants, "power_per_bit", [&](const std::string& prefix) {
              return SarFit{
                  constants.value(prefix + ".power_per_bit", "W"), constants.value(prefix + ".power_base", "W"),
                  ColumnTerm{constants.value(prefix + ".column_power", "W"), constants.value(prefix + ".column_slope", "1")}};
          })
    {
    }

    AdcFigures at(int bits, const AdcContext& context) const override
    {
        const SarFit& fit = fits_.at(context);
        const double powerW =
            (fit.perBitW * bits + fit.baseW + common_.columnW(fit.column, context)) * common_.temperatureFactor(context);
        const double conversionS = (bits + extraCycles_) * cycleS_;
        return {powerW * conversionS, powerW, conversionS, common_.areaMm2(gates_ + (bits - 1) * gatesPerBit_, context)};
    }

    std::optional<Phrase> refusal(int /*bits*/, const AdcContext& context) const override { return fits_.refusal(context); }

private:
    Neurosim common_;
    double cycleS_, extraCycles_;
    double gates_, gatesPerBit_;
    NodeTable<SarFit> fits_;
};

struct FlashFit {
    double perComparatorW = 0.0;
    ColumnTerm column;
};

/// E = (p (2^b - 1) + column) (1 + k (T - T0)) t; 2^b - 1 comparators and a priority encoder that is 2^b - 1 gates high.
class NeurosimFlashAdc : public AdcFormula {
public:
    explicit NeurosimFlashAdc(AdcConstants& constants)
        : common_(constants),
          conversionS_(constants.positive("time.conversion", "s")),
          gates_(constants.positive("gates.per_comparator", "1")),
          encoderGates_(constants.value("encoder.gates_per_level", "1")),
          encoderGatesPerInput_(constants.value("encoder.gates_per_level_and_input", "1")),
          fits_(constants, "power_per_comparator", [&](const std::string& prefix) {
              return FlashFit{
                  constants.value(prefix + ".power_per_comparator", "W"),
                  ColumnTerm{constants.value(prefix + ".column_power", "W"), constants.value(prefix + ".column_slope", "1")}};
          })
    {
    }

    AdcFigures at(int bits, const AdcContext& context) const override
    {
        const FlashFit& fit = fits_.at(context);
        const double comparators = std::exp2(bits) - 1.0;
        const double powerW =
            (fit.perComparatorW * comparators + common_.columnW(fit.column, context)) * common_.temperatureFactor(context);
        const double encoderInputs = std::exp2(bits - 1);
        const double gates = comparators * (gates_ + encoderGates_ + encoderGatesPerInput_ * encoderInputs);
        return {powerW * conversionS_, powerW, conversionS_, common_.areaMm2(gates, context)};
    }

    std::optional<Phrase> refusal(int /*bits*/, const AdcContext& context) const override { return fits_.refusal(context); }

private:
    Neurosim common_;
    double conversionS_;
    double gates_, encoderGates_, encoderGatesPerInput_;
    NodeTable<FlashFit> fits_;
};

}  // namespace

std::unique_ptr<const AdcFormula> makeNeurosimSarAdc(AdcConstants& constants)
{
    return std::make_unique<NeurosimSarAdc>(constants);
}

std::unique_ptr<const AdcFormula> makeNeurosimFlashAdc(AdcConstants& constants)
{
    return std::make_unique<NeurosimFlashAdc>(constants);
}

}  // namespace mho
