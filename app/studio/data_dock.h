// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/data_facts.h"
#include "widgets/bridge/evaluation_service.h"
#include "widgets/bridge/latest_worker.h"
#include "widgets/bridge/preview_service.h"

#include <QDockWidget>

#include <memory>
#include <optional>

namespace mho {

class DataPanel;
class Session;

/// The project's data, read while the dock shows. A folder goes into the project once a data set was found in it; what is wrong
/// with another stays in the panel. Evaluate measures the network as it is previewed.
class DataDock : public QDockWidget {
    Q_OBJECT

public:
    /// @param session outlives the dock
    DataDock(Session* session, QWidget* parent);

    DataPanel* panel() { return panel_; }
    const std::optional<DataFacts>& facts() const { return facts_; }
    /// Shows the dock and measures the present design once the data are read; where it cannot be, the dock says why.
    void evaluateSoon();
    bool isMeasuring() const { return evaluation_.running(); }

    /// A design and what was measured of it.
    struct Measurement {
        std::shared_ptr<const PreviewResult> design;
        Evaluation result;
    };
    /// The last one that came to its end; nothing where it was cancelled, or of another project.
    const std::optional<Measurement>& lastMeasurement() const { return last_; }
    /// Shows what another dock on the same session had measured.
    void restore(const std::optional<Measurement>& measurement);

Q_SIGNALS:
    /// A measurement has ended, in whatever way.
    void measured();

private:
    void forget();
    void refresh();
    void give(const QString& folder);
    void dropRead();
    /// @param given by a person just now: it becomes the project's once it was read
    void read(const QString& folder, bool given);
    void choose();
    void showEvaluable();
    void evaluate();
    void showResult(const Evaluation& result);
    void tell(const Measurement& measurement);

    Session* session_;
    DataPanel* panel_;
    std::optional<DataFacts> facts_;
    bool evaluatesSoon_ = false;
    bool read_ = false;  ///< The folder that the panel shows was read, or is being read.
    std::shared_ptr<const PreviewResult> preview_;
    std::shared_ptr<const PreviewResult> measured_;  ///< What the result that shows is of.
    QString result_;
    std::optional<Measurement> last_;
    EvaluationService evaluation_;
    LatestWorker reader_;
};

}  // namespace mho
