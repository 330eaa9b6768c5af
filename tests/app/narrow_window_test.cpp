// SPDX-License-Identifier: GPL-3.0-or-later
// What fits a small window in one language must do so in all.
#include "app/studio/language.h"
#include "app/studio/perspectives.h"
#include "tests/app/open_window.h"
#include "widgets/theme/theme.h"
#include "widgets/views/crossbar_view.h"
#include "widgets/views/layer_table.h"
#include "widgets/views/readout_label.h"

#include <QApplication>
#include <QDockWidget>
#include <QHeaderView>

#include <catch2/catch.hpp>

namespace mho {
namespace {

constexpr QSize kSmall(900, 600);

/// What a person sees and reads, from before the window is made until it is gone.
struct Surroundings {
    explicit Surroundings(const Language& language)
    {
        applyTheme(*qApp, Theme::Light);
        applyLanguage(language);
    }
    ~Surroundings() { applyLanguage(languageOf(QStringLiteral("en"))); }
};

/// The window in this language.
struct Speaking : Surroundings, test::OpenWindow {
    explicit Speaking(const Language& language) : Surroundings(language) { REQUIRE(showsDesign()); }

    void change(const Language& language)
    {
        applyLanguage(language);
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        REQUIRE(window.showsProject());
        QTest::qWait(20);
    }

    void resize(QSize size)
    {
        window.resize(size);
        QTest::qWait(10);
    }
};

/// Names of the panels that show, with the least width and height of each.
std::string needs(const QWidget& window)
{
    QString text;
    for (const QDockWidget* dock : window.findChildren<QDockWidget*>()) {
        if (!dock->isHidden()) {
            const QSize least = dock->minimumSizeHint();
            text += QStringLiteral(" %1 %2x%3").arg(dock->objectName()).arg(least.width()).arg(least.height());
        }
    }
    return text.toStdString();
}

TEST_CASE("In every language and perspective, and with each panel beside, the window stays as small as it is made")
{
    for (const Language& language : languages()) {
        INFO(language.code.toStdString());
        Speaking open(language);
        const auto docks = open.window.findChildren<QDockWidget*>();
        REQUIRE(docks.size() >= 10);
        for (const PanelLayout& layout : panelLayouts()) {
            INFO(layout.id.toStdString());
            open.window.perspectives().show(layout.id);
            open.resize(kSmall);
            open.window.resetLayout();
            QTest::qWait(20);
            INFO("alone:" << needs(open.window));
            CHECK(open.window.size() == kSmall);
            for (QDockWidget* dock : docks) {
                const bool had = !dock->isHidden();
                dock->show();
                dock->raise();
                // The panel of the data reads them in the background.
                QTest::qWait(dock->objectName() == QLatin1String("data") ? 200 : 10);
                INFO(dock->objectName().toStdString() << " beside:" << needs(open.window));
                CHECK(open.window.size() == kSmall);
                dock->setVisible(had);
                open.resize(kSmall);
            }
        }
    }
}

TEST_CASE("In every language all columns of the layer table show at 1280 pixels, and no hint below a view is cut at 900")
{
    for (const Language& language : languages()) {
        INFO(language.code.toStdString());
        Speaking open(language);
        open.resize({1280, 800});
        open.window.resetLayout();
        QTest::qWait(20);
        const LayerTable* table = open.window.layerTable();
        int sliders = 0;
        for (int column = LayerTableModel::FirstConstraint; open.window.layerModel()->isConstraintColumn(column); ++column) {
            sliders += table->isColumnHidden(column) ? 0 : 1;
        }
        CHECK(sliders == 2);
        CHECK(table->horizontalHeader()->length() <= table->viewport()->width());
        const int width = table->horizontalHeader()->length();

        // The mark of a sorted column has room beside the text, and the others keep theirs.
        const int kept = open.window.layerModel()->column(LayerTableModel::Kept);
        open.window.layerTable()->sortByColumn(kept, Qt::DescendingOrder);
        CHECK(table->columnWidth(kept) >= table->horizontalHeader()->sectionSizeHint(kept));
        open.window.layerTable()->sortByColumn(-1, Qt::AscendingOrder);

        open.resize(kSmall);
        open.window.resetLayout();
        QTest::qWait(20);
        for (const bool network : {false, true}) {
            open.window.crossbarView()->showNetwork(network);
            QTest::qWait(100);
            int shown = 0;
            for (const ReadoutLabel* label : open.window.crossbarView()->findChildren<ReadoutLabel*>()) {
                if (label->isVisible() && !label->text().isEmpty()) {
                    ++shown;
                    INFO(label->text().toStdString() << " on " << label->width());
                    CHECK_FALSE(label->isCut());
                }
            }
            CHECK(shown == 1);
        }
        // Widths follow the words when the language changes.
        open.change(languageOf(language.code == QLatin1String("en") ? QStringLiteral("zh_CN") : QStringLiteral("en")));
        open.change(language);
        open.resize({1280, 800});
        open.window.resetLayout();
        QTest::qWait(20);
        CHECK(open.window.layerTable()->horizontalHeader()->length() == width);
    }
}

}  // namespace
}  // namespace mho
