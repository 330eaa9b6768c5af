// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace mho {

class NumberBox;

/// The factor of one layer on the ADMM penalty rho of the recipe's stages (LayerPlan::rho), without a unit, above 0; 1 = the
/// recipe's penalty as it is.
class PenaltyChoice : public QWidget {
    Q_OBJECT

public:
    explicit PenaltyChoice(QWidget* parent = nullptr);

    /// Shows a plan's factor, also one beyond what can be typed; factor() is exactly this until a person changes it.
    void setFactor(double factor);
    double factor() const { return factor_; }

    QLabel* label() { return label_; }
    NumberBox* box() { return box_; }
    /// What stands beside the number.
    QString hint() const;

Q_SIGNALS:
    /// A person changed the factor.
    void edited();

private:
    void showHint();

    double factor_ = 1.0;
    QLabel* label_;
    NumberBox* box_;
    QLabel* hint_;
};

}  // namespace mho
