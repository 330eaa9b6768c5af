// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/constraint_editor.h"

#include "widgets/bridge/gesture.h"
#include "widgets/bridge/text.h"
#include "widgets/views/constraint_row.h"
#include "widgets/views/levels_choice.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace mho {
namespace {

/// Steps of one value that follow each other faster than this are one gesture.
constexpr int kOneGestureMs = 700;
constexpr int kMessageLines = 6;

}  // namespace

ConstraintEditor::ConstraintEditor(QWidget* parent)
    : QWidget(parent),
      title_(new QLabel),
      body_(new QWidget),
      scroll_(new QScrollArea),
      none_(new QLabel(tr("No constraint: every weight stays."))),
      add_(new QPushButton(tr("&Add"))),
      addMenu_(new QMenu(this)),
      levels_(new LevelsChoice),
      message_(new QWidget),
      text_(new QPlainTextEdit),
      apply_(new QPushButton(tr("Apply"))),
      discard_(new QPushButton(tr("Discard"))),
      applyToAll_(new QPushButton(tr("Apply to All Layers")))
{
    title_->setTextFormat(Qt::PlainText);
    QFont bold = title_->font();
    bold.setBold(true);
    title_->setFont(bold);
    none_->setForegroundRole(QPalette::PlaceholderText);
    none_->setWordWrap(true);
    makeAddMenu();

    auto* content = new QWidget;
    auto* contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(0, 0, 0, 0);
    list_ = new QVBoxLayout;
    list_->setSpacing(6);
    contentLayout->addLayout(list_);
    contentLayout->addWidget(none_);
    auto* addLine = new QHBoxLayout;
    addLine->addWidget(add_);
    addLine->addStretch(1);
    contentLayout->addLayout(addLine);
    contentLayout->addStretch(1);
    scroll_->setWidget(content);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);

    text_->setReadOnly(true);
    text_->setTabChangesFocus(true);
    text_->setAccessibleName(tr("What is wrong with the constraints"));
    text_->setFixedHeight(fontMetrics().lineSpacing() * kMessageLines + 2 * text_->frameWidth() + 8);
    auto* answers = new QHBoxLayout;
    answers->addStretch(1);
    answers->addWidget(apply_);
    answers->addWidget(discard_);
    auto* messageLayout = new QVBoxLayout(message_);
    messageLayout->setContentsMargins(0, 0, 0, 0);
    messageLayout->setSpacing(4);
    messageLayout->addWidget(text_);
    messageLayout->addLayout(answers);
    apply_->setToolTip(tr("Put what is shown into the plan"));
    discard_->setToolTip(tr("Show again what the plan has"));
    applyToAll_->setToolTip(tr("Give every layer these constraints and levels, as one step to undo"));

    auto* bodyLayout = new QVBoxLayout(body_);
    bodyLayout->setContentsMargins(0, 0, 0, 0);
    bodyLayout->setSpacing(6);
    bodyLayout->addWidget(scroll_, 1);
    bodyLayout->addWidget(message_);
    bodyLayout->addWidget(levels_);
    bodyLayout->addWidget(applyToAll_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(title_);
    layout->addWidget(body_, 1);
    layout->addStretch(0);

    connect(levels_, &LevelsChoice::edited, this, &ConstraintEditor::takeLevels);
    connect(apply_, &QPushButton::clicked, this, [this] { announce(tr("Change Constraints of %1"), 0); });
    connect(discard_, &QPushButton::clicked, this, &ConstraintEditor::discardAsked);
    connect(applyToAll_, &QPushButton::clicked, this, [this] {
        const LayerPlan shown = *plan_;
        Q_EMIT applyToAllAsked(shown);
    });
    setProblems({}, false);
    plan_.emplace();
    setPlan(std::nullopt);
}

void ConstraintEditor::makeAddMenu()
{
    addMenu_->setToolTipsVisible(true);
    for (const Constraint* kind : constraints()) {
        QAction* action = addMenu_->addAction(labelText(kind->name()), this, [this, kind] { addConstraint(*kind); });
        action->setData(toQString(kind->name()));
        action->setToolTip(QCoreApplication::translate("mho", std::string(kind->description()).c_str()));
    }
    add_->setMenu(addMenu_);
    add_->setAccessibleName(tr("Add a constraint"));
}

void ConstraintEditor::setPlan(const std::optional<LayerPlan>& plan)
{
    if (plan == plan_) {
        return;
    }
    // Undo replaces the rows under the hands of who types: the focus goes to the same place of the new ones.
    int focusRow = -1;
    int focusControl = -1;
    for (int row = 0; row < rows_.size(); ++row) {
        const int control = static_cast<int>(rows_[row]->controls().indexOf(focusWidget()));
        focusRow = control >= 0 ? row : focusRow;
        focusControl = std::max(focusControl, control);
    }
    plan_ = plan;
    lastWhat_.clear();
    title_->setText(plan_ ? toQString(plan_->layer) : tr("No layer is selected."));
    body_->setVisible(plan_.has_value());
    const QList<ConstraintRow*> old = rows_;
    for (ConstraintRow* row : old) {
        dropRow(row);
    }
    if (plan_) {
        for (const ConstraintSpec& spec : plan_->constraints) {
            makeRow(spec);
        }
        levels_->setLevels(plan_->levels, plan_->levelBits);
    }
    arrange();
    if (focusRow >= 0 && focusRow < rows_.size()) {
        const QList<QWidget*> controls = rows_[focusRow]->controls();
        controls[std::min<qsizetype>(focusControl, controls.size() - 1)]->setFocus();
    }
}

