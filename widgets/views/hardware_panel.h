// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cost/component_file.h"
#include "core/crossbar/hardware_fields.h"
#include "widgets/bridge/design_problems.h"
#include "widgets/bridge/gesture.h"

#include <QWidget>

#include <map>
#include <optional>
#include <string>
#include <vector>

class QCheckBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace mho {

class HardwareFieldRow;
class PresetConstants;
class ProblemList;

/// A preset as it is read: its components, its own hardware, and both as the panel needs them. With a text in `problem`,
/// nothing else counts.
struct PresetFacts {
    std::string name;  ///< As asked for: a name, or the path of a file.
    ComponentFile components;
    Hardware own;
    QString problem;
};

/// Reads the preset; its problem says why it cannot be. Reads a file: not for the window's thread.
PresetFacts readPreset(const std::string& name);

/// Every field of a Hardware as a form, those marked that differ from the preset's own, what is wrong with them, and the
/// preset's constants. Holds no hardware of its own but what is shown: the owner answers an edit with setHardware().
class HardwarePanel : public QWidget {
    Q_OBJECT

public:
    explicit HardwarePanel(QWidget* parent = nullptr);
    ~HardwarePanel() override;

    void setHardware(const Hardware& hardware);
    const Hardware& hardware() const { return hardware_; }
    /// What fields are held against, and whose constants show; none = not known yet, nothing is marked.
    void setPreset(const std::optional<PresetFacts>& facts);
    /// @param pending the hardware that shows is not the design's: it can be discarded, and applied when nothing is wrong
    void setProblems(const std::vector<DesignProblem>& problems, bool pending);
    /// What is known of presets and ADC laws, by name, for tool tips of the choices.
    void setChoiceTips(const std::map<std::string, std::string>& presets, const std::map<std::string, std::string>& laws);

    /// The row of the field of that name; nullptr = none.
    HardwareFieldRow* row(std::string_view field);
    ProblemList* problemList() { return problems_; }
    PresetConstants* constants() { return constants_; }
    QCheckBox* ownCheck() { return own_; }
    QPushButton* allBackButton() { return allBack_; }
    /// Goes to the control of the field.
    void goTo(std::string_view field);

Q_SIGNALS:
    /// @param gesture the same number, above 0, for steps of one field that follow each other at once; 0 = one of its own
    void edited(const mho::Hardware& hardware, int gesture);
    /// A preset is to be taken with its own crossbars.
    void presetChosen(const QString& preset);
    /// A person wants to see the layer that a problem is of.
    void layerAsked(const QString& layer);
    void applyAsked();
    void discardAsked();

private:
    QWidget* makeForm();
    void addRow(QGridLayout* grid, HardwareFieldRow* row);
    void take(HardwareFieldRow* row, const HardwareValue& value, bool stepped);
    void takeRefusal(HardwareFieldRow* row, const QString& reason);
    void showProblems();
    void jump(int line);
    void markRows();

    Hardware hardware_;
    std::optional<PresetFacts> preset_;
    std::vector<DesignProblem> given_;
    bool pending_ = false;
    std::map<std::string, QString> refusals_;  ///< By field: texts that cannot be read.
    std::vector<DesignProblem> shown_;         ///< Line by line.
    GestureClock gestures_;
    std::vector<HardwareFieldRow*> rows_;
    QCheckBox* own_;
    QPushButton* allBack_;
    QLabel* summary_;
    QScrollArea* scroll_;
    ProblemList* problems_;
    PresetConstants* constants_;
};

}  // namespace mho
