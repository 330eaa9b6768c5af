// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/wire_drop_store.h"

#include "core/base/integers.h"
#include "widgets/bridge/wire_drop_state.h"

#include <QMutexLocker>
#include <QThreadPool>

#include <algorithm>
#include <cassert>

namespace mho {
namespace {

LayerDrops unsolved(const FloorLayer& shape, const CrossbarOptions& crossbar, std::int64_t edge)
{
    LayerDrops layer;
    layer.shape = shape;
    layer.edge = edge;
    layer.blockRows = ceilDivide(crossbar.rows, edge);
    layer.blockColumns = ceilDivide(crossbar.columns, edge);
    layer.arrays.resize(static_cast<std::size_t>(shape.arrays()));
    layer.blocks.resize(static_cast<std::size_t>(shape.arrays() * layer.blockRows * layer.blockColumns),
                        std::numeric_limits<float>::quiet_NaN());
    return layer;
}

bool sameWires(const PreviewResult& a, const PreviewResult& b)
{
    const CrossbarOptions& first = a.mapped.hardware.crossbar;
    const CrossbarOptions& second = b.mapped.hardware.crossbar;
    return first.rows == second.rows && first.columns == second.columns && a.mapped.layers.size() == b.mapped.layers.size();
}

}  // namespace

WireDropStore::WireDropStore(QThreadPool& pool, QObject* parent)
    : QObject(parent), pool_(pool), state_(std::make_shared<State>(pool))
{
    assert(pool.maxThreadCount() == 1);
    state_->owner = this;
    state_->cache.setMaxCost(static_cast<qsizetype>(kCacheBytes));
}

WireDropStore::~WireDropStore()
{
    const QMutexLocker lock(&state_->mutex);
    state_->owner = nullptr;
    state_->request.reset();
    ++state_->newest;
}

void WireDropStore::setDesign(const std::shared_ptr<const PreviewResult>& preview, double segmentOhm, std::int64_t blockEdge)
{
    State& state = *state_;
    const QMutexLocker lock(&state.mutex);
    const bool sameOhm = segmentOhm == state.segmentOhm;
    if (preview == state.preview && sameOhm) {
        return;
    }
    const bool same = sameOhm && preview && state.preview && sameWires(*state.preview, *preview);
    state.preview = preview;
    state.segmentOhm = segmentOhm;
    state.request.reset();
    ++state.newest;
    if (!same) {
        state.layers.clear();
        state.cache.clear();
        state.failure.clear();
    }
    if (!preview) {
        return;
    }
    state.layers.resize(preview->mapped.layers.size());
    for (std::size_t i = 0; i < state.layers.size(); ++i) {
        LayerDrops& layer = state.layers[i];
        const FloorLayer shape = shapeOf(preview->mapped.layers[i]);
        if (layer.blockRows == 0 || layer.edge != blockEdge || !(layer.shape == shape)) {
            layer = unsolved(shape, preview->mapped.hardware.crossbar, blockEdge);
        }
        layer.current = false;
    }
}

void WireDropStore::want(const CrossbarFloor& floor, const QRectF& visible, bool cells)
{
    const QMutexLocker lock(&state_->mutex);
    const std::optional<State::Request>& last = state_->request;
    const bool asked = last && last->visible == visible && last->cells == cells && last->floor.layers() == floor.layers();
    if (!state_->preview || asked) {
        return;
    }
    state_->request = State::Request{floor, visible, cells};
    ++state_->newest;
    if (!state_->working) {
        state_->working = true;
        pool_.start([state = state_] { work(state); });
    }
}

void WireDropStore::stop()
{
    const QMutexLocker lock(&state_->mutex);
    state_->request.reset();
    ++state_->newest;
}

void WireDropStore::finish()
{
    pool_.waitForDone();
}

/// One array, and then again at the end of the pool's queue, so that stores take turns.
void WireDropStore::work(const std::shared_ptr<State>& state)
{
    if (state->step()) {
        state->pool->start([state] { work(state); });
    }
}

float LayerDrops::highest() const
{
    float highest = 0.0F;
    for (const ArrayDrop& array : arrays) {
        if (array.state == ArrayDrop::State::Solved && array.worst > highest) {
            highest = array.worst;
        }
    }
    return highest;
}

WireDropStore::Reader::Reader(const WireDropStore& store) : store_(store)
{
    store_.state_->mutex.lock();
}

WireDropStore::Reader::~Reader()
{
    store_.state_->mutex.unlock();
}

const LayerDrops& WireDropStore::Reader::layer(int layer) const
{
    return store_.state_->layers[static_cast<std::size_t>(layer)];
}

std::shared_ptr<const std::vector<float>> WireDropStore::Reader::cells(int layer, std::int64_t array) const
{
    if (this->layer(layer).arrays[static_cast<std::size_t>(array)].state != ArrayDrop::State::Solved) {
        return nullptr;
    }
    const auto* found = store_.state_->cache.object({layer, array});
    return found == nullptr ? nullptr : *found;
}

SolvedCount WireDropStore::Reader::count() const
{
    SolvedCount count;
    const State& state = *store_.state_;
    for (std::size_t i = 0; i < state.layers.size(); ++i) {
        const MappedLayer& mapped = state.preview->mapped.layers[i];
        count.arrays += mapped.crossbars / std::max<std::int64_t>(1, mapped.copies);
        count.solved += std::count_if(state.layers[i].arrays.begin(), state.layers[i].arrays.end(),
                                      [](const ArrayDrop& array) { return array.state == ArrayDrop::State::Solved; });
    }
    return count;
}

QString WireDropStore::Reader::failure() const
{
    return store_.state_->failure;
}

std::size_t WireDropStore::Reader::cacheBytes() const
{
    return static_cast<std::size_t>(store_.state_->cache.totalCost());
}

}  // namespace mho
