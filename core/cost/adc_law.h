// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cost/constants.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mho {

/// NeuroSim's two transistor roadmaps: low standby power (LSTP) and high performance (HP).
enum class AdcRoadmap { LowStandbyPower, HighPerformance };

/// What some ADC laws need besides the bits. Each law takes what it knows and says through `notes` what it leaves alone.
struct MHO_API AdcContext {
    double nodeNm = 32.0;       ///< Technology node; 5 to 500.
    double rateHz = 1.28e9;     ///< Conversions a second of one ADC, for laws that state none of their own; 1 Hz to 1 THz.
    double columnOhm = 0.0;     ///< The column's cells in parallel, for NeuroSim; 0: no column term.
    double readVoltageV = 0.5;  ///< Voltage on the column while it is read, for NeuroSim; above 0, at most 10.
    std::int64_t rows = 128;    ///< Word lines of the array, for ZigZag's settling time; 1 to 2^20.
    double temperatureK = 300;  ///< For NeuroSim; 200 to 500.
    AdcRoadmap roadmap = AdcRoadmap::LowStandbyPower;  ///< For NeuroSim.

    /// Values out of range; empty when all is well.
    std::vector<Problem> validate() const;
};

/// One ADC by one law. powerW * conversionS == energyJ.
struct AdcFigures {
    double energyJ = 0.0;                 ///< Of one conversion.
    double powerW = 0.0;                  ///< While it converts.
    double conversionS = 0.0;             ///< Time of one conversion: the law's own, else 1 / AdcContext::rateHz.
    std::optional<double> areaMm2 = 0.0;  ///< Empty where the law states no area.
};

class AdcFormula;

/// Energy and area of an analog-to-digital converter against its bits, with constants from resources/adc-laws/NAME.json.
/// Formulas, symbols, sources and known weaknesses: docs/adc-laws.md. Copies share their constants.
class MHO_API AdcLaw {
public:
    /// For `loadAdcLaw`; `formula` was made from `constants`.
    AdcLaw(std::string name, std::string description, std::string weakness, std::vector<Constant> constants, std::string sha256,
           std::shared_ptr<const AdcFormula> formula);

    const std::string& name() const { return name_; }
    const std::string& description() const { return description_; }
    const std::string& weakness() const { return weakness_; }
    const std::vector<Constant>& constants() const { return constants_; }
    /// Of the file's bytes: names exactly which constants a figure comes from.
    const std::string& sha256() const { return sha256_; }

    int minBits() const { return minBits_; }
    int maxBits() const { return maxBits_; }
    /// Node the law was stated for, nm. Empty: it follows AdcContext::nodeNm, or mixes nodes (its description says which).
    std::optional<double> nodeNm() const { return nodeNm_; }

    /// Why the law says nothing about `bits` in `context` (English), or empty. 0 bits is no ADC and in every law's range.
    std::optional<Phrase> outOfRange(int bits, const AdcContext& context = {}) const;
    /// What to know when reading a figure (English): a node it is not rescaled to, bits beyond those it was fitted to.
    std::vector<std::string> notes(int bits, const AdcContext& context = {}) const;
    /// Zeros for 0 bits. Throws Error InvalidArgument, with the law's name and the reason, where `outOfRange` has one or
    /// `context` is not valid.
    AdcFigures at(int bits, const AdcContext& context = {}) const;

private:
    std::string name_;
    std::string description_;
    std::string weakness_;
    std::vector<Constant> constants_;
    std::string sha256_;
    std::shared_ptr<const AdcFormula> formula_;
    std::optional<double> nodeNm_;
    int minBits_ = 0;
    int maxBits_ = 0;
    int fittedMin_ = 0;
    int fittedMax_ = 0;
};

/// Reads a law by name from the resource folders, or a path ending in .json (a copied and edited law). Throws Error NotFound,
/// BadFormat (unknown formula, constant missing, in another unit, or not used by the formula) or InvalidArgument (unit or
/// source missing).
MHO_API AdcLaw loadAdcLaw(const std::string& nameOrPath);
/// Sorted names of the laws found.
MHO_API std::vector<std::string> adcLawNames();
/// All of `adcLawNames`, read.
MHO_API std::vector<AdcLaw> loadAdcLaws();

/// Least and greatest value over laws, with the laws that gave them.
struct AdcExtremes {
    double low = 0.0;
    double high = 0.0;
    std::string lowLaw;
    std::string highLaw;
};

/// What the laws make of one ADC, side by side.
struct AdcBand {
    struct Entry {
        std::string law;
        AdcFigures figures;
        std::vector<std::string> notes;
    };
    struct LeftOut {
        std::string law;
        std::string reason;  ///< English.
    };
    std::vector<Entry> laws;             ///< Those in range, in the order given.
    std::vector<LeftOut> leftOut;        ///< Those out of range.
    std::vector<LeftOut> leftOutOfArea;  ///< Those in range that state no area.
    std::optional<AdcExtremes> energyJ;  ///< Of one conversion; empty when no law is in range.
    std::optional<AdcExtremes> areaMm2;
};

/// Band over `laws`; a law out of its range is left out and named. Throws Error InvalidArgument when bits are negative or
/// `context` is not valid.
MHO_API AdcBand adcBand(int bits, const AdcContext& context, std::span<const AdcLaw> laws);
/// Band over all laws found; reads their files each time.
MHO_API AdcBand adcBand(int bits, const AdcContext& context);

}  // namespace mho
