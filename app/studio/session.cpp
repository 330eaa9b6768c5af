// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/session.h"

#include "app/studio/edit_design.h"
#include "core/run/stage_fields.h"
#include "core/run/stage_settings.h"
#include "widgets/bridge/hardware_words.h"
#include "widgets/bridge/text.h"

#include <QFileInfo>

#include <algorithm>
#include <tuple>

namespace mho {

Session::Session(QObject* parent) : QObject(parent)
{
    connect(&preview_, &PreviewService::ready, this, [this](const std::shared_ptr<const PreviewResult>& preview) {
        lastPreview_ = preview;
        planAccuracy_ = {PlanAccuracy::Measuring, 0.0, std::nullopt, {}};
        Q_EMIT previewReady(preview);
        requestAccuracy();
    });
    connect(&accuracy_, &AccuracyService::known, this, [this](const PlanAccuracy& accuracy) {
        planAccuracy_ = accuracy;
        Q_EMIT accuracyKnown(accuracy);
    });
    connect(&run_, &RunService::ended, this, [this] {
        accuracy_.setMayMeasure(true);
        requestAccuracy();
        if (goesOn_) {
            startQueued();
        }
    });
    connect(&undo_, &QUndoStack::indexChanged, this, [this] { ++editsDone_; });
    connect(&preview_, &PreviewService::failed, this, &Session::previewFailed);
    connect(&writer_, &EditWriter::written, this, &Session::written);
    connect(&writer_, &EditWriter::problemChanged, this, &Session::writeProblemChanged);
    connect(&run_, &RunService::finished, this, &Session::runFinished);
    connect(&run_, &RunService::epochDone, this, [this](const EpochMetric& metric) {
        if (runsOpenProject()) {
            metrics_.push_back(metric);
            Q_EMIT epochDone(metric);
        }
    });
    connect(&run_, &RunService::failed, this, [this](const QString& text) {
        resumable_ = project_ && project_->hasUnfinishedRun();
        Q_EMIT failed(text);
        Q_EMIT runEnded(tr("The run failed: %1").arg(text));
    });
}

Session::~Session()
{
    run_.askAndWait(Verdict::Abort);
    flush();
}

QString Session::path() const
{
    return project_ ? toQString(project_->path()) : QString();
}

QString Session::fileName() const
{
    return isCopy() ? copyName().replace(QLatin1Char('/'), QLatin1Char('-')) : QFileInfo(path()).completeBaseName();
}

void Session::changeHardware(const Hardware& hardware, int gesture)
{
    if (!hardware.validate().empty()) {
        Q_EMIT hardwareRefused(hardware);
        return;
    }
    Design after = design_;
    after.hardware = hardware;
    push(hardwareEditText(design_.hardware, hardware), std::move(after), gesture);
}

std::vector<Problem> Session::loadDesign(const Design& design, const QString& what)
{
    if (!network_) {
        return {};
    }
    std::vector<Problem> problems = design.hardware.validate();
    if (problems.empty()) {
        problems = problemsOf(design.plan, design.hardware);
        const std::vector<Problem> locked = lockedChanges(design.plan);
        problems.insert(problems.end(), locked.begin(), locked.end());
    }
    if (problems.empty()) {
        push(what, {design.plan, design.hardware, design_.locked, design.stages}, 0);
    }
    return problems;
}

namespace {

/// The setting of a field, with those of the fields that go with it: the normalisation of a named teacher.
std::vector<std::string> settingsOf(const Stages& stages, const std::string& field, const std::string& value)
{
    const auto setting = [](const QString& name, const QString& text) { return QStringLiteral("%1=%2").arg(name, text).toStdString(); };
    std::vector<std::string> settings{setting(toQString(field), toQString(value))};
    if (field == "straight_through.teacher" && value == "\"\"") {
        settings.insert(settings.end(), {"straight_through.teacher_mean=[]", "straight_through.teacher_deviation=[]"});
    }
    const auto numbers = static_cast<std::size_t>(std::count(value.begin(), value.end(), ',')) + (value == "[]" ? 0 : 1);
    const auto list = [numbers](const char* number) {
        return QStringLiteral("[%1]").arg(QStringList(static_cast<qsizetype>(numbers), QString::fromLatin1(number)).join(QLatin1Char(',')));
    };
    const auto& [mean, deviation] = std::tie(stages.straightThrough.teacherMean, stages.straightThrough.teacherDeviation);
    if (field == "straight_through.teacher_mean" && deviation.size() != numbers) {
        settings.push_back(setting(QStringLiteral("straight_through.teacher_deviation"), list("1")));
    } else if (field == "straight_through.teacher_deviation" && mean.size() != numbers) {
        settings.push_back(setting(QStringLiteral("straight_through.teacher_mean"), list("0")));
    }
    return settings;
}

}  // namespace

QString Session::editStage(const QString& field, const QString& value)
{
    const StageField* known = findStageField(field.toStdString());
    if (known == nullptr) {
        return {};
    }
    try {
        Design after = design_;
        after.stages = applyStageSettings(design_.stages, settingsOf(design_.stages, known->name, value.toStdString()), {});
        push(QStringLiteral("%1: Set %2").arg(QString::fromUtf8(known->group), QString::fromUtf8(known->label)), std::move(after), 0);
        return {};
    } catch (const Error& error) {
        return errorText(error);
    }
}

void Session::writeAgain()
{
    flush();
    if (isOpen() && !writeProblem().isEmpty()) {
        writer_.write({project_, design_, lastEdit_, 0});
        writer_.finish();
    }
}

void Session::flush()
{
    writer_.finish();
    keeper_.finish();
}

void Session::tellAll()
{
    if (!isOpen()) {
        return;
    }
    Q_EMIT loaded();
    Q_EMIT designChanged();
    if (lastPreview_) {
        Q_EMIT previewReady(lastPreview_);
        if (planAccuracy_.kind == PlanAccuracy::Unknown) {
            accuracy_.request(lastPreview_);  // its reason is in words
        } else {
            Q_EMIT accuracyKnown(planAccuracy_);
        }
    }
    if (run_.running()) {
        Q_EMIT runStarted();
    }
}

void Session::push(const QString& text, Design after, int gesture)
{
    if (isOpen() && !(after == design_)) {
        undo_.push(new EditDesign(*this, text, design_, std::move(after), gesture));
    }
}

void Session::apply(const Design& design, const QString& command, int gesture)
{
    const bool trainsOtherwise = !(design.stages == design_.stages);
    const bool previewsSame = trainsOtherwise && design.plan == design_.plan && design.hardware == design_.hardware;
    design_ = design;
    lastEdit_ = command.toStdString();
    writer_.write({project_, design, lastEdit_, gesture});
    if (trainsOtherwise && accuracySources_.estimator) {
        // Estimates of accuracy go by the runs that were trained as the next one will be.
        writer_.act(project_, [this](Project&) { QMetaObject::invokeMethod(this, &Session::readAccuracySources, Qt::QueuedConnection); });
    }
    Q_EMIT designChanged();
    if (!previewsSame) {
        requestPreview();
    }
}

void Session::changePoints(const std::function<void(Project&)>& act, const std::function<void()>& then)
{
    writer_.act(project_, [this, asked = project_, act, then](Project& project) {
        keeper_.finish();
        try {
            act(project);
        } catch (const Error& error) {
            if (error.code() == ErrorCode::InputOutput) {
                throw;  // tried again, as edits are
            }
            QMetaObject::invokeMethod(this, [this, text = errorText(error)] { Q_EMIT failed(text); }, Qt::QueuedConnection);
            return;
        }
        const auto tell = [this, asked, then] {
            // Another project may be open by now.
            if (project_ == asked) {
                Q_EMIT pointsChanged();
                if (then) {
                    then();
                }
            }
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

void Session::requestAccuracy()
{
    // A preview of a network that is gone says nothing of the present one.
    if (lastPreview_ && lastPreview_->compressed.network == network_) {
        accuracy_.request(lastPreview_);
    }
}

void Session::requestPreview()
{
    if (network_) {
        preview_.request(network_, design_.plan, design_.hardware);
    }
}

}  // namespace mho
