// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/report/figure_value.h"
#include "core/report/report_subject.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mho {

/// Index of the layer that figures of a design show where none is named: the one with most crossbars when dense, convolutions first.
MHO_API std::size_t shownLayer(const DesignDetail& detail);
/// Index of a named layer; throws Error NotFound that lists the names.
MHO_API std::size_t findLayer(const DesignDetail& detail, const std::string& name);
/// The array of a layer with most programmed cells among its first slices and signs.
MHO_API CrossbarAddress fullestCrossbar(const DesignDetail& detail, std::size_t layer);

// Figures, with keys and captions. Those of cells throw Error Unsupported for a network without weights.

/// The conductances of one crossbar. Arrays beyond 256 lines a side show means of blocks of programmed cells.
MHO_API ReportFigure crossbarFigure(const DesignDetail& detail, std::size_t layer, const CrossbarAddress& address);
/// Which weights of a layer stay; beyond 160 rows or columns the share that stays of blocks of weights.
MHO_API ReportFigure maskFigure(const DesignDetail& detail, std::size_t layer);
/// How often each conductance occurs on the crossbars of a layer.
MHO_API ReportFigure histogramFigure(const DesignDetail& detail, std::size_t layer);

enum class BreakdownBy { Component, Layer };
/// Energy, power or area ("energy", "power", "area"), dense beside compressed. Throws Error InvalidArgument for another quantity, Unsupported for
/// one that the preset does not state.
MHO_API ReportFigure breakdownFigure(const DesignDetail& detail, BreakdownBy by, std::string_view quantity);

/// Primal and dual residuals over the epochs of ADMM; none where no epoch has any.
MHO_API std::optional<ReportFigure> convergenceFigure(const std::vector<EpochMetric>& metrics);

/// Names of the metrics that points are compared by: those of study_metrics.h.
MHO_API std::optional<double> pointMetric(const DesignPoint& point, std::string_view metric);
/// Points by two metrics and the edge of what their front attains; none where fewer than two have both values.
/// Throws Error InvalidArgument for an unknown metric.
MHO_API std::optional<ReportFigure> paretoFigure(const std::vector<DesignPoint>& points, std::string_view x, std::string_view y);

/// What each layer's pruning costs in accuracy, over its ratio; none where no ratio was measured.
MHO_API std::optional<ReportFigure> sensitivityFigure(const SensitivityTable& table);

}  // namespace mho
