// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/adc_law.h"

#include "core/base/json_depth.h"
#include "core/base/phrasing.h"
#include "core/base/range_text.h"
#include "core/base/resources.h"
#include "core/base/sha256.h"
#include "core/cost/adc/formula.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace mho {
namespace {

constexpr double kLeastNodeNm = 5.0;
constexpr double kMostNodeNm = 500.0;
constexpr double kLeastRateHz = 1.0;
constexpr double kMostRateHz = 1e12;
constexpr double kMostReadVoltageV = 10.0;
constexpr double kLeastTemperatureK = 200.0;
constexpr double kMostTemperatureK = 500.0;
constexpr std::int64_t kMostRows = std::int64_t{1} << 20;

/// The constants of a law that its formula does not read.
const char* const kMinBits = "bits.min";
const char* const kMaxBits = "bits.max";
const char* const kFittedMin = "bits.fitted_min";
const char* const kFittedMax = "bits.fitted_max";
const char* const kNode = "technology.node";

int bitsOr(const std::vector<Constant>& constants, const char* name, int otherwise)
{
    const Constant* found = findConstant(constants, name);
    return found == nullptr ? otherwise : static_cast<int>(found->value);
}

}  // namespace

std::vector<Problem> AdcContext::validate() const
{
    std::vector<Problem> problems;
    const auto within = [&](const char* field, double value, double least, double most, const char* unit) {
        if (!(value >= least && value <= most)) {
            problems.push_back({field, phrase(MHO_TEXT("%1 is not from %2 to %3 %4"), value, least, most, unit)});
        }
    };
    within("node_nm", nodeNm, kLeastNodeNm, kMostNodeNm, "nm");
    within("rate_Hz", rateHz, kLeastRateHz, kMostRateHz, "Hz");
    within("temperature_K", temperatureK, kLeastTemperatureK, kMostTemperatureK, "K");
    if (!(readVoltageV > 0.0 && readVoltageV <= kMostReadVoltageV)) {
        problems.push_back(
            {"read_voltage_V", phrase(MHO_TEXT("%1 is not above 0 and at most %2 V"), readVoltageV, kMostReadVoltageV)});
    }
    if (columnOhm != 0.0) {
        within("column_ohm", columnOhm, 1e-3, 1e15, "ohm (or 0: no column term)");
    }
    if (rows < 1 || rows > kMostRows) {
        problems.push_back({"rows", phrase(MHO_TEXT("%1 is not from 1 to %2"), rows, kMostRows)});
    }
    return problems;
}

AdcLaw::AdcLaw(std::string name, std::string description, std::string weakness, std::vector<Constant> constants,
               std::string sha256, std::shared_ptr<const AdcFormula> formula)
    : name_(std::move(name)),
      description_(std::move(description)),
      weakness_(std::move(weakness)),
      constants_(std::move(constants)),
      sha256_(std::move(sha256)),
      formula_(std::move(formula)),
      minBits_(bitsOr(constants_, kMinBits, 0)),
      maxBits_(bitsOr(constants_, kMaxBits, 0)),
      fittedMin_(bitsOr(constants_, kFittedMin, minBits_)),
      fittedMax_(bitsOr(constants_, kFittedMax, maxBits_))
{
    if (const Constant* node = findConstant(constants_, kNode)) {
        nodeNm_ = node->value;
    }
}

std::optional<Phrase> AdcLaw::outOfRange(int bits, const AdcContext& context) const
{
    if (bits == 0) {
        return std::nullopt;
    }
    if (bits < minBits_ || bits > maxBits_) {
        return phrase(MHO_TEXT("%1 bits are outside its range of %2 bits"), bits, rangeText(minBits_, maxBits_));
    }
    return formula_->refusal(bits, context);
}

std::vector<std::string> AdcLaw::notes(int bits, const AdcContext& context) const
{
    std::vector<std::string> notes;
    if (bits == 0) {
        return notes;
    }
    if (nodeNm_ && *nodeNm_ != context.nodeNm) {
        notes.push_back(fmt::format("stated for {} nm, not rescaled to {} nm", *nodeNm_, context.nodeNm));
    }
    if (bits < fittedMin_ || bits > fittedMax_) {
        notes.push_back(fittedMin_ == fittedMax_
                            ? fmt::format("extrapolated: fitted at {} bits alone", fittedMin_)
                            : fmt::format("extrapolated: fitted to {} to {} bits", fittedMin_, fittedMax_));
    }
    return notes;
}

AdcFigures AdcLaw::at(int bits, const AdcContext& context) const
{
    throwIfProblems(context.validate(), "ADC context");
    if (bits == 0) {
        return {};
    }
    if (const auto reason = outOfRange(bits, context)) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("The ADC law \"%1\" cannot be used: %2; choose another law"),
                    {name_, *reason}, name_);
    }
    return formula_->at(bits, context);
}

AdcLaw loadAdcLaw(const std::string& nameOrPath)
{
    const std::string path = resourcePath("adc-laws", nameOrPath);
    const std::string text = readTextFile(path);
    checkJsonDepth(text, path);
    try {
        const auto json = nlohmann::json::parse(text);
        std::vector<Constant> constants = readConstants(json.at("constants"), ConstantSign::Any, path);
        AdcConstants reader(constants, path);
        std::shared_ptr<const AdcFormula> formula = makeAdcFormula(json.at("formula").get<std::string>(), reader, path);
        const int least = reader.bits(kMinBits);
        const int most = reader.bits(kMaxBits);
        if (least < 1 || most < least) {
            throw Error(ErrorCode::BadFormat, MHO_TEXT("The range is %1 to %2 bits; it must be 1 or more and not be empty"),
                        {fmt::format("{}", least), fmt::format("{}", most)}, path);
        }
        for (const char* fitted : {kFittedMin, kFittedMax}) {
            if (reader.has(fitted)) {
                reader.bits(fitted);
            }
        }
        if (reader.has(kNode)) {
            reader.positive(kNode, "nm");
        }
        reader.refuseUnused();
        return {json.at("name").get<std::string>(),
                json.at("description").get<std::string>(),
                json.at("weakness").get<std::string>(),
                std::move(constants),
                sha256(text),
                std::move(formula)};
    } catch (const nlohmann::json::exception& failure) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The ADC law cannot be read: %1"), {failure.what()}, path);
    }
}

std::vector<std::string> adcLawNames()
{
    return resourceNames("adc-laws");
}

std::vector<AdcLaw> loadAdcLaws()
{
    std::vector<AdcLaw> laws;
    for (const std::string& name : adcLawNames()) {
        laws.push_back(loadAdcLaw(name));
    }
    return laws;
}

}  // namespace mho
