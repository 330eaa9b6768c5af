// SPDX-License-Identifier: GPL-3.0-or-later
// Frames of the network's crossbars (VGG-16, dense at 9 bits on 128 x 128 arrays: 58.8 million cells) while a person pans and
// zooms, in a window of 1280 x 800 drawn offscreen: median and 99th percentile per frame. Run with QT_QPA_PLATFORM=offscreen.
#include "core/base/random.h"
#include "core/cost/component_file.h"
#include "core/network/zoo.h"
#include "widgets/views/crossbar_maps.h"
#include "widgets/views/heat_map_widget.h"
#include "widgets/views/mask_maps.h"
#include "widgets/views/network_map.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QWheelEvent>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace mho;

std::shared_ptr<const PreviewResult> vgg()
{
    static const auto result = [] {
        auto network = std::make_shared<Network>(makeZooNetwork("vgg16-cifar10"));
        for (NodeId id = 0; id < network->nodes().size(); ++id) {
            const std::vector<Parameter> parameters = network->nodes()[id].parameters;
            for (const Parameter& parameter : parameters) {
                RandomStream random({id, parameter.role.size()});
                std::vector<float> values(static_cast<std::size_t>(parameter.tensor.size()));
                for (float& value : values) {
                    value = static_cast<float>(random.uniform(-0.05, 0.05));
                }
                network->setParameter(id, parameter.role, Tensor(parameter.tensor.shape(), std::move(values)));
            }
        }
        auto preview = std::make_shared<PreviewResult>();
        Hardware hardware;
        hardware.crossbar.columns = 128;
        preview->compressed = uncompressed(network);
        preview->mapped = mapNetwork(preview->compressed, hardware);
        preview->mappedDense = preview->mapped;
        preview->usesWeights = true;
        return preview;
    }();
    return result;
}

/// Times of single frames.
class Frames {
public:
    template <typename Frame>
    void time(benchmark::State& state, const Frame& frame)
    {
        QElapsedTimer timer;
        timer.start();
        frame();
        const double seconds = static_cast<double>(timer.nsecsElapsed()) * 1e-9;
        state.SetIterationTime(seconds);
        milliseconds_.push_back(seconds * 1e3);
    }
    void report(benchmark::State& state)
    {
        std::sort(milliseconds_.begin(), milliseconds_.end());
        state.counters["median_ms"] = milliseconds_[milliseconds_.size() / 2];
        state.counters["p99_ms"] = milliseconds_[milliseconds_.size() * 99 / 100];
    }

private:
    std::vector<double> milliseconds_;
};

/// A map that has made all it shows at this scale.
std::unique_ptr<NetworkMap> mapAt(CellQuantity quantity, double scale, bool compare)
{
    auto map = std::make_unique<NetworkMap>();
    map->resize(1280, 800);
    map->QWidget::show();
    map->show(vgg(), 10);
    map->setColours(quantity, false, false);
    map->setCompare(compare);
    map->showLayer(10);
    if (scale > 0.0) {
        map->zoomBy(scale / map->picture().frame.scale, map->picture().frame.plot.center());
    } else {
        map->showAll();
    }
    map->repaint();
    map->finishSeen();
    QApplication::processEvents();
    return map;
}

/// Pans to and fro by a few pixels a frame; wire drops are solved meanwhile. @param scale pixels per cell; 0 = the whole
/// network
/// @param compare with the dense network left of a divider in the middle
void pan(benchmark::State& state, CellQuantity quantity, double scale, bool compare)
{
    const auto map = mapAt(quantity, scale, compare);
    Frames frames;
    int step = 0;
    for (auto unused : state) {
        static_cast<void>(unused);
        frames.time(state, [&] {
            map->panBy(QPointF(step % 80 < 40 ? 7.0 : -7.0, step % 40 < 20 ? 5.0 : -5.0));
            map->repaint();
        });
        ++step;
    }
    frames.report(state);
}

/// From the whole network to single cells and back, 4 % a frame, while arrays are still being made.
void zoom(benchmark::State& state, CellQuantity quantity)
{
    NetworkMap map;
    map.resize(1280, 800);
    map.QWidget::show();
    map.show(vgg(), 10);
    map.setColours(quantity, false, false);
    QApplication::processEvents();  // a window that is not exposed yet does not paint
    const QPointF anchor = map.picture().frame.toPixels(map.picture().floor.arrayRect(10, {20, 2, 0, 0}).center());
    Frames frames;
    int step = 0;
    for (auto unused : state) {
        static_cast<void>(unused);
        frames.time(state, [&] {
            map.zoomBy(step % 400 < 200 ? 1.04 : 1.0 / 1.04, anchor);
            map.repaint();
        });
        ++step;
    }
    frames.report(state);
}

/// All means and blocks of the network, as when it is first seen whole.
void survey(benchmark::State& state)
{
    for (auto unused : state) {
        static_cast<void>(unused);
        CrossbarStore store;
        store.setPreview(vgg());
        std::vector<FloorRange> all;
        for (std::size_t i = 0; i < vgg()->mapped.layers.size(); ++i) {
            const MappedLayer& mapped = vgg()->mapped.layers[i];
            for (int plane = 0; plane < mapped.sliceArrays * mapped.signArrays; ++plane) {
                all.push_back({static_cast<int>(i), plane, 0, mapped.rowBlocks, 0, mapped.columnBlocks});
            }
        }
        store.want(all, false);
        store.finish();
    }
}

