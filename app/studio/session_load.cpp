// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/session.h"

#include "app/studio/known_accuracy.h"
#include "core/io/network_file.h"
#include "core/project/new_project.h"
#include "core/project/saved_network.h"
#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"

#include <QFileInfo>
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
                   ? QStringLiteral("%1 %2 %").arg(name).arg(fixedText(value.toDouble(), 2))
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
    std::set<std::string> locked;
    std::vector<EpochMetric> metrics;
    std::function<QString()> summary;
    bool resumable = false;
    bool startsTrained = false;
    Recipe runRecipe;
    std::vector<Recipe> queue;
    AccuracySources accuracy;
    QString dataFolder;
    std::shared_ptr<CopyFolder> copyFolder;
    CopySource copyOf;
    bool edited = false;          ///< A copy with edits that no other file has.
    std::optional<Design> saved;  ///< Of a copy of the project that was open: the design that it got.
    int editsDone = 0;            ///< Of that project, when the copy was asked for: Session::editsDone_.
    std::function<void()> then;

    explicit Loaded(std::shared_ptr<Project> opened);
};

Session::Loaded::Loaded(std::shared_ptr<Project> opened) : project(std::move(opened)), recipe(project->recipe())
{
    network = std::make_shared<const Network>(project->network());
    const auto start = network;
    startsTrained = start->hasWeights();
    if (const auto result = savedResult(*project)) {
        network = result->network;
    }
    queue = project->runQueue();
    locked = project->lockedLayers();
    // Another network may have taken the place of the one whose layers were locked.
    std::erase_if(locked, [this](const std::string& layer) { return recipe.plan.find(layer) == nullptr; });
    metrics = project->metrics();
    resumable = project->hasUnfinishedRun();
    if (resumable) {
        runRecipe = project->runRecipe();
    }
    if (const auto json = project->resultJson()) {
        summary = [text = *json] { return accuracySummary(text); };
    }
    dataFolder = toQString(project->dataFolder());
    accuracy = accuracySourcesOf(project, *start, *network);
}

void Session::open(const QString& path)
{
    const QFileInfo file(path);
    if (!file.exists() || (file.isWritable() && QFileInfo(file.absolutePath()).isWritable())) {
        load([name = path.toStdString()] { return std::shared_ptr<Project>(Project::open(name)); });
        return;
    }
    Example source;
    source.name = file.completeBaseName();
    source.path = path;
    openCopy(source, path);
}

void Session::create(const QString& path, const QString& recipe)
{
    load([file = path.toStdString(), name = recipe.toStdString()] {
        return std::shared_ptr<Project>(newProjectOfRecipe(file, name).project);
    });
}

void Session::createForNetwork(const QString& path, const QString& network)
{
    load([file = path.toStdString(), name = network.toStdString()] {
        return std::shared_ptr<Project>(newProjectOfNetwork(file, name).project);
    });
}

void Session::createFromFile(const QString& path, const QString& networkFile)
{
    const auto told = std::make_shared<NewProject>();
    load(
        [file = path.toStdString(), from = networkFile.toStdString(), told] {
            *told = newProjectOfFile(file, from);
            return std::shared_ptr<Project>(std::move(told->project));
        },
        [this, told, file = QFileInfo(networkFile).fileName()] {
            QStringList remarks;
            if (!told->unused.empty()) {
                remarks.append(tr("%1 has more than the network took. Without a place: %2").arg(file, toQString(listedNames(told->unused))));
            }
            if (!told->assumed.empty()) {
                remarks.append(tr("What the weights in %1 do not say of their network was guessed. %2. Where that is wrong, use an ONNX file.")
                                   .arg(file, phraseText(told->assumed)));
            }
            if (!remarks.isEmpty()) {
                Q_EMIT remarked(remarks.join(QStringLiteral("\n\n")));
            }
        });
}

void Session::openExample(const Example& example)
{
    openCopy(example, {});
}

void Session::openCopy(const Example& example, const QString& readOnlyPath)
{
    post([example, readOnlyPath] {
        const CopySource source{example.name, readOnlyPath};
        auto folder = std::make_shared<CopyFolder>(source);
        auto loaded = std::make_shared<Loaded>(copyOfExample(example, folder->path()));
        folder->setMade(changesIn(*loaded->project));
        loaded->copyFolder = std::move(folder);
        loaded->copyOf = source;
        return loaded;
    });
}

