// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/penalty_choice.h"

#include "widgets/views/number_box.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

namespace mho {
namespace {

constexpr double kLeast = 1e-4;
constexpr double kMost = 1e4;
constexpr int kDecimals = 4;
constexpr int kDecimalsOfTiny = 12;

}  // namespace

PenaltyChoice::PenaltyChoice(QWidget* parent)
    : QWidget(parent), label_(new QLabel(tr("&Penalty"))), box_(new NumberBox(kLeast, kMost, false)), hint_(new QLabel)
{
    box_->setSuffix(QStringLiteral("×"));
    box_->setAccessibleName(tr("Factor on the penalty rho"));
    box_->setToolTip(tr("Factor on the recipe's ADMM penalty ρ for this layer, in pruning and in quantising\n"
                        "(%1 to %2, default 1: the recipe's ρ as it is).\n"
                        "A larger one draws the weights to constraints and levels sooner and leaves the loss less say.\n"
                        "Source: ADMM-NN's public code gives LeNet-5's first linear layer 10 times the others' ρ\n"
                        "when it quantises.")
                         .arg(kLeast)
                         .arg(kMost));
    label_->setBuddy(box_);
    label_->setToolTip(box_->toolTip());
    hint_->setForegroundRole(QPalette::PlaceholderText);
    // Both texts take the same room, so that the field keeps its width.
    for (const QString& text : {tr("the recipe's"), tr("of the recipe's")}) {
        hint_->setMinimumWidth(std::max(hint_->minimumWidth(), hint_->fontMetrics().horizontalAdvance(text)));
    }
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label_);
    layout->addWidget(box_, 1);
    layout->addWidget(hint_);
    setFactor(1.0);
    connect(box_, &NumberBox::valueChanged, this, [this](double value) {
        factor_ = value;
        showHint();
        Q_EMIT edited();
    });
}

void PenaltyChoice::setFactor(double factor)
{
    const QSignalBlocker quiet(box_);
    factor_ = factor;
    box_->setDecimals(factor < kLeast ? kDecimalsOfTiny : kDecimals);
    box_->setRange(std::min(kLeast, factor), std::max(kMost, factor));
    box_->setValue(factor);
    showHint();
}

QString PenaltyChoice::hint() const
{
    return hint_->text();
}

void PenaltyChoice::showHint()
{
    hint_->setText(factor_ == 1.0 ? tr("the recipe's") : tr("of the recipe's"));
}

}  // namespace mho
