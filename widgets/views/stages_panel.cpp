// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/stages_panel.h"

#include "widgets/bridge/stage_words.h"
#include "widgets/bridge/text.h"
#include "widgets/views/stage_delegate.h"
#include "widgets/views/table_menu.h"

#include <QAccessible>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace mho {

StagesPanel::StagesPanel(QWidget* parent) : QWidget(parent), tree_(new QTreeWidget), problem_(new QLabel)
{
    tree_->setHeaderLabels({tr("Setting"), tr("Value")});
    tree_->setAccessibleName(tr("Stages of a run"));
    tree_->setUniformRowHeights(true);
    tree_->setAlternatingRowColors(true);
    tree_->setFrameShape(QFrame::NoFrame);
    tree_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked | QAbstractItemView::EditKeyPressed |
                           QAbstractItemView::AnyKeyPressed);
    tree_->setItemDelegate(new StageDelegate(tree_));
    constexpr int kValueCharacters = 12;
    tree_->setIndentation(fontMetrics().height());
    tree_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    tree_->header()->setStretchLastSection(false);
    tree_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree_->header()->resizeSection(1, fontMetrics().horizontalAdvance(QLatin1Char('0')) * kValueCharacters);
    tree_->setMinimumWidth(fontMetrics().horizontalAdvance(QLatin1Char('0')) * 2 * kValueCharacters);
    addTableMenu(*tree_);
    problem_->setWordWrap(true);
    problem_->setTextFormat(Qt::PlainText);
    problem_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    problem_->setContentsMargins(8, 4, 8, 4);
    problem_->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(tree_, 1);
    layout->addWidget(problem_);
    setFocusProxy(tree_);
    makeRows();
    connect(tree_, &QTreeWidget::itemChanged, this, &StagesPanel::take);
    // Keys go from row to row; what is edited stands in the second column.
    connect(tree_, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (item != nullptr && tree_->currentColumn() != 1) {
            QMetaObject::invokeMethod(this, [this] { tree_->setCurrentItem(tree_->currentItem(), 1); }, Qt::QueuedConnection);
        }
    });
}

void StagesPanel::makeRows()
{
    QTreeWidgetItem* branch = nullptr;
    const char* group = nullptr;
    for (const StageField& field : stageFields()) {
        if (field.group != group) {
            group = field.group;
            branch = new QTreeWidgetItem(tree_, {coreText(field.group)});
            branch->setData(0, Qt::UserRole, QString::fromLatin1(field.stage));
            QFont bold = branch->font(0);
            bold.setBold(true);
            branch->setFont(0, bold);
        }
        auto* item = new QTreeWidgetItem(branch, {coreText(field.label)});
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setData(1, StageDelegate::FieldRole, toQString(field.name));
        for (const int column : {0, 1}) {
            item->setToolTip(column, stageFieldTip(field));
            item->setWhatsThis(column, stageFieldTip(field));
            item->setData(column, Qt::AccessibleDescriptionRole, coreText(field.meaning));
        }
        rows_.push_back(item);
    }
}

void StagesPanel::setStages(const Stages& stages, const std::vector<StageWork>& work)
{
    showing_ = true;
    const std::vector<std::string> values = stageValues(stages);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const StageField& field = stageFields()[i];
        rows_[i]->setData(1, StageDelegate::ValueRole, toQString(values[i]));
        rows_[i]->setText(1, stageValueText(field, toQString(values[i])));
        rows_[i]->setData(1, Qt::AccessibleTextRole, QStringLiteral("%1: %2").arg(rows_[i]->text(0), rows_[i]->text(1)));
    }
    for (int i = 0; i < tree_->topLevelItemCount(); ++i) {
        QTreeWidgetItem* branch = tree_->topLevelItem(i);
        const std::string stage = branch->data(0, Qt::UserRole).toString().toStdString();
        const auto found = std::find_if(work.begin(), work.end(), [&](const StageWork& one) { return one.stage == stage; });
        // Of the two ways to prune one is taken.
        const StageField* field = findStageField(branch->child(0)->data(1, StageDelegate::FieldRole).toString().toStdString());
        const bool taken = stageTakesPart(stages, *field);
        const bool takesPart = found != work.end() && taken;
        // The hard projection is never left out.
        branch->setText(1, stage.empty()                  ? QString()
                           : takesPart                    ? tr("%n epochs", nullptr, static_cast<int>(found->epochs))
                           : taken && stage == "admm"     ? tr("projection")
                                                          : tr("left out"));
        if (!opened_) {
            branch->setExpanded(takesPart || i == 0);
        }
    }
    opened_ = true;
    showing_ = false;
}

void StagesPanel::setProblem(const QString& text)
{
    problem_->setText(text.isEmpty() ? QString() : QStringLiteral("⚠ ") + text);
    problem_->setVisible(!text.isEmpty());
    if (!text.isEmpty()) {
        QAccessibleEvent spoken(problem_, QAccessible::Alert);
        QAccessible::updateAccessibility(&spoken);
    }
}

QTreeWidgetItem* StagesPanel::row(std::string_view field)
{
    const auto all = stageFields();
    const auto found = std::find_if(all.begin(), all.end(), [&](const StageField& one) { return one.name == field; });
    return found == all.end() ? nullptr : rows_[static_cast<std::size_t>(found - all.begin())];
}

void StagesPanel::take(QTreeWidgetItem* item, int column)
{
    const StageField* field = findStageField(item->data(1, StageDelegate::FieldRole).toString().toStdString());
    if (showing_ || column != 1 || field == nullptr) {
        return;
    }
    const QString typed = item->data(1, Qt::EditRole).toString();
    const QString before = item->data(1, StageDelegate::ValueRole).toString();
    const QString value = stageSettingValue(*field, typed);
    // What was only looked at is as it was, and the owner shows it again where it was typed in another way.
    Q_EMIT edited(toQString(field->name), typed == stageValueText(*field, before) ? before : value);
}

}  // namespace mho
