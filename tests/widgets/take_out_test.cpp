// SPDX-License-Identifier: GPL-3.0-or-later
// What a person takes out of a view: figures and tables by its context menu.
#include "tests/widgets/design_samples.h"
#include "tests/widgets/networks.h"
#include "widgets/bridge/file_text.h"
#include "widgets/models/compare_selection.h"
#include "widgets/models/layer_table_model.h"
#include "widgets/theme/theme.h"
#include "widgets/views/heat_map_widget.h"
#include "widgets/views/layer_table.h"
#include "widgets/views/parallel_view.h"
#include "widgets/views/scatter_view.h"
#include "widgets/views/table_menu.h"
#include "widgets/views/themed_chart_view.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDir>
#include <QListWidget>
#include <QFileDialog>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QImage>
#include <QLegend>
#include <QLineSeries>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QStandardItemModel>
#include <QSvgRenderer>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeWidget>
#include <QValueAxis>

#include <memory>

#include <catch2/catch.hpp>

namespace mho {
namespace {

/// The context menu by its key.
std::unique_ptr<QMenu> menuOf(QWidget& view)
{
    QContextMenuEvent event(QContextMenuEvent::Keyboard, view.rect().center(), view.mapToGlobal(view.rect().center()));
    QApplication::sendEvent(&view, &event);
    return std::unique_ptr<QMenu>(qobject_cast<QMenu*>(QApplication::activePopupWidget()));
}

QAction* entry(const std::unique_ptr<QMenu>& menu, const char* text)
{
    for (QAction* action : menu->actions()) {
        if (action->text() == QString::fromUtf8(text)) {
            return action;
        }
    }
    return nullptr;
}

/// Runs the entry that asks for a file, and answers with `path`.
void saveBy(QAction* action, const QString& path)
{
    QTimer::singleShot(0, [path] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        REQUIRE(dialog != nullptr);
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");
    });
    action->trigger();
}

HeatMap smallMap()
{
    HeatMap map;
    map.title = QStringLiteral("conv1: crossbar 2 / 3");
    map.rowLabel = QStringLiteral("word line");
    map.columnLabel = QStringLiteral("bit line");
    map.valueLabel = QStringLiteral("conductance (µS)");
    map.rows = 2;
    map.columns = 2;
    map.values = {0.0F, 1.0F, 2.0F, 3.0F};
    return map;
}

/// A chart that looks as `palette` says.
struct Chart {
    explicit Chart(const QPalette& palette)
    {
        window.setPalette(palette);
        view.setAccessibleName(QStringLiteral("Line"));
        auto* line = new QLineSeries;
        line->append({{0.0, 0.0}, {1.0, 1.0}});
        view.chart()->addSeries(line);
        view.chart()->legend()->hide();
        x->setTitleText(QStringLiteral("rounds"));
        view.chart()->addAxis(x, Qt::AlignBottom);
        line->attachAxis(x);
        view.restyle();
        view.resize(200, 120);  // too low for the titles of axes
        window.show();
    }

