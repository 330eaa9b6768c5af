// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/hardware_panel.h"

#include "core/cost/preset_source.h"
#include "widgets/bridge/hardware_words.h"
#include "widgets/bridge/text.h"
#include "widgets/views/hardware_field_row.h"
#include "widgets/views/preset_constants.h"
#include "widgets/views/problem_list.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace mho {
namespace {

constexpr std::string_view kPreset = "preset";

}  // namespace

PresetFacts readPreset(const std::string& name)
{
    PresetFacts facts{.name = name, .components = {}, .own = {}, .problem = {}};
    try {
        facts.components = loadComponents(name);
        facts.own = presetHardware(facts.components);
        facts.own.preset = name;
    } catch (const Error& error) {
        facts.problem = errorText(error);
    }
    return facts;
}

HardwarePanel::HardwarePanel(QWidget* parent)
    : QWidget(parent),
      own_(new QCheckBox(tr("With its own crossbars"))),
      allBack_(new QPushButton(tr("Set All Back"))),
      summary_(new QLabel),
      scroll_(new QScrollArea),
      problems_(new ProblemList),
      constants_(new PresetConstants)
{
    scroll_->setAccessibleName(tr("Hardware fields"));
    own_->setChecked(true);
    own_->setToolTip(tr("A preset that is chosen brings its own cells and arrays; otherwise only its prices are taken"));
    allBack_->setToolTip(tr("Give every field the preset's own value, as one step to undo"));
    summary_->setForegroundRole(QPalette::PlaceholderText);
    summary_->setWordWrap(true);
    for (const HardwareField& field : hardwareFields()) {
        auto* row = new HardwareFieldRow(field, this);
        rows_.push_back(row);
        connect(row, &HardwareFieldRow::edited, this,
                [this, row](const HardwareValue& value, bool stepped) { take(row, value, stepped); });
        connect(row, &HardwareFieldRow::backAsked, this, [this, row](const HardwareValue& own) { take(row, own, false); });
        connect(row, &HardwareFieldRow::refused, this, [this, row](const QString& reason) { takeRefusal(row, reason); });
    }
    scroll_->setWidget(makeForm());
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setFocusPolicy(Qt::NoFocus);  // its fields come into sight by themselves
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setMinimumWidth(scroll_->widget()->minimumSizeHint().width() + scroll_->verticalScrollBar()->sizeHint().width());
    scroll_->setMinimumHeight(fontMetrics().height() * 6);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 6, 4, 8);
    layout->setSpacing(6);
    layout->addWidget(problems_);
    layout->addWidget(scroll_, 3);
    layout->addWidget(constants_, 2);
    connect(problems_, &ProblemList::jumpAsked, this, &HardwarePanel::jump);
    connect(problems_, &ProblemList::applyAsked, this, &HardwarePanel::applyAsked);
    connect(problems_, &ProblemList::discardAsked, this, [this] {
        refusals_.clear();
        Q_EMIT discardAsked();
    });
    connect(allBack_, &QPushButton::clicked, this, [this] {
        if (preset_) {
            const Hardware own = preset_->own;
            Q_EMIT edited(own, 0);
        }
    });
    setPreset(std::nullopt);
}

HardwarePanel::~HardwarePanel() = default;

QWidget* HardwarePanel::makeForm()
{
    auto* form = new QWidget;
    auto* grid = new QGridLayout(form);
    grid->setContentsMargins(0, 0, 2, 0);
    grid->setHorizontalSpacing(4);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    std::string_view group;
    for (HardwareFieldRow* row : rows_) {
        if (group != row->field().group) {
            group = row->field().group;
            auto* title = new QLabel(QCoreApplication::translate("mho", row->field().group));
            title->setForegroundRole(QPalette::PlaceholderText);
            title->setContentsMargins(0, grid->rowCount() > 1 ? 8 : 0, 0, 0);
            grid->addWidget(title, grid->rowCount(), 0, 1, 3);
        }
        addRow(grid, row);
        if (row->field().name == kPreset) {
            grid->addWidget(own_, grid->rowCount(), 0, 1, 3);
            auto* line = new QHBoxLayout;
            line->addWidget(summary_, 1);
            line->addWidget(allBack_);
            grid->addLayout(line, grid->rowCount(), 0, 1, 3);
        }
    }
    grid->setRowStretch(grid->rowCount(), 1);
    return form;
}

void HardwarePanel::addRow(QGridLayout* grid, HardwareFieldRow* row)
{
    // Room for the mark, so that nothing moves when a field is changed; in a narrow panel long labels take two lines.
    constexpr int kCharactersOfALine = 14;
    QFont bold = row->label()->font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    const QString label = QStringLiteral("• ") + fieldLabel(row->field());
    int widestWord = 0;
    for (const QString& word : label.split(QLatin1Char(' '))) {
        widestWord = std::max(widestWord, metrics.horizontalAdvance(word));
    }
    const int line = std::max(widestWord, metrics.horizontalAdvance(QLatin1Char('0')) * kCharactersOfALine);
    row->label()->setWordWrap(true);
    row->label()->setMinimumWidth(std::min(metrics.horizontalAdvance(label), line));
    const int at = grid->rowCount();
    grid->addWidget(row->label(), at, 0);
    grid->addWidget(row->control(), at, 1);
    grid->addWidget(row->backButton(), at, 2);
}

