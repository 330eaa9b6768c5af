// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/commands.h"

#include "widgets/theme/icons.h"

#include <QCoreApplication>
#include <QSettings>
#include <QWidget>

#include <algorithm>

namespace mho {
namespace {

QString settingOf(const CommandInfo& info)
{
    return QStringLiteral("shortcuts/") + QString::fromLatin1(info.id);
}

QStringList portable(const QList<QKeySequence>& keys)
{
    QStringList texts;
    for (const QKeySequence& key : keys) {
        texts.append(key.toString(QKeySequence::PortableText));
    }
    return texts;
}

QList<QKeySequence> keysOf(const QStringList& texts)
{
    QList<QKeySequence> keys;
    for (const QString& text : texts) {
        if (const QKeySequence key(text, QKeySequence::PortableText); !key.isEmpty()) {
            keys.append(key);
        }
    }
    return keys;
}

}  // namespace

Commands::Commands(bool remember, QWidget* window) : QObject(window), remember_(remember), window_(window)
{
    for (const CommandInfo& info : commandTable()) {
        auto* action = new QAction(lineIcon(QString::fromLatin1(info.icon)), QCoreApplication::translate("Commands", info.text), this);
        take(info, action);
        action->setEnabled(info.availability == CommandInfo::Always);
    }
}

void Commands::take(const CommandInfo& info, QAction* action)
{
    action->setObjectName(QString::fromLatin1(info.id));
    const Entry& entry = entries_.emplace_back(Entry{info, action});
    const QString setting = settingOf(info);
    const QSettings settings;
    // An empty list is a choice too: no key.
    showKeys(entry, remember_ && settings.contains(setting) ? keysOf(settings.value(setting).toStringList()) : standardKeys(info));
    window_->addAction(action);
}

void Commands::adopt(const CommandInfo& info, QAction* action)
{
    action->setIcon(lineIcon(QString::fromLatin1(info.icon)));
    take(info, action);
}

QAction* Commands::action(const QString& id) const
{
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const Entry& entry) { return id == QLatin1StringView(entry.info.id); });
    Q_ASSERT_X(found != entries_.end(), "Commands", qPrintable(id));
    return found->action;
}

void Commands::setProjectOpen(bool open)
{
    for (const Entry& entry : entries_) {
        if (entry.info.availability == CommandInfo::WithProject) {
            entry.action->setEnabled(open);
        }
    }
}

void Commands::showKeys(const Entry& entry, const QList<QKeySequence>& keys)
{
    entry.action->setShortcuts(keys);
    const QString tip = commandTip(entry.info);
    const QString said = tip.isEmpty() ? commandName(entry.info) : tip;
    entry.action->setToolTip(keys.isEmpty() ? said
                                            : QStringLiteral("%1 (%2)").arg(said, keys.first().toString(QKeySequence::NativeText)));
}

void Commands::setKeys(const QString& id, const QList<QKeySequence>& keys)
{
    const auto entry = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const Entry& one) { return id == QLatin1StringView(one.info.id); });
    if (entry == entries_.end()) {
        return;
    }
    showKeys(*entry, keys);
    if (!remember_) {
        return;
    }
    QSettings settings;
    if (keys == standardKeys(entry->info)) {
        settings.remove(settingOf(entry->info));
    } else {
        settings.setValue(settingOf(entry->info), portable(keys));
    }
}

const Commands::Entry* Commands::ownerOf(const QKeySequence& key, const QString& id) const
{
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
        return id != QLatin1StringView(entry.info.id) && entry.action->shortcuts().contains(key);
    });
    return found == entries_.end() ? nullptr : &*found;
}

}  // namespace mho
