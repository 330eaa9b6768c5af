// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/plan.h"
#include "core/cost/cost_report.h"
#include "core/crossbar/mapped_network.h"
#include "widgets/bridge/latest_worker.h"

#include <QObject>

#include <memory>
#include <vector>

namespace mho {

/// What a plan makes of a network: all that the views show. Immutable once made.
struct PreviewResult {
    Plan plan;
    CompressedNetwork compressed;
    std::vector<CompressedNetwork::Counts> ownCounts;  ///< Preview::ownCounts()
    MappedNetwork mappedDense;
    MappedNetwork mapped;
    CostReport costDense;
    CostReport cost;
    bool usesWeights = false;  ///< False: the network has no weights yet, masks and cells are placeholders.
};

/// Follows a plan while it is edited: projects, maps and prices on a worker; the newest request wins.
class PreviewService : public QObject {
    Q_OBJECT

public:
    explicit PreviewService(QObject* parent = nullptr);
    ~PreviewService() override;

    /// @param network kept until another one comes; rankings of its weights are computed once
    void request(std::shared_ptr<const Network> network, const Plan& plan, const Hardware& hardware);

Q_SIGNALS:
    void ready(const std::shared_ptr<const mho::PreviewResult>& result);
    /// The plan or hardware cannot be shown; the last result stays.
    void failed(const QString& text);

private:
    struct State;
    std::shared_ptr<State> state_;  ///< Touched by the worker only.
    LatestWorker worker_;
};

}  // namespace mho
