// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run_state.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace mho {
namespace {

constexpr std::array<const char*, 8> kStageNames{"train", "admm", "retrain", "quantize", "progressive", "straight-through", "finetune", "done"};

template <class Small>
std::vector<float> floats(const std::vector<Small>& flags)
{
    return {flags.begin(), flags.end()};
}

/// Arrays are written and read in one order; this reads them one after the other.
class ArrayReader {
public:
    explicit ArrayReader(const Checkpoint& checkpoint) : checkpoint_(checkpoint) {}

    const FloatArray& next(const std::string& name)
    {
        if (position_ >= checkpoint_.arrays.size() || checkpoint_.arrays[position_].name != name) {
            throw Error(ErrorCode::BadFormat, MHO_TEXT("The checkpoint lacks the array %1; start the run anew"), {name});
        }
        return checkpoint_.arrays[position_++].values;
    }
    Tensor nextTensor(const std::string& name)
    {
        const FloatArray& values = next(name);
        return values.empty() ? Tensor() : values.tensor({static_cast<std::int64_t>(values.size())});
    }
    std::vector<float> nextNumbers(const std::string& name)
    {
        const FloatArray& values = next(name);
        return {values.begin(), values.end()};
    }
    std::vector<std::uint8_t> nextFlags(const std::string& name)
    {
        const FloatArray& values = next(name);
        std::vector<std::uint8_t> flags(values.size());
        std::transform(values.begin(), values.end(), flags.begin(), [](float v) { return v != 0.0F ? 1 : 0; });
        return flags;
    }

    std::vector<std::int8_t> nextSigns(const std::string& name)
    {
        const FloatArray& values = next(name);
        std::vector<std::int8_t> signs(values.size());
        std::transform(values.begin(), values.end(), signs.begin(),
                       [](float v) { return static_cast<std::int8_t>(v > 0.0F ? 1 : v < 0.0F ? -1 : 0); });
        return signs;
    }

private:
    const Checkpoint& checkpoint_;
    std::size_t position_ = 0;
};

}  // namespace

std::string stageName(Stage stage)
{
    return kStageNames[static_cast<std::size_t>(stage)];
}

Checkpoint toCheckpoint(const RunState& state)
{
    const RunAccuracies& accuracies = state.accuracies;
    const nlohmann::ordered_json json{{"recipe", state.recipeJson},
                                      {"data_sha256", state.dataSha256},
                                      {"components_sha256", state.componentsSha256},
                                      {"start_hash", state.startHash},
                                      {"teacher_hash", state.teacherHash},
                                      {"stopped", state.stopped},
                                      {"stopped_at", state.stoppedAt},
                                      {"stage", stageName(state.stage)},
                                      {"round", state.round},
                                      {"epoch", state.training.epoch},
                                      {"step", state.training.step},
                                      {"original_percent", accuracies.original},
                                      {"projected_percent", accuracies.projected},
                                      {"purified_percent", accuracies.purified},
                                      {"pruned_percent", accuracies.pruned},
                                      {"quantized_percent", accuracies.quantized},
                                      {"projected_weights", state.projectedWeights},
                                      {"convergence", state.convergenceJson},
                                      {"parameters", state.training.parameters.size()},
                                      {"masks", state.masks.size()},
                                      {"signs", state.signs.size()},
                                      {"held", state.held.size()},
                                      {"admm", state.admm.size()},
                                      {"teacher", state.teacher.size()}};
    Checkpoint checkpoint{.stateJson = json.dump(), .arrays = {}};
    const auto add = [&](std::string name, FloatArray values) {
        checkpoint.arrays.push_back({std::move(name), std::move(values)});
    };
    for (const Tensor& parameter : state.training.parameters) {
        add("parameter", FloatArray(parameter));
    }
    for (const Tensor& moment : state.training.moments) {
        add("moment", FloatArray(moment));
    }
    for (const LayerMask& mask : state.masks) {
        add("mask.rows", floats(mask.rows));
        add("mask.columns", floats(mask.columns));
        add("mask.elements", floats(mask.elements));
    }
    for (const std::vector<std::int8_t>& signs : state.signs) {
        add("signs", floats(signs));
    }
    for (const std::vector<std::uint8_t>& held : state.held) {
        add("held", floats(held));
    }
    for (const Tensor& tensor : state.admm) {
        add("admm", FloatArray(tensor));
    }
    for (const Tensor& tensor : state.teacher) {
        add("teacher", FloatArray(tensor));
    }
    add("scales", state.scales);
    add("zeros", state.zeros);
    return checkpoint;
}

