// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/journal_dock.h"

#include "app/studio/edit_words.h"
#include "app/studio/session.h"
#include "core/project/journal_command.h"
#include "widgets/bridge/text.h"
#include "widgets/bridge/time_text.h"
#include "widgets/views/table_menu.h"

#include <QAction>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace mho {
namespace {

struct Act {
    QString time;
    QString name;
    QString line;
};

/// @param file name of the project in the lines
std::vector<Act> actsOf(const Project& project, const std::string& file)
{
    std::vector<Act> acts;
    for (const JournalEntry& entry : project.journal()) {
        acts.push_back({localTimeText(entry.time), editText(toQString(entry.command)), toQString(commandLineOf(entry, file))});
    }
    return acts;
}

/// Of a copy the name that Save As proposes: its own goes when it is left.
std::string lastingName(const Session& session)
{
    return (session.isCopy() ? session.fileName() + QStringLiteral(".mho") : session.path()).toStdString();
}

}  // namespace

JournalDock::JournalDock(Session* session, QAction* copyCommand, QWidget* parent)
    : QDockWidget(tr("Journal"), parent), session_(session), list_(new QTreeWidget)
{
    setObjectName(QStringLiteral("journal"));
    list_->setHeaderLabels({tr("Time"), tr("Act"), tr("The same as a command")});
    list_->setAccessibleName(tr("Journal"));
    list_->setRootIsDecorated(false);
    list_->setUniformRowHeights(true);
    list_->setAlternatingRowColors(true);
    list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list_->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    list_->header()->setStretchLastSection(true);
    list_->addAction(copyCommand);
    connect(new QShortcut(QKeySequence::Copy, list_, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, copyCommand, &QAction::trigger);
    list_->setContextMenuPolicy(Qt::ActionsContextMenu);
    addTableMenu(*list_);
    auto* button = new QPushButton(tr("Copy Commands"));
    button->setToolTip(tr("Copy the command lines of the selected acts, or of all"));
    connect(button, &QPushButton::clicked, copyCommand, &QAction::trigger);
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(6, 4, 6, 6);
    layout->addWidget(list_, 1);
    layout->addWidget(button, 0, Qt::AlignLeft);
    setWidget(content);
    connect(session_, &Session::loaded, this, &JournalDock::refresh);
    connect(session_, &Session::written, this, &JournalDock::refresh);
    connect(session_, &Session::noted, this, &JournalDock::refresh);
    connect(session_, &Session::runEnded, this, &JournalDock::refresh);
    connect(this, &QDockWidget::visibilityChanged, this, &JournalDock::refresh);
}

void JournalDock::refresh()
{
    if (!isVisible() || !session_->isOpen()) {
        return;
    }
    worker_.post([this, project = session_->project(), file = lastingName(*session_)]() -> LatestWorker::Delivery {
        try {
            return [this, acts = actsOf(*project, file), project] {
                const QScrollBar* bar = list_->verticalScrollBar();
                const bool atEnd = bar->value() == bar->maximum();
                const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
                // Acts are only added, save when another project comes; one may lose its line.
                if (shown_.lock() != project) {
                    list_->clear();
                    shown_ = project;
                }
                const auto known = std::min(static_cast<std::size_t>(list_->topLevelItemCount()), acts.size());
                for (std::size_t i = 0; i < known; ++i) {
                    list_->topLevelItem(static_cast<int>(i))->setText(2, acts[i].line);
                }
                for (std::size_t i = known; i < acts.size(); ++i) {
                    auto* item = new QTreeWidgetItem(list_, {acts[i].time, acts[i].name, acts[i].line});
                    item->setFont(2, fixed);
                    item->setToolTip(2, acts[i].line);
                    item->setData(2, kVerbatimRole, true);
                }
                if (atEnd) {
                    list_->scrollToBottom();
                }
            };
        } catch (const Error& error) {
            return [this, text = errorText(error)] {
                list_->clear();
                shown_.reset();
                new QTreeWidgetItem(list_, {QString(), text});
            };
        }
    });
}

void JournalDock::copy()
{
    QStringList lines;
    if (!isVisible()) {
        // The list shows the acts of when it was last seen.
        session_->flush();
        try {
            for (const Act& act : actsOf(*session_->project(), lastingName(*session_))) {
                lines.append(act.line);
            }
            lines.removeAll(QString());
            QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
        } catch (const Error& error) {
            Q_EMIT session_->failed(errorText(error));
        }
        return;
    }
    const bool all = list_->selectedItems().isEmpty();
    for (int i = 0; i < list_->topLevelItemCount(); ++i) {
        const QTreeWidgetItem* item = list_->topLevelItem(i);
        if ((all || item->isSelected()) && !item->text(2).isEmpty()) {
            lines.append(item->text(2));
        }
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

}  // namespace mho
