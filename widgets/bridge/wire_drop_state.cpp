// SPDX-License-Identifier: GPL-3.0-or-later
// What the worker of a WireDropStore does.
#include "widgets/bridge/wire_drop_state.h"

#include "core/base/integers.h"
#include "widgets/bridge/give_way.h"
#include "widgets/bridge/text.h"
#include "widgets/bridge/wire_drop.h"

#include <QMutexLocker>
#include <QThreadPool>

#include <algorithm>
#include <bit>
#include <cmath>

namespace mho {
namespace {

constexpr std::size_t kMostLayers = 2;  ///< Held ready: each takes 5 bytes a weight.
constexpr qint64 kTellEveryMs = 100;

std::uint64_t fingerprintOf(const std::vector<float>& conductancesS)
{
    std::uint64_t hash = conductancesS.size();
    for (const float conductance : conductancesS) {
        hash = (hash ^ std::bit_cast<std::uint32_t>(conductance)) * 0x9e3779b97f4a7c15U;
        hash ^= hash >> 29U;
    }
    return hash;
}

/// The larger one, of which NaN is none.
float worse(float a, float b)
{
    return std::isnan(a) || b > a ? b : a;
}

std::vector<float> worstOfBlocks(const std::vector<float>& drops, const CrossbarCells& array, std::int64_t edge)
{
    const std::int64_t across = ceilDivide(array.columns, edge);
    std::vector<float> blocks(static_cast<std::size_t>(ceilDivide(array.rows, edge) * across),
                              std::numeric_limits<float>::quiet_NaN());
    std::size_t cell = 0;
    for (std::int64_t row = 0; row < array.rows; ++row) {
        for (std::int64_t column = 0; column < array.columns; ++column, ++cell) {
            float& block = blocks[static_cast<std::size_t>(row / edge * across + column / edge)];
            block = worse(block, drops[cell]);
        }
    }
    return blocks;
}

}  // namespace

bool WireDropStore::State::step()
{
    giveWay();
    std::shared_ptr<const PreviewResult> design;
    std::optional<Request> wanted;
    double ohm = 0.0;
    quint64 number = 0;
    {
        const QMutexLocker lock(&mutex);
        if (!request || !preview) {
            working = false;
            return false;
        }
        design = preview;
        ohm = segmentOhm;
        number = newest;
        wanted = request;
    }
    if (changes.preview() != design) {
        compare(design);
        return true;
    }
    if (arranged != number) {
        arrange(design, *wanted);
        arranged = number;
    }
    if (next < order.size()) {
        const ArrayKey key = order[next++];
        const FloorLayer shape = shapeOf(design->mapped.layers[static_cast<std::size_t>(key.first)]);
        const QRectF place = wanted->floor.arrayRect(key.first, shape.addressOf(key.second));
        solve(design, ohm, wanted->cells && place.intersects(wanted->visible), key);
        if (!sinceTold.isValid() || sinceTold.hasExpired(kTellEveryMs)) {
            sinceTold.start();
            tell();
        }
        return true;
    }
    const QMutexLocker lock(&mutex);
    working = newest != number;
    if (!working && owner != nullptr) {
        QMetaObject::invokeMethod(owner, &WireDropStore::changed, Qt::QueuedConnection);
    }
    return working;
}

void WireDropStore::State::tell()
{
    const QMutexLocker lock(&mutex);
    if (owner != nullptr) {
        QMetaObject::invokeMethod(owner, &WireDropStore::changed, Qt::QueuedConnection);
    }
}

void WireDropStore::State::compare(const std::shared_ptr<const PreviewResult>& design)
{
    LayerChanges::Found found = changes.compare(design);
    contents.remove_if([&](const Content& content) { return found.changed[static_cast<std::size_t>(content.layer)]; });
    {
        const QMutexLocker lock(&mutex);
        if (preview != design) {
            return;  // overtaken: the layers stay those of the preview before
        }
        for (std::size_t i = 0; i < layers.size(); ++i) {
            for (ArrayDrop& array : layers[i].arrays) {
                if (found.changed[i]) {
                    const bool solved = array.state == ArrayDrop::State::Solved || array.state == ArrayDrop::State::Changed;
                    array.state = solved ? ArrayDrop::State::Changed : ArrayDrop::State::Unsolved;
                }
            }
            layers[i].current = true;
        }
    }
    changes.take(std::move(found));
    tell();
}

void WireDropStore::State::arrange(const std::shared_ptr<const PreviewResult>& design, const Request& wanted)
{
    order.clear();
    next = 0;
    std::vector<FloorLayer> shapes;
    for (const MappedLayer& mapped : design->mapped.layers) {
        shapes.push_back(shapeOf(mapped));
    }
    std::vector<ArrayKey> seen;  // whose cells are wanted
    for (const FloorRange& range : wanted.floor.rangesIn(wanted.visible)) {
        const FloorLayer& shape = shapes[static_cast<std::size_t>(range.layer)];
        const auto own = rangeWithin(range, wanted.floor.layers()[static_cast<std::size_t>(range.layer)], shape);
        if (!own || !wanted.cells) {
            continue;
        }
        for (std::int64_t row = own->rowBegin; row < own->rowEnd; ++row) {
            for (std::int64_t column = own->columnBegin; column < own->columnEnd; ++column) {
                seen.emplace_back(range.layer,
                                  shape.indexOf({row, column, own->plane / shape.signs, own->plane % shape.signs}));
            }
        }
    }
    {
        const QMutexLocker lock(&mutex);
        if (preview != design) {
            return;
        }
        for (std::size_t i = 0; i < layers.size(); ++i) {
            for (std::size_t array = 0; array < layers[i].arrays.size(); ++array) {
                const ArrayDrop::State known = layers[i].arrays[array].state;
                if (known == ArrayDrop::State::Unsolved || known == ArrayDrop::State::Changed) {
                    order.emplace_back(static_cast<int>(i), static_cast<std::int64_t>(array));
                }
            }
        }
        for (const ArrayKey& key : seen) {
            const ArrayDrop& array = layers[static_cast<std::size_t>(key.first)].arrays[static_cast<std::size_t>(key.second)];
            if (array.state == ArrayDrop::State::Solved && !std::isnan(array.worst) && !cache.contains(key)) {
                order.push_back(key);
            }
        }
    }
    sortForSolving(order, shapes, wanted.floor, wanted.visible);
}

const LayerCells& WireDropStore::State::contentOf(const std::shared_ptr<const PreviewResult>& design, int layer)
{
    const auto found =
        std::find_if(contents.begin(), contents.end(), [layer](const Content& content) { return content.layer == layer; });
    if (found != contents.end()) {
        contents.splice(contents.begin(), contents, found);
    } else {
        contents.push_front(
            {layer, design, LayerCells(design->compressed, static_cast<std::size_t>(layer), design->mapped.hardware)});
        if (contents.size() > kMostLayers) {
            contents.pop_back();
        }
    }
    return contents.front().cells;
}

/// @param cells the drops of single cells are wanted too, if they are not there yet
void WireDropStore::State::solve(const std::shared_ptr<const PreviewResult>& design, double ohm, bool cells,
                                 const ArrayKey& key)
{
    const FloorLayer shape = shapeOf(design->mapped.layers[static_cast<std::size_t>(key.first)]);
    const CrossbarCells array = contentOf(design, key.first).at(shape.addressOf(key.second));
    ArrayDrop drop{ArrayDrop::State::Solved, std::numeric_limits<float>::quiet_NaN(), fingerprintOf(array.conductanceS)};
    if (array.filter.front() < 0 || array.weightColumn.front() < 0) {
        drop.state = ArrayDrop::State::Absent;
    }
    std::int64_t edge = 0;
    {
        const QMutexLocker lock(&mutex);
        if (preview != design || segmentOhm != ohm) {
            return;
        }
        edge = layers[static_cast<std::size_t>(key.first)].edge;
        ArrayDrop& known = layers[static_cast<std::size_t>(key.first)].arrays[static_cast<std::size_t>(key.second)];
        if (drop.state == ArrayDrop::State::Absent) {
            known = drop;
            return;
        }
        const bool same = known.state == ArrayDrop::State::Changed && known.fingerprint == drop.fingerprint;
        if (same && (!cells || std::isnan(known.worst) || cache.contains(key))) {
            known.state = ArrayDrop::State::Solved;
            return;
        }
    }
    auto drops = std::make_shared<std::vector<float>>();
    std::vector<float> blocks;
    QString refused;
    try {
        *drops = wireDrops(array, ohm);
        blocks = worstOfBlocks(*drops, array, edge);
        for (const float block : blocks) {
            drop.worst = worse(drop.worst, block);
        }
    } catch (const Error& error) {
        drop.state = ArrayDrop::State::Failed;
        refused = errorText(error);
    }
    const QMutexLocker lock(&mutex);
    if (preview != design || segmentOhm != ohm) {
        return;
    }
    LayerDrops& layer = layers[static_cast<std::size_t>(key.first)];
    layer.arrays[static_cast<std::size_t>(key.second)] = drop;
    if (drop.state == ArrayDrop::State::Failed) {
        failure = refused;
        return;
    }
    std::copy(blocks.begin(), blocks.end(), layer.blocks.begin() + key.second * std::ssize(blocks));
    if (std::isnan(drop.worst)) {
        cache.remove(key);  // of conductances before
    } else {
        const auto bytes = static_cast<qsizetype>(drops->size() * sizeof(float));
        cache.insert(key, new std::shared_ptr<const std::vector<float>>(std::move(drops)), bytes);
    }
}

}  // namespace mho
