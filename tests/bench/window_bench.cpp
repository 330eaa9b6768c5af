// SPDX-License-Identifier: GPL-3.0-or-later
// The window of the studio on VGG-16 (CIFAR), drawn offscreen: from the step of a ratio slider to the repainted layer table,
// heat map and totals; the same while a run trains; from process start to the first window; open of a project; memory.
// Run with QT_QPA_PLATFORM=offscreen and MHO_RESOURCE_DIR.
#include "app/studio/language.h"
#include "core/compress/constraint.h"
#include "tests/app/small_cifar.h"
#include "tests/app/watched_application.h"
#include "tests/bench/window_case.h"
#include "widgets/theme/theme.h"
#include "widgets/views/layer_table.h"

#include <QElapsedTimer>
#include <QFile>
#include <QItemSelectionModel>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>
#include <functional>

namespace {

using namespace mho;
using bench::WindowCase;

constexpr int kLargest = 10;  // 512 filters x 512 channels x 3 x 3
constexpr const char* kStartedAt = "MHO_BENCH_STARTED_NS";

std::int64_t nowNs()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1'000'000'000LL + now.tv_nsec;
}

test::WatchedApplication& application()
{
    return *static_cast<test::WatchedApplication*>(qApp);
}

class Times {
public:
    void add(benchmark::State& state, double seconds)
    {
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

/// Drags a ratio to and fro, a step each 30 ms or as soon as the last is done.
void drag(benchmark::State& state, WindowCase& window, const QString& kind, const std::vector<int>& layers)
{
    LayerTable* table = window.window().layerTable();
    table->selectLayer(layers.front());
    for (const int layer : layers) {
        table->selectionModel()->select(window.window().layerModel()->index(layer, 0),
                                        QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    WindowCase::rest(300);
    Times times;
    std::vector<double> firstFrames;
    int step = 0;
    application().forget();
    for (auto unused : state) {
        static_cast<void>(unused);
        QElapsedTimer timer;
        timer.start();
        window.turn(layers.front(), kind, 2.0 + 0.05 * (step % 60 < 30 ? step % 60 : 60 - step % 60), 1 + step / 60);
        window.finishFrame();
        times.add(state, static_cast<double>(timer.nsecsElapsed()) * 1e-9);
        firstFrames.push_back(window.firstFrameMs());
        ++step;
        WindowCase::rest(static_cast<int>(std::max<qint64>(4, 30 - timer.elapsed())));
    }
    times.report(state);
    std::sort(firstFrames.begin(), firstFrames.end());
    state.counters["first_frame_median_ms"] = firstFrames[firstFrames.size() / 2];
    state.counters["first_frame_p99_ms"] = firstFrames[firstFrames.size() * 99 / 100];
    state.counters["longest_call_ms"] = application().worst().ownMs;
    state.SetLabel((application().worst().receiver + " event " + QByteArray::number(application().worst().event)).toStdString());
}

std::vector<int> allLayers()
{
    std::vector<int> layers;
    for (int i = 1; i < 13; ++i) {
        layers.push_back(i);
    }
    return layers;
}

void step(benchmark::State& state, const char* kind, const std::vector<int>& layers, bool weights)
{
    WindowCase window(weights);
    drag(state, window, QString::fromLatin1(kind), layers);
}

void stepDuringRun(benchmark::State& state, const char* kind)
{
    const QTemporaryDir data;
    test::writeCifar(data.path(), 400);
    WindowCase window(false, data.path());
    bool trains = false;
    QObject::connect(window.session().runService(), &RunService::progressed, &window, [&] { trains = true; });
    window.session().startRun(false);
    while (!trains) {
        WindowCase::rest(50);
    }
    WindowCase::rest(2000);
    drag(state, window, QString::fromLatin1(kind), {kLargest});
    window.session().runService()->askAndWait(Verdict::Abort);
}

double fieldOf(const QByteArray& output, const char* name)
{
    const QList<QByteArray> words = output.simplified().split(' ');
    const qsizetype at = words.indexOf(QByteArray(name));
    return at >= 0 && at + 1 < words.size() ? words[at + 1].toDouble() : -1.0;
}

QByteArray child(const QStringList& arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    environment.insert(QString::fromLatin1(kStartedAt), QString::number(nowNs()));
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), QStringList(QStringLiteral("--window")) + arguments);
    process.waitForFinished(-1);
    return process.readAllStandardOutput();
}

void firstWindow(benchmark::State& state)
{
    child({});  // warm
    Times times;
    for (auto unused : state) {
        static_cast<void>(unused);
        times.add(state, fieldOf(child({}), "window_ms") * 1e-3);
    }
    times.report(state);
}

void openProject(benchmark::State& state, bool weights)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("vgg.mho"));
    bench::makeVggProject(path, weights);
    child({path});
    Times times;
    double resident = 0.0;
    double peak = 0.0;
    double longest = 0.0;
    for (auto unused : state) {
        static_cast<void>(unused);
        const QByteArray output = child({path});
        times.add(state, fieldOf(output, "open_ms") * 1e-3);
        resident = std::max(resident, fieldOf(output, "resident_mb"));
        peak = std::max(peak, fieldOf(output, "peak_mb"));
        longest = std::max(longest, fieldOf(output, "longest_call_ms"));
    }
    times.report(state);
    state.counters["resident_MB"] = resident;
    state.counters["peak_MB"] = peak;
    state.counters["longest_call_ms"] = longest;
}

