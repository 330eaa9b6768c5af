// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the project of its argument in the window of the studio, starts its run and edits meanwhile, a ratio every 16 ms and
// something else every 160 ms, from before LibTorch is loaded until two epochs are done, then stops and keeps. Prints the longest
// call on the window's thread.
#include "app/studio/commands.h"
#include "app/studio/main_window.h"
#include "tests/app/watched_application.h"
#include "widgets/models/layer_table_model.h"

#include <QFile>
#include <QLocale>
#include <QStandardPaths>
#include <QTimer>

#include <cstdio>

namespace {

bool torchIsLoaded()
{
    QFile maps(QStringLiteral("/proc/self/maps"));
    return maps.open(QIODevice::ReadOnly) && maps.readAll().contains("libtorch_cpu");
}

/// A step of the slider of fc1's filter ratio.
void edit(mho::MainWindow& window, int number)
{
    mho::LayerTableModel* model = window.layerModel();
    for (int column = mho::LayerTableModel::FirstConstraint; model->isConstraintColumn(column); ++column) {
        if (model->isRatioColumn(column) && model->headerData(column, Qt::Horizontal).toString() == QLatin1StringView("Filter ratio")) {
            model->editRatio(model->index(model->rowOf(2), column), 2.0 + 0.01 * (number % 100), 1 + number / 100);
        }
    }
}

/// Another layer, other arrays, other levels, and one step back, in turn.
void editElse(mho::MainWindow& window, int turn)
{
    mho::LayerTableModel* model = window.layerModel();
    const int layer = turn / 4 % static_cast<int>(model->layers().size());
    mho::Hardware hardware = window.session().design().hardware;
    switch (turn % 4) {
        case 0:
            window.selectLayer(model->layers()[static_cast<std::size_t>(layer)].name);
            break;
        case 1:
            hardware.crossbar.rows = hardware.crossbar.rows == 128 ? 64 : 128;
            window.session().changeHardware(hardware, 0);
            break;
        case 2:
            model->setData(model->index(model->rowOf(layer), model->column(mho::LayerTableModel::LevelBits)), 4 + layer % 2);
            break;
        default:
            window.commands().action(QStringLiteral("edit.undo"))->trigger();
    }
}

}  // namespace

int main(int argc, char* argv[])
{
    QLocale::setDefault(QLocale::c());
    QStandardPaths::setTestModeEnabled(true);
    mho::test::WatchedApplication application(argc, argv);
    mho::MainWindow window(false);
    mho::Session& session = window.session();
    QTimer steps;
    int number = 0;
    int epochs = 0;
    bool before = true;
    QObject::connect(&session, &mho::Session::failed, [](const QString& text) {
        std::fprintf(stderr, "%s\n", qPrintable(text));
        QApplication::exit(1);
    });
    QObject::connect(&steps, &QTimer::timeout, [&] {
        edit(window, number++);
        if (number % 10 == 0) {
            editElse(window, number / 10);
        }
        if (number == 20) {
            // What is measured starts with the window at rest and the run not begun.
            before = torchIsLoaded();
            application.forget();
            window.commands().action(QStringLiteral("run.start"))->trigger();
        }
    });
    QObject::connect(session.runService(), &mho::RunService::epochDone, [&] {
        if (++epochs == 2) {
            window.commands().action(QStringLiteral("run.keep"))->trigger();
        }
    });
    QObject::connect(&session, &mho::Session::runEnded, [&] { QTimer::singleShot(200, [] { QApplication::exit(0); }); });
    QObject::connect(&session, &mho::Session::previewReady, &steps, [&] {
        if (!steps.isActive()) {
            steps.start(16);
        }
    });
    window.resize(1280, 800);
    window.show();
    session.open(QApplication::arguments().value(1));
    const int code = QApplication::exec();
    const auto& worst = application.worst();
    std::printf("own %.3f wall %.3f steps %d loaded %d %d in %s event %d\n", worst.ownMs, worst.wallMs, number, before ? 1 : 0,
                torchIsLoaded() ? 1 : 0, worst.receiver.constData(), worst.event);
    return code;
}
