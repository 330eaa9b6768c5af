// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/quantizer.h"

#include "core/base/error.h"
#include "core/compress/quantizers/list.h"

#include <string>

namespace mho {

Quantizer::~Quantizer() = default;

const std::vector<const Quantizer*>& quantizers()
{
    static const std::vector<const Quantizer*> all{&deviceQuantizer()};
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
