// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/quantizer.h"

#include "core/base/error.h"
#include "core/base/range_text.h"
#include "core/compress/quantizers/list.h"

#include <string>

namespace mho {

Quantizer::~Quantizer() = default;

void Quantizer::checkBits(int bits) const
{
    if (bits < leastBits() || bits > mostBits()) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("There are no \"%1\" levels of %2 bits; give %3"),
                    {std::string(name()), std::to_string(bits), rangeText(leastBits(), mostBits())},
                    "levels");
    }
}

const std::vector<const Quantizer*>& quantizers()
{
    static const std::vector<const Quantizer*> all{&deviceQuantizer(),     &equalIntervalQuantizer(), &fixedPointQuantizer(),
                                                   &powerOfTwoQuantizer(), &binaryQuantizer(),        &ternaryQuantizer()};
    return all;
}

const Quantizer& findQuantizer(std::string_view name)
{
    std::string names;
    for (const Quantizer* quantizer : quantizers()) {
        if (quantizer->name() == name) {
            return *quantizer;
        }
        names += (names.empty() ? "" : ", ") + std::string(quantizer->name());
    }
    throw Error(ErrorCode::NotFound, MHO_TEXT("There are no levels \"%1\"; there are: %2"), {std::string(name), names});
}

}  // namespace mho
