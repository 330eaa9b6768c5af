// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/studio/session.h"

#include <QUndoCommand>

namespace mho {

/// One named change of plan or hardware. Changes of one gesture (a drag) merge into one step.
class EditDesign : public QUndoCommand {
public:
    EditDesign(Session& session, const QString& text, Design before, Design after, int gesture);

    void redo() override;
    void undo() override;
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* newer) override;

private:
    Session& session_;
    Design before_;
    Design after_;
    int gesture_;
};

}  // namespace mho
