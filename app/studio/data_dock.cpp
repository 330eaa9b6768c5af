// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/data_dock.h"

#include "app/studio/session.h"
#include "core/base/units.h"
#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"
#include "widgets/views/data_panel.h"

#include <QFileDialog>

namespace mho {

DataDock::DataDock(Session* session, QWidget* parent)
    : QDockWidget(tr("Data"), parent), session_(session), panel_(new DataPanel)
{
    setObjectName(QStringLiteral("data"));
    setWidget(panel_);
    panel_->setEnabled(false);
    connect(panel_, &DataPanel::folderGiven, this, &DataDock::give);
    connect(panel_, &DataPanel::chooseAsked, this, &DataDock::choose);
    connect(panel_, &DataPanel::evaluateAsked, this, &DataDock::evaluate);
    connect(panel_, &DataPanel::cancelAsked, &evaluation_, &EvaluationService::cancel);
    connect(&evaluation_, &EvaluationService::progressed, panel_, &DataPanel::setEvaluating);
    connect(&evaluation_, &EvaluationService::finished, this, &DataDock::showResult);
    connect(&evaluation_, &EvaluationService::failed, this, [this](const QString& text) {
        result_ = text;
        panel_->setEvaluated(text);
        showEvaluable();
        Q_EMIT measured();
    });
    connect(session_, &Session::loaded, this, &DataDock::forget);
    connect(session_, &Session::dataFolderChanged, this, [this] {
        if (!facts_ || facts_->folder != session_->dataFolder()) {
            dropRead();
            refresh();
        }
    });
    connect(session_, &Session::previewReady, this, [this](const std::shared_ptr<const PreviewResult>& preview) {
        preview_ = preview;
        showEvaluable();
    });
    // The training module does one job at a time well.
    connect(session_, &Session::runStarted, this, [this] {
        evaluation_.cancel();
        showEvaluable();
    });
    connect(session_, &Session::runEnded, this, &DataDock::showEvaluable);
    connect(this, &QDockWidget::visibilityChanged, this, &DataDock::refresh);
    showEvaluable();
}

void DataDock::forget()
{
    panel_->setEnabled(true);
    evaluation_.cancel();
    evaluatesSoon_ = false;
    dropRead();
    preview_.reset();
    measured_.reset();
    result_.clear();
    last_.reset();
    if (!evaluation_.running()) {
        panel_->setEvaluated({});
    }
    refresh();
}

/// What was read, or is being read, is of no interest any more.
void DataDock::dropRead()
{
    facts_.reset();
    read_ = false;
    reader_.post([]() -> LatestWorker::Delivery { return [] {}; });  // overtakes a read under way
}

void DataDock::refresh()
{
    if (!isVisible() || !session_->isOpen() || read_) {
        return;
    }
    const Recipe& recipe = session_->recipe();
    panel_->setRecipe(toQString(recipe.data), usesBuiltInData(recipe));
    panel_->setFolder(session_->dataFolder());
    if (!usesBuiltInData(recipe) && session_->dataFolder().isEmpty()) {
        panel_->setNoFolder();
        showEvaluable();
        return;
    }
    read(session_->dataFolder(), false);
}

void DataDock::give(const QString& folder)
{
    panel_->setFolder(folder);
    if (folder.isEmpty()) {
        session_->setDataFolder({});
        dropRead();
        refresh();
        return;
    }
    read(folder, true);
}

void DataDock::read(const QString& folder, bool given)
{
    read_ = true;
    facts_.reset();
    panel_->setReading(usesBuiltInData(session_->recipe()) ? QString() : folder);
    showEvaluable();
    reader_.post([this, recipe = session_->recipe(), network = session_->network(), folder, given]() -> LatestWorker::Delivery {
        try {
            DataFacts facts = readDataFacts(recipe, *network, folder);
            return [this, facts = std::move(facts), given] {
                facts_ = facts;
                panel_->setFacts(facts);
                if (given && !facts.folder.isEmpty()) {
                    session_->setDataFolder(facts.folder);
                }
                showEvaluable();
            };
        } catch (const Error& error) {
            return [this, text = errorText(error)] {
                evaluatesSoon_ = false;
                panel_->setFailure(text);
            };
        }
    });
}

void DataDock::choose()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of the Data Set"), session_->dataFolder());
    if (!folder.isEmpty()) {
        give(folder);
    }
}

void DataDock::showEvaluable()
{
    const QString reason = session_->runService()->running()    ? tr("A run is going on; it measures by itself.")
                           : evaluation_.running()              ? tr("A network is being measured.")
                           : !facts_                            ? tr("There are no data yet.")
                           : !facts_->unfitForNetwork.isEmpty() ? facts_->unfitForNetwork
                           : !preview_                          ? tr("The design is being computed.")
                           : !preview_->usesWeights
                               ? tr("The network has no weights yet: choose Run ▸ Start, or begin from a file of weights.")
                               : QString();
    panel_->setEvaluable(reason);
    if (evaluatesSoon_) {
        // What is being read or computed is waited for.
        const Design& design = session_->design();
        const bool isPresent = preview_ && preview_->plan == design.plan && preview_->mapped.hardware == design.hardware;
        const bool waits = (read_ && !facts_) || !isPresent;
        evaluatesSoon_ = waits && !session_->runService()->running();
        if (!waits && reason.isEmpty()) {
            evaluate();
            return;
        }
    }
    if (!result_.isEmpty() && measured_ && preview_ && measured_ != preview_ && !evaluation_.running()) {
        const bool same = measured_->plan == preview_->plan && measured_->mapped.hardware == preview_->mapped.hardware &&
                          measured_->compressed.network == preview_->compressed.network;
        panel_->setEvaluated(same ? result_ : tr("%1\nOf an earlier design.").arg(result_));
    }
}

void DataDock::evaluateSoon()
{
    evaluatesSoon_ = true;
    show();
    raise();
    refresh();
    showEvaluable();
}

void DataDock::evaluate()
{
    if (evaluation_.running() || !panel_->isEnabled() || !facts_ || !preview_ || !preview_->usesWeights) {
        return;
    }
    measured_ = preview_;
    last_.reset();
    session_->noteAct(QString::fromLatin1(kEvaluateCommand), {QStringLiteral("eval"), QString(), QStringLiteral("--point"), QStringLiteral("plan")});
    panel_->setEvaluating(0.0);
    evaluation_.start({preview_->compressed, facts_->test, facts_->normalization, session_->design().stages.execution});
    showEvaluable();
}

void DataDock::tell(const Measurement& measurement)
{
    const Evaluation& result = measurement.result;
    measured_ = measurement.design;
    last_ = measurement;
    result_ = tr("Top-1 %1 % (%2 of %3 test images), mean loss %4. Masks and levels are put on the present weights; nothing "
                 "was retrained.")
                  .arg(fixedText(result.top1Percent, 2))
                  .arg(toQString(countText(result.correct)), toQString(countText(result.samples)))
                  .arg(fixedText(result.meanLoss, 4));
    panel_->setEvaluated(result_);
}

void DataDock::restore(const std::optional<Measurement>& measurement)
{
    if (measurement) {
        tell(*measurement);
        showEvaluable();
    }
}

void DataDock::showResult(const Evaluation& result)
{
    if (result.cancelled) {
        result_.clear();
        panel_->setEvaluated(measured_ ? tr("Cancelled.") : QString());
    } else if (measured_) {
        tell({measured_, result});
    }
    showEvaluable();
    Q_EMIT measured();
}

}  // namespace mho
