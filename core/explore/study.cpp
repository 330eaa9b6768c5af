// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/study.h"

#include "core/base/ordered_json.h"
#include "core/base/resources.h"
#include "core/explore/study_json.h"
#include "core/io/weights_match.h"
#include "core/network/network_json.h"
#include "core/network/zoo.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cassert>
#include <filesystem>

namespace mho {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

constexpr const char* kFile = "study.json";
constexpr const char* kWeights = "network.safetensors";
constexpr const char* kGraph = "network.json";
constexpr int kVersion = 1;

std::string specText(const SweepSpec& spec, const StudyFolder::Places& places, const std::string& startHash)
{
    ordered_json json{{"study", kVersion},
                      {"name", spec.name},
                      {"mode", sweepModeName(spec.mode)},
                      {"data", places.data},
                      {"weights", places.weights},
                      {"network_hash", startHash},
                      {"base", ordered_json::parse(recipeToJson(spec.base))},
                      {"grid", ordered_json::array()},
                      {"list", ordered_json::array()}};
    for (const SweepAxis& axis : spec.grid) {
        json["grid"].push_back({{"field", axis.field}, {"values", axis.values}});
    }
    for (const auto& settings : spec.list) {
        json["list"].push_back(settingsJson(settings));
    }
    return json.dump(2) + "\n";
}

/// The text of a study's file as it would be written now: fields of recipes that it is older than have their defaults. A text that is
/// no study stays as it is.
std::string writtenAnew(const std::string& text, const std::string& path)
{
    try {
        ordered_json json = orderedJson(text, path);
        json.at("base") = ordered_json::parse(recipeToJson(recipeFromJson(json.at("base").dump(), path)));
        return json.dump(2) + "\n";
    } catch (const ordered_json::exception&) {
        return text;
    } catch (const Error&) {
        return text;
    }
}

/// Whether the recipe's name alone gives the graph.
bool isOfZoo(const Recipe& recipe, const Network& network)
{
    const auto& entries = zoo();
    return std::any_of(entries.begin(), entries.end(), [&](const ZooEntry& entry) { return entry.name == recipe.network; }) &&
           networkToJson(makeZooNetwork(recipe.network)) == networkToJson(network);
}

[[noreturn]] void throwBad(const std::string& path, const std::string& what)
{
    throw Error(ErrorCode::BadFormat, MHO_TEXT("Not a file of a study: %1; take it away, or start the study in another folder"), {what}, path);
}

/// Before they are copied from the file.
void requireFew(const ordered_json& points, const std::string& path)
{
    if (points.size() > kMostSweepPoints) {
        throwBad(path, fmt::format("{} points are more than {}", points.size(), kMostSweepPoints));
    }
}

}  // namespace

StudyFolder StudyFolder::create(const std::string& folder, const SweepSpec& spec, const Places& given, const Network& network)
{
    checkSweep(spec, network);
    Places places = given;
    const bool keepsWeights = places.weights.empty() && network.hasWeights();
    if (keepsWeights) {
        places.weights = kWeights;
    }
    const std::string path = (fs::path(folder) / kFile).string();
    const std::string text = specText(spec, places, networkHash(network));
    if (fs::exists(path)) {
        if (writtenAnew(readTextFile(path), path) != text) {
            throw Error(ErrorCode::InvalidArgument, MHO_TEXT("The folder holds another study; name another folder, or take the old one away"), {},
                        folder);
        }
        return open(folder);
    }
    std::error_code failed;
    fs::create_directories(fs::path(folder) / "points", failed);
    if (!failed) {
        fs::create_directories(fs::path(folder) / "runs", failed);
    }
    if (failed) {
        throw Error(ErrorCode::InputOutput, MHO_TEXT("The folder cannot be made: %1; name another one"), {failed.message()}, folder);
    }
    if (keepsWeights) {
        writeSafetensors((fs::path(folder) / kWeights).string(), namedTensors(network));
    }
    if (!isOfZoo(spec.base, network)) {
        writeFileWhole((fs::path(folder) / kGraph).string(), networkToJson(network));
    }
    writeFileWhole(path, text);
    return open(folder);
}

