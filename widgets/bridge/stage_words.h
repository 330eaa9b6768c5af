// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/stage_fields.h"
#include "core/run/stages.h"

#include <QString>
#include <QStringList>

namespace mho {

/// A value of stageValues() for people: "yes", "0.03" with the decimal point of the user's language, "0.5; 0.75", "one-cycle".
QString stageValueText(const StageField& field, const QString& value);
/// What can be chosen, as stageValueText() has it; empty where a value is typed.
QStringList stageChoices(const StageField& field);
/// A text of stageValueText(), or one that a person typed, as VALUE of a setting (core/run/stage_settings.h). A decimal comma is
/// taken too. What cannot be read goes as it is: who takes the setting says what is needed.
QString stageSettingValue(const StageField& field, const QString& text);
/// What the field means, its name in files and its range, for a tool tip and What's This.
QString stageFieldTip(const StageField& field);
/// What stages have otherwise than by default, as settings ("seed=2, retrain.epochs=20"); "-" where that is nothing.
QString stageSettingWords(const Stages& stages);
/// False for the fields of the way to prune that is not taken.
bool stageTakesPart(const Stages& stages, const StageField& field);

}  // namespace mho
