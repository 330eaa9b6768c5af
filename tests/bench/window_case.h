// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/studio/main_window.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QTemporaryDir>

#include <set>

namespace mho::bench {

/// Makes a project of VGG-16 for CIFAR, every layer at 5-bit levels.
/// @param weights weights from a fixed random stream; false = not trained
/// @param data folder of CIFAR-10 for runs; empty = none
void makeVggProject(const QString& path, bool weights, const QString& data = {});

/// The window of the studio on a project of VGG-16, 1280 x 800, as a person has it before them, and its frames.
class WindowCase : public QObject {
public:
    explicit WindowCase(bool weights, const QString& data = {});

    MainWindow& window() { return window_; }
    Session& session() { return window_.session(); }
    /// A step of the slider of this kind's ratio in the layer's row; with more layers selected, of all of them. The next steps
    /// of a drag have the same gesture.
    void turn(int layer, const QString& kind, double ratio, int gesture);
    /// Goes on until table, heat map and totals show the design that turn() asked for, painted.
    void finishFrame();
    /// From the last turn() to the first frame that shows anything of it in table, heat map and totals: coarse where it is said to be
    /// about right, else the exact one.
    double firstFrameMs() const { return firstFrameMs_; }
    /// Goes on until nothing comes for so long.
    static void rest(int ms);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QString totalsText() const;

    QTemporaryDir folder_;
    MainWindow window_{true};
    QWidget* heatMap_ = nullptr;
    std::shared_ptr<const PreviewResult> preview_;
    bool table_ = false;
    QString totalsText_;
    bool totals_ = false;
    bool map_ = false;        ///< The heat map has the map of the new preview...
    bool mapPainted_ = false; ///< ...and shows it.
    QElapsedTimer sinceTurn_;
    double firstFrameMs_ = -1.0;  ///< -1 = not yet.
};

}  // namespace mho::bench
