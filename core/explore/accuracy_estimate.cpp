// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/accuracy_estimate.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace mho {
namespace {

double riseOf(const SensitivityTable& table, double meanLoss)
{
    return std::max(0.0, meanLoss - table.meanLoss);
}

std::optional<MonotoneFit> fitRatios(const SensitivityTable& table, const SensitivityUnit& unit)
{
    if (unit.ratios.empty()) {
        return std::nullopt;
    }
    std::vector<SamplePoint> samples{{0.0, 0.0}};
    for (const SensitivityPoint& point : unit.ratios) {
        samples.push_back({std::log(point.ratio), riseOf(table, point.meanLoss)});
    }
    return MonotoneFit(std::move(samples), Direction::Maximise);
}

std::optional<MonotoneFit> fitBits(const SensitivityTable& table, const SensitivityUnit& unit)
{
    if (unit.bits.empty()) {
        return std::nullopt;
    }
    std::vector<SamplePoint> samples;
    for (const SensitivityPoint& point : unit.bits) {
        samples.push_back({static_cast<double>(point.levelBits), riseOf(table, point.meanLoss)});
    }
    return MonotoneFit(std::move(samples), Direction::Minimise);
}

/// Dense network, single points and, at the sum of their parts, probes.
std::vector<SamplePoint> oneShotSamples(const SensitivityTable& table)
{
    std::vector<SamplePoint> samples{{0.0, table.top1Percent}};
    for (const SensitivityUnit& unit : table.units) {
        for (const auto* list : {&unit.ratios, &unit.bits}) {
            for (const SensitivityPoint& point : *list) {
                samples.push_back({riseOf(table, point.meanLoss), point.top1Percent});
            }
        }
    }
    return samples;
}

double probeRise(const SensitivityTable& table, const SensitivityProbe& probe)
{
    double sum = 0.0;
    for (std::size_t unit = 0; unit < table.units.size(); ++unit) {
        const std::vector<SensitivityPoint>& points = table.units[unit].ratios;
        if (probe.points[unit] < points.size()) {
            sum += riseOf(table, points[probe.points[unit]].meanLoss);
        }
    }
    return sum;
}

MonotoneFit fitOneShot(const SensitivityTable& table)
{
    std::vector<SamplePoint> samples = oneShotSamples(table);
    for (const SensitivityProbe& probe : table.probes) {
        samples.push_back({probeRise(table, probe), probe.top1Percent});
    }
    return MonotoneFit(std::move(samples), Direction::Minimise);
}

/// Each probe foretold from single points and the other probes.
std::optional<double> probeError(const SensitivityTable& table)
{
    if (table.probes.empty()) {
        return std::nullopt;
    }
    double squares = 0.0;
    for (std::size_t left = 0; left < table.probes.size(); ++left) {
        SensitivityTable others = table;
        others.probes.erase(others.probes.begin() + static_cast<std::ptrdiff_t>(left));
        const SensitivityProbe& probe = table.probes[left];
        const double error = fitOneShot(others).at(probeRise(table, probe)) - probe.top1Percent;
        squares += error * error;
    }
    return std::sqrt(squares / static_cast<double>(table.probes.size()));
}

/// Weights / weights kept by their own masks over the layers of a unit.
double unitRatio(const SensitivityUnit& unit, const CompressedNetwork& compressed, std::span<const CompressedNetwork::Counts> ownCounts)
{
    CompressedNetwork::Counts sum;
    for (std::size_t i = 0; i < compressed.layers.size(); ++i) {
        if (std::find(unit.layers.begin(), unit.layers.end(), compressed.layers[i].layer.name) != unit.layers.end()) {
            sum.weights += ownCounts[i].weights;
            sum.kept += ownCounts[i].kept;
        }
    }
    return sum.kept > 0 ? static_cast<double>(sum.weights) / static_cast<double>(sum.kept) : static_cast<double>(sum.weights) + 1.0;
}

}  // namespace

