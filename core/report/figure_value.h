// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/phrase.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mho {

// Titles are English, marked by MHO_TEXT where they are plain texts, so that a painter can say them in another language.

/// What an axis (or a colour scale) counts. Values of figures are in `unit`; they are written divided by `factor`, as `unitText`.
struct MHO_API FigureAxis {
    std::string title;     ///< English (MHO_TEXT).
    std::string unit;      ///< SI: "J", "S", "mm2", "%", ""
    double factor = 1.0;
    std::string unitText;  ///< "µJ"
    bool logarithmic = false;
    bool whole = false;    ///< Counts.

    /// "Energy (µJ)"
    std::string label() const;
};

/// An axis whose prefix suits values up to `largest`.
MHO_API FigureAxis figureAxis(std::string title, std::string_view unit, double largest);

/// A matrix in colours: cells of one array, a mask.
struct HeatFigure {
    std::string rowTitle;     ///< "Word line"
    std::string columnTitle;  ///< "Bit line"
    std::string emptyTitle;   ///< What a cell without value is: "unprogrammed".
    FigureAxis value;
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    /// A cell stands for so many rows and columns of the matrix, of which it shows the mean.
    std::int64_t rowStep = 1;
    std::int64_t columnStep = 1;
    std::vector<float> values;  ///< rows*columns, row-major; NaN = none.
    double low = 0.0;           ///< Value of the lowest colour.
    double high = 1.0;          ///< Of the highest.
    bool oneClass = false;      ///< A cell has `high` or no value.
    bool inGrey = false;        ///< More is darker, in grey whatever the palette: masks.
};

/// Groups of bars: a component's energy, dense beside compressed.
struct BarFigure {
    struct Series {
        Phrase name;
        std::vector<double> values;  ///< Per category.
    };
    FigureAxis value;
    std::string categoryTitle;
    std::vector<std::string> categories;
    std::vector<Series> series;
};

/// Counts in equal bins.
struct HistogramFigure {
    FigureAxis value;
    std::string countTitle;
    double low = 0.0;   ///< Lower end of the first bin.
    double high = 1.0;  ///< Upper end of the last.
    std::vector<std::int64_t> counts;
    std::vector<double> marks;  ///< Values to point at on the axis: the device's levels.
    std::string markTitle;
};

/// Curves, points, and the edge of a front.
struct XyFigure {
    enum class Kind { Line, Points, Stairs };
    struct Series {
        Phrase name;
        Kind kind = Kind::Line;
        std::vector<double> x;
        std::vector<double> y;            ///< As many.
        std::vector<std::string> labels;  ///< Of points; as many, or none.
    };
    FigureAxis x;
    FigureAxis y;
    std::vector<Series> series;
};

struct ReportFigure {
    std::string key;      ///< Name of its file, unique in a report: "crossbar-conv2".
    Phrase title;         ///< Above a figure that stands alone.
    std::string caption;  ///< Below it in a report; tells what `title` does and more.
    std::variant<HeatFigure, BarFigure, HistogramFigure, XyFigure> content;
};

/// The data as CSV, numbers exact and in SI; a title line first.
MHO_API std::string figureCsv(const ReportFigure& figure);

/// A field as RFC 4180 has it: in quotes where it holds a comma, a quote or a line break.
MHO_API std::string csvField(std::string_view text);

}  // namespace mho
