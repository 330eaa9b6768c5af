// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network_json.h"

#include "core/base/error.h"
#include "core/base/ordered_json.h"

#include <array>
#include <map>
#include <nlohmann/json.hpp>

namespace mho {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostNodes = 100'000;
constexpr std::array<const char*, 3> kPadModes{"constant", "reflect", "edge"};
constexpr std::array<const char*, 6> kActivations{"relu", "leaky-relu", "clip", "sigmoid", "tanh", "elu"};

Json pair(Pair value)
{
    return {value.h, value.w};
}

Pair pairFrom(const Json& json)
{
    return {json.at(0).get<std::int64_t>(), json.at(1).get<std::int64_t>()};
}

Json pads(const Pads& value)
{
    return {value.top, value.left, value.bottom, value.right};
}

Pads padsFrom(const Json& json)
{
    return {json.at(0).get<std::int64_t>(), json.at(1).get<std::int64_t>(), json.at(2).get<std::int64_t>(),
            json.at(3).get<std::int64_t>()};
}

/// How each operation writes and reads its fields.
struct Writer {
    Json operator()(const Input&) const { return {{"op", "input"}}; }
    Json operator()(const Convolution& op) const
    {
        return {{"op", "convolution"},       {"filters", op.filters}, {"kernel", pair(op.kernel)},
                {"stride", pair(op.stride)}, {"pads", pads(op.pads)}, {"dilation", pair(op.dilation)},
                {"groups", op.groups},       {"bias", op.bias}};
    }
    Json operator()(const Linear& op) const { return {{"op", "linear"}, {"features", op.features}, {"bias", op.bias}}; }
    Json operator()(const BatchNorm& op) const
    {
        return {{"op", "batch-norm"}, {"epsilon", op.epsilon}, {"momentum", op.momentum}};
    }
    Json operator()(const Activation& op) const
    {
        return {{"op", "activation"},
                {"kind", kActivations.at(static_cast<std::size_t>(op.kind))},
                {"alpha", op.alpha},
                {"low", op.low},
                {"high", op.high}};
    }
    Json operator()(const Pool& op) const
    {
        Json json{{"op", "pool"},
                  {"kind", op.kind == PoolKind::Max ? "max" : "average"},
                  {"kernel", pair(op.kernel)},
                  {"stride", pair(op.stride)},
                  {"pads", pads(op.pads)},
                  {"ceil_mode", op.ceilMode},
                  {"count_pads", op.countPads}};
        // What is usual is not written, here and below: networks without the field keep their hash.
        if (op.dilation != Pair{}) {
            json["dilation"] = pair(op.dilation);
        }
        return json;
    }
    Json operator()(const GlobalAveragePool&) const { return {{"op", "global-average-pool"}}; }
    Json operator()(const Add&) const { return {{"op", "add"}}; }
    Json operator()(const Concat&) const { return {{"op", "concat"}}; }
    Json operator()(const Flatten&) const { return {{"op", "flatten"}}; }
    Json operator()(const Dropout& op) const { return {{"op", "dropout"}, {"probability", op.probability}}; }
    Json operator()(const Softmax& op) const
    {
        Json json{{"op", "softmax"}};
        if (op.axis != 0) {
            json["axis"] = op.axis;
        }
        if (op.logarithm) {
            json["logarithm"] = true;
        }
        return json;
    }
    Json operator()(const PRelu&) const { return {{"op", "prelu"}}; }
    Json operator()(const Affine&) const { return {{"op", "affine"}}; }
    Json operator()(const LocalResponseNorm& op) const
    {
        return {{"op", "local-response-norm"}, {"size", op.size}, {"alpha", op.alpha}, {"beta", op.beta}, {"bias", op.bias}};
    }
    Json operator()(const Multiply&) const { return {{"op", "multiply"}}; }
    Json operator()(const Pad& op) const
    {
        return {{"op", "pad"},
                {"pads", pads(op.pads)},
                {"mode", kPadModes.at(static_cast<std::size_t>(op.mode))},
                {"value", op.value}};
    }
    Json operator()(const Reshape& op) const { return {{"op", "reshape"}, {"shape", op.shape}}; }
    Json operator()(const Transpose& op) const { return {{"op", "transpose"}, {"order", op.order}}; }
    Json operator()(const PadShortcut& op) const
    {
        Json json{{"op", "pad-shortcut"}, {"stride", op.stride}, {"channels", op.channels}};
        // The even split is usual.
        if (op.before >= 0) {
            json["before"] = op.before;
        }
        return json;
    }
};

ActivationKind activationFrom(const std::string& name)
{
    for (std::size_t i = 0; i < kActivations.size(); ++i) {
        if (name == kActivations.at(i)) {
            return static_cast<ActivationKind>(i);
        }
    }
    throw Error(ErrorCode::BadFormat, MHO_TEXT("The activation \"%1\" is not known"), {name});
}

PadMode padModeFrom(const std::string& name)
{
    for (std::size_t i = 0; i < kPadModes.size(); ++i) {
        if (name == kPadModes.at(i)) {
            return static_cast<PadMode>(i);
        }
    }
    throw Error(ErrorCode::BadFormat, MHO_TEXT("The padding \"%1\" is not known"), {name});
}

PoolKind poolFrom(const std::string& name)
{
    if (name != "max" && name != "average") {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The pooling \"%1\" is not known"), {name});
    }
    return name == "max" ? PoolKind::Max : PoolKind::Average;
}

