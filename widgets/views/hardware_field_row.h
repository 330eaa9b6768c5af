// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/hardware_fields.h"

#include <QObject>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;
class QWidget;

namespace mho {

class QuantityBox;
class WholeBox;

/// One field of the hardware: its label, the control of its kind, and a button that sets it back to the preset's own value. The
/// widgets are for a layout of others; labels of fields that differ are bold with a dot, and say from what.
class HardwareFieldRow : public QObject {
    Q_OBJECT

public:
    HardwareFieldRow(const HardwareField& field, QObject* parent);

    const HardwareField& field() const { return field_; }
    QLabel* label() { return label_; }
    /// A WholeBox, QuantityBox, QComboBox or QLineEdit.
    QWidget* control() { return control_; }
    QToolButton* backButton() { return back_; }

    /// Shows the value; a text that could not be read goes away. Says nothing.
    void setValue(const HardwareValue& value);
    /// @param own what the preset has, none while it is not known  @param source where the preset has it from, may be empty
    void setOwn(const std::optional<HardwareValue>& own, const QString& source);
    bool differs() const;
    /// What a choice that names no resource file is called beside its name: the preset's own ADC law.
    void setUnnamedText(const QString& text);
    /// What is told of a choice of a resource file.
    void setChoiceTip(const QString& choice, const QString& tip);
    /// Shows that the field has a problem, in words for those who do not see colours.
    void setProblem(const QString& text);

Q_SIGNALS:
    /// @param stepped a step or a typed number: the next may belong to the same gesture
    void edited(const mho::HardwareValue& value, bool stepped);
    /// What was typed cannot be read; empty once it can.
    void refused(const QString& reason);
    void backAsked(const mho::HardwareValue& own);

private:
    QWidget* makeControl();
    QWidget* makeChoice();
    QWidget* makeText();
    void fillChoices();
    void takeText();
    void mark();
    bool eventFilter(QObject* watched, QEvent* event) override;

    const HardwareField& field_;
    QLabel* label_;
    QToolButton* back_;
    WholeBox* whole_ = nullptr;
    QuantityBox* quantity_ = nullptr;
    QComboBox* choice_ = nullptr;
    QLineEdit* text_ = nullptr;
    QWidget* control_;
    QString tip_;          ///< What it means; choices and ranges of it are files and are looked up once.
    bool unread_ = false;  ///< What stands in text_ cannot be read.
    std::optional<HardwareValue> value_;
    std::optional<HardwareValue> own_;
    QString ownSource_;
    QString problem_;
};

}  // namespace mho
