// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/cost/component_file.h"
#include "core/cost/cost_report.h"
#include "core/explore/sensitivity.h"
#include "core/network/compressed_network.h"
#include "core/project/design_point.h"
#include "core/project/project.h"

#include <optional>
#include <string>
#include <vector>

namespace mho {

/// Top-1 on the test images in percent; none = not measured.
struct StageAccuracies {
    std::optional<double> original;
    std::optional<double> pruned;
    std::optional<double> quantized;
};

/// All of a design that tables and figures show.
struct DesignDetail {
    CompressedNetwork compressed;
    MappedNetwork mappedDense;
    MappedNetwork mapped;
    CostReport costDense;
    CostReport cost;
    bool usesWeights = false;  ///< False: masks are placeholders, cells are not known.
};

/// A design to be reported.
struct ReportDesign {
    DesignPoint point;  ///< With a name.
    std::optional<DesignDetail> detail;  ///< None where `detailMissing` says why.
    std::string detailMissing;           ///< English.
    StageAccuracies accuracies;
    bool onRunWeights = false;  ///< A plan that was projected onto the weights that the run left.
    ComponentFile components;  ///< Of the point's preset.
};

/// What a report is about, read from a project.
struct ReportSubject {
    std::string project;  ///< File name without folder.
    std::string date;     ///< Newest of the designs' times, UTC, ISO 8601: not that of the report, so that equal input gives equal bytes.
    std::string commandLine;
    Recipe recipe;        ///< Of the run where it is among the designs, else the project's.
    bool hasRun = false;  ///< The run is among the designs, or its weights are under one of them.
    std::string networkName;
    std::string networkHash;  ///< Of the network that the project compresses; empty weights have a hash too.
    std::string startHash;    ///< What the run began with; empty without a run.
    std::string runVersion;   ///< Of Mho, of the run; empty without a run or where its result does not tell.
    std::string runCommandLine;  ///< Of the tool `mho`, that does the run (journal_command.h); empty without a run.
    std::string dataName;
    std::string dataSha256;   ///< Empty where no run tells it.
    std::vector<EpochMetric> metrics;  ///< Of the run.
    std::vector<ReportDesign> designs;
    std::optional<SensitivityTable> sensitivity;
    std::vector<std::string> layers;  ///< To draw crossbars, masks and histograms of; empty = the one with most crossbars.
    bool figures = true;
};

/// Reads what is asked for. Points are named by what people call them: "run" (the finished run's result), "plan" (presentDesign(), as
/// the window shows it), "all" (the run or else the plan, and all kept design points), a kept point's name, or "#ID".
/// None = the run's result, or where there is none the plan. A kept point is projected again, or is the run's, where the network is
/// still the one it was kept of; else only what was kept of it is told.
/// @param commandLine as it is to be printed
/// Throws Error NotFound (no such point; the names there are), and as Project, mapNetwork() and CostModel.
MHO_API ReportSubject readReportSubject(Project& project, const std::vector<std::string>& points, std::string commandLine);

}  // namespace mho