constexpr QPointF kMiddle(640, 400);

void turnWheel(HeatMapWidget& widget, double notches)
{
    QWheelEvent wheel(kMiddle, kMiddle, {}, {0, static_cast<int>(120.0 * notches)}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&widget, &wheel);
}

/// One layer in a heat map: its crossbars, one crossbar, or its 2.4 million weights.
std::unique_ptr<HeatMapWidget> heatMapWidget(const HeatMap& map, double closer)
{
    auto widget = std::make_unique<HeatMapWidget>();
    widget->resize(1280, 800);
    widget->QWidget::show();
    const QRgb empty = emptyColour(map, screenStyle(widget->palette(), widget->font())).rgb();
    widget->setMap(map, HeatMapImages(map, empty));
    QApplication::processEvents();
    turnWheel(*widget, closer);
    return widget;
}

void panLayer(benchmark::State& state, const HeatMap& map, double closer)
{
    const auto widget = heatMapWidget(map, closer);
    QMouseEvent press(QEvent::MouseButtonPress, kMiddle, kMiddle, Qt::LeftButton, Qt::LeftButton, {});
    QApplication::sendEvent(widget.get(), &press);
    Frames frames;
    int step = 0;
    for (auto unused : state) {
        static_cast<void>(unused);
        frames.time(state, [&] {
            const QPointF at = kMiddle + QPointF(step % 40 < 20 ? step % 20 : 20 - step % 20, 0) * 7.0;
            QMouseEvent move(QEvent::MouseMove, at, at, Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(widget.get(), &move);
            widget->repaint();
        });
        ++step;
    }
    frames.report(state);
}

/// From the whole layer to single weights and back.
void zoomLayer(benchmark::State& state, const HeatMap& map)
{
    const auto widget = heatMapWidget(map, 0.0);
    Frames frames;
    int step = 0;
    for (auto unused : state) {
        static_cast<void>(unused);
        frames.time(state, [&] {
            turnWheel(*widget, step % 200 < 100 ? 0.25 : -0.25);
            widget->repaint();
        });
        ++step;
    }
    frames.report(state);
}

void add(const std::string& name, const std::function<void(benchmark::State&)>& run)
{
    benchmark::RegisterBenchmark(name.c_str(), run)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(400);
}

}  // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    const std::pair<const char*, double> scales[] = {
        {"network", 0.0}, {"0.25px", 0.25}, {"1px", 1.0}, {"8px", 8.0}, {"80px", 80.0}};
    const std::pair<const char*, CellQuantity> quantities[] = {{"occupancy", CellQuantity::Occupancy},
                                                               {"mask", CellQuantity::Mask},
                                                               {"level", CellQuantity::Level},
                                                               {"conductance", CellQuantity::Conductance},
                                                               {"non-zeros", CellQuantity::BitLineCells},
                                                               {"wire-drop", CellQuantity::WireDrop}};
    for (const auto& [quantityName, quantity] : quantities) {
        for (const auto& [scaleName, scale] : scales) {
            add(std::string("pan/") + scaleName + "/" + quantityName,
                [quantity = quantity, scale = scale](benchmark::State& state) { pan(state, quantity, scale, false); });
        }
    }
    for (const auto& [scaleName, scale] : scales) {
        add(std::string("wipe/") + scaleName,
            [scale = scale](benchmark::State& state) { pan(state, CellQuantity::Conductance, scale, true); });
    }
    add("zoomWhileMaking/conductance", [](benchmark::State& state) { zoom(state, CellQuantity::Conductance); });
    add("zoomWhileMaking/wire-drop", [](benchmark::State& state) { zoom(state, CellQuantity::WireDrop); });
    add("panLayer/crossbars", [](benchmark::State& state) { panLayer(state, occupancyMap(*vgg(), 10), 2.0); });
    add("panLayer/crossbar", [](benchmark::State& state) { panLayer(state, crossbarMap(vgg(), 10, {0, 0, 0, 0}).map, 2.0); });
    for (const double closer : {0.0, 6.0}) {
        add(closer > 0.0 ? "panLayer/weights/closer" : "panLayer/weights/whole", [closer](benchmark::State& state) {
            panLayer(state, maskMap(vgg(), 10, {MaskForm::WeightMatrix, true}), closer);
        });
    }
    add("zoomLayer/crossbars", [](benchmark::State& state) { zoomLayer(state, occupancyMap(*vgg(), 10)); });
    add("zoomLayer/crossbar", [](benchmark::State& state) { zoomLayer(state, crossbarMap(vgg(), 10, {0, 0, 0, 0}).map); });
    add("zoomLayer/weights", [](benchmark::State& state) { zoomLayer(state, maskMap(vgg(), 10, {MaskForm::WeightMatrix, true})); });
    benchmark::RegisterBenchmark("survey", survey)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
