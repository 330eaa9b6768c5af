// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cost/architecture.h"
#include "core/cost/cost_report.h"

#include <array>
#include <memory>
#include <optional>
#include <string>

namespace mho {

/// An architecture under one ADC law, looked up once, so that an estimate costs microseconds. Formulas: docs/cost.md.
class MHO_API CostModel {
public:
    /// @param adcLaw name or path of a law; empty = the file's own
    /// Throws Error as Architecture and loadAdcLaw(), and InvalidArgument for a law where the file has no ADCs.
    explicit CostModel(const ComponentFile& components, const std::string& adcLaw = {});

    const Architecture& architecture() const { return architecture_; }
    /// Throws Error InvalidArgument (layer, law, bits) when a layer's ADCs lie outside the law's range.
    CostReport estimate(const MappedNetwork& mapped) const;
    /// Why the law cannot price this network's ADCs (English, first layer found), or empty.
    std::optional<Phrase> outOfRange(const MappedNetwork& mapped) const;
    /// ADCs of an array with so many bit lines: ceil(columns / adc.columns); 0 where the file has no ADCs.
    std::int64_t adcsPerCrossbar(std::int64_t columns) const;
    /// Time of one read of a layer's arrays, its conversions included: max(array.read_cycle, bit lines an ADC serves *
    /// conversion); 0 where the file states no times.
    double cycleS(const CrossbarOptions& crossbar, int adcBits) const;

private:
    static constexpr int kMostBits = 32;
    struct AdcAtBits {
        AdcFigures figures;
        std::optional<Phrase> refusal;
        std::vector<std::string> notes;
    };
    struct Allocated {
        std::int64_t cores = 0;
        std::int64_t tiles = 0;
        std::int64_t arrays = 0;
    };
    Allocated allocate(const MappedLayer& layer, const CrossbarOptions& crossbar) const;
    const AdcAtBits& adcAt(int bits) const;
    void priceAdcs();
    /// This model with its ADC law asked about arrays and a read voltage other than the preset's; none where they are the same.
    std::optional<CostModel> forArraysOf(const Hardware& hardware) const;
    /// What a reader must know where the crossbars are not those the preset is stated for.
    void noteArrays(const MappedNetwork& mapped, CostReport& report) const;
    CostItem costOf(const ArchitecturePart& part, const MappedLayer& layer, const Hardware& hardware, const LayerCost& cost,
                    double units) const;

    Architecture architecture_;
    std::string adcLaw_;
    std::shared_ptr<const AdcLaw> law_;
    std::array<AdcAtBits, kMostBits + 1> adcs_;
};

}  // namespace mho
