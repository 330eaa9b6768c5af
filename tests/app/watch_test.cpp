// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/zoo.h"
#include "core/project/project.h"
#include "core/run/network_recipe.h"
#include "tests/app/has_learner.h"
#include "tests/app/small_cifar.h"

#include <QProcess>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

namespace mho {
namespace {

constexpr int kRunMs = 600'000;  // many times what two epochs take, for sanitizers and busy machines
#if defined(MHO_SANITIZED)
constexpr double kMostMs = 500.0;
#else
constexpr double kMostMs = 50.0;
#endif

/// A project of the smallest network.
void makeTiny(const QString& path)
{
    const Recipe recipe = loadRecipe(MHO_TEST_FILES "/tiny.json");
    Project::create(path.toStdString(), recipe, makeZooNetwork(recipe.network));
}

/// One of VGG-16, 14.7 million weights, with a few pictures to train on.
void makeVgg(const QString& path, const QString& data)
{
    test::writeCifar(data, 12);
    const Network network = makeZooNetwork("vgg16-cifar10");
    Recipe recipe = recipeForNetwork("vgg16-cifar10", network);
    recipe.train.epochs = 2;
    recipe.train.batchSize = 20;
    recipe.execution.threads = 1;
    Project::create(path.toStdString(), recipe, network)->setDataFolder(data.toStdString());
}

TEST_CASE("While LibTorch is loaded and a run trains, no call on the window's thread takes over 50 ms")
{
    const bool large = GENERATE(false, true);
    CAPTURE(large);
    if (!test::hasLearner()) {
        return;
    }
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("watched.mho"));
    large ? makeVgg(path, folder.path()) : makeTiny(path);
    QProcess session;
    session.setProcessChannelMode(QProcess::SeparateChannels);
    session.start(QStringLiteral(MHO_WATCH_SESSION), {path});
    REQUIRE(session.waitForFinished(kRunMs));
    INFO(session.readAllStandardError().toStdString());
    REQUIRE(session.exitCode() == 0);
    const QByteArray line = session.readAllStandardOutput().trimmed();
    INFO(line.toStdString());
    const QList<QByteArray> words = line.split(' ');
    REQUIRE(words.size() >= 12);
    CHECK(words[1].toDouble() > 0.0);
    CHECK(words[1].toDouble() <= kMostMs);
    CHECK(words[5].toInt() > 30);
    CHECK(words[7].toInt() == 0);  // it was not there before the run
    CHECK(words[8].toInt() == 1);
}

}  // namespace
}  // namespace mho
