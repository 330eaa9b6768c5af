// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/help_window.h"

#include "app/studio/help_pages.h"
#include "app/studio/start_page.h"

#include <QDialogButtonBox>
#include <QDockWidget>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

namespace mho {
namespace {

QString pageOf(const QUrl& url)
{
    return QFileInfo(url.path()).completeBaseName();
}

}  // namespace

HelpWindow::HelpWindow(QWidget* parent)
    : QDialog(parent), search_(new QLineEdit), list_(new QListWidget), text_(new QTextBrowser)
{
    setWindowTitle(tr("Mho Studio Help"));
    setObjectName(QStringLiteral("help"));
    search_->setPlaceholderText(tr("Find in all pages"));
    search_->setAccessibleName(search_->placeholderText());
    search_->setClearButtonEnabled(true);
    list_->setAccessibleName(tr("Pages"));
    text_->setAccessibleName(tr("Text of the page"));
    text_->setOpenExternalLinks(true);
    text_->document()->setDocumentMargin(14);

    auto* back = new QToolButton;
    back->setText(tr("Back"));
    back->setEnabled(false);
    connect(back, &QToolButton::clicked, text_, &QTextBrowser::backward);
    connect(text_, &QTextBrowser::backwardAvailable, back, &QToolButton::setEnabled);

    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(search_);
    column->addWidget(list_, 1);
    column->addWidget(back, 0, Qt::AlignLeft);
    auto* both = new QSplitter;
    both->addWidget(side);
    both->addWidget(text_);
    both->setStretchFactor(1, 1);
    both->setSizes({220, 480});
    auto* layout = new QHBoxLayout(this);
    layout->addWidget(both);
    resize(760, 520);

    fillList();
    connect(search_, &QLineEdit::textChanged, this, &HelpWindow::fillList);
    connect(search_, &QLineEdit::returnPressed, this, [this] {
        if (list_->count() > 0) {
            showPage(list_->item(0)->data(Qt::UserRole).toString());
        }
    });
    connect(list_, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item != nullptr && item->data(Qt::UserRole).toString() != page()) {
            text_->setSource(helpUrl(item->data(Qt::UserRole).toString()));
        }
    });
    connect(text_, &QTextBrowser::sourceChanged, this, [this](const QUrl& url) {
        for (int row = 0; row < list_->count(); ++row) {
            if (list_->item(row)->data(Qt::UserRole).toString() == pageOf(url)) {
                list_->setCurrentRow(row);
            }
        }
    });
}

void HelpWindow::showPage(const QString& page)
{
    text_->setSource(helpUrl(helpPages().contains(page) ? page : helpPages().first()));
}

QString HelpWindow::page() const
{
    return pageOf(text_->source());
}

void HelpWindow::fillList()
{
    const QSignalBlocker quiet(list_);
    list_->clear();
    for (const QString& page : findHelp(search_->text())) {
        auto* item = new QListWidgetItem(helpTitle(page), list_);
        item->setData(Qt::UserRole, page);
        if (page == this->page()) {
            list_->setCurrentItem(item);
        }
    }
}

void setHelpPage(QWidget* widget, const QString& page)
{
    widget->setProperty(kHelpPage, page.isEmpty() ? QVariant() : QVariant(page));
}

bool belongsTo(const QWidget* part, const QWidget* window)
{
    const QWidget* widget = part;
    while (widget != nullptr && widget != window) {
        widget = widget->parentWidget();
    }
    return widget != nullptr;
}

QString helpPageOf(const QWidget* focus)
{
    for (const QWidget* widget = focus; widget != nullptr; widget = widget->parentWidget()) {
        if (const QVariant own = widget->property(kHelpPage); own.isValid()) {
            return own.toString();
        }
        if (qobject_cast<const StartPage*>(widget) != nullptr) {
            return QStringLiteral("start");
        }
        if (qobject_cast<const QDockWidget*>(widget) != nullptr && helpPages().contains(widget->objectName())) {
            return widget->objectName();
        }
        if (widget->objectName() == QLatin1String("hardwareBar")) {
            return QStringLiteral("hardware");
        }
        if (widget->inherits("mho::LayerTable")) {
            return QStringLiteral("layers");
        }
    }
    return helpPages().first();
}

void showHelp(QWidget* window, const QString& page)
{
    auto* help = window->findChild<HelpWindow*>(QStringLiteral("help"), Qt::FindDirectChildrenOnly);
    if (help == nullptr) {
        help = new HelpWindow(window);
    }
    help->showPage(page);
    help->show();
    help->raise();
    help->activateWindow();
}

void addHelp(QDialog* dialog, QDialogButtonBox* buttons, const QString& page)
{
    setHelpPage(dialog, page);
    QPushButton* button = buttons->addButton(QDialogButtonBox::Help);
    button->setShortcut(QKeySequence(Qt::Key_F1));
    button->setAutoDefault(false);
    // A child of the dialog is not shut off by it.
    QObject::connect(buttons, &QDialogButtonBox::helpRequested, dialog, [dialog, page] { showHelp(dialog, page); });
}

}  // namespace mho
