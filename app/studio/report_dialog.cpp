// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/report_dialog.h"

#include "app/studio/help_window.h"
#include "app/studio/session.h"
#include "core/report/report_writers.h"
#include "widgets/bridge/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QUrl>

namespace mho {
namespace {

/// Beside the studio, as both are installed; else the first of the path.
QString programPath()
{
    const QString beside = QCoreApplication::applicationDirPath() + QStringLiteral("/mho");
    return QFileInfo(beside).isExecutable() ? beside : QStandardPaths::findExecutable(QStringLiteral("mho"));
}

}  // namespace

ReportDialog::ReportDialog(Session* session, const std::vector<DesignPoint>& points, QWidget* parent)
    : QDialog(parent),
      session_(session),
      format_(new QComboBox),
      designs_(new QListWidget),
      place_(new QLineEdit),
      figures_(new QCheckBox(tr("With &figures"))),
      progress_(new QProgressBar),
      message_(new QLabel)
{
    setWindowTitle(tr("Export Report"));
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("report"));
    const std::pair<const char*, QString> formats[] = {{"pdf", tr("PDF")},
                                                       {"html", tr("HTML, one file")},
                                                       {"latex", tr("LaTeX with data of figures (folder)")},
                                                       {"md", tr("Markdown with figures (folder)")},
                                                       {"csv", tr("CSV, one file a table (folder)")},
                                                       {"json", tr("JSON")}};
    for (const auto& [name, title] : formats) {
        format_->addItem(title, QString::fromLatin1(name));
    }
    fillDesigns(points);
    arrange();
    connect(format_, &QComboBox::currentIndexChanged, this, [this] {
        suggestPlace();
        check();
    });
    connect(designs_, &QListWidget::itemChanged, this, &ReportDialog::check);
    connect(place_, &QLineEdit::textChanged, this, &ReportDialog::check);
    connect(&process_, &QProcess::finished, this, &ReportDialog::finish);
    connect(&process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            progress_->hide();
            check();
            say(tr("The program mho cannot be started: %1").arg(process_.errorString()), true);
            Q_EMIT ended(false);
        }
    });
    connect(session_, &Session::loaded, this, &QDialog::reject);
    connect(session_, &Session::closed, this, &QDialog::reject);
    suggestPlace();
    check();
}

ReportDialog::~ReportDialog()
{
    process_.disconnect(this);
    if (process_.state() != QProcess::NotRunning) {
        process_.kill();
        process_.waitForFinished(1000);
    }
}

void ReportDialog::arrange()
{
    figures_->setChecked(true);
    designs_->setAccessibleName(tr("Designs to report"));
    place_->setAccessibleName(tr("Where to write"));
    progress_->setRange(0, 0);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("The report is being written"));
    progress_->hide();
    message_->setWordWrap(true);
    message_->setTextFormat(Qt::PlainText);
    message_->setAccessibleName(tr("Result"));
    message_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    message_->setMinimumHeight(2 * fontMetrics().lineSpacing());
    message_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto* place = new QHBoxLayout;
    auto* browse = new QPushButton(tr("&Browse…"));
    place->addWidget(place_, 1);
    place->addWidget(browse);
    auto* form = new QFormLayout;
    form->addRow(tr("F&ormat"), format_);
    form->addRow(tr("&Designs"), designs_);
    form->addRow(QString(), figures_);
    auto* where = new QLabel(tr("&Write to"));
    where->setBuddy(place_);
    form->addRow(where, place);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    export_ = buttons->addButton(tr("&Export"), QDialogButtonBox::ActionRole);
    open_ = buttons->addButton(tr("O&pen"), QDialogButtonBox::ActionRole);
    open_->setEnabled(false);
    open_->setToolTip(tr("Open what was written"));
    export_->setDefault(true);
    connect(export_, &QPushButton::clicked, this, &ReportDialog::write);
    connect(open_, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(written_)); });
    connect(browse, &QPushButton::clicked, this, &ReportDialog::browse);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    addHelp(this, buttons, QStringLiteral("report"));
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form, 1);
    layout->addWidget(progress_);
    layout->addWidget(message_);
    layout->addWidget(buttons);
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
    const bool finished = !session_->resultSummary().isEmpty();
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
    return mho::isFolder(findReportFormat(format_->currentData().toString().toStdString()));
}

void ReportDialog::suggestPlace()
{
    if (place_->text() != suggested_) {
        return;
    }
    const QFileInfo project(session_->path());
    // A copy of an example goes away: its report is to stay.
    const QString folder = session_->isCopy() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : project.absolutePath();
    const QString format = format_->currentData().toString();
    suggested_ = QDir(folder).filePath(project.completeBaseName() + QStringLiteral("-report") + (isFolder() ? QStringLiteral("-") : QStringLiteral(".")) + format);
    place_->setText(suggested_);
}

void ReportDialog::browse()
{
    const QString chosen = isFolder() ? QFileDialog::getExistingDirectory(this, tr("Folder of the Report"), QFileInfo(place_->text()).absolutePath())
                                      : QFileDialog::getSaveFileName(this, tr("File of the Report"), place_->text());
    if (!chosen.isEmpty()) {
        place_->setText(chosen);
    }
}

QStringList ReportDialog::arguments() const
{
    QStringList arguments{QStringLiteral("report"), session_->path(), QStringLiteral("--format"), format_->currentData().toString(), QStringLiteral("--out"), place_->text()};
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

void ReportDialog::check()
{
    const bool some = arguments().contains(QStringLiteral("--points"));
    export_->setEnabled(some && !place_->text().isEmpty() && process_.state() == QProcess::NotRunning);
    export_->setToolTip(!some ? tr("Choose a design first") : QString());
}

void ReportDialog::write()
{
    session_->flush();
    open_->setEnabled(false);
    progress_->show();
    say(tr("Writing…"), false);
    process_.start(programPath(), arguments());
    check();
}

void ReportDialog::finish(int code, QProcess::ExitStatus status)
{
    progress_->hide();
    check();
    const bool done = status == QProcess::NormalExit && code == 0;
    if (done) {
        written_ = QFileInfo(QString::fromUtf8(process_.readAllStandardOutput()).trimmed()).absoluteFilePath();
        open_->setEnabled(true);
        say(tr("Written: %1").arg(QDir::toNativeSeparators(written_)), false);
    } else {
        const QString said = QString::fromUtf8(process_.readAllStandardError()).trimmed();
        say(said.isEmpty() ? tr("The report was not written: mho ended unexpectedly") : tr("The report was not written. %1").arg(said), true);
    }
    Q_EMIT ended(done);
}

void ReportDialog::say(const QString& text, bool error)
{
    QFont font = message_->font();
    font.setBold(error);
    message_->setFont(font);
    message_->setText(text);
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
