// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/design_report.h"
#include "core/report/figure_style.h"

#include <QByteArray>

namespace mho {

/// A report as PDF on A4: title and contents with page numbers, then the sections, headings kept with what follows them, tables broken
/// between rows with their titles repeated, fonts embedded.
QByteArray reportPdf(const DesignReport& report, const FigureStyle& style);

}  // namespace mho
