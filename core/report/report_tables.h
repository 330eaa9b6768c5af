// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/report/report_cell.h"
#include "core/report/report_subject.h"

#include <string>
#include <vector>

namespace mho {

// The tables of a design report. Keys are unique per design by its number, from 1.

/// One row a design: ratios, crossbars, ADC bits, cost.
ReportTable designTable(const std::vector<ReportDesign>& designs);
/// One row a design: accuracy, how it is known, and the losses, each named by what it is against.
ReportTable accuracyTable(const std::vector<ReportDesign>& designs);
/// "measured on test images" ...
MHO_API std::string accuracyKindWords(AccuracyKind kind);

/// One row a layer and a total: constraints, ratio, weights, crossbars, ADC bits, levels.
ReportTable layerTable(const ReportDesign& design, std::size_t number);
/// One row a component and a total: energy, power and area, dense against compressed.
ReportTable componentTable(const ReportDesign& design, std::size_t number);
/// One row a layer and a total: the same, with latency.
ReportTable layerCostTable(const ReportDesign& design, std::size_t number);

/// Every field of the hardware with its value, unit, meaning, and where its value is from: the preset's own source, or that it
/// was chosen for this design. `components` is the preset's file.
ReportTable hardwareTable(const Hardware& hardware, const ComponentFile& components, const std::string& key);
/// Every constant behind the prices: of the component file, and of the ADC law where there is one.
ReportTable constantTable(const ComponentFile& components, const std::string& adcLaw, const std::string& key);

/// What the plan asks of each layer.
ReportTable planTable(const Plan& plan, const std::string& key);
/// Hyper-parameters of the stages that the recipe uses.
ReportTable recipeTable(const Recipe& recipe);
/// Versions, digests, seed, command lines.
ReportTable provenanceTable(const ReportSubject& subject);

}  // namespace mho