    QWidget window;
    ThemedChartView view{&window};
    QValueAxis* x = new QValueAxis;
};

TEST_CASE("A heat map is copied as a picture and as SVG, and saved under its title")
{
    HeatMapWidget view;
    view.show();
    {
        const auto empty = menuOf(view);
        REQUIRE(empty != nullptr);
        CHECK_FALSE(entry(empty, "Copy Figure")->isEnabled());
        CHECK_FALSE(entry(empty, "Save Figure As…")->isEnabled());
    }

    view.setMap(smallMap());
    const auto menu = menuOf(view);
    entry(menu, "Copy Figure")->trigger();
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    CHECK(qvariant_cast<QImage>(data->imageData()).width() == qRound(88 / 25.4 * 300));
    const QByteArray svg = data->data(QStringLiteral("image/svg+xml"));
    CHECK(QSvgRenderer(svg).isValid());
    CHECK(svg.contains("bit line"));

    const QTemporaryDir folder;
    for (const char* name : {"a.svg", "a.pdf", "a.png"}) {
        saveBy(entry(menu, "Save Figure As…"), folder.filePath(QLatin1String(name)));
        CHECK(QFileInfo(folder.filePath(QLatin1String(name))).size() > 500);
    }
    CHECK(fileNameOf(smallMap().title) == QStringLiteral("conv1-crossbar-2-3"));
}

TEST_CASE("A chart of a dark window is copied in ink on white with the titles of its axes, and stays dark itself")
{
    Chart chart(darkPalette());
    const QColor dark = chart.view.backgroundBrush().color();
    CHECK(isDark(chart.view.palette()));
    CHECK_FALSE(chart.x->isTitleVisible());
    const QSize before = chart.view.size();
    entry(menuOf(chart.view), "Copy Figure")->trigger();
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    const auto picture = qvariant_cast<QImage>(data->imageData());
    CHECK(picture.pixelColor(2, 2) == QColor(Qt::white));
    CHECK(data->data(QStringLiteral("image/svg+xml")).contains("rounds"));
    CHECK(chart.view.backgroundBrush().color() == dark);
    CHECK_FALSE(chart.x->isTitleVisible());
    CHECK(chart.view.size() == before);

    Chart light(lightPalette());
    entry(menuOf(light.view), "Copy Figure")->trigger();
    CHECK(qvariant_cast<QImage>(QGuiApplication::clipboard()->mimeData()->imageData()) == picture);
}

TEST_CASE("The scatter and the parallel coordinates are figures to take; axes keep their own entries")
{
    CompareSelection selection;
    ParallelView parallel(&selection);
    parallel.setSet(std::make_shared<const CompareSet>(compareSet(test::samplePoints(), {})));
    parallel.resize(600, 300);
    parallel.show();
    {
        const auto between = menuOf(parallel);
        CHECK(entry(between, "Copy Figure")->isEnabled());
        CHECK(entry(between, "Flip Axis") == nullptr);
    }
    QTest::keyClick(&parallel, Qt::Key_Right);
    const auto onAxis = menuOf(parallel);
    CHECK(entry(onAxis, "Flip Axis") != nullptr);
    entry(onAxis, "Copy Figure")->trigger();
    CHECK(QSvgRenderer(QGuiApplication::clipboard()->mimeData()->data(QStringLiteral("image/svg+xml"))).isValid());

    ScatterView scatter(&selection);
    scatter.show();
    CHECK_FALSE(entry(menuOf(scatter), "Copy Figure")->isEnabled());
    scatter.setScatter(Scatter::of(std::make_shared<const CompareSet>(compareSet(test::samplePoints(), {})), QStringLiteral("energy"),
                                   QStringLiteral("accuracy"), false, false));
    const auto filled = menuOf(scatter);
    CHECK(entry(filled, "Copy Figure")->isEnabled());
    entry(filled, "Copy Figure")->trigger();
    const QByteArray svg = QGuiApplication::clipboard()->mimeData()->data(QStringLiteral("image/svg+xml"));
    CHECK(QSvgRenderer(svg).isValid());
    CHECK(svg.count("<text") > 6);  // titles and ticks of two axes
}

TEST_CASE("A table is taken as it is shown: order and columns, words, and numbers as files have them")
{
    QStandardItemModel model(2, 3);
    model.setHorizontalHeaderLabels({QStringLiteral("layer"), QStringLiteral("kept"), QStringLiteral("note")});
    const QStringList cells{QStringLiteral("conv1"), QStringLiteral("1\u202f234,5 pJ"), QStringLiteral("a, \"b\""), QStringLiteral("fc, 1"), QStringLiteral("7"), QString()};
    for (int i = 0; i < cells.size(); ++i) {
        model.setItem(i / 3, i % 3, new QStandardItem(cells[i]));
    }
    QTableView table;
    table.setModel(&model);
    table.verticalHeader()->hide();
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German));
    CHECK(tableText(table, QLatin1Char(',')) == QStringLiteral("layer,kept,note\nconv1,1234.5 pJ,\"a, \"\"b\"\"\"\n\"fc, 1\",7,\n"));
    QLocale::setDefault(before);
    CHECK(tableText(table, QLatin1Char('\t')) == QStringLiteral("layer\tkept\tnote\nconv1\t1234,5 pJ\t\"a, \"\"b\"\"\"\nfc, 1\t7\t\n"));
    table.hideColumn(2);
    table.horizontalHeader()->moveSection(1, 0);
    table.hideRow(1);
    table.verticalHeader()->show();
    CHECK(tableText(table, QLatin1Char('\t')) == QStringLiteral("\tkept\tlayer\n1\t1234,5 pJ\tconv1\n"));
}

