// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/one_shot_accuracy.h"

#include "core/explore/one_shot.h"

#include <algorithm>

namespace mho {

Evaluation oneShotAccuracy(const CompressedNetwork& compressed, const DataSet& data, const ExecutionOptions& execution,
                           const ProgressCallback& progress)
{
    SensitivityOptions options;
    options.images = std::clamp<std::int64_t>(static_cast<std::int64_t>(data.train->count()) / 2, 1, kOneShotImages);
    return OneShotJudge(data, options, execution).judge(compressed, progress);
}

}  // namespace mho
