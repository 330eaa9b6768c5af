// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/edit_writer.h"

#include "widgets/bridge/text.h"

#include <QMutexLocker>

namespace mho {

void writeDesign(Project& project, const Design& design, const std::string& command)
{
    Recipe recipe = project.recipe();
    if (!(recipe.plan == design.plan) && !(recipe.hardware == design.hardware)) {
        // One transaction and one act, so that no plan stays that only the other hardware can take.
        recipe.plan = design.plan;
        recipe.hardware = design.hardware;
        project.setRecipe(recipe, command);
    } else {
        project.setPlan(design.plan, command);
        project.setHardware(design.hardware, command);
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

void EditWriter::act(std::function<void()> what)
{
    Edit edit;
    edit.act = std::move(what);
    write(std::move(edit));
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
    // An act that comes through says nothing of designs that did not.
    QString problem = edit.act ? this->problem() : QString();
    try {
        if (edit.act) {
            edit.act();
        } else {
            writeDesign(*edit.project, edit.design, edit.command);
        }
    } catch (const Error& error) {
        problem = errorText(error);
    }
    bool changed = false;
    {
        const QMutexLocker lock(&mutex_);
        changed = problem_ != problem;
        problem_ = problem;
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
}

}  // namespace mho
