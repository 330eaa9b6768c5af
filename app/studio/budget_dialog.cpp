// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/budget_dialog.h"

#include "app/studio/budget_text.h"
#include "app/studio/help_window.h"
#include "app/studio/session.h"
#include "core/base/units.h"
#include "core/project/saved_network.h"
#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"
#include "widgets/models/layer_table_model.h"
#include "widgets/views/number_box.h"
#include "widgets/views/table_menu.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

/// A field is typed into, or stepped, for so long before its value counts.
constexpr int kRestMs = 300;
constexpr double kMostCrossbars = 1e9;

enum Column { Layer, Now, Then, Note, Columns };

}  // namespace

/// What calculations need of the project, read once.
struct BudgetDialog::Known {
    std::shared_ptr<const Project> project;
    std::shared_ptr<const Network> network;
    std::optional<SensitivityTable> table;

    void read(const std::shared_ptr<const Project>& wanted)
    {
        if (project == wanted) {
            return;
        }
        project.reset();
        network = std::make_shared<const Network>(denseNetwork(*wanted));
        const auto json = wanted->sensitivityJson();
        table = json ? std::optional<SensitivityTable>(sensitivityFromJson(*json, wanted->path())) : std::nullopt;
        project = wanted;
    }
};

BudgetDialog::BudgetDialog(Session* session, const LayerTableModel* model, QWidget* parent)
    : QDialog(parent),
      session_(session),
      kind_(new QComboBox),
      goal_(new QComboBox),
      ratio_(new NumberBox(1.0, 1e6, false)),
      crossbars_(new NumberBox(1.0, kMostCrossbars, true)),
      summary_(new QLabel),
      table_(new QTableWidget(0, Columns)),
      known_(std::make_shared<Known>())
{
    setWindowTitle(tr("Spread a Budget"));
    setAttribute(Qt::WA_DeleteOnClose);
    arrange();
    fillFields(model);
    rest_.setSingleShot(true);
    rest_.setInterval(kRestMs);
    connect(&rest_, &QTimer::timeout, this, &BudgetDialog::calculate);
    connect(kind_, &QComboBox::currentIndexChanged, this, &BudgetDialog::ask);
    connect(goal_, &QComboBox::currentIndexChanged, this, [this](int goal) {
        ratio_->setVisible(goal == static_cast<int>(BudgetGoal::Ratio));
        crossbars_->setVisible(goal == static_cast<int>(BudgetGoal::Crossbars));
        ask();
    });
    connect(ratio_, &QDoubleSpinBox::valueChanged, this, &BudgetDialog::ask);
    connect(crossbars_, &QDoubleSpinBox::valueChanged, this, &BudgetDialog::ask);
    connect(session_, &Session::designChanged, this, &BudgetDialog::ask);
    connect(session_, &Session::loaded, this, &QDialog::reject);
    connect(session_, &Session::closed, this, &QDialog::reject);
    connect(session_, &Session::runEnded, this, [this] {
        known_ = std::make_shared<Known>();  // the network that runs start from may be another
        ask();
    });
    ask();
}

BudgetDialog::~BudgetDialog()
{
    if (stop_) {
        *stop_ = true;
    }
}

void BudgetDialog::arrange()
{
    kind_->setAccessibleName(tr("Constraint"));
    goal_->setAccessibleName(tr("Budget"));
    goal_->addItems({tr("Ratio of the whole network, at least"), tr("Crossbars of the whole network, at most")});
    ratio_->setAccessibleName(tr("Least ratio of the whole network"));
    ratio_->setSuffix(QStringLiteral("×"));
    ratio_->setToolTip(tr("Weights / weights kept"));
    crossbars_->setAccessibleName(tr("Most crossbars of the whole network"));
    crossbars_->hide();
    auto* form = new QFormLayout;
    form->addRow(tr("Constraint"), kind_);
    form->addRow(tr("Budget"), goal_);
    auto* values = new QHBoxLayout;
    values->addWidget(ratio_);
    values->addWidget(crossbars_);
    values->addStretch(1);
    form->addRow(tr("Value"), values);
    auto* note =
        new QLabel(tr("Layers that are not locked get this constraint in place of those they have; their levels stay."));
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    summary_->setWordWrap(true);
    summary_->setTextFormat(Qt::PlainText);
    summary_->setAccessibleName(tr("Result"));
    summary_->setMinimumHeight(4 * fontMetrics().lineSpacing());
    summary_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    table_->setTabKeyNavigation(false);
    table_->setAccessibleName(tr("Layers with this budget"));
    addTableMenu(*table_);
    table_->setHorizontalHeaderLabels({tr("Layer"), tr("Now"), tr("With the budget"), tr("Note")});
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 9);
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setShowGrid(false);
    table_->setAlternatingRowColors(true);
    table_->setWordWrap(false);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Apply | QDialogButtonBox::Cancel);
    apply_ = buttons->button(QDialogButtonBox::Apply);
    apply_->setDefault(true);
    connect(apply_, &QPushButton::clicked, this, &BudgetDialog::apply);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    addHelp(this, buttons, QStringLiteral("layers"));
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(note);
    layout->addWidget(summary_);
    layout->addWidget(table_, 1);
    layout->addWidget(buttons);
    resize(620, 520);
}

