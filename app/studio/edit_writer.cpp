// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/edit_writer.h"

#include "widgets/bridge/text.h"

#include <QMutexLocker>

#include <algorithm>
#include <utility>

namespace mho {

void writeDesign(Project& project, const Design& design, const std::string& command)
{
    Recipe recipe = project.recipe();
    Stages& stages = recipe;
    const int parts = (recipe.plan == design.plan ? 0 : 1) + (recipe.hardware == design.hardware ? 0 : 1) + (stages == design.stages ? 0 : 1);
    if (parts > 1) {
        // One transaction and one act, so that no plan stays that only the other hardware can take.
        recipe.plan = design.plan;
        recipe.hardware = design.hardware;
        stages = design.stages;
        project.setRecipe(recipe, command);
    } else {
        project.setPlan(design.plan, command);
        project.setHardware(design.hardware, command);
        if (!(stages == design.stages)) {
            project.setStages(design.stages, command);
        }
    }
    project.setLockedLayers(design.locked, command);
}

EditWriter::EditWriter(QObject* parent) : QObject(parent) {}

void EditWriter::write(Edit edit)
{
    const QMutexLocker lock(&mutex_);
    ++newest_;
    if (edit.gesture > 0 && !waiting_.empty() && waiting_.back().gesture == edit.gesture &&
        waiting_.back().project == edit.project) {
        waiting_.back() = std::move(edit);
        return;
    }
    waiting_.push_back(std::move(edit));
    worker_.post([this] { return writeNext(); });
}

void EditWriter::act(std::shared_ptr<Project> project, std::function<void(Project&)> what)
{
    Edit edit;
    edit.project = std::move(project);
    edit.act = std::move(what);
    write(std::move(edit));
}

std::function<void(Project&)> EditWriter::undone() const
{
    const QMutexLocker lock(&mutex_);
    return [acts = undone_](Project& copy) {
        for (const Edit& edit : acts) {
            edit.act(copy);
        }
    };
}

OrderedWorker::Delivery EditWriter::writeNext()
{
    Edit edit;
    quint64 number = 0;
    {
        const QMutexLocker lock(&mutex_);
        edit = std::move(waiting_.front());
        waiting_.pop_front();
        number = newest_ - waiting_.size();
    }
    std::vector<Edit> acts;
    bool designLost = false;
    {
        const QMutexLocker lock(&mutex_);
        acts = std::exchange(undone_, {});
        designLost = designLost_;
    }
    const bool isDesign = !edit.act;
    if (!isDesign) {
        acts.push_back(edit);
    }
    QString problem;
    const auto did = [&problem](const auto& what) {
        try {
            what();
            return true;
        } catch (const Error& error) {
            problem = errorText(error);
            return false;
        }
    };
    // In their order: what follows one that fails waits with it.
    const auto rest = std::find_if_not(acts.begin(), acts.end(), [&](const Edit& one) { return did([&] { one.act(*one.project); }); });
    acts.erase(acts.begin(), rest);
    if (isDesign) {
        designLost = !did([&] { writeDesign(*edit.project, edit.design, edit.command); });
    }
    bool changed = false;
    {
        const QMutexLocker lock(&mutex_);
        if (problem.isEmpty() && designLost) {
            problem = problem_;  // an act that comes through says nothing of designs that did not
        }
        changed = problem_ != problem;
        problem_ = problem;
        undone_ = std::move(acts);
        designLost_ = designLost;
    }
    return [this, number, problem, changed] {
        if (changed) {
            Q_EMIT problemChanged(problem);
        }
        bool newest = false;
        {
            const QMutexLocker lock(&mutex_);
            newest = number == newest_;
        }
        if (newest && problem.isEmpty()) {
            Q_EMIT written();
        }
    };
}

QString EditWriter::problem() const
{
    const QMutexLocker lock(&mutex_);
    return problem_;
}

void EditWriter::forget()
{
    const QMutexLocker lock(&mutex_);
    problem_.clear();
    undone_.clear();
    designLost_ = false;
}

}  // namespace mho