void Session::openLeftCopy(const LeftCopy& left)
{
    post([left] {
        auto folder = std::make_shared<CopyFolder>(left);
        auto loaded = std::make_shared<Loaded>(std::shared_ptr<Project>(Project::open(folder->path().toStdString())));
        loaded->copyFolder = std::move(folder);
        loaded->copyOf = left.source;
        loaded->edited = true;
        return loaded;
    });
}

void Session::close()
{
    flush();
    undo_.clear();
    kept_ = false;
    writer_.forget();
    network_ = nullptr;
    lastPreview_ = nullptr;
    accuracySources_ = {};
    accuracy_.setSources({});
    project_ = nullptr;
    copyFolder_ = nullptr;
    copyOf_ = {};
    dataFolder_.clear();
    metrics_.clear();
    resultSummary_ = nullptr;
    resumable_ = false;
    queue_.clear();
    Q_EMIT closed();
}

void Session::saveAs(const QString& path, const std::function<void()>& then)
{
    flush();
    post([project = project_, file = path.toStdString(), amend = present(), design = design_, edits = editsDone_, then] {
        auto loaded = std::make_shared<Loaded>(project->saveAs(file, amend));
        loaded->then = then;
        loaded->saved = design;
        loaded->editsDone = edits;
        return loaded;
    });
}

std::function<void(Project&)> Session::present() const
{
    // The file may not have taken the last edits.
    return [undone = writer_.undone(), design = design_, folder = dataFolder_.toStdString(), queue = queue_, edit = lastEdit_](Project& copy) {
        undone(copy);
        writeDesign(copy, design, edit);
        copy.setDataFolder(folder);
        copy.setRunQueue(queue);
    };
}

bool Session::saveCopy(const QString& path)
{
    flush();
    try {
        project_->saveAs(path.toStdString(), present());
        undo_.setClean();
        kept_ = false;
        writer_.forget();
        return true;
    } catch (const Error& error) {
        Q_EMIT failed(errorText(error));
        return false;
    }
}

void Session::load(const Source& source, const std::function<void()>& then)
{
    post([source, then] {
        auto loaded = std::make_shared<Loaded>(source());
        loaded->then = then;
        return loaded;
    });
}

void Session::post(const std::function<std::shared_ptr<Loaded>()>& job)
{
    loader_.post([this, job]() -> LatestWorker::Delivery {
        try {
            return [this, loaded = job()] { take(loaded); };
        } catch (const Error& error) {
            return [this, text = errorText(error)] { Q_EMIT failed(text); };
        }
    });
}

void Session::take(const std::shared_ptr<Loaded>& content)
{
    flush();
    // What was edited while the copy was made.
    const std::optional<Design> later = content->saved && *content->saved != design_ ? std::optional(design_) : std::nullopt;
    const QString laterEdit = toQString(lastEdit_);
    const QString laterFolder = content->saved ? dataFolder_ : content->dataFolder;
    // The steps back go with a copy that has all that they were done to.
    if (content->saved && content->editsDone == editsDone_) {
        undo_.setClean();
    } else {
        undo_.clear();
    }
    kept_ = content->edited;
    writer_.forget();
    // In this order: a copy is closed before its folder goes.
    project_ = content->project;
    copyFolder_ = content->copyFolder;
    if (copyFolder_) {
        copyFolder_->removeAtEnd();  // from now on a person is asked before it goes
    }
    copyOf_ = content->copyOf;
    dataFolder_ = content->dataFolder;
    network_ = content->network;
    recipe_ = content->recipe;
    design_ = {recipe_.plan, recipe_.hardware, content->locked, recipe_};
    gesture_ = 0;
    metrics_ = std::move(content->metrics);
    resultSummary_ = content->summary;
    resumable_ = content->resumable;
    startsTrained_ = content->startsTrained;
    runRecipe_ = content->runRecipe;
    queue_ = std::move(content->queue);
    goesOn_ = false;
    lastPreview_ = nullptr;
    accuracySources_ = content->accuracy;
    accuracy_.setSources(accuracySources_);
    Q_EMIT this->loaded();
    Q_EMIT designChanged();
    requestPreview();
    if (later) {
        push(laterEdit, *later, 0);
    }
    setDataFolder(laterFolder);
    if (content->then) {
        content->then();
    }
}

}  // namespace mho
