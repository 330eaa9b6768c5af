// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/constraint_editor.h"

#include "widgets/bridge/text.h"
#include "widgets/views/constraint_list.h"
#include "widgets/views/constraint_row.h"
#include "widgets/views/levels_choice.h"
#include "widgets/views/number_box.h"
#include "widgets/views/penalty_choice.h"
#include "widgets/views/plan_message.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace mho {

ConstraintEditor::ConstraintEditor(QWidget* parent)
    : QWidget(parent),
      title_(new QLabel),
      body_(new QWidget),
      list_(new ConstraintList),
      message_(new PlanMessage),
      levels_(new LevelsChoice),
      penalty_(new PenaltyChoice),
      applyToAll_(new QPushButton(tr("Apply to All Layers")))
{
    title_->setTextFormat(Qt::PlainText);
    QFont bold = title_->font();
    bold.setBold(true);
    title_->setFont(bold);
    applyToAll_->setToolTip(tr("Give every layer these constraints and levels, as one step to undo; each keeps its penalty"));
    arrange();
    connect(list_, &ConstraintList::edited, this, &ConstraintEditor::takeConstraints);
    connect(list_, &ConstraintList::arranged, this, &ConstraintEditor::setTabKey);
    connect(levels_, &LevelsChoice::edited, this, &ConstraintEditor::takeLevels);
    connect(penalty_, &PenaltyChoice::edited, this, &ConstraintEditor::takePenalty);
    connect(message_, &PlanMessage::applyAsked, this, [this] { announce(QStringLiteral("Change Constraints of %1"), 0); });
    connect(message_, &PlanMessage::discardAsked, this, &ConstraintEditor::discardAsked);
    connect(applyToAll_, &QPushButton::clicked, this, [this] {
        const LayerPlan shown = *plan_;
        Q_EMIT applyToAllAsked(shown);
    });
    plan_.emplace();
    setPlan(std::nullopt);
}

void ConstraintEditor::arrange()
{
    auto* body = new QVBoxLayout(body_);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(6);
    body->addWidget(list_, 1);
    body->addWidget(message_);
    body->addWidget(levels_);
    body->addWidget(penalty_);
    body->addWidget(applyToAll_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(title_);
    layout->addWidget(body_, 1);
    layout->addStretch(0);
    const int widest = std::max(levels_->label()->sizeHint().width(), penalty_->label()->sizeHint().width());
    levels_->label()->setMinimumWidth(widest);
    penalty_->label()->setMinimumWidth(widest);
}

void ConstraintEditor::setTabKey()
{
    QWidget* last = nullptr;
    for (QWidget* widget : list_->controls() + message_->controls() +
                               QList<QWidget*>{levels_->levelsBox(), levels_->bitsBox(), penalty_->box(), applyToAll_}) {
        if (last != nullptr) {
            setTabOrder(last, widget);
        }
        last = widget;
    }
}

void ConstraintEditor::setPlan(const std::optional<LayerPlan>& plan)
{
    if (plan == plan_) {
        return;
    }
    plan_ = plan;
    gestures_.reset();
    showTitle();
    body_->setVisible(plan_.has_value());
    list_->setSpecs(plan_ ? plan_->constraints : std::vector<ConstraintSpec>());
    if (plan_) {
        levels_->setLevels(plan_->levels, plan_->levelBits);
        penalty_->setFactor(plan_->rho);
    }
}

void ConstraintEditor::setOthers(int layers)
{
    if (others_ != layers) {
        others_ = layers;
        gestures_.reset();
        showTitle();
    }
}

void ConstraintEditor::showTitle()
{
    if (!plan_) {
        title_->setText(tr("No layer is selected."));
        return;
    }
    const QString layer = toQString(plan_->layer);
    title_->setText(others_ == 0   ? layer
                    : others_ == 1 ? tr("%1 and another selected layer").arg(layer)
                                   : tr("%1 and %n other selected layers", nullptr, others_).arg(layer));
}

void ConstraintEditor::setProblems(const QString& text, bool pending)
{
    message_->setProblems(text, pending);
}

QString ConstraintEditor::problems() const
{
    return message_->text();
}

void ConstraintEditor::startEditing()
{
    list_->controls().front()->setFocus(Qt::OtherFocusReason);
}

QMenu* ConstraintEditor::addMenu()
{
    return list_->addMenu();
}

const QList<ConstraintRow*>& ConstraintEditor::rows() const
{
    return list_->rows();
}

QPushButton* ConstraintEditor::applyButton()
{
    return message_->applyButton();
}

QPushButton* ConstraintEditor::discardButton()
{
    return message_->discardButton();
}

void ConstraintEditor::takeConstraints(const QString& what, bool ofValue)
{
    plan_->constraints = list_->specs();
    announce(what, ofValue ? gestures_.of(what) : 0);
}

void ConstraintEditor::takeLevels()
{
    plan_->levels = levels_->levels();
    plan_->levelBits = levels_->bits();
    announce(QStringLiteral("Change Levels of %1"), 0);
}

void ConstraintEditor::takePenalty()
{
    plan_->rho = penalty_->factor();
    const QString what = QStringLiteral("Change Penalty of %1");
    announce(what, gestures_.of(what));
}

void ConstraintEditor::announce(const QString& what, int gesture)
{
    // A copy, because the answer may change what is shown.
    const LayerPlan now = *plan_;
    Q_EMIT edited(now, others_ > 0 ? what : what.arg(toQString(now.layer)), gesture);
}

}  // namespace mho
