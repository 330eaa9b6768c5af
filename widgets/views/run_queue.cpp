// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/run_queue.h"

#include "widgets/bridge/stage_words.h"
#include "widgets/bridge/text.h"
#include "widgets/views/run_words.h"
#include "widgets/views/table_menu.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace mho {

RunQueue::RunQueue(QWidget* parent)
    : QWidget(parent),
      list_(new QListWidget),
      empty_(new QLabel(tr("No run waits. Add to Queue puts the present design here; it starts when those before it have ended."))),
      start_(new QPushButton(tr("Start First"))),
      remove_(new QPushButton(tr("Remove")))
{
    list_->setAccessibleName(tr("Runs that wait"));
    list_->setTextElideMode(Qt::ElideRight);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setFrameShape(QFrame::NoFrame);
    addTableMenu(*list_);
    start_->setToolTip(tr("Start the first run that waits; the others follow"));
    remove_->setToolTip(tr("Take the selected run out of the queue"));
    empty_->setWordWrap(true);
    empty_->setAlignment(Qt::AlignCenter);
    auto* buttons = new QVBoxLayout;
    buttons->addWidget(start_);
    buttons->addWidget(remove_);
    buttons->addStretch();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->addWidget(list_, 1);
    layout->addWidget(empty_, 1);
    layout->addLayout(buttons);
    connect(start_, &QPushButton::clicked, this, &RunQueue::startAsked);
    connect(remove_, &QPushButton::clicked, this, &RunQueue::removeAsked);
    connect(list_, &QListWidget::currentRowChanged, this, &RunQueue::update);
    update();
}

void RunQueue::setRuns(const std::vector<Recipe>& runs)
{
    const int row = list_->currentRow();
    list_->clear();
    for (const Recipe& recipe : runs) {
        const QString plan = planWords(recipe);
        auto* item = new QListWidgetItem(tr("%1. %2, seed %3").arg(list_->count() + 1).arg(plan).arg(recipe.seed), list_);
        item->setToolTip(tr("%1 on %2: %3").arg(toQString(recipe.name), toQString(recipe.hardware.preset), plan) + QLatin1Char('\n') +
                         tr("Stages: %1").arg(stageSettingWords(recipe)));
    }
    list_->setCurrentRow(std::min(std::max(row, 0), list_->count() - 1));
    update();
}

void RunQueue::setStartable(bool startable)
{
    startable_ = startable;
    update();
}

void RunQueue::update()
{
    const bool any = list_->count() > 0;
    list_->setVisible(any);
    empty_->setVisible(!any);
    start_->setEnabled(canStart());
    remove_->setEnabled(canRemove());
    Q_EMIT changed();
}

bool RunQueue::canStart() const
{
    return startable_ && list_->count() > 0;
}

int RunQueue::selected() const
{
    return list_->currentRow();
}

}  // namespace mho
