// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/design_accuracy.h"

#include "core/compress/preview.h"
#include "core/explore/accuracy_estimate.h"
#include "core/project/saved_network.h"
#include "core/run/target.h"

#include <memory>

namespace mho {

DesignAccuracy foretoldAccuracy(const Project& project, const Plan& plan, const Hardware& hardware)
{
    const std::optional<std::string> json = project.sensitivityJson();
    const std::optional<std::string> known = project.estimateRecordsJson();
    if (!json) {
        return {};
    }
    SensitivityTable table = sensitivityFromJson(*json, project.path());
    const auto network = std::make_shared<const Network>(denseNetwork(project));
    if (networkHash(*network) != table.networkHash) {
        return {};
    }
    std::vector<EstimateRecord> records = known ? estimateRecordsFromJson(*known, project.path()) : std::vector<EstimateRecord>{};
    const std::string schedule = scheduleKey(project.recipe());
    std::erase_if(records, [&](const EstimateRecord& record) { return record.schedule != schedule; });
    const AccuracyEstimator estimator(std::move(table), records);
    Preview preview(network, targetOf(hardware));
    std::vector<std::string> reasons;
    const std::optional<double> rise = estimator.lossRise(plan, preview.apply(plan), reasons);
    if (!rise) {
        return {};
    }
    if (const std::optional<AccuracyEstimate> trained = estimator.trained(*rise)) {
        return {AccuracyKind::Estimated, trained->top1Percent};
    }
    return {AccuracyKind::OneShotEstimated, estimator.oneShot(*rise).top1Percent};
}

}  // namespace mho
