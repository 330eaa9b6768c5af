// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/hardware.h"
#include "widgets/bridge/latest_worker.h"
#include "widgets/views/hardware_panel.h"

#include <QDockWidget>

#include <optional>

namespace mho {

class Session;

/// Every field of the hardware. An edit goes into the design at once; one that cannot be (from here or from elsewhere in the
/// window) stays here, with the reason, until it is mended or discarded.
class HardwareDock : public QDockWidget {
    Q_OBJECT

public:
    /// @param session outlives the dock
    HardwareDock(Session* session, QWidget* parent);

    HardwarePanel* panel() { return panel_; }

    /// What could not go into the design.
    struct Draft {
        Hardware before;  ///< What the design had: the draft is void once that changes.
        Hardware typed;
        std::vector<DesignProblem> more;  ///< What is wrong beside what Hardware::validate() finds.
    };
    /// For another dock on the same session.
    const std::optional<Draft>& draft() const { return draft_; }
    void setDraft(std::optional<Draft> draft);

Q_SIGNALS:
    /// A person wants to see what is wrong with this layer.
    void layerAsked(const QString& layer);

private:
    void refresh();
    void take(const Hardware& hardware, int gesture);
    void keep(const Hardware& hardware, std::vector<DesignProblem> more);
    void choosePreset(const QString& name);
    void readFacts(const std::string& preset);
    void readTips();
    void findProblems();
    void showDesignProblems();

    Session* session_;
    HardwarePanel* panel_;
    std::optional<Draft> draft_;
    std::optional<PresetFacts> facts_;
    std::string asked_;  ///< The preset that is being read, or was.
    std::vector<DesignProblem> problems_;
    QString previewFailure_;
    bool tipsRead_ = false;
    LatestWorker reader_;
    LatestWorker chooser_;
    LatestWorker checker_;
    LatestWorker tipReader_;
};

}  // namespace mho
