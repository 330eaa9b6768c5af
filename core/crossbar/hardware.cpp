// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/hardware.h"

#include "core/crossbar/hardware_fields.h"
#include "core/crossbar/sign_scheme.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

class Checker {
public:
    void whole(const char* field, std::int64_t value, std::int64_t low, std::int64_t high)
    {
        if (value < low || value > high) {
            problems_.push_back({field, fmt::format("{} is not in {}..{}", value, low, high)});
        }
    }
    void positive(const char* field, double value, const char* unit)
    {
        if (!(value > 0.0) || !std::isfinite(value)) {
            problems_.push_back({field, fmt::format("{} {} is not above 0", value, unit)});
        }
    }
    void add(const char* field, std::string message) { problems_.push_back({field, std::move(message)}); }
    std::vector<Problem> take() { return std::move(problems_); }

private:
    std::vector<Problem> problems_;
};

void checkLevels(const Device& device, Checker& check)
{
    const std::vector<double>& levels = device.levelsS;
    if (levels.empty() || device.cellBits < 1 || device.cellBits > 8) {
        return;
    }
    constexpr const char* kField = "device.levels_S";
    if (levels.size() != static_cast<std::size_t>(device.states())) {
        check.add(kField, fmt::format("{} conductances for {} states of {}-bit cells", levels.size(), device.states(),
                                      device.cellBits));
    }
    if (!std::is_sorted(levels.begin(), levels.end(), std::less_equal<>())) {
        check.add(kField, "the conductances must rise from state to state");
    }
    if (std::any_of(levels.begin(), levels.end(), [&](double g) { return !(g >= device.gMinS && g <= device.gMaxS); })) {
        check.add(kField, fmt::format("a conductance is not in g_min_S..g_max_S, {} to {} S", device.gMinS, device.gMaxS));
    }
}

/// Problems that only show between fields, each in its own range.
void checkLayout(const Hardware& hardware, Checker& check)
{
    const CrossbarOptions& crossbar = hardware.crossbar;
    const SignScheme* scheme = nullptr;
    try {
        scheme = &findSignScheme(crossbar.signScheme);
    } catch (const Error& error) {
        check.add("crossbar.sign_scheme", error.what());
        return;
    }
    if (crossbar.adcRule == AdcRule::Flipped && scheme->unitColumns() == 0) {
        check.add(
            "crossbar.adc_rule",
            fmt::format("\"flipped\" needs a unit column, which sign scheme {} has not; choose \"offset\"", scheme->name()));
    }
    const std::int64_t bits = scheme->codeBits(crossbar.baselineBits);
    const std::int64_t slices = crossbar.slices == SlicePlacement::BitLines
                                    ? (bits + hardware.device.cellBits - 1) / std::max(1, hardware.device.cellBits)
                                    : 1;
    if (slices * scheme->linesPerCode() > crossbar.columns) {
        check.add("crossbar.columns", fmt::format("a weight takes {} bit lines, but an array has {}",
                                                  slices * scheme->linesPerCode(), crossbar.columns));
    }
    for (std::size_t i = 0; i < crossbar.replication.size(); ++i) {
        const std::string field = fmt::format("crossbar.replication[{}]", i);
        check.whole((field + ".copies").c_str(), crossbar.replication[i].copies, 1, 1 << 20);
        if (crossbar.replication[i].layer.empty()) {
            check.add((field + ".layer").c_str(), "the layer's name is missing");
        }
    }
}

}  // namespace

double Device::conductanceS(int state) const
{
    return levelsS.empty() ? gMinS + (state + 0.5) * (gMaxS - gMinS) / states() : levelsS[static_cast<std::size_t>(state)];
}

std::vector<Problem> Hardware::validate() const
{
    Checker check;
    for (const HardwareField& field : hardwareFields()) {
        const HardwareValue value = field.value(*this);
        if (field.kind == HardwareFieldKind::Whole) {
            check.whole(field.name, std::get<std::int64_t>(value), field.least, field.most);
        } else if (field.kind == HardwareFieldKind::Quantity) {
            check.positive(field.name, std::get<double>(value), field.unit);
        }
    }
    if (!(device.gMaxS > device.gMinS)) {
        check.add("device.g_max_S", fmt::format("{} S is not above g_min_S, which is {} S", device.gMaxS, device.gMinS));
    }
    checkLevels(device, check);
    checkLayout(*this, check);
    return check.take();
}

}  // namespace mho
