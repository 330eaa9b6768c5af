// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/array_cells.h"
#include "widgets/bridge/latest_worker.h"
#include "widgets/figure/crossbar_floor.h"

#include <QCache>
#include <QMutex>

#include <atomic>
#include <functional>
#include <list>
#include <memory>
#include <vector>

namespace mho {

/// What is known of one layer's arrays; FloorLayer::indexOf counts them.
struct LayerSurvey {
    FloorLayer shape;
    std::int64_t edge = 8;       ///< Of a block, in cells.
    std::int64_t blockRows = 0;  ///< Of one array.
    std::int64_t blockColumns = 0;
    bool current = false;               ///< False: of an earlier preview, not yet compared with the newest one.
    double occupancy = 0.0;             ///< MappedLayer::occupancy, known from the start.
    std::vector<float> tileOccupancy;   ///< occupancyPerBlock(); empty until it is known.
    std::vector<ArraySummary> arrays;   ///< Those looked at are `known`.
    std::vector<CellMeans> blocks;      ///< blockRows*blockColumns for each array; those of known arrays hold something.
    std::vector<float> conductancesS;   ///< LayerContent's; empty until known, and without weights.
    std::vector<std::uint8_t> adcBits;  ///< Of 0..rows cells on a bit line; empty until known.
};

/// The cells of all arrays of a preview, as far as somebody looks at them: means of arrays and of blocks stay, single cells lie
/// in a cache of bounded size. All is made on a worker; of layers that a new preview leaves as they were nothing is made anew.
class CrossbarStore : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t kCacheBytes = std::size_t{48} << 20;

    explicit CrossbarStore(QObject* parent = nullptr);
    ~CrossbarStore() override;

    void setPreview(const std::shared_ptr<const PreviewResult>& preview);
    /// Asks for what is not there yet of these arrays: their means, and their cells if `cells`. The newest request wins.
    void want(std::vector<FloorRange> ranges, bool cells);
    /// Blocks until what was asked for is there (changed() still comes by the event loop).
    void finish();

    /// Edge of a block in cells: 8, or more where blocks of all arrays would be too many to keep.
    std::int64_t blockEdge() const { return edge_; }

    /// What may be read while nothing is written.
    class Reader {
    public:
        explicit Reader(const CrossbarStore& store);
        ~Reader();
        Reader(const Reader&) = delete;
        Reader& operator=(const Reader&) = delete;
        const LayerSurvey& layer(int layer) const;
        /// Nothing where the cells are not in the cache.
        std::shared_ptr<const ArrayCells> cells(int layer, std::int64_t array) const;
        std::size_t cacheBytes() const;

    private:
        const CrossbarStore& store_;
    };

Q_SIGNALS:
    /// More is known. At most every 30 ms while arrays are made.
    void changed();

private:
    using Key = std::pair<int, std::int64_t>;
    struct Prepared;

    void work(const std::shared_ptr<const PreviewResult>& preview, const std::vector<FloorRange>& ranges, bool cells,
              quint64 request);
    void compareLayers(const std::shared_ptr<const PreviewResult>& preview, quint64 request);
    void forget(int layer);
    void makeArray(const std::shared_ptr<const PreviewResult>& preview, int layer, std::int64_t array, bool cells);
    std::shared_ptr<const LayerContent> content(const std::shared_ptr<const PreviewResult>& preview, int layer);
    bool overtaken(quint64 request) const { return newest_.load() != request; }

    // Of the window's thread.
    std::shared_ptr<const PreviewResult> preview_;
    std::vector<FloorRange> ranges_;
    bool wantCells_ = false;
    std::shared_ptr<const PreviewResult> asked_;  ///< Preview of the last request.
    std::int64_t edge_ = 8;

    mutable QMutex mutex_;  ///< Over surveys_, cache_ and shown_.
    std::vector<LayerSurvey> surveys_;
    mutable QCache<Key, std::shared_ptr<const ArrayCells>> cache_;
    std::shared_ptr<const PreviewResult> shown_;  ///< What the surveys are made for.

    std::atomic<quint64> newest_{0};
    std::unique_ptr<Prepared> prepared_;  ///< Of the worker.
    LatestWorker worker_;                 ///< Last: ends before what it works on.
};

}  // namespace mho
