// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace mho {

struct PublishedPaper {
    std::string key;  ///< "S0"
    std::string title;
    std::string where;  ///< Authors, venue, year, arXiv number.
};

/// What a measure of a row must reach: a number (with a slack that counts in its favour), or another row's at the same ratio.
struct Bar {
    enum class Kind { AtLeast, AtMost, Above };
    std::string measure;  ///< Name in measures().
    Kind kind = Kind::AtLeast;
    double value = 0.0;  ///< AtLeast, AtMost: in the measure's unit.
    double slack = 0.0;  ///< >= 0
    std::string row;     ///< Above: name of the row whose value must be exceeded.
    int threads = 0;     ///< AtMost: only runs on a CPU with at most so many threads can meet it; 0 = any run.
};

/// A row of a paper's tables, or a paper's method on another network, that a recipe of the same name stands for.
struct PublishedRow {
    std::string name;     ///< Of row and recipe: "s0-lenet5-17x".
    std::string paper;    ///< Key.
    std::string source;   ///< "Table I"
    std::string network;  ///< As the paper calls it.
    std::string data;
    std::string ratio;                        ///< The measure that the row's ratio is.
    int bits = 0;                             ///< Of published quantised weights, sign included; 0 = not stated.
    std::string note;                         ///< What one must know to compare.
    std::map<std::string, double> published;  ///< By measure; a missing one was not published.
    std::vector<Bar> bars;
    std::int64_t seeds = 1;           ///< That the bars are meant for, >= 1.
    std::int64_t simulateImages = 0;  ///< Test images put through the finished network's crossbars; 0 = none.
};

struct MHO_API PublishedTables {
    std::vector<PublishedPaper> papers;
    std::vector<PublishedRow> rows;

    const PublishedRow* find(const std::string& name) const;
};

/// Reads resources/reproduction/published.json. Throws Error NotFound, BadFormat, or InvalidArgument with all problems at once:
/// unknown keys, measures, papers and rows, wrong types, names given twice.
MHO_API PublishedTables loadPublished();
/// The same from a text; `where` names it in errors.
MHO_API PublishedTables publishedFromJson(const std::string& json, const std::string& where);

}  // namespace mho
