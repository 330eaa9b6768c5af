// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/session.h"

#include "app/studio/edit_design.h"
#include "core/run/fragment_signs.h"
#include "core/run/target.h"
#include "widgets/bridge/text.h"

#include <algorithm>

namespace mho {

Session::Session(QObject* parent) : QObject(parent)
{
    connect(&preview_, &PreviewService::ready, this, &Session::previewReady);
    connect(&preview_, &PreviewService::failed, this, &Session::previewFailed);
    connect(&run_, &RunService::finished, this, &Session::runFinished);
    connect(&run_, &RunService::epochDone, this, [this](const EpochMetric& metric) { metrics_.push_back(metric); });
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

void Session::editRatio(const QString& layer, const QString& kind, double ratio, int gesture)
{
    Design after = design_;
    LayerPlan* plan = after.plan.find(layer.toStdString());
    if (plan == nullptr) {
        return;
    }
    const std::string name = kind.toStdString();
    const auto found = std::find_if(plan->constraints.begin(), plan->constraints.end(),
                                    [&](const ConstraintSpec& spec) { return spec.kind == name; });
    if (found != plan->constraints.end() && ratio <= 1.0) {
        plan->constraints.erase(found);
    } else if (found != plan->constraints.end()) {
        found->ratio = ratio;
    } else if (ratio > 1.0) {
        plan->constraints.push_back({.kind = name, .ratio = ratio});
    }
    push(tr("Change %1 Ratio of %2").arg(kind, layer), std::move(after), gesture);
}

void Session::editLevelBits(const QString& layer, int bits)
{
    Design after = design_;
    if (LayerPlan* plan = after.plan.find(layer.toStdString())) {
        plan->levelBits = bits;
        push(tr("Change Levels of %1").arg(layer), std::move(after), 0);
    }
}

std::vector<Problem> Session::problemsOf(const LayerPlan& layer) const
{
    if (!network_) {
        return {};
    }
    // The other layers are dense here: what is wrong with them must not keep this one from being mended.
    Plan alone = densePlan(*network_);
    LayerPlan* entry = alone.find(layer.layer);
    if (entry == nullptr) {
        alone.layers.push_back(layer);
    } else {
        *entry = layer;
    }
    return problemsOf(alone, design_.hardware);
}

std::vector<Problem> Session::runProblems() const
{
    return mixedSigns(design_.plan, design_.hardware);
}

std::vector<Problem> Session::problemsOf(const Plan& plan, const Hardware& hardware) const
{
    try {
        return plan.validate(*network_, targetOf(hardware));
    } catch (const Error& error) {
        return {{error.where(), fillTemplate(error.textTemplate(), error.arguments())}};  // no array holds a weight
    }
}

std::vector<Problem> Session::editLayerPlan(const LayerPlan& layer, const QString& what, int gesture)
{
    Design after = design_;
    LayerPlan* plan = after.plan.find(layer.layer);
    if (plan == nullptr) {
        return {};
    }
    std::vector<Problem> problems = problemsOf(layer);
    if (problems.empty()) {
        *plan = layer;
        push(what, std::move(after), gesture);
    }
    return problems;
}

std::vector<Problem> Session::editAllLayers(const LayerPlan& like)
{
    if (!network_) {
        return {};
    }
    Design after = design_;
    for (LayerPlan& layer : after.plan.layers) {
        layer.constraints = like.constraints;
        layer.levelBits = like.levelBits;
        layer.levels = like.levels;
    }
    std::vector<Problem> problems = problemsOf(after.plan, after.hardware);
    if (problems.empty()) {
        push(tr("Apply Constraints of %1 to All Layers").arg(toQString(like.layer)), std::move(after), 0);
    }
    return problems;
}

void Session::editHardware(const Hardware& hardware)
{
    Design after = design_;
    after.hardware = hardware;
    push(tr("Change Hardware"), std::move(after), 0);
}

std::vector<Problem> Session::loadDesign(const Design& design, const QString& what)
{
    if (!network_) {
        return {};
    }
    std::vector<Problem> problems = design.hardware.validate();
    if (problems.empty()) {
        problems = problemsOf(design.plan, design.hardware);
    }
    if (problems.empty()) {
        push(what, design, 0);
    }
    return problems;
}

void Session::flush()
{
    writer_.finish();
    keeper_.finish();
}

void Session::push(const QString& text, Design after, int gesture)
{
    if (isOpen() && !(after == design_)) {
        undo_.push(new EditDesign(*this, text, design_, std::move(after), gesture));
    }
}

void Session::apply(const Design& design, const QString& command)
{
    design_ = design;
    writer_.post([this, project = project_, design, command = command.toStdString()]() -> LatestWorker::Delivery {
        try {
            project->setPlan(design.plan, command);
            project->setHardware(design.hardware, command);
            return [this] { Q_EMIT written(); };
        } catch (const Error& error) {
            return [this, text = errorText(error)] { Q_EMIT failed(text); };
        }
    });
    Q_EMIT designChanged();
    requestPreview();
}

void Session::requestPreview()
{
    if (network_) {
        preview_.request(network_, design_.plan, design_.hardware);
    }
}

}  // namespace mho
