// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/stages_dock.h"

#include "app/studio/session.h"
#include "widgets/views/stages_panel.h"

namespace mho {

StagesDock::StagesDock(Session* session, QWidget* parent)
    : QDockWidget(tr("Stages"), parent), session_(session), panel_(new StagesPanel)
{
    setObjectName(QStringLiteral("stages"));
    setWidget(panel_);
    panel_->setEnabled(false);
    connect(panel_, &StagesPanel::edited, this, [this](const QString& field, const QString& value) {
        const QString problem = session_->editStage(field, value);
        refresh();
        panel_->setProblem(problem);
    });
    connect(session_, &Session::loaded, this, [this] {
        panel_->setEnabled(true);
        panel_->setProblem({});
        panel_->openAnew();
    });
    connect(session_, &Session::designChanged, this, &StagesDock::refresh);
    connect(this, &QDockWidget::visibilityChanged, this, &StagesDock::refresh);
}

void StagesDock::refresh()
{
    if (isVisible() && session_->isOpen()) {
        panel_->setStages(session_->design().stages, session_->stagesOfDesign());
    }
}

}  // namespace mho
