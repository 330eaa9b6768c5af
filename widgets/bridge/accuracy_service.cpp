// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/accuracy_service.h"

#include "core/explore/one_shot_accuracy.h"
#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"

#include <QCoreApplication>

namespace mho {
namespace {

/// Long enough for a slider to be let go.
constexpr int kRestMs = 350;

QString words(const char* text)
{
    return QCoreApplication::translate("PlanAccuracy", text);
}

}  // namespace

AccuracyService::AccuracyService(QObject* parent) : QObject(parent), newest_(std::make_shared<std::atomic<int>>(0))
{
    rest_.setSingleShot(true);
    rest_.setInterval(kRestMs);
    connect(&rest_, &QTimer::timeout, this, &AccuracyService::measure);
}

AccuracyService::~AccuracyService()
{
    ++*newest_;
}

void AccuracyService::setSources(AccuracySources sources)
{
    ++*newest_;
    rest_.stop();
    sources_ = std::move(sources);
    data_ = std::make_shared<std::optional<DataSet>>();
}

void AccuracyService::request(const std::shared_ptr<const PreviewResult>& preview)
{
    ++*newest_;
    preview_ = preview;
    rest_.stop();
    if (const auto found = withoutMeasuring(*preview)) {
        Q_EMIT known(*found);
        return;
    }
    Q_EMIT known({PlanAccuracy::Measuring, 0.0, std::nullopt, {}});
    rest_.start();
}

std::optional<PlanAccuracy> AccuracyService::withoutMeasuring(const PreviewResult& preview) const
{
    if (sources_.run && sources_.run->plan == preview.plan && sources_.run->hardware == preview.mapped.hardware) {
        return PlanAccuracy{PlanAccuracy::Measured, sources_.run->percent, std::nullopt, {}};
    }
    if (sources_.estimator) {
        std::vector<std::string> reasons;
        if (const auto rise = sources_.estimator->lossRise(preview.plan, preview.compressed, preview.ownCounts, reasons)) {
            if (const auto trained = sources_.estimator->trained(*rise)) {
                return PlanAccuracy{PlanAccuracy::EstimatedTrained, trained->top1Percent, trained->errorPoints, {}};
            }
            if (sources_.estimatesOneShot) {
                const AccuracyEstimate estimate = sources_.estimator->oneShot(*rise);
                return PlanAccuracy{PlanAccuracy::EstimatedOneShot, estimate.top1Percent, estimate.errorPoints, {}};
            }
        }
    }
    if (!preview.usesWeights) {
        return PlanAccuracy{PlanAccuracy::Unknown, 0.0, std::nullopt, words(QT_TRANSLATE_NOOP("PlanAccuracy", "The network is not trained yet."))};
    }
    if (!sources_.data) {
        return PlanAccuracy{PlanAccuracy::Unknown, 0.0, std::nullopt, words(QT_TRANSLATE_NOOP("PlanAccuracy", "No data set is known."))};
    }
    if (!mayMeasure_) {
        return PlanAccuracy{PlanAccuracy::Unknown, 0.0, std::nullopt,
                            words(QT_TRANSLATE_NOOP("PlanAccuracy", "Not measured one shot while a run is going on."))};
    }
    return std::nullopt;
}

void AccuracyService::measure()
{
    worker_.post([this, preview = preview_, open = sources_.data, execution = sources_.execution, data = data_, newest = newest_,
                  number = newest_->load()]() -> LatestWorker::Delivery {
        const auto stop = [newest, number](const Progress&) {
            return *newest == number ? Verdict::Continue : Verdict::Abort;
        };
        PlanAccuracy accuracy;
        try {
            if (!*data) {
                *data = open();
            }
            const Evaluation result = oneShotAccuracy(preview->compressed, **data, execution, stop);
            accuracy = {PlanAccuracy::OneShot, result.top1Percent, std::nullopt, {}};
        } catch (const Error& error) {
            accuracy.reason = errorText(error);
        }
        return [this, accuracy, newest, number] {
            if (*newest == number) {
                Q_EMIT known(accuracy);
            }
        };
    });
}

QString accuracyText(const PlanAccuracy& accuracy)
{
    const bool estimated = accuracy.kind == PlanAccuracy::EstimatedTrained || accuracy.kind == PlanAccuracy::EstimatedOneShot;
    switch (accuracy.kind) {
        case PlanAccuracy::Unknown:
            return QCoreApplication::translate("CostWords", "not known");
        case PlanAccuracy::Measuring:
            return QStringLiteral("…");
        default:
            return (estimated ? QStringLiteral("≈ %1 %") : QStringLiteral("%1 %"))
                .arg(fixedText(accuracy.percent, estimated ? 1 : 2));
    }
}

QString accuracyKindText(const PlanAccuracy& accuracy)
{
    switch (accuracy.kind) {
        case PlanAccuracy::Unknown:
            return {};
        case PlanAccuracy::Measuring:
        case PlanAccuracy::OneShot:
            return words(QT_TRANSLATE_NOOP("PlanAccuracy", "one shot"));
        case PlanAccuracy::Measured:
            return words(QT_TRANSLATE_NOOP("PlanAccuracy", "measured"));
        case PlanAccuracy::EstimatedTrained:
            return words(QT_TRANSLATE_NOOP("PlanAccuracy", "estimated"));
        case PlanAccuracy::EstimatedOneShot:
            return words(QT_TRANSLATE_NOOP("PlanAccuracy", "one shot, estimated"));
    }
    return {};
}

QString accuracyTip(const PlanAccuracy& accuracy)
{
    const QString error =
        accuracy.errorPoints
            ? words(QT_TRANSLATE_NOOP("PlanAccuracy", " Such estimates were off by %1 points (root mean square)."))
                  .arg(fixedText(*accuracy.errorPoints, 2))
            : QString();
    switch (accuracy.kind) {
        case PlanAccuracy::Unknown:
            return accuracy.reason;
        case PlanAccuracy::Measuring:
            return words(QT_TRANSLATE_NOOP("PlanAccuracy", "Being measured with masks and levels put in at once."));
        case PlanAccuracy::Measured:
            return words(QT_TRANSLATE_NOOP("PlanAccuracy", "Top-1 on the test images, of the finished run under this plan and hardware."));
        case PlanAccuracy::EstimatedTrained:
            return words(QT_TRANSLATE_NOOP("PlanAccuracy", "Top-1 after training, estimated from sensitivities and finished runs.")) + error;
        case PlanAccuracy::EstimatedOneShot:
            return words(QT_TRANSLATE_NOOP("PlanAccuracy", "Top-1 without training, estimated from sensitivities.")) + error;
        case PlanAccuracy::OneShot:
            return words(QT_TRANSLATE_NOOP(
                "PlanAccuracy", "Top-1 on held-out training images (at most 1,000) with masks and levels put in at once; a run ends higher."));
    }
    return {};
}

}  // namespace mho
