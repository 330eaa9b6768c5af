// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/preview_service.h"
#include "widgets/bridge/wire_drop_order.h"

#include <QObject>

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

class QThreadPool;

namespace mho {

/// What is known of the wires of one array.
struct ArrayDrop {
    enum class State : std::uint8_t {
        Unsolved,
        Changed,  ///< Solved, but its layer has changed since; whether its own conductances have is not known yet.
        Solved,
        Absent,  ///< A place of the grid at which the layer has no array.
        Failed   ///< The solver refused it: WireDropStore::Reader::failure().
    };
    State state = State::Unsolved;
    float worst = std::numeric_limits<float>::quiet_NaN();  ///< Percent, of wireDrops(); NaN without programmed cells.
    std::uint64_t fingerprint = 0;                          ///< Of the conductances that were solved.
};

/// What is known of one layer's arrays; FloorLayer::indexOf counts them.
struct LayerDrops {
    FloorLayer shape;
    std::int64_t edge = 8;       ///< Of a block, in cells.
    std::int64_t blockRows = 0;  ///< Of one array.
    std::int64_t blockColumns = 0;
    bool current = false;  ///< False: of an earlier preview, not yet compared with the newest one.
    std::vector<ArrayDrop> arrays;
    std::vector<float> blocks;  ///< blockRows*blockColumns for each array, as ArrayDrop::worst.

    /// Of solved arrays, percent; 0 where there is none.
    float highest() const;
};

/// Arrays of the network and those whose wires are solved.
struct SolvedCount {
    std::int64_t solved = 0;
    std::int64_t arrays = 0;  ///< One copy of each layer.
    bool complete() const { return solved == arrays; }
};

/// The wire drop of every array of a preview, solved in the background one array at a time: those that are looked at first,
/// then all others, those nearest to what is seen before the rest. The worst drop of arrays and of blocks stays, drops of
/// single cells lie in a cache of bounded size. An array is solved anew only when its conductances or the wires have changed.
class WireDropStore : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t kCacheBytes = std::size_t{48} << 20;
    /// Of an array: larger ones take seconds and hundreds of megabytes each, which is for one that is asked for.
    static constexpr std::int64_t kMostCells = std::int64_t{512} * 512;

    /// @param pool of one thread; stores that share it take turns. Ends after its stores, and then waits for an array that is
    ///        being solved.
    explicit WireDropStore(QThreadPool& pool, QObject* parent = nullptr);
    /// Cancels; does not wait.
    ~WireDropStore() override;

    /// Nothing is solved until want(); what is known of arrays that stay as they are stays. @param segmentOhm > 0, of a wire
    /// from one cell to the next  @param blockEdge cells
    void setDesign(const std::shared_ptr<const PreviewResult>& preview, double segmentOhm, std::int64_t blockEdge);
    /// Solves all arrays; of those in sight the single cells too, if `cells`. The newest request wins.
    /// @param floor where the arrays lie  @param visible in cells of the floor
    void want(const CrossbarFloor& floor, const QRectF& visible, bool cells);
    /// Solves no more after the array at work. What is known stays.
    void stop();
    /// Blocks until all stores of the pool are done (changed() still comes by the event loop).
    void finish();

    /// What may be read while nothing is written.
    class Reader {
    public:
        explicit Reader(const WireDropStore& store);
        ~Reader();
        Reader(const Reader&) = delete;
        Reader& operator=(const Reader&) = delete;
        const LayerDrops& layer(int layer) const;
        /// wireDrops() of a solved array; nothing where they are not in the cache.
        std::shared_ptr<const std::vector<float>> cells(int layer, std::int64_t array) const;
        SolvedCount count() const;
        /// Why an array could not be solved; empty while none has failed.
        QString failure() const;
        std::size_t cacheBytes() const;

    private:
        const WireDropStore& store_;
    };

Q_SIGNALS:
    /// More is known. At most ten times a second while arrays are solved.
    void changed();

private:
    struct State;
    static void work(const std::shared_ptr<State>& state);

    QThreadPool& pool_;
    std::shared_ptr<State> state_;  ///< The worker's too, which may outlive the store by one array.
};

}  // namespace mho