double megabytesOf(const char* field)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return -1.0;
    }
    return fieldOf(status.readAll(), field) * 1024.0 * 1e-6;
}

/// The child: what the studio's main() does, with a clock.
int showWindow(const QString& file)
{
    const std::int64_t started = qgetenv(kStartedAt).toLongLong();
    const auto sinceStart = [&] { return static_cast<double>(nowNs() - started) * 1e-6; };
    applyLanguage(languageOf(storedLanguage()));
    applyTheme(*qApp, Theme::System);
    MainWindow window(true);
    window.show();
    QTimer::singleShot(0, &window, [&] {
        // Expose and paint are done when the first timer comes: as the studio opens its file then.
        std::printf("window_ms %.2f\n", sinceStart());
        if (file.isEmpty()) {
            QApplication::exit(0);
            return;
        }
        const double asked = sinceStart();
        window.session().open(file);
        QObject::connect(&window.session(), &Session::previewReady, &window, [&window, asked, sinceStart] {
            // Painted, and ready for the next event.
            QTimer::singleShot(0, Qt::CoarseTimer, &window, [&window, asked, sinceStart] {
                window.layerTable()->viewport()->repaint();
                std::printf("open_ms %.2f\n", sinceStart() - asked);
                QTimer::singleShot(3000, &window, [] {
                    std::printf("resident_mb %.1f peak_mb %.1f longest_call_ms %.2f\n", megabytesOf("VmRSS:"),
                                megabytesOf("VmHWM:"), application().worst().ownMs);
                    QApplication::exit(0);
                });
            });
        }, static_cast<Qt::ConnectionType>(Qt::AutoConnection | Qt::SingleShotConnection));
    });
    return QApplication::exec();
}

benchmark::internal::Benchmark* add(const std::string& name, int iterations, const std::function<void(benchmark::State&)>& run)
{
    return benchmark::RegisterBenchmark(name.c_str(), run)
        ->Unit(benchmark::kMillisecond)
        ->UseManualTime()
        ->Iterations(iterations);
}

}  // namespace

int main(int argc, char** argv)
{
    QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toLocal8Bit());
    QStandardPaths::setTestModeEnabled(true);
    test::WatchedApplication application(argc, argv);
    if (argc > 1 && QByteArray(argv[1]) == "--window") {
        return showWindow(argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString());
    }
    benchmark::Initialize(&argc, argv);
    constexpr int kSteps = 300;
    for (const Constraint* kind : constraints()) {
        if (kind->hasRatio()) {
            const std::string name(kind->name());
            add("step/trained/" + name, kSteps, [name](auto& state) { step(state, name.c_str(), {kLargest}, true); });
        }
    }
    for (const char* kind : {"filter", "unstructured"}) {
        add("step/untrained/" + std::string(kind), kSteps, [kind](auto& state) { step(state, kind, {kLargest}, false); });
    }
    add("step/12layers/filter", kSteps, [](auto& state) { step(state, "filter", allLayers(), true); });
    add("step/12layers/unstructured", 100, [](auto& state) { step(state, "unstructured", allLayers(), true); });
    for (const char* kind : {"filter", "unstructured"}) {
        add("stepDuringRun/" + std::string(kind), kSteps, [kind](auto& state) { stepDuringRun(state, kind); });
    }
    add("firstWindow", 15, firstWindow);
    add("open/untrained", 8, [](auto& state) { openProject(state, false); });
    add("open/trained", 8, [](auto& state) { openProject(state, true); });
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