void HardwarePanel::setHardware(const Hardware& hardware)
{
    hardware_ = hardware;
    for (HardwareFieldRow* row : rows_) {
        if (!refusals_.contains(row->field().name)) {
            row->setValue(row->field().value(hardware));
        }
    }
    markRows();
}

void HardwarePanel::setPreset(const std::optional<PresetFacts>& facts)
{
    preset_ = facts && facts->problem.isEmpty() ? facts : std::nullopt;
    if (preset_) {
        constants_->setComponents(preset_->components);
    } else {
        constants_->setNothing(facts ? facts->problem : QString());
    }
    const QString law = preset_ ? toQString(preset_->components.adcLaw) : QString();
    row("adc_law")->setUnnamedText(law.isEmpty() ? tr("the preset's own") : tr("the preset's own (%1)").arg(law));
    markRows();
}

void HardwarePanel::markRows()
{
    int differing = 0;
    for (HardwareFieldRow* row : rows_) {
        const HardwareField& field = row->field();
        const bool held = preset_ && field.name != kPreset;
        row->setOwn(held ? std::optional(field.value(preset_->own)) : std::nullopt,
                    held ? toQString(presetSource(field, preset_->components)) : QString());
        differing += row->differs() ? 1 : 0;
    }
    allBack_->setEnabled(differing > 0);
    summary_->setVisible(preset_.has_value());
    summary_->setText(differing == 0 ? tr("All fields are the preset's own.")
                                     : tr("Fields that differ from the preset's own (•): %1").arg(differing));
}

void HardwarePanel::setProblems(const std::vector<DesignProblem>& problems, bool pending)
{
    given_ = problems;
    pending_ = pending;
    showProblems();
}

void HardwarePanel::showProblems()
{
    shown_.clear();
    for (const auto& [field, reason] : refusals_) {
        shown_.push_back({toQString(field), QString(), reason});
    }
    shown_.insert(shown_.end(), given_.begin(), given_.end());
    QStringList lines;
    for (const DesignProblem& problem : shown_) {
        lines.append(problemLine(problem));
    }
    problems_->setProblems(lines, pending_ || !refusals_.empty());
    for (HardwareFieldRow* row : rows_) {
        QStringList own;
        for (const DesignProblem& problem : shown_) {
            if (problem.field == QLatin1String(row->field().name)) {
                own.append(problemLine(problem));
            }
        }
        row->setProblem(own.join(QLatin1Char('\n')));
    }
}

void HardwarePanel::setChoiceTips(const std::map<std::string, std::string>& presets,
                                  const std::map<std::string, std::string>& laws)
{
    for (const auto& [name, tip] : presets) {
        row(kPreset)->setChoiceTip(toQString(name), toQString(tip));
    }
    for (const auto& [name, tip] : laws) {
        row("adc_law")->setChoiceTip(toQString(name), toQString(tip));
    }
}

HardwareFieldRow* HardwarePanel::row(std::string_view field)
{
    const auto found =
        std::find_if(rows_.begin(), rows_.end(), [&](HardwareFieldRow* row) { return row->field().name == field; });
    return found == rows_.end() ? nullptr : *found;
}

void HardwarePanel::goTo(std::string_view field)
{
    if (HardwareFieldRow* found = row(field)) {
        scroll_->ensureWidgetVisible(found->control());
        found->control()->setFocus(Qt::OtherFocusReason);
    }
}

void HardwarePanel::take(HardwareFieldRow* row, const HardwareValue& value, bool stepped)
{
    const HardwareField& field = row->field();
    refusals_.erase(field.name);
    if (field.name == kPreset && own_->isChecked()) {
        Q_EMIT presetChosen(toQString(std::get<std::string>(value)));
        return;
    }
    Hardware changed = hardware_;
    field.set(changed, value);
    hardware_ = changed;
    const int gesture = stepped ? gestures_.of(toQString(field.name)) : 0;
    if (!stepped) {
        gestures_.reset();
    }
    Q_EMIT edited(changed, gesture);
}

void HardwarePanel::takeRefusal(HardwareFieldRow* row, const QString& reason)
{
    const bool had = refusals_.erase(row->field().name) > 0;
    if (!reason.isEmpty()) {
        refusals_[row->field().name] = reason;
    }
    if (had || !reason.isEmpty()) {
        showProblems();
    }
}

void HardwarePanel::jump(int line)
{
    if (line < 0 || line >= static_cast<int>(shown_.size())) {
        return;
    }
    const DesignProblem problem = shown_[static_cast<std::size_t>(line)];
    if (!problem.field.isEmpty()) {
        goTo(problem.field.toStdString());
    } else if (!problem.layer.isEmpty()) {
        Q_EMIT layerAsked(problem.layer);
    }
}

}  // namespace mho