RunState fromCheckpoint(const Checkpoint& checkpoint)
{
    RunState state;
    try {
        const auto json = nlohmann::json::parse(checkpoint.stateJson);
        state.recipeJson = json.at("recipe").get<std::string>();
        state.dataSha256 = json.at("data_sha256").get<std::string>();
        state.componentsSha256 = json.at("components_sha256").get<std::string>();
        state.startHash = json.at("start_hash").get<std::string>();
        state.teacherHash = json.at("teacher_hash").get<std::string>();
        state.stopped = json.at("stopped").get<bool>();
        state.stoppedAt = json.value("stopped_at", std::string());
        const auto* const name = std::find(kStageNames.begin(), kStageNames.end(), json.at("stage").get<std::string>());
        if (name == kStageNames.end()) {
            throw Error(ErrorCode::BadFormat, MHO_TEXT("The checkpoint's stage is not known; start the run anew"));
        }
        state.stage = static_cast<Stage>(name - kStageNames.begin());
        state.round = json.at("round").get<std::int64_t>();
        state.training.epoch = json.at("epoch").get<std::int64_t>();
        state.training.step = json.at("step").get<std::int64_t>();
        state.accuracies = {json.at("original_percent").get<double>(), json.at("projected_percent").get<double>(),
                            json.at("purified_percent").get<double>(), json.at("pruned_percent").get<double>(),
                            json.at("quantized_percent").get<double>()};
        state.projectedWeights = json.at("projected_weights").get<std::vector<std::int64_t>>();
        state.convergenceJson = json.at("convergence").get<std::string>();
        ArrayReader reader(checkpoint);
        const auto parameters = json.at("parameters").get<std::size_t>();
        for (std::size_t i = 0; i < parameters; ++i) {
            state.training.parameters.push_back(reader.nextTensor("parameter"));
        }
        for (std::size_t i = 0; i < 2 * parameters; ++i) {
            state.training.moments.push_back(reader.nextTensor("moment"));
        }
        const auto masks = json.at("masks").get<std::size_t>();
        for (std::size_t i = 0; i < masks; ++i) {
            LayerMask mask;
            mask.rows = reader.nextFlags("mask.rows");
            mask.columns = reader.nextFlags("mask.columns");
            mask.elements = reader.nextFlags("mask.elements");
            state.masks.push_back(std::move(mask));
        }
        const auto signs = json.at("signs").get<std::size_t>();
        for (std::size_t i = 0; i < signs; ++i) {
            state.signs.push_back(reader.nextSigns("signs"));
        }
        const auto held = json.at("held").get<std::size_t>();
        for (std::size_t i = 0; i < held; ++i) {
            state.held.push_back(reader.nextFlags("held"));
        }
        const auto admm = json.at("admm").get<std::size_t>();
        for (std::size_t i = 0; i < admm; ++i) {
            state.admm.push_back(reader.nextTensor("admm"));
        }
        const auto teacher = json.at("teacher").get<std::size_t>();
        for (std::size_t i = 0; i < teacher; ++i) {
            state.teacher.push_back(reader.nextTensor("teacher"));
        }
        state.scales = reader.nextNumbers("scales");
        state.zeros = reader.nextNumbers("zeros");
    } catch (const nlohmann::json::exception& failure) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The checkpoint's state cannot be read (%1); start the run anew"), {failure.what()});
    }
    return state;
}

}  // namespace mho