void ConstraintEditor::setProblems(const QString& text, bool pending)
{
    message_->setVisible(pending || !text.isEmpty());
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

QString ConstraintEditor::problems() const
{
    return text_->toPlainText();
}

void ConstraintEditor::startEditing()
{
    QWidget* first = rows_.isEmpty() ? static_cast<QWidget*>(add_) : rows_.front()->controls().front();
    first->setFocus(Qt::OtherFocusReason);
}

ConstraintRow* ConstraintEditor::makeRow(const ConstraintSpec& spec)
{
    auto* row = new ConstraintRow(spec);
    rows_.append(row);
    list_->addWidget(row);
    connect(row, &ConstraintRow::edited, this, [this, row](const QString& what) { takeRow(row, what); });
    connect(row, &ConstraintRow::removeAsked, this, [this, row] { removeRow(row); });
    connect(row, &ConstraintRow::upAsked, this, [this, row] { moveRow(row, -1); });
    connect(row, &ConstraintRow::downAsked, this, [this, row] { moveRow(row, 1); });
    return row;
}

void ConstraintEditor::dropRow(ConstraintRow* row)
{
    rows_.removeOne(row);
    list_->removeWidget(row);
    row->hide();
    row->setParent(nullptr);
    row->deleteLater();  // it may be the sender of what goes on
}

void ConstraintEditor::addConstraint(const Constraint& kind)
{
    ConstraintSpec spec;
    spec.kind = kind.name();
    plan_->constraints.push_back(spec);
    ConstraintRow* row = makeRow(spec);
    arrange();
    // Once the new row has its place.
    QTimer::singleShot(0, this, [this, row] {
        if (rows_.contains(row)) {
            scroll_->ensureWidgetVisible(row);
        }
    });
    const QList<QWidget*> controls = row->controls();
    controls.back()->setFocus();
    announce(tr("Add %1 to %2").arg(toQString(spec.kind)), 0);
}

void ConstraintEditor::removeRow(ConstraintRow* row)
{
    const qsizetype place = rows_.indexOf(row);
    const QString kind = toQString(row->spec().kind);
    dropRow(row);
    plan_->constraints.erase(plan_->constraints.begin() + place);
    arrange();
    if (rows_.isEmpty()) {
        add_->setFocus();
    } else {
        rows_[std::min(place, rows_.size() - 1)]->controls().front()->setFocus();
    }
    announce(tr("Remove %1 from %2").arg(kind), 0);
}

void ConstraintEditor::moveRow(ConstraintRow* row, int by)
{
    const int from = static_cast<int>(rows_.indexOf(row));
    const int to = from + by;
    if (to < 0 || to >= rows_.size()) {
        return;
    }
    rows_.move(from, to);
    list_->removeWidget(row);
    list_->insertWidget(to, row);
    std::swap(plan_->constraints[static_cast<std::size_t>(from)], plan_->constraints[static_cast<std::size_t>(to)]);
    arrange();
    announce(tr("Move %1 of %2").arg(toQString(row->spec().kind)), 0);
}

void ConstraintEditor::takeRow(ConstraintRow* row, const QString& what)
{
    const auto place = static_cast<std::size_t>(rows_.indexOf(row));
    const bool otherKind = plan_->constraints[place].kind != row->spec().kind;
    plan_->constraints[place] = row->spec();
    if (otherKind) {
        arrange();
    }
    const bool goesOn = what == lastWhat_ && sinceLast_.isValid() && sinceLast_.elapsed() < kOneGestureMs;
    gesture_ = goesOn ? gesture_ : newGesture();
    lastWhat_ = what;
    sinceLast_.start();
    announce(tr("Change %1 of %2").arg(what), gesture_);
}

void ConstraintEditor::takeLevels()
{
    plan_->levels = levels_->levels();
    plan_->levelBits = levels_->bits();
    announce(tr("Change Levels of %1"), 0);
}

void ConstraintEditor::arrange()
{
    none_->setVisible(rows_.isEmpty());
    QWidget* last = nullptr;
    const auto next = [&last](QWidget* widget) {
        if (last != nullptr) {
            setTabOrder(last, widget);
        }
        last = widget;
    };
    for (int i = 0; i < rows_.size(); ++i) {
        rows_[i]->setPlace(i == 0, i + 1 == rows_.size());
        for (QWidget* control : rows_[i]->controls()) {
            next(control);
        }
    }
    for (QWidget* widget : {static_cast<QWidget*>(add_), static_cast<QWidget*>(text_), static_cast<QWidget*>(apply_),
                            static_cast<QWidget*>(discard_), static_cast<QWidget*>(levels_->levelsBox()),
                            static_cast<QWidget*>(levels_->bitsBox()), static_cast<QWidget*>(applyToAll_)}) {
        next(widget);
    }
    // A kind stands at most once in a layer.
    for (QAction* action : addMenu_->actions()) {
        const std::string kind = action->data().toString().toStdString();
        action->setEnabled(
            std::none_of(rows_.begin(), rows_.end(), [&](const ConstraintRow* row) { return row->spec().kind == kind; }));
    }
    scroll_->setMinimumWidth(scroll_->widget()->minimumSizeHint().width() + scroll_->verticalScrollBar()->sizeHint().width());
}

void ConstraintEditor::announce(const QString& what, int gesture)
{
    // A copy, because the answer may change what is shown.
    const LayerPlan now = *plan_;
    Q_EMIT edited(now, what.arg(toQString(now.layer)), gesture);
}

}  // namespace mho