void BudgetDialog::fillFields(const LayerTableModel* model)
{
    for (const Constraint* kind : constraints()) {
        if (kind->hasRatio()) {
            kind_->addItem(labelText(kind->name()), toQString(kind->name()));
            kind_->setItemData(kind_->count() - 1, coreText(kind->description()), Qt::ToolTipRole);
        }
    }
    kind_->setCurrentIndex(kind_->findData(toQString(usualKind(session_->design().plan))));
    const LayerRow total = totalRow(model->layers());
    const double now = static_cast<double>(total.weights) / static_cast<double>(std::max<std::int64_t>(1, total.weightsKept));
    ratio_->setValue(std::max(2.0, std::round(100.0 * now) / 100.0));
    crossbars_->setValue(static_cast<double>(std::max<std::int64_t>(1, total.crossbars)));
}

BudgetRequest BudgetDialog::request() const
{
    BudgetRequest request;
    request.kind = kind_->currentData().toString().toStdString();
    request.goal = static_cast<BudgetGoal>(goal_->currentIndex());
    request.value = request.goal == BudgetGoal::Ratio ? ratio_->value() : crossbars_->value();
    request.locked.assign(session_->design().locked.begin(), session_->design().locked.end());
    return request;
}

void BudgetDialog::ask()
{
    spread_.reset();
    apply_->setEnabled(false);
    summary_->setText(tr("Calculating…"));
    if (stop_) {
        *stop_ = true;
    }
    rest_.start();
}

void BudgetDialog::calculate()
{
    stop_ = std::make_shared<std::atomic<bool>>(false);
    worker_.post([this, known = known_, stop = stop_, project = session_->project(), design = session_->design(),
                  request = request()]() -> LatestWorker::Delivery {
        try {
            known->read(project);
            const auto progress = [&](const Progress&) { return *stop ? Verdict::Abort : Verdict::Continue; };
            auto spread = std::make_shared<const SpreadBudget>(spreadBudget(
                known->network, design.plan, design.hardware, known->table ? &*known->table : nullptr, request, progress));
            return [this, stop, spread] {
                if (!*stop) {
                    showResult(*spread);
                }
            };
        } catch (const Error& error) {
            return [this, stop, text = errorText(error)] {
                if (!*stop) {
                    refuse(text);
                }
            };
        }
    });
}

void BudgetDialog::showResult(const SpreadBudget& spread)
{
    spread_ = spread;
    summary_->setText(budgetText(spread));
    const Plan& now = session_->design().plan;
    table_->setRowCount(static_cast<int>(now.layers.size()));
    for (int row = 0; row < table_->rowCount(); ++row) {
        const LayerPlan& layer = now.layers[static_cast<std::size_t>(row)];
        const auto left = std::find_if(spread.left.begin(), spread.left.end(),
                                       [&](const Problem& problem) { return problem.field == layer.layer; });
        const QString note = left == spread.left.end() ? QString() : tr("stays: %1").arg(phraseText(left->message));
        const QString texts[] = {toQString(layer.layer), constraintsText(layer),
                                 constraintsText(*spread.plan.find(layer.layer)), note};
        for (int column = 0; column < Columns; ++column) {
            auto* item = new QTableWidgetItem(texts[column]);
            item->setToolTip(texts[column]);
            table_->setItem(row, column, item);
        }
    }
    for (int column = Layer; column < Note; ++column) {
        table_->resizeColumnToContents(column);
    }
    apply_->setEnabled(true);
    apply_->setDefault(true);
    Q_EMIT calculated();
}

void BudgetDialog::refuse(const QString& text)
{
    summary_->setText(text);
    table_->setRowCount(0);
    Q_EMIT calculated();
}

void BudgetDialog::apply()
{
    if (!spread_) {
        return;
    }
    const bool ratio = goal_->currentIndex() == static_cast<int>(BudgetGoal::Ratio);
    const QString value =
        ratio ? toQString(ratioText(ratio_->value())) : QStringLiteral("%1 Crossbars").arg(crossbars_->value(), 0, 'f', 0);
    const QString what = QStringLiteral("Spread a Budget of %1 by %2").arg(value, kind_->currentData().toString());
    const std::vector<Problem> problems = session_->editPlan(Plan(spread_->plan), what);
    if (problems.empty()) {
        accept();
    } else {
        refuse(problemsText(problems));
    }
}

void showBudgetDialog(Session* session, const LayerTableModel* model, QWidget* window)
{
    auto* dialog = window->findChild<BudgetDialog*>();
    if (dialog == nullptr) {
        dialog = new BudgetDialog(session, model, window);
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

}  // namespace mho
