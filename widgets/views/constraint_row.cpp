// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/constraint_row.h"

#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"
#include "widgets/views/number_box.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace mho {
namespace {

/// The kind of that name, or null.
const Constraint* constraintNamed(const std::string& name)
{
    const auto& all = constraints();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Constraint* one) { return one->name() == name; });
    return found == all.end() ? nullptr : *found;
}

QString translated(std::string_view text)
{
    return coreText(text);
}

}  // namespace

ConstraintRow::ConstraintRow(const ConstraintSpec& spec, QWidget* parent)
    : QFrame(parent),
      spec_(spec),
      kind_(new QComboBox),
      up_(new QToolButton),
      down_(new QToolButton),
      remove_(new QToolButton),
      form_(new QFormLayout)
{
    setFrameShape(StyledPanel);
    constexpr int kShortestKind = 12;  // the list opens as wide as it needs
    kind_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    kind_->setMinimumContentsLength(kShortestKind);
    kind_->setFocusPolicy(Qt::StrongFocus);
    kind_->installEventFilter(this);
    for (const Constraint* constraint : constraints()) {
        kind_->addItem(labelText(constraint->name()), toQString(constraint->name()));
        kind_->setItemData(kind_->count() - 1, translated(constraint->description()), Qt::ToolTipRole);
    }
    const QString name = toQString(spec.kind);
    if (kind_->findData(name) < 0) {
        kind_->addItem(name, name);  // shown with its problem, so that it can be replaced
    }
    kind_->setCurrentIndex(kind_->findData(name));
    up_->setArrowType(Qt::UpArrow);
    down_->setArrowType(Qt::DownArrow);
    remove_->setText(QStringLiteral("×"));
    up_->setToolTip(tr("Up: constraints hold in this order"));
    down_->setToolTip(tr("Down: constraints hold in this order"));
    remove_->setToolTip(tr("Remove this constraint"));
    auto* head = new QHBoxLayout;
    head->setSpacing(0);
    head->addWidget(kind_, 1);
    for (QToolButton* button : {up_, down_, remove_}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        head->addWidget(button);
    }
    form_->setContentsMargins(0, 0, 0, 0);
    form_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addLayout(form_);
    fill();
    connect(kind_, &QComboBox::currentIndexChanged, this, &ConstraintRow::chooseKind);
    connect(up_, &QToolButton::clicked, this, &ConstraintRow::upAsked);
    connect(down_, &QToolButton::clicked, this, &ConstraintRow::downAsked);
    connect(remove_, &QToolButton::clicked, this, &ConstraintRow::removeAsked);
}

void ConstraintRow::setPlace(bool first, bool last)
{
    up_->setEnabled(!first);
    down_->setEnabled(!last);
}

QList<QWidget*> ConstraintRow::controls() const
{
    return QList<QWidget*>{kind_, up_, down_, remove_} + fields_;
}

void ConstraintRow::chooseKind()
{
    const ConstraintSpec before = spec_;
    spec_ = {.kind = kind_->currentData().toString().toStdString()};
    if (const Constraint* constraint = constraintNamed(spec_.kind)) {
        spec_.ratio = constraint->hasRatio() ? before.ratio : 1.0;
        spec_.rule = constraint->hasPaperRule() ? before.rule : ProjectionRule::Euclidean;
    }
    fill();
    Q_EMIT edited(QStringLiteral("%1 to %2").arg(toQString(before.kind), toQString(spec_.kind)));
}

void ConstraintRow::fill()
{
    while (form_->rowCount() > 0) {
        form_->removeRow(0);
    }
    fields_.clear();
    const QString kind = toQString(spec_.kind);
    kind_->setAccessibleName(tr("Kind of constraint"));
    kind_->setToolTip(kind_->currentData(Qt::ToolTipRole).toString());
    up_->setAccessibleName(tr("Move %1 up").arg(kind));
    down_->setAccessibleName(tr("Move %1 down").arg(kind));
    remove_->setAccessibleName(tr("Remove %1").arg(kind));
    const Constraint* constraint = constraintNamed(spec_.kind);
    if (constraint == nullptr) {
        return;
    }
    if (constraint->hasRatio()) {
        // Whether the layer has so many groups is told in words, not by cutting what is typed.
        constexpr double kMostRatio = 1e9;
        addNumber(tr("Ratio"), {"ratio", "", 1.0, 1.0, kMostRatio, false}, spec_.ratio,
                  [this](double value) { spec_.ratio = value; });
        auto* field = static_cast<NumberBox*>(fields_.back());
        field->setSuffix(QStringLiteral("×"));
        field->setToolTip(tr("Groups / groups kept; 1 keeps all"));
    }
    for (const ConstraintOption& option : constraint->options()) {
        addNumber(labelText(option.name), option, constraint->option(spec_, option.name),
                  [this, name = std::string(option.name)](double value) { spec_.options[name] = value; });
    }
    if (constraint->hasPaperRule()) {
        addRule();
    }
    if (fields_.isEmpty()) {
        auto* description = new QLabel(translated(constraint->description()));
        description->setWordWrap(true);
        description->setForegroundRole(QPalette::PlaceholderText);
        form_->addRow(description);
    }
}

void ConstraintRow::addNumber(const QString& label, const ConstraintOption& option, double value,
                              const std::function<void(double)>& take)
{
    auto* field = new NumberBox(option.least, option.most, option.whole);
    field->setValue(value);
    field->setToolTip(tr("%1 (%2 to %3, default %4)")
                          .arg(translated(option.description))
                          .arg(shortText(option.least, 6), shortText(option.most, 6), shortText(option.standard, 6)));
    connect(field, &QDoubleSpinBox::valueChanged, this, [this, take, name = plainLabel(option.name)](double now) {
        take(now);
        Q_EMIT edited(QStringLiteral("%1 %2").arg(toQString(spec_.kind), name));
    });
    add(label, field);
}

void ConstraintRow::addRule()
{
    auto* box = new QCheckBox(tr("Paper's rule"));
    box->setChecked(spec_.rule == ProjectionRule::Paper);
    box->setToolTip(tr("Choose what stays as the kind's paper does; otherwise the nearest point (Euclidean) is taken"));
    connect(box, &QCheckBox::toggled, this, [this](bool paper) {
        spec_.rule = paper ? ProjectionRule::Paper : ProjectionRule::Euclidean;
        Q_EMIT edited(QStringLiteral("%1 Rule").arg(toQString(spec_.kind)));
    });
    add({}, box);
}

void ConstraintRow::add(const QString& label, QWidget* field)
{
    const QString name = label.isEmpty() ? tr("Paper's rule") : label;
    field->setAccessibleName(tr("%1 of %2").arg(name, toQString(spec_.kind)));
    fields_.append(field);
    if (label.isEmpty()) {
        form_->addRow(field);
    } else {
        form_->addRow(label, field);
        form_->labelForField(field)->setToolTip(field->toolTip());
    }
}

bool ConstraintRow::eventFilter(QObject* watched, QEvent* event)
{
    // A list that is scrolled past must not change its choice.
    if (event->type() == QEvent::Wheel && watched == kind_ && !kind_->hasFocus()) {
        event->ignore();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace mho
