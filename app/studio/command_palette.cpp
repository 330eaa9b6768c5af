// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/command_palette.h"

#include "app/studio/commands.h"
#include "app/studio/help_window.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QPixmap>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace mho {
namespace {

constexpr int kMenuRole = Qt::UserRole + 1;
constexpr int kKeysRole = Qt::UserRole + 2;
constexpr int kChoiceRole = Qt::UserRole + 3;
constexpr int kIcon = 16;

/// "Undo  Edit                Ctrl+Z": the name, its menu more quietly, the keys at the right.
class CommandDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const QFontMetrics& metrics = option.fontMetrics;
        const QString keys = index.data(kKeysRole).toString();
        const QRect right = option.rect.adjusted(0, 0, -10, 0);
        const int keysWidth = metrics.horizontalAdvance(keys);
        QStyleOptionViewItem filled = option;
        initStyleOption(&filled, index);
        const QRect name = option.widget->style()->subElementRect(QStyle::SE_ItemViewItemText, &filled, option.widget);
        const int nameEnd = name.left() + metrics.horizontalAdvance(filled.text) + 4;
        const bool selected = option.state & QStyle::State_Selected;
        painter->save();
        painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::PlaceholderText));
        painter->drawText(right, Qt::AlignRight | Qt::AlignVCenter, keys);
        // A long path leaves no room for its menu.
        if (const int room = right.right() - keysWidth - 16 - nameEnd; room > 0) {
            painter->drawText(QRect(nameEnd + 10, option.rect.top(), room, option.rect.height()), Qt::AlignLeft | Qt::AlignVCenter,
                              index.data(kMenuRole).toString());
        }
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), option.fontMetrics.height() + 12};
    }
};

}  // namespace

int matchOf(const QString& typed, const QString& text)
{
    int score = 1;
    for (const QString& word : typed.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const qsizetype place = text.indexOf(word, 0, Qt::CaseInsensitive);
        if (place < 0) {
            return 0;
        }
        const bool startsWord = place == 0 || !text[place - 1].isLetterOrNumber();
        score += startsWord ? 3 : 1;
    }
    return score;
}

CommandPalette::CommandPalette(const Commands& commands, const QList<QMenu*>& menus, QWidget* parent)
    : QDialog(parent, Qt::Popup), field_(new QLineEdit), list_(new QListWidget)
{
    for (const Commands::Entry& entry : commands.entries()) {
        if (QLatin1StringView(entry.info.id) != QLatin1StringView("help.palette")) {
            choices_.push_back({entry.action, commandName(entry.info), commandMenu(entry.info), commandTip(entry.info)});
        }
    }
    for (const QMenu* menu : menus) {
        for (QAction* action : menu->actions()) {
            // Commands have names of their own.
            if (!action->isSeparator() && action->objectName().isEmpty()) {
                choices_.push_back({action, action->iconText(), menu->menuAction()->iconText(), action->toolTip()});
            }
        }
    }
    setWindowTitle(tr("Find Command"));
    setHelpPage(this, QStringLiteral("commands"));
    field_->setPlaceholderText(tr("Command, network, recipe, example or project"));
    field_->setAccessibleName(field_->placeholderText());
    field_->setClearButtonEnabled(true);
    field_->installEventFilter(this);
    list_->setAccessibleName(tr("Commands"));
    list_->setItemDelegate(new CommandDelegate(list_));
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setIconSize({kIcon, kIcon});
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setFrameShape(QFrame::NoFrame);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(field_);
    layout->addWidget(list_);
    connect(field_, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(field_, &QLineEdit::returnPressed, this, &CommandPalette::perform);
    connect(list_, &QListWidget::itemClicked, this, &CommandPalette::perform);
    fill();
}

void CommandPalette::fill()
{
    std::vector<std::pair<int, std::size_t>> found;  // how well, and which
    for (std::size_t i = 0; i < choices_.size(); ++i) {
        const Choice& choice = choices_[i];
        const int score = choice.action == nullptr ? 0 : matchOf(field_->text(), choice.menu + QStringLiteral(": ") + choice.name);
        if (score > 0) {
            found.emplace_back(score + (choice.action->isEnabled() ? 100 : 0), i);
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    list_->clear();
    // Names stand below each other, also those without an icon.
    QPixmap none(kIcon, kIcon);
    none.fill(Qt::transparent);
    for (const auto& [score, i] : found) {
        const Choice& choice = choices_[i];
        auto* item = new QListWidgetItem(choice.action->icon().isNull() ? QIcon(none) : choice.action->icon(), choice.name, list_);
        item->setData(kMenuRole, choice.menu);
        item->setData(kKeysRole, choice.action->shortcut().toString(QKeySequence::NativeText));
        item->setData(kChoiceRole, QVariant::fromValue(i));
        item->setToolTip(choice.tip);
        if (!choice.action->isEnabled()) {
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
        }
    }
    list_->setCurrentRow(list_->count() > 0 ? 0 : -1);
}

void CommandPalette::perform()
{
    const QListWidgetItem* item = list_->currentItem();
    if (item == nullptr || !(item->flags() & Qt::ItemIsEnabled)) {
        QApplication::beep();
        return;
    }
    const QPointer<QAction> action = choices_[item->data(kChoiceRole).value<std::size_t>()].action;
    close();
    if (action != nullptr) {
        action->trigger();
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == field_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool moves = key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
        if (moves) {
            QApplication::sendEvent(list_, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::showEvent(QShowEvent* event)
{
    const QWidget* window = parentWidget();
    resize(std::clamp(window->width() / 2, 360, 620), std::clamp(window->height() * 3 / 5, 240, 520));
    move(window->mapToGlobal(QPoint((window->width() - width()) / 2, std::min(80, window->height() / 8))));
    field_->setFocus();
    QDialog::showEvent(event);
}

}  // namespace mho
