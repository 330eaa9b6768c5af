// SPDX-License-Identifier: GPL-3.0-or-later
// What fits a small window in one language must do so in all.
#include "app/studio/language.h"
#include "app/studio/perspectives.h"
#include "tests/app/open_window.h"
#include "widgets/theme/theme.h"
#include "widgets/views/crossbar_view.h"
#include "widgets/views/layer_table.h"
#include "widgets/views/readout_label.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QStyleOptionComboBox>

#include <catch2/catch.hpp>

#include <utility>
#include <vector>

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

/// Whether a control has less room than its text takes; what tells the rest in its tool tip may be short.
bool cutsItsText(const QWidget& control)
{
    if (!control.isVisible() || !control.toolTip().isEmpty() || qobject_cast<const ReadoutLabel*>(&control) != nullptr) {
        return false;
    }
    if (const auto* label = qobject_cast<const QLabel*>(&control)) {
        if (label->text().isEmpty()) {
            return false;
        }
        return label->wordWrap() ? label->heightForWidth(label->width()) > label->height() + 1
                                 : label->minimumSizeHint().width() > label->width() || label->minimumSizeHint().height() > label->height();
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(&control)) {
        const int text = button->fontMetrics().size(Qt::TextShowMnemonic, button->text()).width();
        return !button->text().isEmpty() && text > button->width();
    }
    if (const auto* choice = qobject_cast<const QComboBox*>(&control)) {
        QStyleOptionComboBox option;
        option.initFrom(choice);
        const QRect field = choice->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, choice);
        return choice->fontMetrics().horizontalAdvance(choice->currentText()) > field.width();
    }
    return false;
}

/// Its class, text and size.
QString described(const QWidget& control)
{
    const QString text = qobject_cast<const QLabel*>(&control) != nullptr            ? qobject_cast<const QLabel*>(&control)->text()
                         : qobject_cast<const QAbstractButton*>(&control) != nullptr ? qobject_cast<const QAbstractButton*>(&control)->text()
                         : qobject_cast<const QComboBox*>(&control) != nullptr       ? qobject_cast<const QComboBox*>(&control)->currentText()
                                                                                     : control.accessibleName();
    return QStringLiteral("%1 \"%2\" on %3 x %4").arg(QString::fromLatin1(control.metaObject()->className()), text).arg(control.width()).arg(control.height());
}

/// All such controls of a panel.
QStringList cutControls(const QWidget& panel)
{
    QStringList found;
    for (const QWidget* control : panel.findChildren<QWidget*>()) {
        if (cutsItsText(*control)) {
            found.append(described(*control));
        }
    }
    return found;
}

/// Pairs of labels, buttons and fields of a panel that lie over each other.
QStringList overlappingControls(const QWidget& panel)
{
    std::vector<std::pair<const QWidget*, QRect>> shown;
    for (const QWidget* control : panel.findChildren<QWidget*>()) {
        const bool counts = qobject_cast<const QLabel*>(control) != nullptr || qobject_cast<const QAbstractButton*>(control) != nullptr ||
                            qobject_cast<const QComboBox*>(control) != nullptr || qobject_cast<const QAbstractSpinBox*>(control) != nullptr ||
                            qobject_cast<const QLineEdit*>(control) != nullptr;
        const QRect part = control->visibleRegion().boundingRect();
        if (counts && control->isVisible() && !part.isEmpty()) {
            shown.emplace_back(control, QRect(control->mapTo(&panel, part.topLeft()), part.size()));
        }
    }
    QStringList found;
    for (auto one = shown.begin(); one != shown.end(); ++one) {
        for (auto other = one + 1; other != shown.end(); ++other) {
            if (one->second.intersects(other->second) && !one->first->isAncestorOf(other->first) && !other->first->isAncestorOf(one->first)) {
                found.append(described(*one->first) + QStringLiteral(" and ") + described(*other->first));
            }
        }
    }
    return found;
}

TEST_CASE("In every language, perspective and size no label, button or choice of a panel cuts its text, unless its tool tip has it, or lies over another")
{
    for (const Language& language : languages()) {
        Speaking open(language);
        for (const QSize size : {kSmall, QSize(1280, 800), QSize(2560, 1440)}) {
            for (const PanelLayout& layout : panelLayouts()) {
                open.window.perspectives().show(layout.id);
                open.resize(size);
                open.window.resetLayout();
                QTest::qWait(20);
                for (QDockWidget* dock : open.window.findChildren<QDockWidget*>()) {
                    if (!dock->isHidden()) {
                        dock->raise();
                        QTest::qWait(10);
                        INFO(language.code.toStdString() << " " << size.width() << " " << layout.id.toStdString() << " " << dock->objectName().toStdString());
                        CHECK(cutControls(*dock).join(QStringLiteral("; ")).toStdString() == "");
                        CHECK(overlappingControls(*dock).join(QStringLiteral("; ")).toStdString() == "");
                    }
                }
            }
        }
    }
}

}  // namespace
}  // namespace mho
