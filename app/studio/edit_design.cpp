// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/edit_design.h"

namespace mho {

EditDesign::EditDesign(Session& session, const QString& text, Design before, Design after, int gesture)
    : QUndoCommand(text), session_(session), before_(std::move(before)), after_(std::move(after)), gesture_(gesture)
{
}

void EditDesign::redo()
{
    session_.apply(after_, text(), gesture_);
}

void EditDesign::undo()
{
    session_.apply(before_, QStringLiteral("Undo: %1").arg(text()), 0);
}

bool EditDesign::mergeWith(const QUndoCommand* newer)
{
    const auto* other = static_cast<const EditDesign*>(newer);
    if (gesture_ == 0 || other->gesture_ != gesture_) {
        return false;
    }
    after_ = other->after_;
    setText(other->text());  // the last step says how many layers changed
    setObsolete(before_ == after_);
    return true;
}

}  // namespace mho
