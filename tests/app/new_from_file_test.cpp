// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/main_window.h"
#include "core/io/npy.h"
#include "core/io/onnx_write.h"
#include "core/io/weights_match.h"
#include "core/project/journal_command.h"
#include "tests/widgets/networks.h"
#include "widgets/bridge/text.h"

#include <QApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QUrl>

#include <catch2/catch.hpp>

namespace mho {
namespace {

constexpr int kWaitMs = 60'000;

TEST_CASE("A new project is made of an ONNX file, with its weights; a file that is none is told and nothing is made")
{
    const QTemporaryDir folder;
    const QString onnx = folder.filePath(QStringLiteral("mine.onnx"));
    const auto network = test::lenet(true);
    writeOnnx(*network, onnx.toStdString());
    Session session;
    QSignalSpy loaded(&session, &Session::loaded);
    QSignalSpy failed(&session, &Session::failed);
    QSignalSpy shown(&session, &Session::previewReady);
    session.createFromFile(folder.filePath(QStringLiteral("mine.mho")), onnx);
    REQUIRE(loaded.wait(kWaitMs));
    CHECK(failed.isEmpty());
    CHECK(session.recipe().network == "mine.onnx");
    CHECK(session.recipe().weights == "mine.onnx");
    CHECK(session.network()->hasWeights());
    CHECK(session.design().plan.layers.size() == 4);
    REQUIRE((shown.count() > 0 || shown.wait(kWaitMs)));
    CHECK(shown.last().first().value<std::shared_ptr<const PreviewResult>>()->usesWeights);

    QFile none(folder.filePath(QStringLiteral("none.onnx")));
    REQUIRE(none.open(QIODevice::WriteOnly));
    none.write("no model");
    none.close();
    session.createFromFile(folder.filePath(QStringLiteral("none.mho")), none.fileName());
    REQUIRE(failed.wait(kWaitMs));
    CHECK(failed.first().first().toString().contains(QStringLiteral("none.onnx")));
    CHECK_FALSE(QFile::exists(folder.filePath(QStringLiteral("none.mho"))));
    CHECK(session.recipe().network == "mine.onnx");
}

TEST_CASE("A network file that is dropped on the window becomes a project where a person says")
{
    const QTemporaryDir folder;
    const QString onnx = folder.filePath(QStringLiteral("mine.onnx"));
    writeOnnx(*test::lenet(true), onnx.toStdString());
    MainWindow window(false);
    window.show();
    QSignalSpy loaded(&window.session(), &Session::loaded);
    const auto drop = [&](const QString& path) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QApplication::sendEvent(&window, &enter);
        if (enter.isAccepted()) {
            QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(&window, &event);
        }
        return enter.isAccepted();
    };
    const QString arrays = folder.filePath(QStringLiteral("arrays"));
    REQUIRE(QDir().mkpath(arrays));
    CHECK_FALSE(drop(folder.filePath(QStringLiteral("notes.txt"))));
    CHECK_FALSE(drop(arrays));  // has none
    for (const NamedTensor& tensor : namedTensors(*test::lenet(true))) {
        const std::span<const float> values = tensor.tensor.values();
        writeNpy((arrays + QLatin1Char('/')).toStdString() + tensor.name + ".npy",
                 {ElementType::Float32, tensor.tensor.shape(), std::string(reinterpret_cast<const char*>(values.data()), values.size_bytes())});
    }
    QString from = onnx;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, [&] {
        if (auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget())) {
            look.stop();
            dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(folder.filePath(QStringLiteral("dropped.mho")));
            QMetaObject::invokeMethod(dialog, "accept", Qt::QueuedConnection);
        }
    });
    look.start(20);
    SECTION("dropped")
    {
        REQUIRE(drop(onnx));
    }
    SECTION("given on the command line")
    {
        window.openPath(onnx);
    }
    SECTION("a folder of arrays dropped")
    {
        from = arrays;
        REQUIRE(drop(arrays));
    }
    REQUIRE((loaded.count() > 0 || loaded.wait(kWaitMs)));
    CHECK(window.session().recipe().network == QFileInfo(from).fileName().toStdString());
    CHECK(window.session().startProblems().isEmpty());
    CHECK(window.session().trained());
    const std::string made = commandLineOf(window.session().project()->journal().front(), "p.mho");
    CHECK(made == "mho plan new p.mho --network " + shellWord(from.toStdString()));
}

TEST_CASE("A new project is made of a file of weights whose network is known; what has no place in it is told")
{
    const QTemporaryDir folder;
    const std::string file = folder.filePath(QStringLiteral("mine.safetensors")).toStdString();
    std::vector<NamedTensor> tensors = namedTensors(*test::lenet(true));
    tensors.push_back({"epoch", Tensor({1}, {3.0F}), StoredType::Float32});
    writeSafetensors(file, tensors);
    Session session;
    QSignalSpy remarked(&session, &Session::remarked);
    QSignalSpy loaded(&session, &Session::loaded);
    session.createFromFile(folder.filePath(QStringLiteral("mine.mho")), toQString(file));
    REQUIRE(loaded.wait(kWaitMs));
    CHECK(session.network()->name() == "lenet5");
    CHECK(session.network()->hasWeights());
    CHECK(session.recipe().weights == "mine.safetensors");
    REQUIRE(remarked.count() == 1);
    CHECK(remarked[0][0].toString().contains(QStringLiteral("epoch")));

    // A run of it has all it needs.
    CHECK(session.startProblems().isEmpty());
    Hardware hardware = session.design().hardware;
    hardware.crossbar.signScheme = "fragment-sign";
    hardware.crossbar.fragmentRows = 8;
    session.editHardware(hardware);
    CHECK_FALSE(session.startProblems().isEmpty());  // its plan is looked at all the same
}

}  // namespace
}  // namespace mho
