// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/hardware_dock.h"

#include "app/studio/session.h"
#include "core/cost/adc_law.h"
#include "widgets/bridge/text.h"

#include <map>
#include <utility>

namespace mho {
namespace {

struct ChoiceTips {
    std::map<std::string, std::string> presets;
    std::map<std::string, std::string> laws;
};

/// Descriptions of what can be read; files that cannot are told of when they are chosen.
ChoiceTips readChoiceTips()
{
    ChoiceTips tips;
    for (const std::string& name : presetNames()) {
        try {
            const ComponentFile components = loadComponents(name);
            tips.presets[name] =
                (dataText(components.description) + QLatin1Char('\n') + dataText(components.weakness)).toStdString();
        } catch (const Error&) {
            continue;
        }
    }
    for (const std::string& name : adcLawNames()) {
        try {
            const AdcLaw law = loadAdcLaw(name);
            tips.laws[name] = (dataText(law.description()) + QLatin1Char('\n') + dataText(law.weakness())).toStdString();
        } catch (const Error&) {
            continue;
        }
    }
    return tips;
}

}  // namespace

HardwareDock::HardwareDock(Session* session, QWidget* parent)
    : QDockWidget(tr("Hardware"), parent), session_(session), panel_(new HardwarePanel)
{
    setObjectName(QStringLiteral("hardware"));
    setWidget(panel_);
    panel_->setEnabled(false);
    connect(panel_, &HardwarePanel::edited, this, &HardwareDock::take);
    connect(panel_, &HardwarePanel::presetChosen, this, &HardwareDock::choosePreset);
    connect(panel_, &HardwarePanel::layerAsked, this, &HardwareDock::layerAsked);
    connect(panel_, &HardwarePanel::applyAsked, this, [this] { take(panel_->hardware(), 0); });
    connect(panel_, &HardwarePanel::discardAsked, this, [this] {
        draft_.reset();
        refresh();
    });
    connect(session_, &Session::loaded, this, [this] {
        draft_.reset();
        problems_.clear();
        previewFailure_.clear();
        panel_->setEnabled(true);
    });
    connect(session_, &Session::designChanged, this, [this] {
        previewFailure_.clear();
        refresh();
    });
    connect(session_, &Session::hardwareRefused, this, [this](const Hardware& hardware) { keep(hardware, {}); });
    connect(session_, &Session::previewFailed, this, [this](const QString& text) {
        previewFailure_ = text;
        showDesignProblems();
    });
    connect(this, &QDockWidget::visibilityChanged, this, &HardwareDock::refresh);
}

void HardwareDock::setDraft(std::optional<Draft> draft)
{
    draft_ = std::move(draft);
    refresh();
}

void HardwareDock::refresh()
{
    if (!isVisible() || !session_->isOpen()) {
        return;
    }
    const Hardware& present = session_->design().hardware;
    if (draft_ && !(draft_->before == present)) {
        draft_.reset();
    }
    const Hardware& shown = draft_ ? draft_->typed : present;
    panel_->setHardware(shown);
    readTips();
    if (asked_ != shown.preset) {
        readFacts(shown.preset);
    }
    if (draft_) {
        std::vector<DesignProblem> problems = hardwareProblems(shown);
        problems.insert(problems.end(), draft_->more.begin(), draft_->more.end());
        panel_->setProblems(problems, true);
    } else {
        showDesignProblems();  // as last known, until they are found anew
        findProblems();
    }
}

void HardwareDock::take(const Hardware& hardware, int gesture)
{
    draft_.reset();
    session_->changeHardware(hardware, gesture);  // may come back by keep()
    refresh();
}

void HardwareDock::keep(const Hardware& hardware, std::vector<DesignProblem> more)
{
    draft_ = Draft{session_->design().hardware, hardware, std::move(more)};
    show();
    raise();
    refresh();
}

void HardwareDock::choosePreset(const QString& name)
{
    chooser_.post([this, preset = name.toStdString()]() -> LatestWorker::Delivery {
        PresetFacts facts = readPreset(preset);
        return [this, facts = std::move(facts)] {
            if (!facts.problem.isEmpty()) {
                Hardware typed = session_->design().hardware;
                typed.preset = facts.name;
                keep(typed, {{QStringLiteral("preset"), QString(), facts.problem}});
                return;
            }
            facts_ = facts;
            asked_ = facts.name;
            panel_->setPreset(facts_);
            take(facts.own, 0);
        };
    });
}

void HardwareDock::readFacts(const std::string& preset)
{
    asked_ = preset;
    panel_->setPreset(std::nullopt);
    reader_.post([this, preset]() -> LatestWorker::Delivery {
        PresetFacts facts = readPreset(preset);
        return [this, facts = std::move(facts)] {
            if (facts.name == asked_) {
                facts_ = facts;
                panel_->setPreset(facts_);
            }
        };
    });
}

void HardwareDock::readTips()
{
    if (std::exchange(tipsRead_, true)) {
        return;
    }
    tipReader_.post([this]() -> LatestWorker::Delivery {
        ChoiceTips tips = readChoiceTips();
        return [this, tips = std::move(tips)] { panel_->setChoiceTips(tips.presets, tips.laws); };
    });
}

void HardwareDock::findProblems()
{
    checker_.post([this, network = session_->network(), design = session_->design()]() -> LatestWorker::Delivery {
        std::vector<DesignProblem> problems = designProblems(*network, design.plan, design.hardware);
        return [this, problems = std::move(problems)] {
            problems_ = problems;
            showDesignProblems();
        };
    });
}

void HardwareDock::showDesignProblems()
{
    if (!isVisible() || draft_) {
        return;
    }
    std::vector<DesignProblem> problems = problems_;
    if (problems.empty() && !previewFailure_.isEmpty()) {
        problems.push_back({QString(), QString(), previewFailure_});
    }
    panel_->setProblems(problems, false);
}

}  // namespace mho
