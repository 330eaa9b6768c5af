// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/design_point.h"

#include <QUndoCommand>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mho {

class Project;
class Session;

/// Keeps a design point; undo takes it away, redo puts the very same one back, with id, time and name. What could not be written is tried
/// again by redo.
class KeepPoint : public QUndoCommand {
public:
    /// @param add adds the point to the project and returns its id  @param then called when it is on disk for the first time
    /// @param session outlives the command
    KeepPoint(Session& session, std::function<std::int64_t(Project&)> add, std::function<void()> then);

    void redo() override;
    void undo() override;

private:
    Session& session_;
    std::function<std::int64_t(Project&)> add_;
    std::function<void()> then_;
    std::shared_ptr<std::optional<std::int64_t>> id_;     ///< Touched by the session's writer alone; none = never added.
    std::shared_ptr<std::vector<DesignPointRow>> taken_;  ///< Likewise; empty = the point is there.
};

/// Deletes design points; undo puts the very same ones back, with id, time and name. What could not be written stays undone: an
/// undo of it does nothing.
class DeletePoints : public QUndoCommand {
public:
    /// @param text names the act in the undo stack and in the journal  @param session outlives the command
    DeletePoints(Session& session, const QString& text, std::vector<std::int64_t> ids);

    void redo() override;
    void undo() override;

private:
    Session& session_;
    std::vector<std::int64_t> ids_;
    std::shared_ptr<std::vector<DesignPointRow>> deleted_;  ///< Touched by the session's writer alone; empty = all are there.
};

/// Gives a design point another name.
class RenamePoint : public QUndoCommand {
public:
    /// @param name not empty  @param session outlives the command
    RenamePoint(Session& session, const QString& text, std::int64_t id, std::string name);

    void redo() override;
    void undo() override;

private:
    Session& session_;
    std::int64_t id_;
    std::string name_;
    std::shared_ptr<std::optional<std::string>> before_;  ///< Touched by the session's writer alone; none = not renamed.
};

}  // namespace mho
