// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/session.h"

#include "app/studio/edit_data_folder.h"
#include "app/studio/known_accuracy.h"
#include "app/studio/run_data.h"
#include "core/base/phrasing.h"
#include "core/data/find_data_set.h"
#include "core/explore/estimate_check.h"
#include "core/network/zoo.h"
#include "core/project/run_lock.h"
#include "core/run/compressed_arrays.h"
#include "core/run/run_check.h"
#include "widgets/bridge/data_facts.h"
#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"

#include <QFileInfo>

#include <algorithm>

namespace mho {
namespace {

/// Holds the run against what the project's sensitivities foretold of it, where there are some.
void recordRun(Project& project, const std::string& resultJson, const RunCallbacks& callbacks)
{
    const auto table = project.sensitivityJson();
    if (!table) {
        return;
    }
    std::string records = project.estimateRecordsJson().value_or("");
    const auto start = std::make_shared<const Network>(project.network());
    const auto check = recordEstimate(*table, records, project.path(), start, resultJson);
    if (check && check->record) {
        project.setEstimateRecordsJson(records);
    }
    if (check) {
        callbacks.log(checkText(*check));
    }
}

/// The run is done and saved: what cannot be kept besides is only told.
void keepBesides(const std::function<void()>& keep, const char* what, const RunCallbacks& callbacks)
{
    try {
        keep();
    } catch (const Error& error) {
        callbacks.log(phrase(MHO_TEXT("%1 could be kept: %2"), Phrase(what), phraseOf(error)));
    }
}

QString percentText(double percent)
{
    return percent >= 0.0 ? QStringLiteral("%1 %").arg(fixedText(percent, 2)) : QStringLiteral("–");
}

}  // namespace

void Session::setDataFolder(const QString& folder)
{
    if (isOpen() && folder != dataFolder_) {
        undo_.push(new EditDataFolder(*this, dataFolder_, folder));
    }
}

void Session::takeDataFolder(const QString& folder, const QString& command)
{
    dataFolder_ = folder;
    writer_.act(project_, [this, folder = folder.toStdString(), name = command.toStdString()](Project& project) {
        project.setDataFolder(folder, name);
        QMetaObject::invokeMethod(this, &Session::forgetData, Qt::QueuedConnection);
    });
    Q_EMIT dataFolderChanged();
}

void Session::forgetData()
{
    accuracy_.setSources(accuracySources_);
    requestAccuracy();
}

QStringList Session::startProblems() const
{
    return problemsOf(presentRecipe());
}

QStringList Session::queuedProblems() const
{
    return queue_.empty() ? QStringList() : problemsOf(queue_.front());
}

QStringList Session::resumeProblems() const
{
    return dataProblems(runRecipe_);
}

QStringList Session::problemsOf(const Recipe& recipe) const
{
    QStringList lines;
    std::vector<Problem> problems = recipe.validate();
    // A recipe alone does not know the layers of a network that came from a file.
    if (std::none_of(zoo().begin(), zoo().end(), [&](const ZooEntry& entry) { return entry.name == recipe.network; })) {
        const std::vector<Problem> ofPlan = problemsOf(recipe.plan, recipe.hardware);
        problems.insert(problems.end(), ofPlan.begin(), ofPlan.end());
    }
    if (needsTeacher(recipe)) {
        problems.push_back({"straight_through.teacher", phrase(MHO_TEXT("the weights of teacher %1 are given on the command line only (mho run --teacher); empty it here, and "
                                                                        "the original network teaches"), recipe.straightThrough.teacher)});
    }
    for (const Problem& problem : problems) {
        lines.append(problemsText({problem}));
    }
    return lines + dataProblems(recipe);
}

QStringList Session::dataProblems(const Recipe& recipe) const
{
    if (usesBuiltInData(recipe)) {
        return {};
    }
    if (dataFolder_.isEmpty()) {
        return {tr("The %1 data are not there: choose their folder (Run ▸ Data Folder).").arg(toQString(recipe.data))};
    }
    if (!QFileInfo(dataFolder_).isDir()) {
        return {tr("The folder of the data is gone: %1. Choose another one (Run ▸ Data Folder).").arg(dataFolder_)};
    }
    try {
        const DataForm form = findDataSet(dataFolder_.toStdString()).form;
        const auto isFor = [&](const char* data, DataForm needed) { return recipe.data != data || form == needed; };
        if (!isFor("mnist", DataForm::Idx) || !isFor("cifar10", DataForm::Cifar10) || !isFor("cifar100", DataForm::Cifar100)) {
            return {tr("The folder holds other data than %1: %2. Choose another one (Run ▸ Data Folder).").arg(toQString(recipe.data), dataFolder_)};
        }
    } catch (const Error& error) {
        return {errorText(error)};
    }
    return {};
}

void Session::startRun(bool resume)
{
    if (!isOpen() || run_.running()) {
        return;
    }
    // The design as it is now: an edit that follows belongs to the next run.
    note([name = resume ? kResumeRunCommand : kStartRunCommand](Project& project) { project.noteRun(name); });
    begin(resume ? runRecipe_ : presentRecipe(), resume);
}

Recipe Session::presentRecipe() const
{
    Recipe recipe = recipe_;
    recipe.plan = design_.plan;
    recipe.hardware = design_.hardware;
    static_cast<Stages&>(recipe) = design_.stages;
    return recipe;
}

void Session::noteAct(const QString& command, const QStringList& words)
{
    std::vector<std::string> line;
    for (const QString& word : words) {
        line.push_back(word.toStdString());
    }
    note([command = command.toStdString(), line](Project& project) { project.noteAct(command, line); });
}

void Session::note(const std::function<void(Project&)>& entry)
{
    writer_.act(project_, [this, entry](Project& project) {
        keeper_.finish();
        entry(project);
        QMetaObject::invokeMethod(this, &Session::noted, Qt::QueuedConnection);
    });
}

void Session::begin(const Recipe& asked, bool resume)
{
    if (!resume) {
        metrics_.clear();
        resultSummary_ = nullptr;  // the run drops the last one's result
    }
    runRecipe_ = asked;
    runProject_ = project_;
    goesOn_ = false;
    // Whatever can take time (data, first use of the training module, the file) happens on the run's thread.
    run_.start([this, project = project_, resume, asked, folder = dataFolder_.toStdString()](const RunCallbacks& callbacks) {
        writer_.finish();
        keeper_.finish();
        const RunLock lock(project->path());
        Recipe recipe = resume ? project->runRecipe() : asked;
        if (!resume) {
            recipe.execution = recipe.execution.resolved();
            throwIfProblems(recipe.validate(), recipe.name);
        }
        const DataSet data = openRunData(recipe, folder);
        if (!resume) {
            requireRunnable(recipe, project->network(), data);  // before the last run's result goes
            project->beginRun(recipe, true);
        }
        if (learner().environment().referenceBlas) {
            callbacks.log(MHO_TEXT(
                "LibTorch runs on the reference BLAS: training is about 30 times slower; install libopenblas0-openmp"));
        }
        RunResult result = mho::runRecipe(recipe, project->network(), data, project.get(), callbacks);
        if (result.end == RunEnd::Cancelled) {
            keepBesides([&] { project->noteRun(kCancelRunCommand); }, MHO_TEXT("no entry of the journal"), callbacks);
        } else {
            const std::string json = resultToJson(result);
            project->saveResult(json, toArrays(result.compressed));
            if (result.end == RunEnd::Finished) {
                keepBesides([&] { recordRun(*project, json, callbacks); }, MHO_TEXT("no record of the estimate"), callbacks);
            }
            if (result.end != RunEnd::PlanBroken) {
                keepBesides([&] { project->addRunPoint(result); }, MHO_TEXT("no design point"), callbacks);
            }
        }
        return result;
    });
    accuracy_.setMayMeasure(false);
    Q_EMIT runStarted();
}

void Session::readAccuracySources()
{
    if (!isOpen()) {
        return;
    }
    keeper_.post([this, project = project_, shown = network_]() -> OrderedWorker::Delivery {
        try {
            return [this, shown, sources = accuracySourcesOf(project, project->network(), *shown)] {
                // Another project may be open by now, or another run have finished.
                if (network_ == shown) {
                    accuracySources_ = sources;
                    accuracy_.setSources(sources);
                    requestAccuracy();
                }
            };
        } catch (const Error& error) {
            return [this, text = errorText(error)] { Q_EMIT failed(text); };
        }
    });
}

bool Session::runsOpenProject() const
{
    return isOpen() && runProject_.lock() == project_;
}

void Session::runFinished(const std::shared_ptr<const RunResult>& result)
{
    if (!runsOpenProject()) {
        if (isOpen()) {
            Q_EMIT runEnded(tr("The run of the project that was left has ended; what it kept is in that project's file."));
        }
        return;
    }
    if (result->end == RunEnd::Cancelled) {
        resumable_ = true;
        Q_EMIT runEnded(tr("Cancelled. The last checkpoint is kept; Resume goes on from there."));
        return;
    }
    resumable_ = false;
    goesOn_ = result->end != RunEnd::PlanBroken;
    network_ = result->compressed.network;
    accuracySources_.run = measuredRun(result->recipe, result->accuracies);
    accuracySources_.estimator = nullptr;  // has another record now
    accuracy_.setSources(accuracySources_);
    readAccuracySources();
    resultSummary_ = [accuracies = result->accuracies] {
        return tr("Test accuracy of the last run: original %1, pruned %2, at levels %3")
            .arg(percentText(accuracies.original), percentText(accuracies.pruned), percentText(accuracies.quantized));
    };
    if (result->end == RunEnd::PlanBroken) {
        resultSummary_ = [violations = result->violations] {
            return tr("The finished weights break the plan; the project keeps them. %1\nThis is a defect of Mho, please "
                      "report it; the numbers prove nothing.")
                .arg(problemsText(violations));
        };
        Q_EMIT failed(resultSummary());
    }
    requestPreview();
    Q_EMIT runEnded(resultSummary());
}

}  // namespace mho
