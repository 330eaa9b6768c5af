// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/constraint_list.h"

#include "widgets/bridge/text.h"
#include "widgets/views/constraint_row.h"

#include <QCoreApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace mho {

ConstraintList::ConstraintList(QWidget* parent)
    : QScrollArea(parent),
      list_(new QVBoxLayout),
      none_(new QLabel(tr("No constraint: every weight stays."))),
      add_(new QPushButton(tr("&Add"))),
      addMenu_(new QMenu(this))
{
    none_->setForegroundRole(QPalette::PlaceholderText);
    none_->setWordWrap(true);
    makeAddMenu();
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    list_->setSpacing(6);
    layout->addLayout(list_);
    layout->addWidget(none_);
    auto* addLine = new QHBoxLayout;
    addLine->addWidget(add_);
    addLine->addStretch(1);
    layout->addLayout(addLine);
    layout->addStretch(1);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    arrange();
}

void ConstraintList::makeAddMenu()
{
    addMenu_->setToolTipsVisible(true);
    for (const Constraint* kind : constraints()) {
        QAction* action = addMenu_->addAction(labelText(kind->name()), this, [this, kind] { addConstraint(*kind); });
        action->setData(toQString(kind->name()));
        action->setToolTip(coreText(kind->description()));
    }
    add_->setMenu(addMenu_);
    add_->setAccessibleName(tr("Add a constraint"));
}

void ConstraintList::setSpecs(const std::vector<ConstraintSpec>& specs)
{
    // Undo replaces the rows under the hands of who types: the focus goes to the same place of the new ones.
    int focusRow = -1;
    int focusControl = -1;
    for (int row = 0; row < rows_.size(); ++row) {
        const int control = static_cast<int>(rows_[row]->controls().indexOf(focusWidget()));
        focusRow = control >= 0 ? row : focusRow;
        focusControl = std::max(focusControl, control);
    }
    const QList<ConstraintRow*> old = rows_;
    for (ConstraintRow* row : old) {
        dropRow(row);
    }
    specs_ = specs;
    for (const ConstraintSpec& spec : specs_) {
        makeRow(spec);
    }
    arrange();
    if (focusRow >= 0 && focusRow < rows_.size()) {
        const QList<QWidget*> controls = rows_[focusRow]->controls();
        controls[std::min<qsizetype>(focusControl, controls.size() - 1)]->setFocus();
    }
}

QList<QWidget*> ConstraintList::controls() const
{
    QList<QWidget*> all;
    for (const ConstraintRow* row : rows_) {
        all.append(row->controls());
    }
    all.append(add_);
    return all;
}

void ConstraintList::makeRow(const ConstraintSpec& spec)
{
    auto* row = new ConstraintRow(spec);
    rows_.append(row);
    list_->addWidget(row);
    connect(row, &ConstraintRow::edited, this, [this, row](const QString& what) { takeRow(row, what); });
    connect(row, &ConstraintRow::removeAsked, this, [this, row] { removeRow(row); });
    connect(row, &ConstraintRow::upAsked, this, [this, row] { moveRow(row, -1); });
    connect(row, &ConstraintRow::downAsked, this, [this, row] { moveRow(row, 1); });
}

void ConstraintList::dropRow(ConstraintRow* row)
{
    rows_.removeOne(row);
    list_->removeWidget(row);
    row->hide();
    row->setParent(nullptr);
    row->deleteLater();  // it may be the sender of what goes on
}

void ConstraintList::addConstraint(const Constraint& kind)
{
    ConstraintSpec spec;
    spec.kind = kind.name();
    specs_.push_back(spec);
    makeRow(spec);
    arrange();
    ConstraintRow* row = rows_.back();
    // Once the new row has its place.
    QTimer::singleShot(0, this, [this, row] {
        if (rows_.contains(row)) {
            ensureWidgetVisible(row);
        }
    });
    row->controls().back()->setFocus();
    Q_EMIT edited(QStringLiteral("Add %1 to %2").arg(toQString(spec.kind), QStringLiteral("%1")), false);
}

void ConstraintList::removeRow(ConstraintRow* row)
{
    const qsizetype place = rows_.indexOf(row);
    const QString kind = toQString(row->spec().kind);
    dropRow(row);
    specs_.erase(specs_.begin() + place);
    arrange();
    if (rows_.isEmpty()) {
        add_->setFocus();
    } else {
        rows_[std::min(place, rows_.size() - 1)]->controls().front()->setFocus();
    }
    Q_EMIT edited(QStringLiteral("Remove %1 from %2").arg(kind, QStringLiteral("%1")), false);
}

void ConstraintList::moveRow(ConstraintRow* row, int by)
{
    const int from = static_cast<int>(rows_.indexOf(row));
    const int to = from + by;
    if (to < 0 || to >= rows_.size()) {
        return;
    }
    rows_.move(from, to);
    list_->removeWidget(row);
    list_->insertWidget(to, row);
    std::swap(specs_[static_cast<std::size_t>(from)], specs_[static_cast<std::size_t>(to)]);
    arrange();
    Q_EMIT edited(QStringLiteral("Move %1 of %2").arg(toQString(row->spec().kind), QStringLiteral("%1")), false);
}

void ConstraintList::takeRow(ConstraintRow* row, const QString& what)
{
    const auto place = static_cast<std::size_t>(rows_.indexOf(row));
    const bool otherKind = specs_[place].kind != row->spec().kind;
    specs_[place] = row->spec();
    if (otherKind) {
        arrange();
    }
    Q_EMIT edited(QStringLiteral("Change %1 of %2").arg(what, QStringLiteral("%1")), true);
}

void ConstraintList::arrange()
{
    none_->setVisible(rows_.isEmpty());
    for (int i = 0; i < rows_.size(); ++i) {
        rows_[i]->setPlace(i == 0, i + 1 == rows_.size());
    }
    // A kind stands at most once in a layer.
    for (QAction* action : addMenu_->actions()) {
        const std::string kind = action->data().toString().toStdString();
        action->setEnabled(
            std::none_of(specs_.begin(), specs_.end(), [&](const ConstraintSpec& spec) { return spec.kind == kind; }));
    }
    setMinimumWidth(widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
    Q_EMIT arranged();
}

}  // namespace mho
