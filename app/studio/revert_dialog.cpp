// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/revert_dialog.h"

#include "app/studio/edit_words.h"
#include "app/studio/help_window.h"
#include "app/studio/session.h"
#include "core/project/history.h"
#include "widgets/bridge/text.h"
#include "widgets/bridge/time_text.h"
#include "widgets/views/table_menu.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace mho {
namespace {

/// What the file holds: the journal and its end.
struct History {
    std::vector<JournalEntry> journal;
    std::vector<JournalEntry> points;
    Recipe recipe;
};

void revert(Session& session, const History& history, std::int64_t id, const QString& act)
{
    try {
        const EarlierDesign design = designAfter(history.journal, id, history.recipe);
        const std::vector<Problem> problems =
            session.loadDesign({design.plan, design.hardware, {}, design.stages}, QStringLiteral("Revert to \"%1\"").arg(act));
        if (!problems.empty()) {
            Q_EMIT session.failed(Session::tr("The design cannot be put back.\n%1").arg(problemsText(problems)));
        }
    } catch (const Error& error) {
        Q_EMIT session.failed(errorText(error));
    }
}

void openDialog(Session* session, QWidget* window, const std::shared_ptr<const History>& history)
{
    auto* dialog = new QDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("revert"));
    dialog->setWindowTitle(Session::tr("Revert to Earlier Point"));
    auto* words = new QLabel(Session::tr("Plan, hardware and stages become what they were after the edit you choose. This is an edit, too, "
                                         "and can be undone."));
    words->setWordWrap(true);
    auto* list = new QTreeWidget;
    list->setAccessibleName(Session::tr("Edits, newest first"));
    list->setHeaderLabels({Session::tr("Time"), Session::tr("Edit")});
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setAlternatingRowColors(true);
    for (auto point = history->points.rbegin(); point != history->points.rend(); ++point) {
        auto* item = new QTreeWidgetItem(list, {localTimeText(point->time), editText(toQString(point->command))});
        item->setData(0, Qt::UserRole, QVariant::fromValue<qint64>(point->id));
        item->setData(1, Qt::UserRole, toQString(point->command));
    }
    addTableMenu(*list);
    list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    list->setCurrentItem(list->topLevelItem(0));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton* take = buttons->addButton(Session::tr("Revert"), QDialogButtonBox::AcceptRole);
    take->setEnabled(list->currentItem() != nullptr);
    addHelp(dialog, buttons, QStringLiteral("revert"));
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(words);
    layout->addWidget(list, 1);
    layout->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(list, &QTreeWidget::itemActivated, dialog, &QDialog::accept);
    QObject::connect(dialog, &QDialog::accepted, session, [session, history, list] {
        if (const QTreeWidgetItem* item = list->currentItem()) {
            revert(*session, *history, item->data(0, Qt::UserRole).toLongLong(), item->data(1, Qt::UserRole).toString());
        }
    });
    dialog->resize(560, 420);
    dialog->open();
}

}  // namespace

void showRevertDialog(Session* session, QWidget* window)
{
    if (!session->isOpen()) {
        return;
    }
    // What was edited last is in the journal, too.
    session->flush();
    const QPointer<QWidget> over(window);
    session->keeper()->post([session, over, project = session->project()]() -> OrderedWorker::Delivery {
        try {
            auto history = std::make_shared<History>();
            history->journal = project->journal();
            history->points = earlierPoints(history->journal);
            history->recipe = project->recipe();
            return [session, over, project, history] {
                if (over && session->project() == project) {
                    openDialog(session, over, history);
                }
            };
        } catch (const Error& error) {
            return [session, text = errorText(error)] { Q_EMIT session->failed(text); };
        }
    });
}

}  // namespace mho