AccuracyEstimator::AccuracyEstimator(SensitivityTable table, const std::vector<EstimateRecord>& records)
    : table_(std::move(table)), oneShotFit_(fitOneShot(table_)), oneShotError_(probeError(table_))
{
    for (const SensitivityUnit& unit : table_.units) {
        ratioFits_.push_back(fitRatios(table_, unit));
        bitsFits_.push_back(fitBits(table_, unit));
    }
    std::vector<SamplePoint> trained;
    for (const EstimateRecord& record : comparableRecords(records, table_.key)) {
        trained.push_back({record.lossRise, record.measuredPercent});
    }
    records_ = trained.size();
    if (!trained.empty()) {
        trainedFit_.emplace(std::move(trained), Direction::Minimise);
    }
}

std::optional<double> AccuracyEstimator::ratioRise(std::size_t unit, double ratio) const
{
    constexpr double kRounding = 1e-9;
    const std::vector<SensitivityPoint>& points = table_.units[unit].ratios;
    if (ratio <= 1.0) {
        return 0.0;
    }
    if (points.empty() || ratio > points.back().ratio * (1.0 + kRounding)) {
        return std::nullopt;
    }
    return ratioFits_[unit]->at(std::log(ratio));
}

std::optional<double> AccuracyEstimator::bitsRise(std::size_t unit, int bits) const
{
    const std::vector<SensitivityPoint>& points = table_.units[unit].bits;
    if (bits == 0) {
        return 0.0;
    }
    // More bits than were tried do no more harm than the most that were.
    if (points.empty() || bits < points.front().levelBits) {
        return std::nullopt;
    }
    return bitsFits_[unit]->at(static_cast<double>(bits));
}

std::optional<double> AccuracyEstimator::lossRise(const Plan& plan, const CompressedNetwork& compressed,
                                                  std::span<const CompressedNetwork::Counts> ownCounts,
                                                  std::vector<std::string>& reasons) const
{
    assert(ownCounts.size() == compressed.layers.size());
    double sum = 0.0;
    bool known = true;
    const auto refuse = [&](std::string reason) {
        reasons.push_back(std::move(reason));
        known = false;
    };
    for (std::size_t at = 0; at < table_.units.size(); ++at) {
        const SensitivityUnit& unit = table_.units[at];
        const LayerPlan* entry = plan.find(unit.layers.front());
        const double ratio = unitRatio(unit, compressed, ownCounts);
        if (entry == nullptr) {
            refuse(fmt::format("{}: the plan has no such layer", unit.layers.front()));
            continue;
        }
        for (const ConstraintSpec& spec : entry->constraints) {
            if (ratio > 1.0 && std::find(unit.kinds.begin(), unit.kinds.end(), spec.kind) == unit.kinds.end()) {
                refuse(fmt::format("{}: sensitivity to {} was not measured", unit.layers.front(), spec.kind));
            }
        }
        if (const auto rise = ratioRise(at, ratio)) {
            sum += *rise;
        } else {
            refuse(fmt::format("{}: its ratio of {:.2f} lies beyond the {:.2f} that were measured", unit.layers.front(), ratio,
                               unit.ratios.empty() ? 1.0 : unit.ratios.back().ratio));
        }
        if (const auto rise = bitsRise(at, entry->levelBits)) {
            sum += *rise;
        } else {
            refuse(fmt::format("{}: {} bits were not measured", unit.layers.front(), entry->levelBits));
        }
    }
    return known ? std::optional<double>(sum) : std::nullopt;
}

AccuracyEstimate AccuracyEstimator::oneShot(double lossRise) const
{
    return {oneShotFit_.at(lossRise), oneShotError_, table_.probes.size()};
}

std::optional<AccuracyEstimate> AccuracyEstimator::trained(double lossRise) const
{
    if (!trainedFit_) {
        return std::nullopt;
    }
    return AccuracyEstimate{trainedFit_->at(lossRise), trainedFit_->leaveOneOutError(), records_};
}

std::optional<double> AccuracyEstimator::riseAtOneShot(double percent) const
{
    return oneShotFit_.lastAtLeast(percent);
}

std::optional<double> AccuracyEstimator::riseAtTrained(double percent) const
{
    return trainedFit_ ? trainedFit_->lastAtLeast(percent) : std::nullopt;
}

std::string estimateText(const AccuracyEstimate& estimate)
{
    if (!estimate.errorPoints) {
        return fmt::format("{:.2f} % (estimated)", estimate.top1Percent);
    }
    return fmt::format("{:.2f} % (estimated, +-{:.2f} points over {} plans)", estimate.top1Percent, *estimate.errorPoints, estimate.samples);
}

}  // namespace mho
