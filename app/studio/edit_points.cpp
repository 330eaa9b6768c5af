// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/edit_points.h"

#include "app/studio/session.h"

#include <utility>

namespace mho {
namespace {

std::string undoText(const QUndoCommand& command)
{
    return "Undo: " + command.text().toStdString();
}

}  // namespace

KeepPoint::KeepPoint(Session& session, std::function<std::int64_t(Project&)> add, std::function<void()> then)
    : QUndoCommand(QStringLiteral("Keep design point")),
      session_(session),
      add_(std::move(add)),
      then_(std::move(then)),
      id_(std::make_shared<std::optional<std::int64_t>>()),
      taken_(std::make_shared<std::vector<DesignPointRow>>())
{
}

void KeepPoint::redo()
{
    const auto act = [add = add_, id = id_, taken = taken_, command = text().toStdString()](Project& project) {
        if (!*id) {
            *id = add(project);
        } else if (!taken->empty()) {
            project.restoreDesignPoints(*taken, command);
            taken->clear();
        }
    };
    session_.changePoints(act, std::exchange(then_, nullptr));
}

void KeepPoint::undo()
{
    session_.changePoints([id = id_, taken = taken_, command = undoText(*this)](Project& project) {
        if (*id && taken->empty()) {
            *taken = project.deleteDesignPoints({**id}, command);
        }
    });
}

DeletePoints::DeletePoints(Session& session, const QString& text, std::vector<std::int64_t> ids)
    : QUndoCommand(text), session_(session), ids_(std::move(ids)), deleted_(std::make_shared<std::vector<DesignPointRow>>())
{
}

void DeletePoints::redo()
{
    const auto act = [ids = ids_, deleted = deleted_, command = text().toStdString()](Project& project) {
        if (deleted->empty()) {
            *deleted = project.deleteDesignPoints(ids, command);
        }
    };
    session_.changePoints(
        act, [session = &session_, count = static_cast<int>(ids_.size())] { Q_EMIT session->pointsDeleted(count); });
}

void DeletePoints::undo()
{
    session_.changePoints([deleted = deleted_, command = undoText(*this)](Project& project) {
        project.restoreDesignPoints(*deleted, command);
        deleted->clear();
    });
}

RenamePoint::RenamePoint(Session& session, const QString& text, std::int64_t id, std::string name)
    : QUndoCommand(text),
      session_(session),
      id_(id),
      name_(std::move(name)),
      before_(std::make_shared<std::optional<std::string>>())
{
}

void RenamePoint::redo()
{
    session_.changePoints([id = id_, name = name_, before = before_, command = text().toStdString()](Project& project) {
        if (!*before) {
            *before = project.renameDesignPoint(id, name, command);
        }
    });
}

void RenamePoint::undo()
{
    session_.changePoints([id = id_, before = before_, command = undoText(*this)](Project& project) {
        if (*before) {
            project.renameDesignPoint(id, **before, command);
            before->reset();
        }
    });
}

}  // namespace mho
