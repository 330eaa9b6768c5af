// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/shown_texts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QFile>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QTabBar>
#include <QXmlStreamReader>

#include <stdexcept>

namespace mho::test {
namespace {

QString withoutMarks(QString text)
{
    static const QRegularExpression own(QStringLiteral("\\(&\\w\\)"));
    return text.remove(own).remove(QLatin1Char('&'));
}

void addItems(const QAbstractItemModel& model, QStringList& texts)
{
    for (int column = 0; column < model.columnCount(); ++column) {
        for (const int role : {Qt::DisplayRole, Qt::ToolTipRole}) {
            texts.append(model.headerData(column, Qt::Horizontal, role).toString());
            for (int row = 0; row < model.rowCount(); ++row) {
                texts.append(model.index(row, column).data(role).toString());
            }
        }
    }
}

}  // namespace

QStringList shownTexts(const QWidget& root)
{
    QStringList texts;
    QList<const QWidget*> widgets{&root};
    for (const QWidget* child : root.findChildren<const QWidget*>()) {
        widgets.append(child);
    }
    for (const QWidget* widget : widgets) {
        texts << widget->toolTip() << widget->whatsThis() << widget->accessibleName() << widget->accessibleDescription()
              << widget->statusTip();
        for (const QAction* action : widget->actions()) {
            texts << action->text() << action->toolTip();
        }
        if (const auto* label = qobject_cast<const QLabel*>(widget)) {
            texts << label->text();
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            texts << button->text();
        } else if (const auto* line = qobject_cast<const QLineEdit*>(widget)) {
            texts << line->placeholderText();
        } else if (const auto* menu = qobject_cast<const QMenu*>(widget)) {
            texts << menu->title();
        } else if (const auto* box = qobject_cast<const QGroupBox*>(widget)) {
            texts << box->title();
        } else if (const auto* choice = qobject_cast<const QComboBox*>(widget)) {
            addItems(*choice->model(), texts);
        } else if (const auto* view = qobject_cast<const QAbstractItemView*>(widget); view != nullptr && view->model() != nullptr) {
            addItems(*view->model(), texts);
        } else if (const auto* dock = qobject_cast<const QDockWidget*>(widget)) {
            texts << dock->windowTitle();
        } else if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
            for (int i = 0; i < tabs->count(); ++i) {
                texts << tabs->tabText(i);
            }
        }
    }
    for (QString& text : texts) {
        text = withoutMarks(text);
    }
    texts.removeAll(QString());
    return texts;
}

QSet<QString> englishTexts(const QString& language)
{
    QSet<QString> sources;
    QSet<QString> translations;
    if (language == QLatin1String("en")) {
        return sources;
    }
    QFile file(QStringLiteral(MHO_TRANSLATIONS "/mho_%1.ts").arg(language));
    if (!file.open(QIODevice::ReadOnly)) {
        throw std::runtime_error(file.errorString().toStdString());
    }
    QXmlStreamReader xml(&file);
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == QLatin1String("source")) {
            source = withoutMarks(xml.readElementText());
        } else if (xml.name() == QLatin1String("translation")) {
            const QString said = withoutMarks(xml.readElementText(QXmlStreamReader::IncludeChildElements));
            translations.insert(said);
            if (said != source) {
                sources.insert(source);
            }
        }
    }
    return sources - translations;
}

}  // namespace mho::test
