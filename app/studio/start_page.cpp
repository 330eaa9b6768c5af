// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/start_page.h"

#include "widgets/bridge/time_text.h"
#include "widgets/views/entry_button.h"

#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace mho {
namespace {

constexpr int kWidest = 980;  // a longer line is hard to read

QLabel* heading(const QString& text, double size)
{
    auto* label = new QLabel(text);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * size);
    font.setBold(true);
    label->setFont(font);
    return label;
}

QLabel* quietText(const QString& text)
{
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QVBoxLayout* column()
{
    auto* layout = new QVBoxLayout;
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    return layout;
}

void clear(QVBoxLayout* list)
{
    while (QLayoutItem* item = list->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

}  // namespace

StartPage::StartPage(QMenu* newFromNetwork, QMenu* newFromRecipe, QWidget* parent)
    : QScrollArea(parent),
      left_(new QWidget),
      leftList_(column()),
      unfinished_(new QWidget),
      unfinishedList_(column()),
      recent_(new QWidget),
      recentList_(column()),
      exampleList_(column())
{
    setAccessibleName(tr("Start"));
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto* left = column();
    left->setSpacing(6);
    left->addWidget(heading(tr("Start"), 1.15));
    auto* open = new QPushButton(tr("Open Project…"));
    connect(open, &QPushButton::clicked, this, &StartPage::openAsked);
    left->addWidget(open);
    const auto addMenu = [&](const QString& text, const QString& tip, QMenu* menu) {
        auto* button = new QPushButton(text);
        button->setMenu(menu);
        button->setToolTip(tip);
        left->addWidget(button);
    };
    addMenu(tr("New from Network"), tr("A built-in network, dense, with the schedules usual for its family"), newFromNetwork);
    addMenu(tr("New from Recipe"), tr("A network with the plan, hardware and schedules of a recipe"), newFromRecipe);
    const auto addList = [&](QWidget* part, const QString& title, QVBoxLayout* list) {
        auto* lines = column();
        part->setLayout(lines);
        lines->addSpacing(18);
        lines->addWidget(heading(title, 1.15));
        lines->addSpacing(4);
        lines->addLayout(list);
        left->addWidget(part);
        part->hide();
    };
    addList(unfinished_, tr("Unfinished Runs"), unfinishedList_);
    addList(left_, tr("Unsaved Copies"), leftList_);
    addList(recent_, tr("Recent Projects"), recentList_);
    left->addStretch(1);

    auto* right = column();
    right->addWidget(heading(tr("Examples"), 1.15));
    right->addWidget(quietText(tr("An example opens as a copy. To keep changes, save it in a place of your own.")));
    right->addSpacing(6);
    right->addLayout(exampleList_);
    right->addStretch(1);

    auto* columns = new QHBoxLayout;
    columns->setSpacing(40);
    columns->addLayout(left, 2);
    columns->addLayout(right, 3);

    auto* content = new QWidget;
    content->setMaximumWidth(kWidest);
    auto* whole = column();
    whole->addWidget(heading(tr("Mho Studio"), 1.9));
    whole->addWidget(quietText(tr("Compresses neural networks for memristor crossbars and shows what every choice costs.")));
    whole->addSpacing(22);
    whole->addLayout(columns, 1);
    content->setLayout(whole);

    auto* page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto* centred = new QHBoxLayout(page);
    centred->setContentsMargins(32, 28, 32, 28);
    centred->addStretch(1);
    centred->addWidget(content, 100);
    centred->addStretch(1);
    setWidget(page);
}

void StartPage::setRecent(const QStringList& paths, const QStringList& unfinished)
{
    listProjects(unfinished_, unfinishedList_, unfinished, tr("go on from its last checkpoint"));
    listProjects(recent_, recentList_, paths, {});
}

void StartPage::listProjects(QWidget* part, QVBoxLayout* list, const QStringList& paths, const QString& note)
{
    clear(list);
    for (const QString& path : paths) {
        const QFileInfo file(path);
        auto* entry = new EntryButton(file.completeBaseName(), note.isEmpty() ? file.absolutePath() : note, EntryButton::Elide);
        entry->setToolTip(path);
        connect(entry, &EntryButton::clicked, this, [this, path] { Q_EMIT recentAsked(path); });
        list->addWidget(entry);
    }
    part->setVisible(!paths.isEmpty());
}

void StartPage::findExamples(bool withLeft)
{
    finder_.post([this]() -> LatestWorker::Delivery {
        return [this, found = mho::examples()] { showExamples(found); };
    });
    showLeft({});
    if (withLeft) {
        leftFinder_.post([this]() -> LatestWorker::Delivery {
            return [this, found = leftCopies()] { showLeft(found); };
        });
    }
}

void StartPage::showLeft(const std::vector<LeftCopy>& found)
{
    clear(leftList_);
    for (const LeftCopy& left : found) {
        auto* entry = new EntryButton(left.source.name, tr("changed %1").arg(localTimeText(left.time.toStdString())), EntryButton::Elide);
        entry->setToolTip(tr("Mho Studio ended before this copy was saved. Its edits are all there."));
        connect(entry, &EntryButton::clicked, this, [this, left] { Q_EMIT leftCopyAsked(left); });
        leftList_->addWidget(entry);
    }
    left_->setVisible(!found.empty());
}

void StartPage::showExamples(const std::vector<Example>& found)
{
    clear(exampleList_);
    examples_ = found;
    for (const Example& example : examples_) {
        const bool usable = example.problem.isEmpty();
        auto* entry = new EntryButton(example.name, usable ? example.description : example.problem, EntryButton::Wrap);
        entry->setEnabled(usable);
        connect(entry, &EntryButton::clicked, this, [this, example] { Q_EMIT exampleAsked(example); });
        exampleList_->addWidget(entry);
    }
    Q_EMIT examplesShown();
}

}  // namespace mho
