// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_set.h"
#include "core/explore/accuracy_estimate.h"
#include "core/learn/training_options.h"
#include "widgets/bridge/latest_worker.h"
#include "widgets/bridge/preview_service.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace mho {

/// The accuracy of a plan as far as anyone knows it, and how it is known: they must not be taken for each other.
struct PlanAccuracy {
    enum Kind {
        Unknown,           ///< `reason` says why.
        Measuring,         ///< One shot; the number follows.
        Measured,          ///< Of a finished run under this plan and hardware, on the test images.
        EstimatedTrained,  ///< Of the exploration, after training, from finished runs.
        EstimatedOneShot,  ///< Of the exploration, without training.
        OneShot,           ///< Masks and levels put in at once, on held-out training images.
    };
    Kind kind = Unknown;
    double percent = 0.0;               ///< Top-1.
    std::optional<double> errorPoints;  ///< Of an estimate, root mean square; none = not known.
    QString reason;
};

/// What accuracies can be known from. Values, so that they can be used on any thread.
struct AccuracySources {
    /// A finished run.
    struct Run {
        Plan plan;
        Hardware hardware;
        double percent = 0.0;
    };
    std::optional<Run> run;
    /// Of the network that runs start from; nullptr where no sensitivities of it were measured.
    std::shared_ptr<const AccuracyEstimator> estimator;
    /// Previews start from that network too. From the result of a run one shot gives another accuracy than the estimator's.
    bool estimatesOneShot = true;
    /// Opens the data, normalised as the network was trained; may throw Error. For one shot.
    std::function<DataSet()> data;
    ExecutionOptions execution;
};

/// Follows previews with their accuracy: at once where it is measured or estimated; else, when the plan has been at rest for a
/// moment, measured one shot on a worker. The newest request wins.
class AccuracyService : public QObject {
    Q_OBJECT

public:
    explicit AccuracyService(QObject* parent = nullptr);
    ~AccuracyService() override;

    /// What previews are judged by from now on; data that were opened before are dropped.
    void setSources(AccuracySources sources);
    /// One shot takes the processor from a run; while this is false none is measured.
    void setMayMeasure(bool may) { mayMeasure_ = may; }
    void request(const std::shared_ptr<const PreviewResult>& preview);

Q_SIGNALS:
    void known(const mho::PlanAccuracy& accuracy);

private:
    std::optional<PlanAccuracy> withoutMeasuring(const PreviewResult& preview) const;
    void measure();

    AccuracySources sources_;
    std::shared_ptr<std::optional<DataSet>> data_;  ///< Opened by the worker at the first measurement.
    std::shared_ptr<const PreviewResult> preview_;
    std::shared_ptr<std::atomic<int>> newest_;  ///< A measurement under way stops once this moves on.
    bool mayMeasure_ = true;
    QTimer rest_;
    LatestWorker worker_{LatestWorker::Manners::GivesWay};
};

/// "99.31 %", "≈ 98.2 %"; empty where it is not known.
QString accuracyText(const PlanAccuracy& accuracy);
/// "measured", "estimated", "one shot", ...
QString accuracyKindText(const PlanAccuracy& accuracy);
/// One or two sentences for a tool tip.
QString accuracyTip(const PlanAccuracy& accuracy);

}  // namespace mho
