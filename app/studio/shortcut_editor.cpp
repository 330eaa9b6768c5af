// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/shortcut_editor.h"

#include "app/studio/commands.h"
#include "app/studio/help_window.h"
#include "widgets/views/table_menu.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace mho {
namespace {

constexpr int kIdRole = Qt::UserRole;

QString keysText(const QList<QKeySequence>& keys)
{
    return QKeySequence::listToString(keys, QKeySequence::NativeText);
}

}  // namespace

ShortcutEditor::ShortcutEditor(Commands& commands, QWidget* parent)
    : QDialog(parent),
      commands_(commands),
      list_(new QTreeWidget),
      key_(new QKeySequenceEdit),
      assign_(new QPushButton(tr("&Assign"))),
      remove_(new QPushButton(tr("Re&move Key"))),
      reset_(new QPushButton(tr("&Standard Key"))),
      message_(new QLabel)
{
    setWindowTitle(tr("Keyboard Shortcuts"));
    list_->setHeaderLabels({tr("Command"), tr("Keys")});
    list_->setAccessibleName(tr("Commands"));
    list_->setUniformRowHeights(true);
    list_->setIconSize({16, 16});
    list_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    list_->header()->setStretchLastSection(false);
    addTableMenu(*list_);
    key_->setAccessibleName(tr("New key"));
    key_->setToolTip(tr("Press the new key here"));
    message_->setWordWrap(true);
    message_->setTextFormat(Qt::PlainText);
    message_->setMinimumHeight(2 * fontMetrics().height());
    auto* line = new QHBoxLayout;
    auto* label = new QLabel(tr("&New key:"));
    label->setBuddy(key_);
    line->addWidget(label);
    line->addWidget(key_, 1);
    for (QPushButton* button : {assign_, remove_, reset_}) {
        button->setAutoDefault(false);
        line->addWidget(button);
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* all = buttons->addButton(tr("All &Standard Keys"), QDialogButtonBox::ResetRole);
    addHelp(this, buttons, QStringLiteral("commands"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(list_, 1);
    layout->addLayout(line);
    layout->addWidget(message_);
    layout->addWidget(buttons);
    resize(560, 520);
    connect(list_, &QTreeWidget::currentItemChanged, this, &ShortcutEditor::showCurrent);
    connect(key_, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutEditor::showOwner);
    connect(assign_, &QPushButton::clicked, this, [this] { assign({key_->keySequence()}); });
    connect(remove_, &QPushButton::clicked, this, [this] { assign({}); });
    connect(reset_, &QPushButton::clicked, this, [this] {
        for (const Commands::Entry& entry : commands_.entries()) {
            if (current() == QLatin1StringView(entry.info.id)) {
                assign(standardKeys(entry.info));
                return;
            }
        }
    });
    connect(all, &QPushButton::clicked, this, &ShortcutEditor::resetAll);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    fill();
}

void ShortcutEditor::fill()
{
    const QString selected = current();
    list_->clear();
    QTreeWidgetItem* menu = nullptr;
    // Names stand below each other, also those without an icon.
    QPixmap none(list_->iconSize());
    none.fill(Qt::transparent);
    for (const Commands::Entry& entry : commands_.entries()) {
        const QString title = commandMenu(entry.info);
        const QList<QTreeWidgetItem*> menus = list_->findItems(title, Qt::MatchExactly);
        menu = menus.isEmpty() ? new QTreeWidgetItem(list_, {title}) : menus.first();
        menu->setFlags(Qt::ItemIsEnabled);
        menu->setExpanded(true);
        auto* item = new QTreeWidgetItem(menu, {commandName(entry.info), keysText(entry.action->shortcuts())});
        item->setIcon(0, entry.action->icon().isNull() ? QIcon(none) : entry.action->icon());
        item->setToolTip(0, commandTip(entry.info));
        item->setData(0, kIdRole, QString::fromLatin1(entry.info.id));
        if (entry.action->shortcuts() != standardKeys(entry.info)) {
            QFont bold = item->font(1);
            bold.setBold(true);
            item->setFont(1, bold);
        }
        if (selected == QLatin1StringView(entry.info.id)) {
            list_->setCurrentItem(item);
        }
    }
    showCurrent();
}

QString ShortcutEditor::current() const
{
    const QTreeWidgetItem* item = list_->currentItem();
    return item == nullptr ? QString() : item->data(0, kIdRole).toString();
}

void ShortcutEditor::showCurrent()
{
    const QString id = current();
    for (QWidget* widget : std::initializer_list<QWidget*>{key_, remove_, reset_}) {
        widget->setEnabled(!id.isEmpty());
    }
    key_->clear();
    key_->findChild<QLineEdit*>()->setPlaceholderText(key_->toolTip());  // Qt's own words, which it has put back, are longer
    showOwner();
}

void ShortcutEditor::showOwner()
{
    const QKeySequence key = key_->keySequence();
    assign_->setEnabled(!current().isEmpty() && !key.isEmpty());
    const Commands::Entry* owner = key.isEmpty() ? nullptr : commands_.ownerOf(key, current());
    assign_->setText(owner == nullptr ? tr("&Assign") : tr("&Take It"));
    message_->setText(current().isEmpty() ? tr("Select a command to change its key.")
                      : owner == nullptr  ? QString()
                                          : tr("%1 is the key of “%2”, which loses it.")
                                               .arg(key.toString(QKeySequence::NativeText), commandName(owner->info)));
}

void ShortcutEditor::assign(const QList<QKeySequence>& keys)
{
    const QString id = current();
    for (const QKeySequence& key : keys) {
        while (const Commands::Entry* owner = commands_.ownerOf(key, id)) {
            QList<QKeySequence> others = owner->action->shortcuts();
            others.removeAll(key);
            commands_.setKeys(QString::fromLatin1(owner->info.id), others);
        }
    }
    commands_.setKeys(id, keys);
    fill();
}

void ShortcutEditor::resetAll()
{
    for (const Commands::Entry& entry : commands_.entries()) {
        commands_.setKeys(QString::fromLatin1(entry.info.id), standardKeys(entry.info));
    }
    fill();
}

}  // namespace mho
