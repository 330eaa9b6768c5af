// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/plan.h"
#include "core/explore/estimate_record.h"
#include "core/explore/monotone_fit.h"
#include "core/explore/sensitivity.h"
#include "core/network/compressed_network.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mho {

/// An accuracy nobody measured, and how far off such ones were.
struct AccuracyEstimate {
    double top1Percent = 0.0;
    /// Root mean square, points, of the same estimate for each known plan when the others alone are known; none = too few.
    std::optional<double> errorPoints;
    std::size_t samples = 0;  ///< Plans it rests on.
};

/// Foretells the accuracy of plans from single layers' sensitivities. The rise of the loss over the dense network is taken as
/// the sum of the units' rises (additivity of small perturbations: Zhou et al., AAAI 2018, "Adaptive Quantization for Deep
/// Neural Network"; Cai et al., ZeroQ, CVPR 2020, section 3.2), each straight between its measured points over the logarithm
/// of the ratio, after isotonic regression. Accuracy is then the monotone curve through plans that were measured:
/// one shot through the table's single points and probes (held-out training images), after training through finished runs (test images).
/// The estimate is a sum, so it is good for ranking; its error is stated, never hidden.
class MHO_API AccuracyEstimator {
public:
    /// @param records of which comparableRecords() of this table count
    AccuracyEstimator(SensitivityTable table, const std::vector<EstimateRecord>& records);

    const SensitivityTable& table() const { return table_; }

    /// Rise of one unit's loss at this ratio (weights / weights kept), nats, >= 0; 0 at 1. None beyond the largest ratio measured.
    std::optional<double> ratioRise(std::size_t unit, double ratio) const;
    /// The same for levels of so many bits on the unit's layers; 0 for 0 bits (float). None where these bits were not measured.
    std::optional<double> bitsRise(std::size_t unit, int bits) const;
    /// Sum over all units. Reasons why there is none (unit, ratio or kinds that were not measured) are appended.
    /// @param compressed Preview of `plan`
    /// @param ownCounts Preview::ownCounts(): a unit is measured alone, so its ratio is that of its own masks
    std::optional<double> lossRise(const Plan& plan, const CompressedNetwork& compressed, std::span<const CompressedNetwork::Counts> ownCounts,
                                   std::vector<std::string>& reasons) const;

    /// Accuracy with masks and levels put in at once, on the held-out images.
    AccuracyEstimate oneShot(double lossRise) const;
    /// Accuracy on the test set after a run; none before a run's result is known.
    std::optional<AccuracyEstimate> trained(double lossRise) const;
    /// The largest loss rise at which the accuracy is still estimated at `percent`; none where it never is.
    std::optional<double> riseAtOneShot(double percent) const;
    std::optional<double> riseAtTrained(double percent) const;

private:
    SensitivityTable table_;
    std::vector<std::optional<MonotoneFit>> ratioFits_;  ///< Per unit, over log(ratio).
    std::vector<std::optional<MonotoneFit>> bitsFits_;   ///< Per unit, over bits.
    MonotoneFit oneShotFit_;
    std::optional<double> oneShotError_;
    std::optional<MonotoneFit> trainedFit_;
    std::size_t records_ = 0;
};

/// "98.9 % (estimated, +-0.4 points over 8 plans)"; the error is left out where it is not known.
MHO_API std::string estimateText(const AccuracyEstimate& estimate);

}  // namespace mho
