// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/report_dialog.h"

#include "app/studio/session.h"
#include "core/report/report_writers.h"
#include "widgets/bridge/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QListWidget>

namespace mho {

ReportDialog::ReportDialog(Session* session, const std::vector<DesignPoint>& points, QWidget* parent)
    : ToolDialog(session, QString::fromLatin1(kReportCommand), parent),
      designs_(new QListWidget),
      figures_(new QCheckBox(tr("With &figures")))
{
    setWindowTitle(tr("Export Report"));
    setObjectName(QStringLiteral("report"));
    const std::pair<const char*, QString> formats[] = {{"pdf", tr("PDF")},
                                                       {"html", tr("HTML, one file")},
                                                       {"latex", tr("LaTeX with data of figures (folder)")},
                                                       {"md", tr("Markdown with figures (folder)")},
                                                       {"csv", tr("CSV, one file a table (folder)")},
                                                       {"json", tr("JSON")}};
    for (const auto& [name, title] : formats) {
        formatBox()->addItem(title, QString::fromLatin1(name));
    }
    fillDesigns(points);
    figures_->setChecked(true);
    designs_->setAccessibleName(tr("Designs to report"));
    form()->addRow(tr("&Designs"), designs_);
    form()->addRow(QString(), figures_);
    connect(designs_, &QListWidget::itemChanged, this, &ReportDialog::follow);
    arrange(QStringLiteral("report"), tr("The report is being written"), true);
    resize(560, 420);
}

void ReportDialog::fillDesigns(const std::vector<DesignPoint>& points)
{
    const auto add = [this](const QString& title, const QString& argument, bool checked) {
        auto* item = new QListWidgetItem(title, designs_);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(checked ? Qt::Checked : Qt::Unchecked);
        item->setData(Qt::UserRole, argument);
    };
    const bool finished = !session()->resultSummary().isEmpty();
    if (finished) {
        add(tr("The finished run"), QStringLiteral("run"), true);
    }
    add(tr("The present plan, projected at once"), QStringLiteral("plan"), !finished);
    for (const DesignPoint& point : points) {
        // By number: names may hold commas.
        add(toQString(point.name), QStringLiteral("#%1").arg(point.id), false);
    }
}

bool ReportDialog::isFolder() const
{
    return mho::isFolder(findReportFormat(format().toStdString()));
}

QString ReportDialog::suggestedName(const QString& project) const
{
    return project + QStringLiteral("-report") + (isFolder() ? QStringLiteral("-") : QStringLiteral(".")) + format();
}

QString ReportDialog::placeTitle() const
{
    return isFolder() ? tr("Folder of the Report") : tr("File of the Report");
}

QString ReportDialog::failure() const
{
    return tr("The report was not written");
}

QString ReportDialog::missing() const
{
    return arguments({}).contains(QStringLiteral("--points")) ? QString() : tr("Choose a design first");
}

QStringList ReportDialog::arguments(const QString& project) const
{
    QStringList arguments{QStringLiteral("report"), project, QStringLiteral("--format"), format(),
                          QStringLiteral("--out"),  place()};
    for (int i = 0; i < designs_->count(); ++i) {
        if (designs_->item(i)->checkState() == Qt::Checked) {
            arguments << QStringLiteral("--points") << designs_->item(i)->data(Qt::UserRole).toString();
        }
    }
    if (!figures_->isChecked()) {
        arguments << QStringLiteral("--no-figures");
    }
    return arguments;
}

void showReportDialog(Session* session, const std::vector<DesignPoint>& points, QWidget* window)
{
    auto* dialog = window->findChild<ReportDialog*>();
    if (dialog == nullptr) {
        dialog = new ReportDialog(session, points, window);
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

}  // namespace mho