const std::map<std::string, Operation (*)(const Json&)>& readers()
{
    static const std::map<std::string, Operation (*)(const Json&)> table{
        {"convolution",
         [](const Json& j) -> Operation {
             return Convolution{.filters = j.at("filters"),
                                .kernel = pairFrom(j.at("kernel")),
                                .stride = pairFrom(j.at("stride")),
                                .pads = padsFrom(j.at("pads")),
                                .dilation = pairFrom(j.at("dilation")),
                                .groups = j.at("groups"),
                                .bias = j.at("bias")};
         }},
        {"linear", [](const Json& j) -> Operation { return Linear{.features = j.at("features"), .bias = j.at("bias")}; }},
        {"batch-norm",
         [](const Json& j) -> Operation { return BatchNorm{.epsilon = j.at("epsilon"), .momentum = j.at("momentum")}; }},
        {"activation",
         [](const Json& j) -> Operation {
             return Activation{
                 .kind = activationFrom(j.at("kind")), .alpha = j.at("alpha"), .low = j.at("low"), .high = j.at("high")};
         }},
        {"pool",
         [](const Json& j) -> Operation {
             return Pool{.kind = poolFrom(j.at("kind")),
                         .kernel = pairFrom(j.at("kernel")),
                         .stride = pairFrom(j.at("stride")),
                         .pads = padsFrom(j.at("pads")),
                         .ceilMode = j.at("ceil_mode"),
                         .countPads = j.at("count_pads"),
                         .dilation = j.contains("dilation") ? pairFrom(j.at("dilation")) : Pair{}};
         }},
        {"global-average-pool", [](const Json&) -> Operation { return GlobalAveragePool{}; }},
        {"add", [](const Json&) -> Operation { return Add{}; }},
        {"concat", [](const Json&) -> Operation { return Concat{}; }},
        {"flatten", [](const Json&) -> Operation { return Flatten{}; }},
        {"dropout", [](const Json& j) -> Operation { return Dropout{.probability = j.at("probability")}; }},
        {"softmax",
         [](const Json& j) -> Operation {
             return Softmax{.axis = j.value("axis", std::int64_t{0}), .logarithm = j.value("logarithm", false)};
         }},
        {"prelu", [](const Json&) -> Operation { return PRelu{}; }},
        {"affine", [](const Json&) -> Operation { return Affine{}; }},
        {"local-response-norm",
         [](const Json& j) -> Operation {
             return LocalResponseNorm{
                 .size = j.at("size"), .alpha = j.at("alpha"), .beta = j.at("beta"), .bias = j.at("bias")};
         }},
        {"multiply", [](const Json&) -> Operation { return Multiply{}; }},
        {"pad",
         [](const Json& j) -> Operation {
             return Pad{.pads = padsFrom(j.at("pads")), .mode = padModeFrom(j.at("mode")), .value = j.at("value")};
         }},
        {"reshape", [](const Json& j) -> Operation { return Reshape{.shape = j.at("shape").get<Shape>()}; }},
        {"transpose", [](const Json& j) -> Operation { return Transpose{.order = j.at("order").get<Shape>()}; }},
        {"pad-shortcut",
         [](const Json& j) -> Operation {
             return PadShortcut{.stride = j.at("stride"), .channels = j.at("channels"), .before = j.value("before", std::int64_t{-1})};
         }},
    };
    return table;
}

}  // namespace

std::string networkToJson(const Network& network)
{
    Json nodes = Json::array();
    for (std::size_t id = 1; id < network.nodes().size(); ++id) {
        const Node& node = network.nodes()[id];
        Json entry{{"name", node.name}, {"inputs", node.inputs}};
        entry.update(std::visit(Writer{}, node.operation));
        nodes.push_back(std::move(entry));
    }
    return Json{{"name", network.name()}, {"input", network.inputShape()}, {"nodes", std::move(nodes)}}.dump();
}

Network networkFromJson(std::string_view json, const std::string& where)
{
    try {
        const Json root = orderedJson(json, where);
        Network network(root.at("name").get<std::string>(), root.at("input").get<Shape>());
        if (root.at("nodes").size() > kMostNodes) {
            throw Error(ErrorCode::BadFormat, MHO_TEXT("The graph has too many nodes"), {}, where);
        }
        for (const Json& node : root.at("nodes")) {
            const auto op = node.at("op").get<std::string>();
            const auto reader = readers().find(op);
            if (reader == readers().end()) {
                throw Error(ErrorCode::BadFormat, MHO_TEXT("The operation \"%1\" is not known"), {op}, where);
            }
            network.add(node.at("name").get<std::string>(), reader->second(node), node.at("inputs").get<std::vector<NodeId>>());
        }
        return network;
    } catch (const nlohmann::json::exception& failure) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The graph cannot be read: %1"), {failure.what()}, where);
    } catch (const Error& failure) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The graph cannot be read: %1"), {failure.what()}, where);
    }
}

}  // namespace mho
