// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader and a keyboard find in the window: a name and a role for every control, all of them on the way of the
// Tab key, a focus that can be seen, and the cells of heat maps read out.
#include "app/studio/commands.h"
#include "app/studio/compare_dock.h"
#include "app/studio/constraint_dock.h"
#include "app/studio/design_points.h"
#include "app/studio/hardware_dock.h"
#include "app/studio/perspectives.h"
#include "tests/app/open_window.h"
#include "tests/widgets/looks.h"
#include "widgets/theme/theme.h"
#include "widgets/views/crossbar_view.h"
#include "widgets/views/heat_map_widget.h"
#include "widgets/views/layer_table.h"
#include "widgets/views/mask_view.h"
#include "widgets/views/network_map.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QDialog>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QScrollArea>
#include <QTabBar>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

namespace mho {
namespace {

using test::OpenWindow;

std::string described(const QWidget* widget)
{
    QStringList path;

    for (const QObject* object = widget; object != nullptr; object = object->parent()) {
        const QString name = object->objectName();
        path.prepend(QString::fromUtf8(object->metaObject()->className()) + (name.isEmpty() ? name : QLatin1Char(':') + name));
    }
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    return (path.join(QLatin1StringView(" > ")) + (button != nullptr ? QLatin1Char(' ') + button->text() : QString())).toStdString();
}

/// Without anything in it yet.
bool isEmpty(const QWidget* widget)
{
    const auto* tabs = qobject_cast<const QTabBar*>(widget);
    const auto* items = qobject_cast<const QAbstractItemView*>(widget);
    const auto* label = qobject_cast<const QLabel*>(widget);
    return (label != nullptr && label->text().isEmpty()) || (tabs != nullptr && tabs->count() == 0) || (items != nullptr && items->model() != nullptr && items->model()->rowCount() == 0);
}

/// Parts of Qt's own controls, which speak for them.
bool isInner(const QWidget* widget)
{
    return widget->objectName().startsWith(QLatin1StringView("qt_")) ||
           (widget->parentWidget() != nullptr && widget->parentWidget()->focusProxy() == widget) ||
           qobject_cast<const QAbstractItemView*>(widget->parentWidget()) != nullptr;
}

/// Controls: what takes the keyboard, or is pressed.
std::vector<QWidget*> controlsOf(QWidget* root)
{
    std::vector<QWidget*> controls;
    for (QWidget* widget : root->findChildren<QWidget*>()) {
        const bool pressed = widget->inherits("QAbstractButton");
        if (widget->isVisible() && !isEmpty(widget) && (widget->focusPolicy() != Qt::NoFocus || pressed) && !isInner(widget) && widget->focusProxy() == nullptr) {
            controls.push_back(widget);
        }
    }
    return controls;
}

/// Qt Charts is drawn as one picture, named by its view.
void checkNames(QWidget* root)
{
    for (QWidget* widget : controlsOf(root)) {
        INFO(described(widget));
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
        REQUIRE(spoken != nullptr);
        CHECK_FALSE(spoken->text(QAccessible::Name).trimmed().isEmpty());
        CHECK(spoken->role() != QAccessible::NoRole);
        // Client is what Qt says of widgets that it does not know: of ours only areas to scroll.
        const bool ours = QLatin1StringView(widget->metaObject()->className()).startsWith(QLatin1StringView("mho::"));
        CHECK((!ours || qobject_cast<QScrollArea*>(widget) != nullptr || spoken->role() != QAccessible::Client));
    }
}

bool takesTab(const QWidget* widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !isInner(widget) &&
           widget->focusProxy() == nullptr;
}

/// Those that the Tab key comes to.
std::set<QWidget*> reached(QWidget* window)
{
    std::set<QWidget*> found;
    for (int i = 0; i < 400; ++i) {
        QWidget* focus = QApplication::focusWidget();
        if (focus == nullptr) {
            break;
        }
        const bool again = !found.insert(focus).second;
        if (again && found.size() > 2 && i > 300) {
            break;
        }
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    static_cast<void>(window);
    return found;
}

void checkTabs(QWidget* window, QWidget* root)
{
    QApplication::setActiveWindow(window);
    const std::set<QWidget*> found = reached(window);
    for (QWidget* widget : root->findChildren<QWidget*>()) {
        if (takesTab(widget)) {
            INFO(described(widget));
            CHECK(found.contains(widget));
        }
    }
}

void checkFocusShows(QWidget* window, QWidget* root)
{
    QApplication::setActiveWindow(window);
    for (QWidget* widget : controlsOf(root)) {
        if (!takesTab(widget)) {
            continue;
        }
        INFO(described(widget));
        widget->clearFocus();
        QTest::qWait(1);
        const QImage without = widget->grab().toImage();
        widget->setFocus(Qt::TabFocusReason);
        CHECK(widget->hasFocus());
        const QImage with = widget->grab().toImage();
        CHECK(with != without);
    }
}

std::vector<QDockWidget*> docks(QWidget& window)
{
    const QList<QDockWidget*> all = window.findChildren<QDockWidget*>();
    return {all.begin(), all.end()};
}

TEST_CASE("Every control of the window and of each panel has a name and a role, is reached by Tab and shows its focus")
{
    OpenWindow open;
    REQUIRE(open.showsDesign());
    open.window.resize(2000, 1300);
    QApplication::setActiveWindow(&open.window);
    for (QDockWidget* dock : docks(open.window)) {
        dock->hide();
    }
    QTest::qWait(50);  // the tabs of hidden panels go
    CHECK(controlsOf(&open.window).size() > 10);
    checkNames(&open.window);
    checkTabs(&open.window, &open.window);
    checkFocusShows(&open.window, &open.window);
    CHECK(docks(open.window).size() >= 10);
    for (QDockWidget* dock : docks(open.window)) {
        dock->show();
        dock->raise();
        QTest::qWait(30);
        INFO("panel " << dock->objectName().toStdString());
        checkNames(dock->widget());
        checkTabs(&open.window, dock);
        checkFocusShows(&open.window, dock);
        dock->hide();
    }
}

TEST_CASE("So has every control that comes with design points, the whole network, an opened crossbar and values that cannot be")
{
    const test::Looks looks;
    applyTheme(*qApp, Theme::Light);
    OpenWindow open;
    REQUIRE(open.showsDesign());
    open.window.resize(2000, 1300);
    QApplication::setActiveWindow(&open.window);
    DesignPoints* points = open.window.compareDock()->points();
    for (const std::size_t count : {1U, 2U}) {
        points->keep();
        REQUIRE(QTest::qWaitFor([&] { return points->points().size() == count; }, 10'000));
    }
    const auto check = [&](QDockWidget* dock) {
        dock->show();
        dock->raise();
        QTest::qWait(60);
        checkNames(dock->widget());
        checkTabs(&open.window, dock);
        checkFocusShows(&open.window, dock);
    };
    for (QDockWidget* dock : docks(open.window)) {
        dock->hide();
    }
    check(open.window.compareDock());
    open.window.compareDock()->hide();
    auto* crossbars = open.window.findChild<QDockWidget*>(QStringLiteral("crossbars"));
    open.window.crossbarView()->showNetwork(true);
    check(crossbars);
    open.window.crossbarView()->setCompare(true);  // brings the divider
    check(crossbars);
    open.window.crossbarView()->setCompare(false);
    open.window.crossbarView()->showNetwork(false);
    open.window.crossbarView()->openCrossbar({0, 0, 0, 0});
    check(crossbars);
    crossbars->hide();

    // Values that cannot be, with what applies or drops them, and the preset's constants.
    Hardware refused = open.window.session().design().hardware;
    refused.crossbar.rows = -1;
    open.window.session().editHardware(refused);
    REQUIRE(open.window.hardwareDock()->draft());
    open.window.hardwareDock()->show();
    for (auto* button : open.window.hardwareDock()->findChildren<QToolButton*>()) {
        if (button->isCheckable() && button->text().startsWith(QStringLiteral("Constants of"))) {
            button->setChecked(true);
        }
    }
    check(open.window.hardwareDock());
    open.window.hardwareDock()->hide();
    LayerPlan impossible = *open.window.session().design().plan.find("conv1");
    ConstraintDock::Draft draft{impossible, impossible};
    draft.typed.constraints = {{.kind = "filter", .ratio = 1e6}};
    open.window.constraintDock()->setDrafts({{"conv1", draft}});
    REQUIRE(open.window.selectLayer(QStringLiteral("conv1")));
    check(open.window.constraintDock());
}

TEST_CASE("Every control of the start page has a name and a role, is reached by Tab and shows its focus")
{
    MainWindow window(false);
    window.show();
    QTest::qWait(300);
    QApplication::setActiveWindow(&window);
    checkNames(&window);
    window.setFocus();
    QTest::keyClick(&window, Qt::Key_Tab);
    checkTabs(&window, &window);
    checkFocusShows(&window, &window);
}

TEST_CASE("Every control of the dialogs has a name and a role, is reached by Tab and shows its focus")
{
    const test::Looks looks;
    applyTheme(*qApp, Theme::Light);
    OpenWindow open;
    REQUIRE(open.showsDesign());
    for (const char* id : {"help.palette", "help.shortcuts", "edit.budget", "help.about", "help.contents", "file.revert", "file.export-network", "file.export-report"}) {
        INFO(id);
        bool met = false;
        QTimer look;
        QObject::connect(&look, &QTimer::timeout, [&] {
            for (QWidget* top : QApplication::topLevelWidgets()) {
                if (top->isVisible() && top != &open.window && top->windowType() != Qt::ToolTip) {
                    if (!std::exchange(met, true)) {
                        checkNames(top);
                        checkTabs(top, top);
                        checkFocusShows(top, top);
                    }
                    top->close();
                }
            }
        });
        look.start(30);
        open.window.commands().action(QString::fromLatin1(id))->trigger();
        CHECK(QTest::qWaitFor([&] { return met; }, 5000));
        QTest::qWait(50);
    }
}

/// Every entry below a menu, sub-menus filled as a person would see them.
void checkMenu(QMenu* menu, QStringList path, int& entries)
{
    Q_EMIT menu->aboutToShow();
    path.append(menu->title());
    INFO(path.join(QStringLiteral(" > ")).toStdString());
    CHECK_FALSE(menu->actions().isEmpty());
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(menu);
    REQUIRE(spoken != nullptr);
    CHECK(spoken->childCount() == menu->actions().size());
    for (int i = 0; i < spoken->childCount(); ++i) {
        const QAction* action = menu->actions().at(i);
        const QAccessibleInterface* entry = spoken->child(i);
        REQUIRE(entry != nullptr);
        CHECK(entry->role() == (action->isSeparator() ? QAccessible::Separator : QAccessible::MenuItem));
        CHECK((action->isSeparator() || !entry->text(QAccessible::Name).trimmed().isEmpty()));
        ++entries;
        if (action->menu() != nullptr) {
            checkMenu(action->menu(), path, entries);
        }
    }
}

TEST_CASE("Every entry of the menus has a name and a role")
{
    OpenWindow open;
    REQUIRE(open.showsDesign());
    int entries = 0;
    for (const QAction* action : open.window.menuBar()->actions()) {
        REQUIRE(action->menu() != nullptr);
        checkMenu(action->menu(), {}, entries);
    }
    CHECK(entries > 60);
}

TEST_CASE("On a 4K screen no control is smaller than what it says needs")
{
    OpenWindow open;
    REQUIRE(open.showsDesign());
    open.window.resize(3840, 2160);
    open.window.resetLayout();
    QTest::qWait(300);
    CHECK(open.window.size() == QSize(3840, 2160));
    for (const QWidget* control : controlsOf(&open.window)) {
        const bool label = control->inherits("QAbstractButton") && !control->inherits("QToolBarExtension");
        if (label) {
            INFO(described(control));
            CHECK(control->width() >= control->minimumSizeHint().width());
            CHECK(control->height() >= std::min(control->sizeHint().height(), control->maximumHeight()));
        }
    }
}

QString spokenOf(QWidget* widget)
{
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
    return spoken->text(QAccessible::Name) + QLatin1Char('|') + spoken->text(QAccessible::Description);
}

TEST_CASE("Heat maps read out the cell that the arrow keys come to")
{
    OpenWindow open;
    REQUIRE(open.showsDesign());
    open.window.resize(1280, 800);
    REQUIRE(open.window.selectLayer(QStringLiteral("fc1")));
    const auto check = [&](QWidget* map) {
        REQUIRE(map != nullptr);
        INFO(described(map));
        map->setFocus();
        std::set<QString> heard;
        for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Down, Qt::Key_Down}) {
            QTest::keyClick(map, key);
            QTest::qWait(30);
            const QString words = spokenOf(map);
            CHECK(words.section(QLatin1Char('|'), 0, 0).size() > 2);
            CHECK_FALSE(words.section(QLatin1Char('|'), 1).isEmpty());
            heard.insert(words);
        }
        CHECK(heard.size() == 4);
    };
    auto* crossbars = open.window.crossbarView();
    REQUIRE(QTest::qWaitFor([&] { return !crossbars->findChild<HeatMapWidget*>()->map().empty(); }, 10'000));
    check(crossbars->findChild<HeatMapWidget*>());
    crossbars->showNetwork(true);
    QTest::qWait(200);
    check(crossbars->findChild<NetworkMap*>());
    open.window.maskDock()->show();
    open.window.maskDock()->raise();
    auto* mask = open.window.maskDock()->findChild<HeatMapWidget*>();
    REQUIRE(QTest::qWaitFor([&] { return !mask->map().empty(); }, 10'000));
    check(mask);
}

}  // namespace
}  // namespace mho
