// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/hardware.h"

#include "core/base/phrasing.h"
#include "core/crossbar/hardware_fields.h"
#include "core/crossbar/sign_scheme.h"

#include <fmt/format.h>

#include <algorithm>

namespace mho {
namespace {

class Checker {
public:
    void whole(const char* field, std::int64_t value, std::int64_t low, std::int64_t high)
    {
        if (value < low || value > high) {
            problems_.push_back({field, phrase(MHO_TEXT("%1 is not in %2..%3"), value, low, high)});
        }
    }
    void positive(const char* field, double value, std::int64_t most, const char* unit)
    {
        if (!(value > 0.0)) {
            problems_.push_back({field, phrase(MHO_TEXT("%1 %2 is not above 0"), value, unit)});
        } else if (!(value <= static_cast<double>(most))) {
            problems_.push_back({field, phrase(MHO_TEXT("%1 %2 is above %3 %2"), value, unit, most)});
        }
    }
    void add(const char* field, Phrase message) { problems_.push_back({field, std::move(message)}); }
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
        check.add(kField, phrase(MHO_TEXT("%1 conductances for %2 states of %3-bit cells"), levels.size(), device.states(),
                                 device.cellBits));
    }
    if (!std::is_sorted(levels.begin(), levels.end(), std::less_equal<>())) {
        check.add(kField, MHO_TEXT("the conductances must rise from state to state"));
    }
    if (std::any_of(levels.begin(), levels.end(), [&](double g) { return !(g >= device.gMinS && g <= device.gMaxS); })) {
        check.add(kField, phrase(MHO_TEXT("a conductance is not in g_min_S..g_max_S, %1 to %2 S"), device.gMinS, device.gMaxS));
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
        check.add("crossbar.sign_scheme", phraseOf(error));
        return;
    }
    if (crossbar.adcRule == AdcRule::Flipped && scheme->unitColumns() == 0) {
        check.add("crossbar.adc_rule",
                  phrase(MHO_TEXT("\"flipped\" needs a unit column, which sign scheme %1 has not; choose \"offset\""),
                         scheme->name()));
    }
    const std::int64_t bits = scheme->codeBits(crossbar.baselineBits);
    const std::int64_t slices = crossbar.slices == SlicePlacement::BitLines
                                    ? (bits + hardware.device.cellBits - 1) / std::max(1, hardware.device.cellBits)
                                    : 1;
    if (slices * scheme->linesPerCode() > crossbar.columns) {
        check.add("crossbar.columns", phrase(MHO_TEXT("a weight takes %1 bit lines, but an array has %2"),
                                             slices * scheme->linesPerCode(), crossbar.columns));
    }
    for (std::size_t i = 0; i < crossbar.replication.size(); ++i) {
        const std::string field = fmt::format("crossbar.replication[{}]", i);
        check.whole((field + ".copies").c_str(), crossbar.replication[i].copies, 1, 1 << 20);
        if (crossbar.replication[i].layer.empty()) {
            check.add((field + ".layer").c_str(), MHO_TEXT("the layer's name is missing"));
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
            check.positive(field.name, std::get<double>(value), field.most, field.unit);
        }
    }
    if (!(device.gMaxS > device.gMinS)) {
        check.add("device.g_max_S", phrase(MHO_TEXT("%1 S is not above g_min_S, which is %2 S"), device.gMaxS, device.gMinS));
    }
    checkLevels(device, check);
    checkLayout(*this, check);
    return check.take();
}

}  // namespace mho
