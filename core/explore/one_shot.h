// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/progress.h"
#include "core/data/data_set.h"
#include "core/explore/sensitivity.h"
#include "core/learn/learner.h"
#include "core/network/compressed_network.h"

#include <cstdint>
#include <vector>

namespace mho {

/// The network with masks and levels put into its values; bias and batch norm of dropped filters as maskedNetwork() has them.
MHO_API Network oneShotNetwork(const CompressedNetwork& compressed);

/// Judges compressed networks on held-out training images. For .cpp files of this room only.
class OneShotJudge {
public:
    /// @param options valid  @throws Error InvalidArgument when the set has too few images
    OneShotJudge(const DataSet& data, const SensitivityOptions& options, const ExecutionOptions& execution);
    /// @throws Error Cancelled
    Evaluation judge(const CompressedNetwork& compressed, const ProgressCallback& progress) const;

private:
    void recover(LearnSession& session, const CompressedNetwork& compressed, const ProgressCallback& progress) const;

    DataSet data_;      ///< As given.
    DataSet recovery_;  ///< Its training part are the images of the recovery.
    const SensitivityOptions& options_;
    ExecutionOptions execution_;
    std::vector<std::uint32_t> heldOut_;
    std::vector<std::uint32_t> recalibration_;
};

}  // namespace mho
