// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/hardware.h"

#include <fmt/format.h>

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

}  // namespace

std::vector<Problem> Hardware::validate() const
{
    constexpr std::int64_t kMostLines = 4096;
    Checker check;
    check.positive("device.g_min_S", device.gMinS, "S");
    check.positive("device.g_max_S", device.gMaxS, "S");
    if (!(device.gMaxS > device.gMinS)) {
        check.add("device.g_max_S", fmt::format("{} S is not above g_min_S, which is {} S", device.gMaxS, device.gMinS));
    }
    check.whole("device.cell_bits", device.cellBits, 1, 8);
    check.positive("device.read_voltage_V", device.readVoltageV, "V");
    check.whole("crossbar.rows", crossbar.rows, 1, kMostLines);
    check.whole("crossbar.columns", crossbar.columns, 1, kMostLines);
    check.whole("crossbar.input_bits", crossbar.inputBits, 1, 16);
    check.whole("crossbar.dac_bits", crossbar.dacBits, 1, 8);
    check.whole("crossbar.baseline_bits", crossbar.baselineBits, 2, 17);
    return check.take();
}

}  // namespace mho
