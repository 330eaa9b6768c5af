// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/plan_message.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace mho {
namespace {

constexpr int kLines = 6;

}  // namespace

PlanMessage::PlanMessage(QWidget* parent)
    : QWidget(parent), text_(new QPlainTextEdit), apply_(new QPushButton(tr("Apply"))), discard_(new QPushButton(tr("Discard")))
{
    text_->setReadOnly(true);
    text_->setTabChangesFocus(true);
    text_->setAccessibleName(tr("What is wrong with the constraints"));
    text_->setFixedHeight(fontMetrics().lineSpacing() * kLines + 2 * text_->frameWidth() + 8);
    apply_->setToolTip(tr("Put what is shown into the plan"));
    discard_->setToolTip(tr("Show again what the plan has"));
    auto* answers = new QHBoxLayout;
    answers->addStretch(1);
    answers->addWidget(apply_);
    answers->addWidget(discard_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(text_);
    layout->addLayout(answers);
    connect(apply_, &QPushButton::clicked, this, &PlanMessage::applyAsked);
    connect(discard_, &QPushButton::clicked, this, &PlanMessage::discardAsked);
    setProblems({}, false);
}

void PlanMessage::setProblems(const QString& text, bool pending)
{
    setVisible(pending || !text.isEmpty());
    apply_->setVisible(pending);
    apply_->setEnabled(text.isEmpty());
    discard_->setVisible(pending);
    const QString shown = !pending         ? text
                          : text.isEmpty() ? tr("The plan does not have this yet.")
                                           : tr("Not applied:\n%1").arg(text);
    if (text_->toPlainText() != shown) {
        text_->setPlainText(shown);
    }
}

QString PlanMessage::text() const
{
    return text_->toPlainText();
}

QList<QWidget*> PlanMessage::controls() const
{
    return {text_, apply_, discard_};
}

}  // namespace mho
