// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/explore/sweep.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mho {

enum class PointState {
    Open,   ///< Not begun, or begun and cut off: a run's checkpoint stands in its project.
    Done,
    Failed  ///< With a reason; can be tried again.
};

/// One point of a study and what came of it.
struct StudyPoint {
    std::vector<SweepSetting> settings;
    PointState state = PointState::Open;
    std::string reason;      ///< Failed: what went wrong, English.
    std::string resultJson;  ///< Done: figures of a preview (studyMetrics) or a run's result (docs/result-json.md) without what may differ between
                             ///< machines, so that equal studies are equal files.
    bool operator==(const StudyPoint&) const = default;
};

/// A study in its folder: DIR/study.json (what is asked, and where data and weights are), DIR/network.safetensors (weights that all
/// points start from, where they were given without a file), DIR/network.json (the graph, where it is none of the zoo's), DIR/points/NNNNNN.json (one file a finished or failed point, written
/// whole by the process that worked on it), DIR/runs/NNNNNN.mho (checkpoints and results of runs).
/// Any number of processes, on any number of machines that see the folder, may work on different points at once.
class MHO_API StudyFolder {
public:
    /// Where the points' runs find what they need.
    struct Places {
        std::string data;     ///< Folder of the data; empty = built in.
        std::string weights;  ///< File the network starts from; empty = the study's own copy where `network` has weights, else none.
        bool operator==(const Places&) const = default;
    };

    /// Writes a new study; points are checked first (checkSweep()). Throws InvalidArgument where the folder holds another study;
    /// one that is the same is opened.
    /// @param network that all points start from, with or without weights
    static StudyFolder create(const std::string& folder, const SweepSpec& spec, const Places& places, const Network& network);
    /// Points are made when they are asked for, so that a study of many takes little memory. Throws NotFound, BadFormat, and
    /// InvalidArgument for what sweepSize() refuses.
    static StudyFolder open(const std::string& folder);

    const std::string& folder() const { return folder_; }
    const SweepSpec& spec() const { return spec_; }
    const Places& places() const { return places_; }
    /// networkHash() of the network that all points start from.
    const std::string& startHash() const { return startHash_; }
    std::size_t size() const { return size_; }
    /// The network of all points without its weights.
    const Network& graph() const { return graph_; }
    /// Recipe of a point (< size(), asserted). Throws as sweepRecipe() where someone changed the folder's file so that it has none.
    Recipe recipe(std::size_t point) const;
    std::string projectPath(std::size_t point) const;
    /// What the point's local process wrote.
    std::string logPath(std::size_t point) const;
    /// What stands in the folder now. Throws BadFormat for a point's file that is not one.
    StudyPoint point(std::size_t point) const;
    std::vector<StudyPoint> points() const;
    /// Writes the point's file, whole or not at all.
    void keep(std::size_t point, const StudyPoint& outcome) const;
    /// Takes a failed point's file away, so that it is open again.
    void reopen(std::size_t point) const;

private:
    std::string pointPath(std::size_t point) const;

    std::string folder_;
    SweepSpec spec_;
    Places places_;
    std::string startHash_;
    Network graph_;
    std::size_t size_ = 0;
};

/// The study as one JSON text: name, mode, base recipe, points with settings, state and result. The same on every engine.
MHO_API std::string studyToJson(const SweepSpec& spec, const std::vector<StudyPoint>& points);

/// What studyToJson() says.
struct StudyContent {
    std::string name;
    SweepMode mode = SweepMode::Preview;
    std::vector<StudyPoint> points;
    std::string baseJson;  ///< The recipe that settings are put on (recipeToJson()); empty where the text has none.
};

/// Throws Error BadFormat (where, what is wrong).
MHO_API StudyContent studyFromJson(std::string_view json, const std::string& where);

/// A run's result without "environment" and times.
MHO_API std::string comparableResult(const std::string& resultJson);

}  // namespace mho
