// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/preset_constants.h"

#include "widgets/bridge/text.h"
#include "widgets/models/constant_table_model.h"
#include "widgets/views/table_menu.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace mho {

PresetConstants::PresetConstants(QWidget* parent)
    : QWidget(parent), fold_(new QToolButton), about_(new QLabel), table_(new QTableView), model_(new ConstantTableModel(this))
{
    fold_->setCheckable(true);
    fold_->setAutoRaise(true);
    fold_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    fold_->setFocusPolicy(Qt::StrongFocus);
    fold_->setToolTip(tr("Show or hide the constants that the preset's prices come from"));
    about_->setWordWrap(true);
    about_->setTextFormat(Qt::PlainText);
    about_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    table_->setModel(model_);
    table_->setAccessibleName(tr("Constants of the preset"));
    addTableMenu(*table_);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setShowGrid(false);
    table_->setAlternatingRowColors(true);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->setFrameShape(QFrame::StyledPanel);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 7);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->setMinimumHeight(fontMetrics().height() * 7);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(fold_);
    layout->addWidget(about_);
    layout->addWidget(table_, 1);
    connect(fold_, &QToolButton::toggled, this, &PresetConstants::showFold);
    setNothing({});
    showFold();
}

void PresetConstants::setComponents(const ComponentFile& components)
{
    fold_->setText(tr("Constants of %1 (%2)").arg(toQString(components.name)).arg(components.constants.size()));
    about_->setText(dataText(components.description));
    about_->setToolTip(tr("Weakness: %1").arg(dataText(components.weakness)));
    model_->setConstants(components.constants);
    table_->resizeColumnsToContents();
}

void PresetConstants::setNothing(const QString& reason)
{
    fold_->setText(tr("Constants of the preset"));
    about_->setText(reason);
    about_->setToolTip({});
    model_->setConstants({});
}

void PresetConstants::showFold()
{
    const bool open = fold_->isChecked();
    fold_->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    about_->setVisible(open);
    table_->setVisible(open);
    setSizePolicy(QSizePolicy::Preferred, open ? QSizePolicy::Expanding : QSizePolicy::Fixed);
}

}  // namespace mho
