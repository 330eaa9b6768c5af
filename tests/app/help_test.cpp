// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/about_dialog.h"
#include "core/report/parts.h"
#include "app/studio/commands.h"
#include "app/studio/help_pages.h"
#include "app/studio/help_window.h"
#include "app/studio/language.h"
#include "app/studio/whats_this.h"
#include "core/base/version.h"
#include "tests/app/open_window.h"
#include "widgets/views/crossbar_view.h"
#include "widgets/views/layer_table.h"

#include <QDockWidget>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>

#include <catch2/catch.hpp>

namespace mho {
namespace {

using test::OpenWindow;

QString textOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

QStringList linksIn(const QString& text)
{
    static const QRegularExpression link(QStringLiteral("\\]\\(([^)]*)\\)"));
    QStringList links;
    for (auto match = link.globalMatch(text); match.hasNext();) {
        links.append(match.next().captured(1));
    }
    return links;
}

TEST_CASE("Every page is there in every language, with the same links, and its links lead to pages")
{
    REQUIRE(helpPages().size() > 10);
    for (const QString& page : helpPages()) {
        INFO(page.toStdString());
        const QString english = textOf(QStringLiteral(":/mho/help/en/%1.md").arg(page));
        for (const Language& language : languages()) {
            INFO(language.code.toStdString());
            const QString text = textOf(QStringLiteral(":/mho/help/%1/%2.md").arg(language.code, page));
            CHECK(text.startsWith(QStringLiteral("# ")));
            CHECK(text.split(QStringLiteral("\n\n")).size() == english.split(QStringLiteral("\n\n")).size());
            CHECK(linksIn(text) == linksIn(english));
            for (const QString& link : linksIn(text)) {
                CHECK(link.endsWith(QStringLiteral(".md")));
                CHECK(helpPages().contains(link.chopped(3)));
            }
            CHECK((language.code == QLatin1String("en") || text != english));
        }
    }
}

TEST_CASE("Every panel has its page, and F1 opens that of the panel with the focus")
{
    applyLanguage(languageOf(QStringLiteral("en")));
    OpenWindow open;
    REQUIRE(open.showsDesign());
    for (const QDockWidget* dock : open.window.findChildren<QDockWidget*>()) {
        INFO(dock->objectName().toStdString());
        CHECK(helpPages().contains(dock->objectName()));
        CHECK_FALSE(helpSummary(dock->objectName()).isEmpty());
    }
    open.window.activateWindow();
    open.window.layerTable()->setFocus();
    QAction* help = open.window.commands().action(QStringLiteral("help.contents"));
    CHECK(help->shortcut() == QKeySequence(Qt::Key_F1));
    help->trigger();
    auto* window = open.window.findChild<HelpWindow*>();
    REQUIRE(window != nullptr);
    CHECK(window->isVisible());
    CHECK(window->page() == QStringLiteral("layers"));
    CHECK(helpPageOf(open.window.crossbarView()) == QStringLiteral("crossbars"));
    CHECK(helpPageOf(nullptr) == QStringLiteral("index"));
}

TEST_CASE("The list of pages is searched in all texts, in the language of the program")
{
    applyLanguage(languageOf(QStringLiteral("de")));
    QWidget parent;
    HelpWindow help(&parent);
    help.showPage(QStringLiteral("cost"));
    CHECK(help.list()->count() == helpPages().size());
    CHECK(help.list()->currentItem()->text() == QStringLiteral("Kosten"));
    help.search()->setText(QStringLiteral("pareto STREUdiagramm"));
    REQUIRE(help.list()->count() == 1);
    CHECK(help.list()->item(0)->text() == QStringLiteral("Vergleichen"));
    QTest::keyClick(help.search(), Qt::Key_Return);
    CHECK(help.page() == QStringLiteral("compare"));
    help.search()->setText(QStringLiteral("no page has this"));
    CHECK(help.list()->count() == 0);
    help.showPage(QStringLiteral("absent"));
    CHECK(help.page() == QStringLiteral("index"));
    applyLanguage(languageOf(QStringLiteral("en")));
}

TEST_CASE("What's This tells of a control what its tip says, and of its panel what the page says")
{
    OpenWindow open;
    REQUIRE(open.showsDesign());
    const QString text = WhatsThis::textOf(open.window.crossbarView());
    CHECK(text.contains(QStringLiteral("down to the single cell")));
    CHECK(text.contains(QStringLiteral("<a href=\"crossbars\">")));
    QHelpEvent asks(QEvent::QueryWhatsThis, {4, 4}, {4, 4});
    QCoreApplication::sendEvent(open.window.crossbarView(), &asks);
    CHECK(asks.isAccepted());
}

TEST_CASE("About names the program and its parts with versions and licences")
{
    const QString text = aboutText();
    for (const char* part : {kVersion, "Qt", "Eigen", "SQLite", "LibTorch", "zlib", "libzip", "libjpeg-turbo", "MPL-2.0", "GNU General Public License"}) {
        CHECK(text.contains(QString::fromUtf8(part)));
    }
    CHECK(text.contains(QString::fromLatin1(qVersion())));
    for (const Part& part : coreParts()) {
        INFO(part.name);
        CHECK(text.contains(QString::fromStdString(part.name)));
        CHECK_FALSE(part.licence.empty());
    }
}

}  // namespace
}  // namespace mho
