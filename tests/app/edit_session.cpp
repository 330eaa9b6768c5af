// SPDX-License-Identifier: GPL-3.0-or-later
// edit-session PROJECT FIRST: edits the project (or a copy of the built-in example, where PROJECT is "example") in the real window
// without end, by keyboard and by the session, and says on standard output what it has made ("made NUMBER ROWS RATIO": number of the edit,
// crossbar rows, ratio of conv2) and which edit the window has confirmed ("written NUMBER"). For kill_session_test.cpp, which kills it.
#include "app/studio/main_window.h"
#include "widgets/views/layer_table.h"

#include <QApplication>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>

#include <cstdio>

namespace {

/// The number as a penalty factor, which any layer can have; now and then hardware and a slider step beside it. Nothing is taken
/// back, so that the number in the file only grows.
void edit(mho::MainWindow& window, int number)
{
    mho::Session& session = window.session();
    if (number % 7 == 0) {
        mho::Hardware hardware = session.design().hardware;
        hardware.crossbar.rows = hardware.crossbar.rows == 32 ? 64 : 32;
        session.editHardware(hardware);
    }
    if (number % 5 == 0) {
        QTest::keyClick(window.layerTable(), Qt::Key_Plus);
    }
    mho::LayerPlan layer = *session.design().plan.find("fc2");
    layer.rho = number;
    session.editLayerPlan(layer, QStringLiteral("Edit %1").arg(number), 0);
    const mho::Design& design = session.design();
    std::printf("made %d %lld %.17g\n", number, static_cast<long long>(design.hardware.crossbar.rows),
                design.plan.find("conv2")->constraints.front().ratio);
    std::fflush(stdout);
}

}  // namespace

int main(int argc, char* argv[])
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    int number = arguments.value(2).toInt();
    mho::MainWindow window(false);
    mho::Session& session = window.session();
    QTimer steps;
    QObject::connect(&session, &mho::Session::failed, [](const QString& text) {
        std::fprintf(stderr, "%s\n", qPrintable(text));
        QApplication::exit(1);
    });
    QObject::connect(&session, &mho::Session::written, [&] {
        std::printf("written %d\n", static_cast<int>(session.design().plan.find("fc2")->rho));
        std::fflush(stdout);
    });
    QObject::connect(&steps, &QTimer::timeout, [&] { edit(window, number++); });
    QObject::connect(&session, &mho::Session::loaded, [&] {
        std::printf("open\n");
        std::fflush(stdout);
        window.layerTable()->selectLayer(1);
        steps.start(3);
    });
    window.show();
    if (arguments.value(1) == QLatin1String("example")) {
        session.openExample(mho::examples().front());
    } else {
        session.open(arguments.value(1));
    }
    return QApplication::exec();
}
