// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/layer_cells.h"
#include "widgets/bridge/layer_changes.h"
#include "widgets/bridge/wire_drop_store.h"

#include <QCache>
#include <QElapsedTimer>
#include <QMutex>

#include <list>

namespace mho {

/// What a WireDropStore and its worker share.
struct WireDropStore::State {
    struct Request {
        CrossbarFloor floor;
        QRectF visible;
        bool cells = false;
    };
    /// The conductances of one layer, and the preview whose network they lie in.
    struct Content {
        int layer;
        std::shared_ptr<const PreviewResult> preview;
        LayerCells cells;
    };

    explicit State(QThreadPool& workers) : pool(&workers) {}

    /// One array, or what is to be done before. False when nothing is left to do.
    bool step();
    void compare(const std::shared_ptr<const PreviewResult>& design);
    void arrange(const std::shared_ptr<const PreviewResult>& design, const Request& wanted);
    void solve(const std::shared_ptr<const PreviewResult>& design, double ohm, bool cells, const ArrayKey& key);
    const LayerCells& contentOf(const std::shared_ptr<const PreviewResult>& design, int layer);
    void tell();

    QThreadPool* pool;
    mutable QMutex mutex;  ///< Over all up to `working`.
    WireDropStore* owner = nullptr;
    std::shared_ptr<const PreviewResult> preview;
    double segmentOhm = 0.0;
    std::vector<LayerDrops> layers;
    mutable QCache<ArrayKey, std::shared_ptr<const std::vector<float>>> cache;
    QString failure;
    std::optional<Request> request;
    quint64 newest = 0;  ///< Number of the last change of design or request.
    bool working = false;

    // Of the worker.
    LayerChanges changes;
    std::list<Content> contents;  ///< Used last first.
    quint64 arranged = 0;         ///< Number that `order` is for.
    std::vector<ArrayKey> order;
    std::size_t next = 0;
    QElapsedTimer sinceTold;
};

}  // namespace mho