TEST_CASE("A tree is taken row by row, folded ones too; what is to stay verbatim keeps its commas")
{
    QTreeWidget tree;
    tree.setHeaderLabels({QStringLiteral("act"), QStringLiteral("line")});
    auto* parent = new QTreeWidgetItem(&tree, {QStringLiteral("File"), QString()});
    auto* child = new QTreeWidgetItem(parent, {QStringLiteral("0,5 s"), QStringLiteral("mho map --with a=1,5")});
    child->setData(1, kVerbatimRole, true);
    new QTreeWidgetItem(&tree, {QStringLiteral("Edit"), QStringLiteral("x")});
    addTableMenu(tree);
    tree.show();
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German));
    entry(menuOf(tree), "Copy Table")->trigger();
    QLocale::setDefault(before);
    CHECK(QGuiApplication::clipboard()->text() == QStringLiteral("act\tline\nFile\t\n0.5 s\tmho map --with a=1,5\nEdit\tx\n"));
}

TEST_CASE("A list is a table of one column with its name as the title")
{
    QListWidget list;
    list.setAccessibleName(QStringLiteral("Runs that wait"));
    list.addItems({QStringLiteral("1. conv1, seed 7"), QStringLiteral("2. fc1")});
    addTableMenu(list);
    list.show();
    entry(menuOf(list), "Copy Table")->trigger();
    CHECK(QGuiApplication::clipboard()->text() == QStringLiteral("Runs that wait\n1. conv1, seed 7\n2. fc1\n"));
    CHECK(tableText(list, QLatin1Char(',')) == QStringLiteral("Runs that wait\n\"1. conv1, seed 7\"\n2. fc1\n"));
}

TEST_CASE("A table is saved with tabulators too, and what cannot be written is said")
{
    QStandardItemModel model(1, 2);
    model.setHorizontalHeaderLabels({QStringLiteral("a"), QStringLiteral("b")});
    model.setItem(0, 0, new QStandardItem(QStringLiteral("1")));
    model.setItem(0, 1, new QStandardItem(QStringLiteral("2")));
    QTableView table;
    table.setModel(&model);
    table.verticalHeader()->hide();
    addTableMenu(table);
    table.show();
    const QTemporaryDir folder;
    const auto menu = menuOf(table);
    saveBy(entry(menu, "Save Table As…"), folder.filePath(QStringLiteral("t.tsv")));
    QFile file(folder.filePath(QStringLiteral("t.tsv")));
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == QByteArray("a\tb\n1\t2\n"));

    // A folder stands where the file is to be written; the dialog would go into it, so it comes once the name is chosen.
    const QString taken = folder.filePath(QStringLiteral("taken.csv"));
    QString said;
    QTimer::singleShot(0, [&] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        REQUIRE(dialog != nullptr);
        dialog->selectFile(taken);
        QObject::connect(dialog, &QFileDialog::accepted, dialog, [&] { QDir().mkpath(taken + QStringLiteral("/full")); });
        QTimer::singleShot(0, [&] {
            const auto wait = [&] {
                auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
                if (box != nullptr) {
                    said = box->text();
                    box->accept();
                }
                return box != nullptr;
            };
            REQUIRE(QTest::qWaitFor(wait, 5'000));
        });
        QMetaObject::invokeMethod(dialog, "accept");
    });
    entry(menu, "Save Table As…")->trigger();
    CHECK(said.contains(QStringLiteral("taken.csv")));
    CHECK(said.contains(QStringLiteral("cannot be written")));
}

TEST_CASE("The layer table keeps its own entries and adds the table's; the file is what the clipboard has, with commas")
{
    LayerTableModel model;
    const auto network = test::lenet(false);
    model.setRows(layerRows(*test::preview(network, test::lenetPlan(*network, 2.0))));
    LayerTable table(&model);
    table.show();
    const auto menu = menuOf(table);
    CHECK(menu->actions().front()->menu() != nullptr);  // Columns
    entry(menu, "Copy Table")->trigger();
    const QString copied = QGuiApplication::clipboard()->text();
    CHECK(copied.count(QLatin1Char('\n')) == 6);  // titles, four layers, total
    CHECK(copied.contains(QStringLiteral("conv2")));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("layers.csv"));
    saveBy(entry(menu, "Save Table As…"), path);
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(QString::fromUtf8(file.readAll()) == tableText(table, QLatin1Char(',')));
}

}  // namespace
}  // namespace mho
