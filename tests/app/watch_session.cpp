// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the project of its argument in the window of the studio, starts its run and edits a ratio every 16 ms meanwhile, from
// before LibTorch is loaded until two epochs are done, then stops and keeps. Prints the longest call on the window's thread.
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
