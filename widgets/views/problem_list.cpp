// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/problem_list.h"

#include "widgets/views/table_menu.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace mho {
namespace {

constexpr int kMostLines = 5;

}  // namespace

ProblemList::ProblemList(QWidget* parent)
    : QWidget(parent),
      title_(new QLabel),
      list_(new QListWidget),
      apply_(new QPushButton(tr("Apply"))),
      discard_(new QPushButton(tr("Discard")))
{
    title_->setWordWrap(true);
    list_->setAccessibleName(tr("Problems"));
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setWordWrap(true);
    list_->setTextElideMode(Qt::ElideNone);
    list_->setResizeMode(QListView::Adjust);
    list_->setAlternatingRowColors(true);
    addTableMenu(*list_);
    apply_->setToolTip(tr("Take what is shown into the design"));
    discard_->setToolTip(tr("Show again what the design has"));
    auto* answers = new QHBoxLayout;
    answers->addStretch(1);
    answers->addWidget(apply_);
    answers->addWidget(discard_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(title_);
    layout->addWidget(list_);
    layout->addLayout(answers);
    // A click and Enter lead there; a mouse's double click is two of them.
    connect(list_, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { Q_EMIT jumpAsked(list_->row(item)); });
    connect(list_, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) { Q_EMIT jumpAsked(list_->row(item)); });
    connect(apply_, &QPushButton::clicked, this, &ProblemList::applyAsked);
    connect(discard_, &QPushButton::clicked, this, &ProblemList::discardAsked);
    setProblems({}, false);
}

void ProblemList::setProblems(const QStringList& lines, bool pending)
{
    setVisible(pending || !lines.isEmpty());
    apply_->setVisible(pending);
    apply_->setEnabled(lines.isEmpty());
    discard_->setVisible(pending);
    title_->setText(pending ? lines.isEmpty() ? tr("The design does not have this yet.") : tr("Not applied:")
                            : tr("Problems: %1").arg(lines.size()));
    QStringList shown;
    for (int i = 0; i < list_->count(); ++i) {
        shown.append(list_->item(i)->text());
    }
    if (shown != lines) {
        list_->clear();
        list_->addItems(lines);
        for (int i = 0; i < list_->count(); ++i) {
            list_->item(i)->setToolTip(tr("Go to the field or layer"));
        }
    }
    list_->setVisible(!lines.isEmpty());
    const int rows = std::clamp(static_cast<int>(lines.size()) + 1, 2, kMostLines);
    list_->setFixedHeight(rows * (fontMetrics().lineSpacing() + 3) + 2 * list_->frameWidth());
}

}  // namespace mho
