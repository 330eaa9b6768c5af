// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/compare_selection.h"
#include "widgets/models/compare_set.h"

#include <QVariantHash>
#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;
class QSplitter;
class QTabWidget;
class QToolButton;

namespace mho {

class CompareTable;
class ParallelView;
class ScatterView;

/// Scatter, parallel coordinates and table over one set with one selection: side by side where there is room, else on tabs.
class ComparePanel : public QWidget {
    Q_OBJECT

public:
    explicit ComparePanel(QWidget* parent = nullptr);

    /// Points that are selected stay so where the new set has them. @param set never null
    void setSet(const std::shared_ptr<const CompareSet>& set);
    const CompareSet& set() const { return *set_; }
    /// The point whose plan and hardware are those in the editor; -1 = none.
    void setPresent(int point);
    /// What a person chose of what the views show, for settings: axes by their keys, logarithmic or not, differences only.
    QVariantHash choices() const;
    void setChoices(const QVariantHash& choices);
    /// What the views say where there is no point.
    void setMessage(const QString& text);
    CompareSelection* selection() { return &selection_; }
    ScatterView* scatter() { return scatter_; }
    ParallelView* parallel() { return parallel_; }
    CompareTable* table() { return table_; }
    QComboBox* xChoice() { return x_; }
    QComboBox* yChoice() { return y_; }

    /// Small: with less room the arrangement is another one.
    QSize minimumSizeHint() const override { return {320, 160}; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Arrangement { None, Tabs, Wide, Tall };

    QWidget* makeScatterPage();
    void fillChoices();
    void drawScatter();
    void showHovered(int point);
    void arrange();

    CompareSelection selection_;
    std::shared_ptr<const CompareSet> set_ = std::make_shared<const CompareSet>();
    QString message_;
    int present_ = -1;
    ScatterView* scatter_;
    ParallelView* parallel_;
    CompareTable* table_;
    QComboBox* x_;
    QComboBox* y_;
    QToolButton* xLogarithmic_;
    QToolButton* yLogarithmic_;
    QLabel* readOut_;
    QWidget* scatterPage_;
    QWidget* parallelPage_;
    QSplitter* outer_;
    QSplitter* inner_;
    QTabWidget* tabs_;
    QString xKey_;  ///< Of the axis chosen by hand; empty = it follows what points have.
    QString yKey_;
    Arrangement arrangement_ = Arrangement::None;
};

}  // namespace mho