StudyFolder StudyFolder::open(const std::string& folder)
{
    const std::string path = (fs::path(folder) / kFile).string();
    StudyFolder study;
    study.folder_ = folder;
    try {
        const std::string text = readTextFile(path);
        const ordered_json json = orderedJson(text, path);
        if (json.at("study").get<int>() != kVersion) {
            throwBad(path, fmt::format("its version is {}, this program knows {}", json.at("study").get<int>(), kVersion));
        }
        json.at("name").get_to(study.spec_.name);
        study.spec_.mode = sweepModeOf(json.at("mode").get<std::string>(), path);
        json.at("data").get_to(study.places_.data);
        json.at("weights").get_to(study.places_.weights);
        if (study.places_.weights == kWeights) {
            study.places_.weights = (fs::path(folder) / kWeights).string();
        }
        json.at("network_hash").get_to(study.startHash_);
        study.spec_.base = recipeFromJson(json.at("base").dump(), path);
        for (const ordered_json& axis : json.at("grid")) {
            requireFew(axis.at("values"), path);
            study.spec_.grid.push_back({axis.at("field"), axis.at("values").get<std::vector<std::string>>()});
        }
        requireFew(json.at("list"), path);
        for (const ordered_json& settings : json.at("list")) {
            study.spec_.list.push_back(settingsOf(settings));
        }
    } catch (const nlohmann::json::exception& error) {
        throwBad(path, error.what());
    }
    const std::string graph = (fs::path(folder) / kGraph).string();
    study.graph_ = fs::exists(graph) ? networkFromJson(readTextFile(graph), graph) : makeZooNetwork(study.spec_.base.network);
    study.size_ = sweepSize(study.spec_);
    return study;
}

Recipe StudyFolder::recipe(std::size_t point) const
{
    assert(point < size());
    return sweepRecipe(spec_, sweepSettings(spec_, point), graph_);
}

std::string StudyFolder::pointPath(std::size_t point) const
{
    assert(point < size());
    return (fs::path(folder_) / "points" / fmt::format("{:06}.json", point)).string();
}

std::string StudyFolder::projectPath(std::size_t point) const
{
    assert(point < size());
    return (fs::path(folder_) / "runs" / fmt::format("{:06}.mho", point)).string();
}

std::string StudyFolder::logPath(std::size_t point) const
{
    assert(point < size());
    return (fs::path(folder_) / "runs" / fmt::format("{:06}.log", point)).string();
}

StudyPoint StudyFolder::point(std::size_t point) const
{
    StudyPoint result{sweepSettings(spec_, point), PointState::Open, {}, {}};
    const std::string path = pointPath(point);
    if (!fs::exists(path)) {
        return result;
    }
    try {
        const std::string text = readTextFile(path);
        const ordered_json json = orderedJson(text, path);
        if (settingsOf(json.at("settings")) != result.settings) {
            throwBad(path, "it is of a point with other settings");
        }
        const auto state = json.at("state").get<std::string>();
        if (state != "done" && state != "failed") {
            throwBad(path, fmt::format("state \"{}\"", state));
        }
        result.state = state == "done" ? PointState::Done : PointState::Failed;
        if (result.state == PointState::Done) {
            result.resultJson = json.at("result").dump();
        } else {
            json.at("reason").get_to(result.reason);
        }
    } catch (const nlohmann::json::exception& error) {
        throwBad(path, error.what());
    }
    return result;
}

std::vector<StudyPoint> StudyFolder::points() const
{
    std::vector<StudyPoint> all;
    for (std::size_t at = 0; at < size(); ++at) {
        all.push_back(point(at));
    }
    return all;
}

void StudyFolder::keep(std::size_t point, const StudyPoint& outcome) const
{
    assert(outcome.state != PointState::Open);
    ordered_json json{{"settings", settingsJson(sweepSettings(spec_, point))},
                      {"state", outcome.state == PointState::Done ? "done" : "failed"}};
    if (outcome.state == PointState::Done) {
        json["result"] = ordered_json::parse(outcome.resultJson);
    } else {
        json["reason"] = outcome.reason;
    }
    writeFileWhole(pointPath(point), json.dump(2) + "\n");
}

void StudyFolder::reopen(std::size_t at) const
{
    if (point(at).state == PointState::Failed) {
        fs::remove(pointPath(at));
    }
}

}  // namespace mho
