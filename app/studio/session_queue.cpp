// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/session.h"

namespace mho {

void Session::queueRun()
{
    if (!isOpen()) {
        return;
    }
    note([](Project& project) { project.noteRun(kQueueRunCommand); });
    std::vector<Recipe> queue = queue_;
    queue.push_back(presentRecipe());
    setQueue(std::move(queue));
    if (queue_.size() == 1) {
        startQueued();
    }
}

void Session::dropQueued(std::size_t at)
{
    if (at < queue_.size()) {
        note([fromEnd = queue_.size() - 1 - at](Project& project) { project.dropQueuedRun(fromEnd); });
        removeQueued(at);
    }
}

void Session::removeQueued(std::size_t at)
{
    std::vector<Recipe> queue = queue_;
    queue.erase(queue.begin() + static_cast<std::ptrdiff_t>(at));
    setQueue(std::move(queue));
}

void Session::startQueued()
{
    if (!isOpen() || run_.running() || resumable_ || queue_.empty()) {
        return;
    }
    const Recipe next = queue_.front();
    removeQueued(0);
    note([behind = queue_.size()](Project& project) { project.noteQueuedBegins(behind); });
    begin(next, false);
}

std::vector<StageWork> Session::runStages() const
{
    return isOpen() && (run_.running() || resumable_) ? stagesOf(runRecipe_, startsTrained_) : stagesOfDesign();
}

std::vector<StageWork> Session::stagesOfDesign() const
{
    return isOpen() ? stagesOf(presentRecipe(), startsTrained_) : std::vector<StageWork>();
}

void Session::setQueue(std::vector<Recipe> queue)
{
    queue_ = std::move(queue);
    writer_.act(project_, [kept = queue_](Project& project) { project.setRunQueue(kept); });
    Q_EMIT queueChanged();
}

}  // namespace mho
