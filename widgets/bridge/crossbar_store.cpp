// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/crossbar_store.h"

#include "core/base/integers.h"
#include "widgets/bridge/layer_changes.h"

#include <QElapsedTimer>
#include <QMutexLocker>

#include <algorithm>
#include <optional>

namespace mho {
namespace {

constexpr std::int64_t kMostBlocks = std::int64_t{4} << 20;
constexpr std::size_t kMostContents = 3;  ///< Layers held ready: each takes 8 bytes a weight.
constexpr qint64 kTellEveryMs = 30;

/// Edge of blocks so that those of all arrays are not too many.
std::int64_t edgeFor(const MappedNetwork& mapped)
{
    const CrossbarOptions& crossbar = mapped.hardware.crossbar;
    std::int64_t arrays = 0;
    for (const MappedLayer& layer : mapped.layers) {
        arrays += shapeOf(layer).arrays();
    }
    std::int64_t edge = 8;
    while (arrays * ceilDivide(crossbar.rows, edge) * ceilDivide(crossbar.columns, edge) > kMostBlocks &&
           edge < std::max(crossbar.rows, crossbar.columns)) {
        edge *= 2;
    }
    return edge;
}

LayerSurvey unknown(const MappedLayer& mapped, const CrossbarOptions& crossbar, std::int64_t edge)
{
    LayerSurvey survey;
    survey.shape = shapeOf(mapped);
    survey.edge = edge;
    survey.blockRows = ceilDivide(crossbar.rows, edge);
    survey.blockColumns = ceilDivide(crossbar.columns, edge);
    survey.occupancy = mapped.occupancy;
    survey.arrays.resize(static_cast<std::size_t>(survey.shape.arrays()));
    survey.blocks.resize(static_cast<std::size_t>(survey.shape.arrays() * survey.blockRows * survey.blockColumns));
    return survey;
}

}  // namespace

struct CrossbarStore::Prepared {
    LayerChanges changes;
    std::list<std::pair<int, std::shared_ptr<const LayerContent>>> contents;  ///< Used last first.
};

CrossbarStore::CrossbarStore(QObject* parent) : QObject(parent), prepared_(std::make_unique<Prepared>())
{
    cache_.setMaxCost(static_cast<qsizetype>(kCacheBytes));
}

CrossbarStore::~CrossbarStore()
{
    ++newest_;
}

void CrossbarStore::setPreview(const std::shared_ptr<const PreviewResult>& preview)
{
    if (preview == preview_) {
        return;
    }
    const bool same = sameArrays(preview_.get(), preview.get());
    preview_ = preview;
    ++newest_;
    const QMutexLocker lock(&mutex_);
    shown_ = preview_;
    if (!same) {
        surveys_.clear();
        cache_.clear();
    }
    if (!preview_) {
        return;
    }
    edge_ = edgeFor(preview_->mapped);
    const std::size_t layers = preview_->mapped.layers.size();
    surveys_.resize(layers);
    for (std::size_t i = 0; i < layers; ++i) {
        const MappedLayer& mapped = preview_->mapped.layers[i];
        LayerSurvey& survey = surveys_[i];
        if (survey.edge != edge_ || survey.blockRows == 0 || !(survey.shape == shapeOf(mapped))) {
            survey = unknown(mapped, preview_->mapped.hardware.crossbar, edge_);
            forget(static_cast<int>(i));
        }
        survey.current = false;
    }
}

void CrossbarStore::forget(int layer)
{
    for (const Key& key : cache_.keys()) {
        if (key.first == layer) {
            cache_.remove(key);
        }
    }
}

void CrossbarStore::want(std::vector<FloorRange> ranges, bool cells)
{
    if (!preview_ || (asked_ == preview_ && ranges == ranges_ && cells == wantCells_)) {
        return;
    }
    asked_ = preview_;
    ranges_ = std::move(ranges);
    wantCells_ = cells;
    const quint64 request = ++newest_;
    worker_.post([this, preview = preview_, ranges = ranges_, cells, request]() -> LatestWorker::Delivery {
        work(preview, ranges, cells, request);
        return [this] { Q_EMIT changed(); };
    });
}

void CrossbarStore::finish()
{
    worker_.finish();
}

void CrossbarStore::work(const std::shared_ptr<const PreviewResult>& preview, const std::vector<FloorRange>& ranges, bool cells,
                         quint64 request)
{
    compareLayers(preview, request);
    QElapsedTimer sinceTold;
    sinceTold.start();
    for (const FloorRange& range : ranges) {
        for (std::int64_t row = range.rowBegin; row < range.rowEnd; ++row) {
            for (std::int64_t column = range.columnBegin; column < range.columnEnd; ++column) {
                if (overtaken(request)) {
                    return;
                }
                const FloorLayer shape = shapeOf(preview->mapped.layers[static_cast<std::size_t>(range.layer)]);
                makeArray(preview, range.layer,
                          shape.indexOf({row, column, range.plane / shape.signs, range.plane % shape.signs}), cells);
                if (sinceTold.hasExpired(kTellEveryMs)) {
                    sinceTold.restart();
                    QMetaObject::invokeMethod(this, &CrossbarStore::changed, Qt::QueuedConnection);
                }
            }
        }
    }
}

void CrossbarStore::compareLayers(const std::shared_ptr<const PreviewResult>& preview, quint64 request)
{
    if (prepared_->changes.preview() == preview || overtaken(request)) {
        return;
    }
    LayerChanges::Found found = prepared_->changes.compare(preview);
    const Hardware& hardware = preview->mapped.hardware;
    const std::size_t layers = preview->mapped.layers.size();
    std::vector<std::optional<std::vector<float>>> changedTiles(layers);  // of layers that are not as before
    for (std::size_t i = 0; i < layers; ++i) {
        if (found.changed[i]) {
            changedTiles[i] = occupancyPerBlock(preview->compressed.layers[i], hardware, found.deadColumns[i]);
            prepared_->contents.remove_if([i](const auto& entry) { return entry.first == static_cast<int>(i); });
        }
    }
    {
        const QMutexLocker lock(&mutex_);
        if (shown_ != preview) {
            return;  // overtaken: the surveys stay those of the preview before
        }
        for (std::size_t i = 0; i < layers; ++i) {
            if (changedTiles[i]) {
                surveys_[i] = unknown(preview->mapped.layers[i], hardware.crossbar, surveys_[i].edge);
                surveys_[i].tileOccupancy = std::move(*changedTiles[i]);
                forget(static_cast<int>(i));
            }
            surveys_[i].current = true;
        }
    }
    prepared_->changes.take(std::move(found));
    QMetaObject::invokeMethod(this, &CrossbarStore::changed, Qt::QueuedConnection);
}

std::shared_ptr<const LayerContent> CrossbarStore::content(const std::shared_ptr<const PreviewResult>& preview, int layer)
{
    auto& contents = prepared_->contents;
    const auto found =
        std::find_if(contents.begin(), contents.end(), [layer](const auto& entry) { return entry.first == layer; });
    if (found != contents.end()) {
        contents.splice(contents.begin(), contents, found);
    } else {
        contents.emplace_front(layer, std::make_shared<const LayerContent>(preview, static_cast<std::size_t>(layer)));
        contents.resize(std::min(contents.size(), kMostContents));
    }
    return contents.front().second;
}

void CrossbarStore::makeArray(const std::shared_ptr<const PreviewResult>& preview, int layer, std::int64_t array, bool cells)
{
    const auto index = static_cast<std::size_t>(array);
    std::int64_t edge = 0;
    {
        const QMutexLocker lock(&mutex_);
        if (shown_ != preview) {
            return;
        }
        const LayerSurvey& survey = surveys_[static_cast<std::size_t>(layer)];
        if (survey.arrays[index].known && (!cells || cache_.contains({layer, array}))) {
            return;
        }
        edge = survey.edge;
    }
    const std::shared_ptr<const LayerContent> source = content(preview, layer);
    const FloorLayer shape = shapeOf(preview->mapped.layers[static_cast<std::size_t>(layer)]);
    auto made = std::make_shared<const ArrayCells>(source->array(shape.addressOf(array)));
    const ArraySummary summary = summarise(*made, source->conductancesS());
    const std::vector<CellMeans> blocks = blockMeans(*made, edge, source->conductancesS());
    const QMutexLocker lock(&mutex_);
    if (shown_ != preview) {
        return;
    }
    LayerSurvey& survey = surveys_[static_cast<std::size_t>(layer)];
    survey.arrays[index] = summary;
    std::copy(blocks.begin(), blocks.end(), survey.blocks.begin() + static_cast<std::ptrdiff_t>(index * blocks.size()));
    if (survey.adcBits.empty()) {
        survey.conductancesS = source->conductancesS();
        survey.adcBits = source->adcBits();
    }
    if (cells) {
        const auto bytes = static_cast<qsizetype>(made->bytes());
        cache_.insert({layer, array}, new std::shared_ptr<const ArrayCells>(std::move(made)), bytes);
    }
}

CrossbarStore::Reader::Reader(const CrossbarStore& store) : store_(store)
{
    store_.mutex_.lock();
}

CrossbarStore::Reader::~Reader()
{
    store_.mutex_.unlock();
}

const LayerSurvey& CrossbarStore::Reader::layer(int layer) const
{
    return store_.surveys_[static_cast<std::size_t>(layer)];
}

std::shared_ptr<const ArrayCells> CrossbarStore::Reader::cells(int layer, std::int64_t array) const
{
    const auto* found = store_.cache_.object({layer, array});
    return found == nullptr ? nullptr : *found;
}

std::size_t CrossbarStore::Reader::cacheBytes() const
{
    return static_cast<std::size_t>(store_.cache_.totalCost());
}

}  // namespace mho
