// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of the plan's layers: to which they go, and what is said of the others.
#include "app/studio/session.h"
#include "core/compress/plan_change.h"
#include "core/compress/quantizer.h"
#include "core/run/fragment_signs.h"
#include "core/run/target.h"
#include "widgets/bridge/text.h"

#include <algorithm>
#include <cassert>

namespace mho {
namespace {

/// Lines of reasons that are shown at most.
constexpr qsizetype kMostLines = 4;

Phrase lockedText()
{
    return QT_TRANSLATE_NOOP("mho", "the layer is locked; unlock it first: Edit ▸ Lock or Unlock Layers");
}

QString refusalText(const LayerRefusals& refusals)
{
    QStringList lines;
    if (!refusals.locked.isEmpty()) {
        lines.append(Session::tr("Locked: %1").arg(refusals.locked.join(QStringLiteral(", "))));
    }
    if (!refusals.problems.empty()) {
        lines += problemsText(refusals.problems).split(QLatin1Char('\n'));
    }
    if (lines.isEmpty()) {
        return {};
    }
    if (const qsizetype more = lines.size() - kMostLines; more > 0) {
        lines = lines.mid(0, kMostLines);
        lines.append(Session::tr("… and %n more", nullptr, static_cast<int>(more)));
    }
    return Session::tr("Not changed:\n%1").arg(lines.join(QLatin1Char('\n')));
}

QString subjectText(const QStringList& layers)
{
    return layers.size() == 1 ? layers.front() : QStringLiteral("%1 Layers").arg(layers.size());
}

/// Problems of `now` that `before` does not have.
std::vector<Problem> added(std::vector<Problem> now, const std::vector<Problem>& before)
{
    std::erase_if(now, [&](const Problem& problem) {
        return std::any_of(before.begin(), before.end(),
                           [&](const Problem& old) { return old.field == problem.field && old.message == problem.message; });
    });
    return now;
}

void setRatio(LayerPlan& plan, const std::string& kind, double ratio)
{
    const auto found = std::find_if(plan.constraints.begin(), plan.constraints.end(),
                                    [&](const ConstraintSpec& spec) { return spec.kind == kind; });
    if (found != plan.constraints.end() && ratio <= 1.0) {
        plan.constraints.erase(found);
    } else if (found != plan.constraints.end()) {
        found->ratio = ratio;
    } else if (ratio > 1.0) {
        plan.constraints.push_back({.kind = kind, .ratio = ratio});
    }
}

}  // namespace

void Session::editRatios(const QStringList& layers, const QString& kind, double ratio, int gesture)
{
    const auto edit = [name = kind.toStdString(), ratio](LayerPlan& plan) { setRatio(plan, name, ratio); };
    Q_EMIT layersEdited(refusalText(editLayers(layers, edit, QStringLiteral("Change %1 Ratio of %2").arg(kind), gesture)));
}

void Session::editLevels(const QStringList& layers, int bits)
{
    const auto edit = [bits](LayerPlan& plan) { plan.levelBits = bits; };
    Q_EMIT layersEdited(refusalText(editLayers(layers, edit, QStringLiteral("Change Levels of %1"), 0)));
}

void Session::editQuantizer(const QStringList& layers, const QString& name)
{
    const Quantizer& quantizer = findQuantizer(name.toStdString());
    const auto edit = [&quantizer](LayerPlan& plan) {
        plan.levels = quantizer.name();
        if (plan.levelBits > 0) {
            plan.levelBits = std::clamp(plan.levelBits, quantizer.leastBits(), quantizer.mostBits());
        }
    };
    Q_EMIT layersEdited(refusalText(editLayers(layers, edit, QStringLiteral("Change Levels of %1"), 0)));
}

std::vector<Problem> Session::editLayersLike(const QStringList& layers, const LayerPlan& before, const LayerPlan& after,
                                             const QString& what, int gesture)
{
    const auto edit = [&](LayerPlan& plan) { plan = plan.layer == after.layer ? after : withSameChange(plan, before, after); };
    LayerRefusals others = editLayers(layers, edit, what, gesture);
    // What the edited layer itself cannot have is the caller's to tell.
    std::vector<Problem> own;
    if (others.locked.removeAll(toQString(after.layer)) > 0) {
        own.push_back({after.layer, lockedText()});
    }
    std::erase_if(others.problems, [&](const Problem& problem) {
        const bool mine = problem.field == after.layer || problem.field.starts_with(after.layer + ".");
        if (mine) {
            own.push_back(problem);
        }
        return mine;
    });
    Q_EMIT layersEdited(refusalText(others));
    return own;
}

std::vector<Problem> Session::editLayerPlan(const LayerPlan& layer, const QString& what, int gesture)
{
    return editLayersLike({toQString(layer.layer)}, layer, layer, what, gesture);
}

const Design& Session::baseOf(int gesture) const
{
    return gesture > 0 && gesture == gesture_ && design_ == gestureMade_ ? gestureStart_ : design_;
}

std::vector<Problem> Session::newProblems(const Plan& plan, const LayerPlan& changed) const
{
    return added(problemsOf(changed), problemsOf(*plan.find(changed.layer)));
}

LayerRefusals Session::editLayers(const QStringList& layers, const LayerEdit& edit, const QString& what, int gesture)
{
    if (!isOpen()) {
        return {};
    }
    const Design base = baseOf(gesture);
    Design after = base;
    QStringList changed;
    LayerRefusals refused;
    for (const QString& name : layers) {
        LayerPlan* entry = after.plan.find(name.toStdString());
        if (entry == nullptr) {
            continue;
        }
        LayerPlan wanted = *entry;
        edit(wanted);
        if (wanted == *entry) {
            continue;
        }
        if (isLocked(entry->layer)) {
            refused.locked.append(name);
        } else {
            *entry = wanted;
            changed.append(name);
        }
    }
    // Layers are looked at one by one only where the whole plan says that there is something to find.
    if (!added(problemsOf(after.plan, after.hardware), problemsOf(base.plan, base.hardware)).empty()) {
        const QStringList candidates = std::exchange(changed, {});
        for (const QString& name : candidates) {
            LayerPlan* entry = after.plan.find(name.toStdString());
            const std::vector<Problem> problems = newProblems(base.plan, *entry);
            if (problems.empty()) {
                changed.append(name);
            } else {
                *entry = *base.plan.find(entry->layer);
                refused.problems.insert(refused.problems.end(), problems.begin(), problems.end());
            }
        }
    }
    if (after == design_ && (!refused.problems.empty() || !refused.locked.isEmpty())) {
        requestPreview();  // a view may show what was not taken
    }
    // A drag back to where it began changes no layer, and is still a step of its gesture.
    push(what.contains(QLatin1Char('%')) ? what.arg(subjectText(changed.isEmpty() ? layers : changed)) : what, after, gesture);
    gesture_ = gesture;
    gestureStart_ = base;
    gestureMade_ = std::move(after);
    return refused;
}

void Session::lockLayers(const QStringList& layers, bool locked)
{
    Design after = design_;
    QStringList changed;
    for (const QString& name : layers) {
        const std::string layer = name.toStdString();
        const bool changes = after.plan.find(layer) != nullptr && after.locked.contains(layer) != locked;
        if (changes && locked) {
            after.locked.insert(layer);
        } else if (changes) {
            after.locked.erase(layer);
        }
        if (changes) {
            changed.append(name);
        }
    }
    if (!changed.isEmpty()) {
        push((locked ? QStringLiteral("Lock %1") : QStringLiteral("Unlock %1")).arg(subjectText(changed)), std::move(after), 0);
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
    std::vector<Problem> problems = problemsOf(alone, design_.hardware);
    const LayerPlan* present = design_.plan.find(layer.layer);
    if (isLocked(layer.layer) && present != nullptr && !(*present == layer)) {
        problems.push_back({layer.layer, lockedText()});
    }
    return problems;
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
        return {{error.where(),
                 phraseOf(Error(error.code(), error.textTemplate(), error.arguments()))}};  // no array holds a weight
    }
}

std::vector<Problem> Session::lockedChanges(const Plan& plan) const
{
    std::vector<Problem> problems;
    for (const LayerPlan& layer : plan.layers) {
        const LayerPlan* present = design_.plan.find(layer.layer);
        if (isLocked(layer.layer) && present != nullptr && !(*present == layer)) {
            problems.push_back({layer.layer, lockedText()});
        }
    }
    return problems;
}

std::vector<Problem> Session::editAllLayers(const LayerPlan& like)
{
    if (!network_) {
        return {};
    }
    Design after = design_;
    LayerRefusals left;
    for (LayerPlan& layer : after.plan.layers) {
        if (isLocked(layer.layer)) {
            left.locked.append(toQString(layer.layer));
            continue;
        }
        layer.constraints = like.constraints;
        layer.levelBits = like.levelBits;
        layer.levels = like.levels;
    }
    std::vector<Problem> problems = problemsOf(after.plan, after.hardware);
    if (problems.empty()) {
        push(QStringLiteral("Apply Constraints of %1 to All Layers").arg(toQString(like.layer)), std::move(after), 0);
        Q_EMIT layersEdited(refusalText(left));
    }
    return problems;
}

std::vector<Problem> Session::editPlan(const Plan& plan, const QString& what)
{
    if (!network_) {
        return {};
    }
    Design after = design_;
    after.plan = plan;
    for ([[maybe_unused]] const std::string& layer : after.locked) {
        assert(plan.find(layer) != nullptr && *plan.find(layer) == *design_.plan.find(layer));
    }
    std::vector<Problem> problems = problemsOf(plan, design_.hardware);
    if (problems.empty()) {
        push(what, std::move(after), 0);
    }
    return problems;
}

}  // namespace mho
