// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/constraint.h"

#include <QFrame>

#include <functional>

class QComboBox;
class QFormLayout;
class QToolButton;

namespace mho {

/// One constraint of a layer: its kind, its ratio where the kind has one, the kind's options, the rule, and its place.
class ConstraintRow : public QFrame {
    Q_OBJECT

public:
    explicit ConstraintRow(const ConstraintSpec& spec, QWidget* parent = nullptr);

    const ConstraintSpec& spec() const { return spec_; }
    /// Which of the buttons can do something.
    void setPlace(bool first, bool last);
    /// All that a person can reach, in the order of the tab key.
    QList<QWidget*> controls() const;

Q_SIGNALS:
    /// @param what the value that changed, for the name of the edit: "filter Ratio"
    void edited(const QString& what);
    void upAsked();
    void downAsked();
    void removeAsked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void chooseKind();
    void fill();
    void addNumber(const QString& label, const ConstraintOption& option, double value, const std::function<void(double)>& take);
    void addRule();
    void add(const QString& label, QWidget* field);

    ConstraintSpec spec_;
    QComboBox* kind_;
    QToolButton* up_;
    QToolButton* down_;
    QToolButton* remove_;
    QFormLayout* form_;
    QList<QWidget*> fields_;
};

}  // namespace mho
