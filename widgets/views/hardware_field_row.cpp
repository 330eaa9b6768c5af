// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/hardware_field_row.h"

#include "widgets/bridge/hardware_words.h"
#include "widgets/bridge/text.h"
#include "widgets/views/quantity_box.h"
#include "widgets/views/whole_box.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

namespace mho {

HardwareFieldRow::HardwareFieldRow(const HardwareField& field, QObject* parent)
    : QObject(parent), field_(field), label_(new QLabel), back_(new QToolButton), control_(makeControl()), tip_(fieldTip(field))
{
    label_->setBuddy(control_);
    label_->setTextFormat(Qt::PlainText);
    control_->setAccessibleName(fieldLabel(field_));
    control_->setObjectName(toQString(field_.name));
    back_->setText(QStringLiteral("↺"));
    back_->setAutoRaise(true);
    back_->setFocusPolicy(Qt::StrongFocus);
    back_->setAccessibleName(tr("Set %1 back").arg(fieldLabel(field_)));
    QSizePolicy keepsRoom = back_->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    back_->setSizePolicy(keepsRoom);
    connect(back_, &QToolButton::clicked, this, [this] {
        if (own_) {
            const HardwareValue own = *own_;
            Q_EMIT backAsked(own);
        }
    });
    mark();
}

QWidget* HardwareFieldRow::makeControl()
{
    switch (field_.kind) {
        case HardwareFieldKind::Whole:
            whole_ = new WholeBox(field_.least, field_.most);
            if (*field_.zero != '\0') {
                whole_->setZeroText(QCoreApplication::translate("mho", field_.zero));
            }
            whole_->setUnit(unitText(field_));
            connect(whole_, &QDoubleSpinBox::valueChanged, this, [this] { Q_EMIT edited(whole_->whole(), true); });
            return whole_;
        case HardwareFieldKind::Quantity:
            quantity_ = new QuantityBox(toQString(field_.unit));
            connect(quantity_, &QuantityBox::valueEdited, this, [this](double value) { Q_EMIT edited(value, true); });
            return quantity_;
        case HardwareFieldKind::Choice:
            return makeChoice();
        case HardwareFieldKind::Quantities:
        case HardwareFieldKind::Copies:
            break;
    }
    return makeText();
}

QWidget* HardwareFieldRow::makeChoice()
{
    constexpr int kShortest = 6;  // the list opens as wide as it needs
    choice_ = new QComboBox;
    choice_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice_->setMinimumContentsLength(kShortest);
    choice_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    choice_->setFocusPolicy(Qt::StrongFocus);
    choice_->installEventFilter(this);
    for (const HardwareChoice& choice : field_.choices()) {
        const QString name = toQString(choice.name);
        choice_->addItem(name.isEmpty() ? QCoreApplication::translate("mho", choice.meaning.c_str()) : name, name);
        if (!name.isEmpty() && !choice.meaning.empty()) {
            setChoiceTip(name, QCoreApplication::translate("mho", choice.meaning.c_str()));
        }
    }
    connect(choice_, &QComboBox::activated, this,
            [this] { Q_EMIT edited(choice_->currentData().toString().toStdString(), false); });
    return choice_;
}

QWidget* HardwareFieldRow::makeText()
{
    text_ = new QLineEdit;
    const QString none = QCoreApplication::translate("mho", field_.zero);
    text_->setPlaceholderText(field_.kind == HardwareFieldKind::Copies ? tr("%1, or conv1=2; fc1=3").arg(none)
                                                                       : tr("%1, or 100 nS; 1 µS").arg(none));
    connect(text_, &QLineEdit::editingFinished, this, &HardwareFieldRow::takeText);
    return text_;
}

void HardwareFieldRow::takeText()
{
    QString wrong;
    const auto value = readHardwareValue(field_, text_->text(), wrong);
    unread_ = !value;
    if (!value) {
        Q_EMIT refused(field_.kind == HardwareFieldKind::Copies
                           ? tr("\"%1\" is no LAYER=COPIES; layers are parted by a semicolon").arg(wrong)
                           : tr("\"%1\" is no conductance; numbers are parted by a semicolon").arg(wrong));
        return;
    }
    Q_EMIT refused(QString());
    if (value_ && *value != *value_) {
        Q_EMIT edited(*value, false);
    } else if (value_) {
        text_->setText(hardwareValueText(field_, *value_));
    }
}

void HardwareFieldRow::setValue(const HardwareValue& value)
{
    // A field that shows the value already may be being typed in.
    const bool same = value_ == value;
    value_ = value;
    if (whole_ != nullptr && whole_->whole() != std::get<std::int64_t>(value)) {
        const QSignalBlocker quiet(whole_);
        whole_->setWhole(std::get<std::int64_t>(value));
    } else if (quantity_ != nullptr && quantity_->value() != std::get<double>(value)) {
        quantity_->setValue(std::get<double>(value));
    } else if (choice_ != nullptr) {
        const QString name = toQString(std::get<std::string>(value));
        if (choice_->findData(name) < 0) {
            choice_->addItem(name, name);  // the path of a file
        }
        choice_->setCurrentIndex(choice_->findData(name));
    } else if (text_ != nullptr && (!same || unread_)) {
        unread_ = false;
        text_->setText(hardwareValueText(field_, value));
    }
    if (!same) {
        mark();
    }
}

void HardwareFieldRow::setOwn(const std::optional<HardwareValue>& own, const QString& source)
{
    if (own_ != own || ownSource_ != source) {
        own_ = own;
        ownSource_ = source;
        mark();
    }
}

bool HardwareFieldRow::differs() const
{
    return own_ && value_ && *own_ != *value_;
}

void HardwareFieldRow::setUnnamedText(const QString& text)
{
    if (const int place = choice_ == nullptr ? -1 : choice_->findData(QString()); place >= 0) {
        choice_->setItemText(place, text);
    }
}

void HardwareFieldRow::setChoiceTip(const QString& choice, const QString& tip)
{
    if (const int place = choice_ == nullptr ? -1 : choice_->findData(choice); place >= 0) {
        choice_->setItemData(place, tip, Qt::ToolTipRole);
    }
}

void HardwareFieldRow::setProblem(const QString& text)
{
    if (problem_ != text) {
        problem_ = text;
        mark();
    }
}

void HardwareFieldRow::mark()
{
    const bool marked = differs();
    QString own = own_ ? hardwareValueText(field_, *own_) : QString();
    if (own_ && own.isEmpty()) {
        own = QCoreApplication::translate("mho", field_.zero);
    }
    const QString label = fieldLabel(field_);
    label_->setText((problem_.isEmpty() ? QString() : QStringLiteral("⚠ ")) + (marked ? QStringLiteral("• ") : QString()) +
                    label);
    QFont font = label_->font();
    font.setBold(marked);
    label_->setFont(font);
    QString tip = tip_;
    if (own_) {
        tip += QStringLiteral("<p>%1%2</p>")
                   .arg(tr("The preset's own: %1").arg(own).toHtmlEscaped(),
                        ownSource_.isEmpty() ? QString() : QStringLiteral("<br/>") + ownSource_.toHtmlEscaped());
    }
    if (!problem_.isEmpty()) {
        tip += QStringLiteral("<p><b>%1</b></p>").arg(problem_.toHtmlEscaped());
    }
    for (QWidget* widget : {static_cast<QWidget*>(label_), control_}) {
        widget->setToolTip(tip);
        widget->setWhatsThis(tip);
    }
    control_->setAccessibleDescription(!problem_.isEmpty() ? problem_
                                       : marked            ? tr("Differs from the preset's own, %1").arg(own)
                                                           : QString());
    back_->setVisible(marked);
    back_->setToolTip(tr("Set back to the preset's own: %1").arg(own));
}

bool HardwareFieldRow::eventFilter(QObject* watched, QEvent* event)
{
    // A list that is scrolled past must not change its choice.
    if (event->type() == QEvent::Wheel && watched == choice_ && !choice_->hasFocus()) {
        event->ignore();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace mho
