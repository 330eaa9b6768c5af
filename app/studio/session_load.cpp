// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/example_project.h"
#include "app/studio/session.h"
#include "core/network/zoo.h"
#include "core/project/saved_network.h"
#include "widgets/bridge/text.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace mho {
namespace {

/// "Original 99.17 %, pruned 99.15 %, at levels 99.03 %" of a result's JSON.
QString accuracySummary(const std::string& json)
{
    const QJsonObject accuracy =
        QJsonDocument::fromJson(QByteArray::fromStdString(json)).object()[QLatin1String("accuracy")].toObject();
    const auto part = [&](const QString& name, const char* key) {
        const QJsonValue value = accuracy[QLatin1String(key)];
        return value.isDouble() && value.toDouble() >= 0.0
                   ? QStringLiteral("%1 %2 %").arg(name).arg(value.toDouble(), 0, 'f', 2)
                   : QString();
    };
    QStringList parts{part(Session::tr("original"), "original"), part(Session::tr("pruned"), "pruned"),
                      part(Session::tr("at levels"), "quantized")};
    parts.removeAll(QString());
    return parts.isEmpty() ? QString() : Session::tr("Test accuracy of the last run: %1").arg(parts.join(QStringLiteral(", ")));
}

}  // namespace

/// Everything of a project that the window shows, read off the window's thread.
struct Session::Loaded {
    std::shared_ptr<Project> project;
    std::shared_ptr<const Network> network;
    Recipe recipe;
    std::vector<EpochMetric> metrics;
    QString summary;
    bool resumable = false;
};

void Session::open(const QString& path)
{
    load([file = path.toStdString()] { return std::shared_ptr<Project>(Project::open(file)); });
}

void Session::create(const QString& path, const QString& recipe)
{
    load([file = path.toStdString(), name = recipe.toStdString()] {
        const Recipe loadedRecipe = loadRecipe(name);
        return std::shared_ptr<Project>(Project::create(file, loadedRecipe, makeZooNetwork(loadedRecipe.network)));
    });
}

void Session::openExample()
{
    load([] { return std::shared_ptr<Project>(Project::open(exampleProjectPath().toStdString())); });
}

void Session::saveAs(const QString& path)
{
    writer_.finish();
    load([project = project_, file = path.toStdString()] { return std::shared_ptr<Project>(project->saveAs(file)); });
}

void Session::load(const std::function<std::shared_ptr<Project>()>& source)
{
    loader_.post([this, source]() -> LatestWorker::Delivery {
        try {
            auto loaded = std::make_shared<Loaded>();
            loaded->project = source();
            loaded->recipe = loaded->project->recipe();
            if (const auto result = savedResult(*loaded->project)) {
                loaded->network = result->network;
            } else {
                loaded->network = std::make_shared<const Network>(loaded->project->network());
            }
            loaded->metrics = loaded->project->metrics();
            loaded->resumable = loaded->project->hasUnfinishedRun();
            if (const auto json = loaded->project->resultJson()) {
                loaded->summary = accuracySummary(*json);
            }
            return [this, loaded] { take(loaded); };
        } catch (const Error& error) {
            return [this, text = errorText(error)] { Q_EMIT failed(text); };
        }
    });
}

void Session::take(const std::shared_ptr<Loaded>& content)
{
    writer_.finish();
    undo_.clear();
    project_ = content->project;
    network_ = content->network;
    recipe_ = content->recipe;
    design_ = {recipe_.plan, recipe_.hardware};
    metrics_ = std::move(content->metrics);
    resultSummary_ = content->summary;
    resumable_ = content->resumable;
    Q_EMIT this->loaded();
    Q_EMIT designChanged();
    requestPreview();
}

}  // namespace mho
