// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/learner.h"
#include "core/network/compressed_network.h"

#include <QElapsedTimer>
#include <QObject>

#include <atomic>
#include <memory>

class QThread;

namespace mho {

/// What is measured: a compressed network that has weights, on all images of a set.
struct EvaluationWork {
    CompressedNetwork compressed;
    std::shared_ptr<const ImageSet> images;
    Normalization normalization;
    ExecutionOptions execution;
};

/// Measures the accuracy of a network as it is compressed (masks and levels put into its weights, nothing retrained), on a
/// thread of its own. Progress comes at most 20 times a second; all signals come on the thread of this object.
class EvaluationService : public QObject {
    Q_OBJECT

public:
    explicit EvaluationService(QObject* parent = nullptr);
    /// Cancels and waits.
    ~EvaluationService() override;

    /// Nothing may be running.
    void start(EvaluationWork work);
    bool running() const { return thread_ != nullptr; }
    /// Asks it to end; returns at once, within 200 ms finished() comes with `cancelled`.
    void cancel();

Q_SIGNALS:
    /// @param share of the images, 0..1
    void progressed(double share);
    void finished(const mho::Evaluation& result);
    void failed(const QString& text);

private:
    void work(const EvaluationWork& work);
    void conclude(const std::function<void()>& tell);

    std::unique_ptr<QThread> thread_;
    std::atomic<bool> cancelled_{false};
    QElapsedTimer sinceReport_;  ///< Touched by the working thread only.
};

}  // namespace mho
