// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window_case.h"

#include "app/studio/totals_bar.h"
#include "core/base/random.h"
#include "core/network/zoo.h"
#include "core/run/network_recipe.h"
#include "widgets/models/layer_table_model.h"
#include "widgets/views/crossbar_view.h"
#include "widgets/views/heat_map_widget.h"
#include "widgets/views/layer_table.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QThread>
#include <QTimer>

#include <cstdlib>

namespace mho::bench {
namespace {

constexpr int kWaitMs = 20'000;

template <class Condition>
void waitFor(const char* what, const Condition& condition)
{
    QElapsedTimer timer;
    timer.start();
    QTimer wake;  // else an event that never comes is waited for without end
    wake.start(500);
    while (!condition()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        if (timer.elapsed() > kWaitMs) {
            std::fprintf(stderr, "%s did not come\n", what);
            std::exit(1);
        }
    }
}

int columnOf(const LayerTableModel& model, const QString& kind)
{
    const auto& kinds = constraints();
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (QLatin1StringView(kinds[i]->name().data(), static_cast<qsizetype>(kinds[i]->name().size())) == kind) {
            return LayerTableModel::FirstConstraint + static_cast<int>(i);
        }
    }
    static_cast<void>(model);
    std::abort();
}

}  // namespace

void makeVggProject(const QString& path, bool weights, const QString& data)
{
    Network network = makeZooNetwork("vgg16-cifar10");
    for (NodeId id = 0; weights && id < network.nodes().size(); ++id) {
        const std::vector<Parameter> parameters = network.nodes()[id].parameters;
        for (const Parameter& parameter : parameters) {
            RandomStream random{id, parameter.role.size()};
            std::vector<float> values(static_cast<std::size_t>(parameter.tensor.size()));
            for (float& value : values) {
                value = static_cast<float>(random.uniform(-0.05, 0.05));
            }
            network.setParameter(id, parameter.role, Tensor(parameter.tensor.shape(), std::move(values)));
        }
    }
    Recipe recipe = recipeForNetwork("vgg16-cifar10", network);
    for (LayerPlan& layer : recipe.plan.layers) {
        layer.levelBits = 5;
    }
    const auto project = Project::create(path.toStdString(), recipe, network);
    if (!data.isEmpty()) {
        project->setDataFolder(data.toStdString());
    }
}

WindowCase::WindowCase(bool weights, const QString& data)
{
    const QString path = folder_.filePath(QStringLiteral("vgg.mho"));
    makeVggProject(path, weights, data);
    connect(&session(), &Session::failed, [](const QString& text) {
        std::fprintf(stderr, "%s\n", qPrintable(text));
        std::exit(1);
    });
    connect(&session(), &Session::previewReady, this, [this](const std::shared_ptr<const PreviewResult>& preview) {
        preview_ = preview;
        table_ = map_ = mapPainted_ = false;
        // The bar heard of it before. Totals that read as before are not painted again.
        totals_ = totalsText_ == totalsText();
    });
    auto* heatMap = window_.crossbarView()->findChild<HeatMapWidget*>();
    heatMap_ = heatMap;
    // It tells of its cell with each new map.
    connect(heatMap, &HeatMapWidget::cellHovered, this, [this] { map_ = true; });
    window_.resize(1280, 800);
    window_.show();
    session().open(path);
    waitFor("the project", [this] { return preview_ != nullptr; });
    rest(1500);
    window_.layerTable()->viewport()->installEventFilter(this);
    heatMap_->installEventFilter(this);
    for (QLabel* label : window_.findChild<TotalsBar*>()->findChildren<QLabel*>()) {
        label->installEventFilter(this);
    }
}

QString WindowCase::totalsText() const
{
    QString text;
    for (const QLabel* label : window_.findChild<TotalsBar*>()->findChildren<QLabel*>()) {
        text += label->isVisible() ? label->text() + QLatin1Char('\n') : QString();  // without room some are hidden
    }
    return text;
}

bool WindowCase::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint) {
        if (watched == heatMap_) {
            mapPainted_ = map_;
        } else if (watched == window_.layerTable()->viewport()) {
            table_ = true;
        } else {
            totals_ = true;
            totalsText_ = totalsText();
        }
    }
    return false;
}

void WindowCase::turn(int layer, const QString& kind, double ratio, int gesture)
{
    LayerTableModel* model = window_.layerModel();
    table_ = totals_ = map_ = mapPainted_ = false;
    firstFrameMs_ = -1.0;
    sinceTurn_.start();
    model->editRatio(model->index(model->rowOf(layer), columnOf(*model, kind)), ratio, gesture);
}

void WindowCase::finishFrame()
{
    waitFor("the frame", [this] {
        const bool shown = table_ && totals_ && mapPainted_;
        if (shown && firstFrameMs_ < 0.0) {
            firstFrameMs_ = static_cast<double>(sinceTurn_.nsecsElapsed()) * 1e-6;
        }
        return shown && preview_->plan == session().design().plan;
    });
}

void WindowCase::rest(int ms)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < ms) {
        QCoreApplication::processEvents();
        QThread::usleep(500);
    }
}

}  // namespace mho::bench
