// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/design_problems.h"

#include "core/base/phrasing.h"
#include "core/cost/component_file.h"
#include "core/cost/cost_model.h"
#include "core/crossbar/hardware_fields.h"
#include "core/crossbar/mapped_network.h"
#include "core/network/weight_layer.h"
#include "core/run/fragment_signs.h"
#include "core/run/target.h"
#include "widgets/bridge/hardware_words.h"
#include "widgets/bridge/text.h"

#include <QStringList>

#include <algorithm>
#include <functional>
#include <optional>

namespace mho {
namespace {

using Problems = std::vector<DesignProblem>;

/// The layer that the field of a plan's problem lies in ("fc1", "fc1.level_bits"); layers' names may hold dots.
QString layerOf(const std::vector<WeightLayer>& layers, const std::string& field)
{
    std::string found;
    for (const WeightLayer& layer : layers) {
        const bool lies = field == layer.name || field.starts_with(layer.name + ".");
        found = lies && layer.name.size() > found.size() ? layer.name : found;
    }
    return toQString(found);
}

/// The text of an error without its place.
QString textOf(const Error& error)
{
    Error placeless(error.code(), error.textTemplate(), error.arguments());
    return errorText(placeless);
}

/// Does it; an Error becomes a problem of the field.
void attempt(Problems& problems, const char* field, const std::vector<WeightLayer>& layers, const std::function<void()>& work)
{
    try {
        work();
    } catch (const Error& error) {
        const QString layer = layerOf(layers, error.where());
        problems.push_back({QString::fromLatin1(field), layer, layer.isEmpty() ? errorText(error) : textOf(error)});
    }
}

void addCopies(Problems& problems, const std::vector<WeightLayer>& layers, const CrossbarOptions& crossbar)
{
    for (const Replication& entry : crossbar.replication) {
        if (std::none_of(layers.begin(), layers.end(), [&](const WeightLayer& layer) { return layer.name == entry.layer; })) {
            problems.push_back({QStringLiteral("crossbar.replication"), QString(),
                                phraseText(phrase(MHO_TEXT("the network has no weight layer \"%1\""), entry.layer))});
        }
    }
}

}  // namespace

std::vector<DesignProblem> hardwareProblems(const Hardware& hardware)
{
    Problems problems;
    for (const Problem& problem : hardware.validate()) {
        const HardwareField* field = findHardwareField(problem.field);
        problems.push_back({field == nullptr ? QString() : toQString(field->name), QString(), phraseText(problem.message)});
    }
    return problems;
}

std::vector<DesignProblem> designProblems(const Network& network, const Plan& plan, const Hardware& hardware)
{
    Problems problems = hardwareProblems(hardware);
    if (!problems.empty()) {
        return problems;
    }
    const std::vector<WeightLayer> layers = weightLayers(network);
    addCopies(problems, layers, hardware.crossbar);
    std::optional<ComponentFile> components;
    attempt(problems, "preset", layers, [&] { components = loadComponents(hardware.preset); });
    std::optional<CostModel> model;
    if (components) {
        attempt(problems, "adc_law", layers, [&] { model.emplace(*components, hardware.adcLaw); });
    }
    attempt(problems, "crossbar.columns", layers, [&] {
        for (const Problem& problem : plan.validate(network, targetOf(hardware))) {
            problems.push_back({QString(), layerOf(layers, problem.field), phraseText(problem.message)});
        }
    });
    for (const Problem& problem : mixedSigns(plan, hardware)) {
        problems.push_back({QStringLiteral("crossbar.sign_scheme"), toQString(problem.field), phraseText(problem.message)});
    }
    if (problems.empty() && model) {
        attempt(problems, "adc_law", layers, [&] {
            if (const auto reason = model->outOfRange(mapDense(network, hardware))) {
                problems.push_back({QStringLiteral("adc_law"), QString(), phraseText(*reason)});
            }
        });
    }
    return problems;
}

QString problemLine(const DesignProblem& problem)
{
    const HardwareField* field = findHardwareField(problem.field.toStdString());
    QStringList where;
    if (!problem.layer.isEmpty()) {
        where.append(problem.layer);
    } else if (field != nullptr) {
        where.append(fieldLabel(*field));
    }
    where.append(problem.text);
    return where.join(QStringLiteral(": "));
}

}  // namespace mho
