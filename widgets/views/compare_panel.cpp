// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/compare_panel.h"

#include "widgets/views/compare_table.h"
#include "widgets/views/parallel_view.h"
#include "widgets/views/readout_label.h"
#include "widgets/views/scatter_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>

#include <algorithm>

namespace mho {
namespace {

constexpr QSize kRoomForAll(760, 420);

QToolButton* logButton(const QString& name)
{
    auto* button = new QToolButton;
    button->setText(ComparePanel::tr("log"));
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

}  // namespace

ComparePanel::ComparePanel(QWidget* parent)
    : QWidget(parent),
      scatter_(new ScatterView(&selection_)),
      parallel_(new ParallelView(&selection_)),
      table_(new CompareTable(&selection_)),
      x_(new QComboBox),
      y_(new QComboBox),
      xLogarithmic_(logButton(tr("Logarithmic x axis"))),
      yLogarithmic_(logButton(tr("Logarithmic y axis"))),
      readOut_(new ReadoutLabel),
      scatterPage_(makeScatterPage()),
      outer_(new QSplitter),
      inner_(new QSplitter(Qt::Vertical)),
      tabs_(new QTabWidget)
{
    auto* scroll = new QScrollArea;
    scroll->setWidget(parallel_);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    parallelPage_ = scroll;
    readOut_->setContentsMargins(6, 2, 6, 2);
    readOut_->setAccessibleName(tr("Design point under the pointer"));
    tabs_->setDocumentMode(true);
    for (QSplitter* splitter : {outer_, inner_}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(5);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    // The views' needs in one arrangement must not keep the panel from shrinking into another.
    layout->setSizeConstraint(QLayout::SetNoConstraint);
    layout->addWidget(outer_, 1);
    layout->addWidget(tabs_, 1);
    layout->addWidget(readOut_);
    connect(&selection_, &CompareSelection::hoverChanged, this, &ComparePanel::showHovered);
    connect(&selection_, &CompareSelection::changed, this, [this] { showHovered(selection_.hovered()); });
    connect(x_, &QComboBox::activated, this, [this] {
        xKey_ = x_->currentData().toString();
        drawScatter();
    });
    connect(y_, &QComboBox::activated, this, [this] {
        yKey_ = y_->currentData().toString();
        drawScatter();
    });
    for (QToolButton* button : {xLogarithmic_, yLogarithmic_}) {
        connect(button, &QToolButton::toggled, this, &ComparePanel::drawScatter);
    }
    arrange();
}

QWidget* ComparePanel::makeScatterPage()
{
    auto* page = new QWidget;
    auto* choices = new QHBoxLayout;
    choices->setContentsMargins(6, 2, 6, 2);
    const auto add = [&](const QString& text, QComboBox* choice, QToolButton* logarithmic) {
        auto* label = new QLabel(text);
        label->setBuddy(choice);
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->setMinimumContentsLength(9);
        label->setContentsMargins(0, 0, 4, 0);
        choices->addWidget(label);
        choices->addWidget(choice, 1);
        choices->addWidget(logarithmic);
    };
    add(tr("&y"), y_, yLogarithmic_);
    add(tr("&x"), x_, xLogarithmic_);
    x_->setAccessibleName(tr("Metric of the x axis"));
    y_->setAccessibleName(tr("Metric of the y axis"));
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(choices);
    layout->addWidget(scatter_, 1);
    return page;
}

void ComparePanel::setSet(const std::shared_ptr<const CompareSet>& set)
{
    std::vector<int> selected;
    for (const int old : selection_.selected()) {
        const ComparePoint& point = set_->points[static_cast<std::size_t>(old)];
        const auto found = std::find_if(set->points.begin(), set->points.end(), [&](const ComparePoint& now) { return point.isSame(now); });
        if (found != set->points.end()) {
            selected.push_back(static_cast<int>(found - set->points.begin()));
        }
    }
    // As if the parallel view had done so: its brushes stay, and choose from the new points.
    selection_.hover(-1);
    selection_.select({}, parallel_);
    set_ = set;
    fillChoices();
    drawScatter();
    parallel_->setSet(set_);
    table_->setSet(set_);
    if (!parallel_->parallel().hasBrush()) {
        selection_.select(std::move(selected), this);
    }
    showHovered(-1);
}

void ComparePanel::setPresent(int point)
{
    present_ = point;
    table_->model()->setPresent(point);
    showHovered(selection_.hovered());
}

QVariantHash ComparePanel::choices() const
{
    return {{QStringLiteral("x"), xKey_},
            {QStringLiteral("y"), yKey_},
            {QStringLiteral("xLogarithmic"), xLogarithmic_->isChecked()},
            {QStringLiteral("yLogarithmic"), yLogarithmic_->isChecked()},
            {QStringLiteral("differencesOnly"), table_->differencesBox()->isChecked()}};
}

void ComparePanel::setChoices(const QVariantHash& choices)
{
    xKey_ = choices.value(QStringLiteral("x")).toString();
    yKey_ = choices.value(QStringLiteral("y")).toString();
    xLogarithmic_->setChecked(choices.value(QStringLiteral("xLogarithmic")).toBool());
    yLogarithmic_->setChecked(choices.value(QStringLiteral("yLogarithmic")).toBool());
    table_->differencesBox()->setChecked(choices.value(QStringLiteral("differencesOnly")).toBool());
    fillChoices();
    drawScatter();
}

void ComparePanel::setMessage(const QString& text)
{
    message_ = text;
    parallel_->setMessage(text);
    drawScatter();
}

void ComparePanel::fillChoices()
{
    const auto fill = [this](QComboBox* choice, const QString& chosen, const QString& first) {
        choice->clear();
        for (const CompareAxis& axis : set_->axes) {
            choice->addItem(axis.isLayer() ? axis.title : axis.label, axis.key);
            choice->setItemData(choice->count() - 1, axis.title, Qt::ToolTipRole);
        }
        const int there = choice->findData(chosen);
        const int usual = choice->findData(first);
        choice->setCurrentIndex(there >= 0 ? there : std::max(0, usual));
        choice->setEnabled(choice->count() > 0);
    };
    // Accuracy where a point has one; else what it costs against how far it is pruned.
    const bool accuracy = set_->axis(QStringLiteral("accuracy")) != nullptr;
    const bool energy = set_->axis(QStringLiteral("energy")) != nullptr;
    fill(y_, yKey_, accuracy ? QStringLiteral("accuracy") : QStringLiteral("ratio"));
    fill(x_, xKey_, energy ? QStringLiteral("energy") : QStringLiteral("area"));
}

void ComparePanel::drawScatter()
{
    Scatter scatter = Scatter::of(set_, x_->currentData().toString(), y_->currentData().toString(), xLogarithmic_->isChecked(), yLogarithmic_->isChecked());
    scatter_->setMessage(set_->points.empty() ? message_ : tr("No design point has both of these metrics. Choose another one."));
    scatter_->setScatter(std::move(scatter));
    showHovered(selection_.hovered());
}

void ComparePanel::showHovered(int point)
{
    const auto& selected = selection_.selected();
    if (point < 0 && selected.size() == 1) {
        point = selected.front();
    }
    if (point >= 0) {
        const QString text = pointText(*set_, point, {scatter_->scatter().y, scatter_->scatter().x});
        readOut_->setText(point == present_ ? tr("%1 · in the editor").arg(text) : text);
        return;
    }
    QStringList parts{tr("%n point(s)", nullptr, static_cast<int>(set_->points.size()))};
    if (!selected.empty()) {
        parts.append(tr("%n selected", nullptr, static_cast<int>(selected.size())));
    }
    if (const auto missing = static_cast<int>(scatter_->scatter().missing); missing > 0 && !set_->points.empty()) {
        parts.append(tr("%n without these metrics", nullptr, missing));
    }
    readOut_->setText(set_->points.empty() ? QString() : parts.join(QStringLiteral(" · ")));
}

void ComparePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ComparePanel::arrange()
{
    const bool wide = width() >= kRoomForAll.width() && height() >= kRoomForAll.height();
    const bool tall = !wide && width() >= 380 && height() >= 620;
    const Arrangement wanted = wide ? Arrangement::Wide : tall ? Arrangement::Tall : Arrangement::Tabs;
    if (wanted == arrangement_) {
        return;
    }
    arrangement_ = wanted;
    const int current = std::max(0, tabs_->currentIndex());
    if (wanted == Arrangement::Tabs) {
        tabs_->addTab(scatterPage_, tr("Scatter"));
        tabs_->addTab(parallelPage_, tr("Parallel"));
        tabs_->addTab(table_, tr("Table"));
        tabs_->setCurrentIndex(current);
    } else {
        outer_->setOrientation(wide ? Qt::Horizontal : Qt::Vertical);
        outer_->addWidget(scatterPage_);
        outer_->addWidget(inner_);
        inner_->addWidget(parallelPage_);
        inner_->addWidget(table_);
        outer_->setSizes(wide ? QList<int>{width() * 44 / 100, width() * 56 / 100} : QList<int>{height() * 38 / 100, height() * 62 / 100});
        inner_->setSizes({100, 100});
        for (QWidget* page : {scatterPage_, parallelPage_, static_cast<QWidget*>(table_)}) {
            page->show();
        }
    }
    tabs_->setVisible(wanted == Arrangement::Tabs);
    outer_->setVisible(wanted != Arrangement::Tabs);
}

}  // namespace mho
