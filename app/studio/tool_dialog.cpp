// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/tool_dialog.h"

#include "app/studio/help_window.h"
#include "app/studio/session.h"

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
#include <QMessageBox>
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

ToolDialog::ToolDialog(Session* session, const QString& act, QWidget* parent)
    : QDialog(parent),
      session_(session),
      act_(act),
      form_(new QFormLayout),
      format_(new QComboBox),
      place_(new QLineEdit),
      progress_(new QProgressBar),
      message_(new QLabel),
      export_(new QPushButton(tr("&Export"))),
      open_(new QPushButton(tr("O&pen")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    form_->addRow(tr("F&ormat"), format_);
    connect(format_, &QComboBox::currentIndexChanged, this, &ToolDialog::follow);
    connect(place_, &QLineEdit::textChanged, this, &ToolDialog::check);
    connect(&process_, &QProcess::finished, this, &ToolDialog::finish);
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
}

ToolDialog::~ToolDialog()
{
    process_.disconnect(this);
    if (process_.state() != QProcess::NotRunning) {
        process_.kill();
        process_.waitForFinished(1000);
    }
}

void ToolDialog::arrange(const QString& helpPage, const QString& progressName, bool stretch)
{
    place_->setAccessibleName(tr("Where to write"));
    progress_->setRange(0, 0);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(progressName);
    progress_->hide();
    message_->setWordWrap(true);
    message_->setTextFormat(Qt::PlainText);
    message_->setAccessibleName(tr("Result"));
    message_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    message_->setMinimumHeight(2 * fontMetrics().lineSpacing());
    message_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto* row = new QHBoxLayout;
    auto* browse = new QPushButton(tr("&Browse…"));
    browse->setAutoDefault(false);
    row->addWidget(place_, 1);
    row->addWidget(browse);
    auto* where = new QLabel(tr("&Write to"));
    where->setBuddy(place_);
    form_->addRow(where, row);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(export_, QDialogButtonBox::ActionRole);
    buttons->addButton(open_, QDialogButtonBox::ActionRole);
    open_->setEnabled(false);
    open_->setToolTip(tr("Open what was written"));
    export_->setDefault(true);
    connect(export_, &QPushButton::clicked, this, &ToolDialog::write);
    connect(open_, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(written_)); });
    connect(browse, &QPushButton::clicked, this, &ToolDialog::browse);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    addHelp(this, buttons, helpPage);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form_, stretch ? 1 : 0);
    layout->addWidget(progress_);
    layout->addWidget(message_);
    if (!stretch) {
        layout->addStretch(1);
    }
    layout->addWidget(buttons);
    follow();
}

QString ToolDialog::format() const
{
    return format_->currentData().toString();
}

QString ToolDialog::place() const
{
    return place_->text().isEmpty() ? QString() : QFileInfo(place_->text()).absoluteFilePath();
}

void ToolDialog::follow()
{
    suggestPlace();
    check();
}

void ToolDialog::suggestPlace()
{
    if (place_->text() != suggested_) {
        return;
    }
    const QFileInfo project(session_->path());
    // A copy goes away: what is written is to stay, under the name of what was opened.
    const QString folder =
        session_->isCopy() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : project.absolutePath();
    suggested_ = QDir(folder).filePath(suggestedName(session_->fileName()));
    place_->setText(suggested_);
}

void ToolDialog::browse()
{
    const QString chosen = isFolder()
                               ? QFileDialog::getExistingDirectory(this, placeTitle(), QFileInfo(place_->text()).absolutePath())
                               : QFileDialog::getSaveFileName(this, placeTitle(), place_->text());
    if (!chosen.isEmpty()) {
        place_->setText(chosen);
        mayReplace_ = {place()};
    }
}

void ToolDialog::check()
{
    const QString reason = missing();
    export_->setEnabled(reason.isEmpty() && !place_->text().isEmpty() && process_.state() == QProcess::NotRunning);
    export_->setToolTip(reason);
}

void ToolDialog::write()
{
    for (const QString& file : isFolder() ? QStringList() : files()) {
        if (QFileInfo::exists(file) && !mayReplace_.contains(file) &&
            QMessageBox::question(this, windowTitle(), tr("%1 is there already. Replace it?").arg(QDir::toNativeSeparators(file))) !=
                QMessageBox::Yes) {
            return;
        }
    }
    replaced_ = files();
    session_->flush();
    open_->setEnabled(false);
    progress_->show();
    say(tr("Writing…"), false);
    begun_ = arguments({});
    written_ = place();
    process_.start(programPath(), arguments(session_->path()));
    check();
}

void ToolDialog::finish(int code, QProcess::ExitStatus status)
{
    progress_->hide();
    check();
    const bool done = status == QProcess::NormalExit && code == 0;
    if (done) {
        mayReplace_ = replaced_;
        session_->noteAct(act_, begun_);
        if (const QString told = fileTold(QString::fromUtf8(process_.readAllStandardOutput()).trimmed()); !told.isEmpty()) {
            written_ = QFileInfo(told).absoluteFilePath();
        }
        open_->setEnabled(true);
        say(tr("Written: %1").arg(QDir::toNativeSeparators(written_)), false);
    } else {
        const QString said = QString::fromUtf8(process_.readAllStandardError()).trimmed();
        say(said.isEmpty() ? tr("%1: mho ended unexpectedly").arg(failure()) : QStringLiteral("%1. %2").arg(failure(), said),
            true);
    }
    Q_EMIT ended(done);
}

void ToolDialog::say(const QString& text, bool error)
{
    QFont font = message_->font();
    font.setBold(error);
    message_->setFont(font);
    message_->setText(text);
}

}  // namespace mho
