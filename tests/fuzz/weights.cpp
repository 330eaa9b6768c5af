// SPDX-License-Identifier: GPL-3.0-or-later
/// A file of weights of any format, matched to a network.
#include "core/io/weights_file.h"
#include "core/io/weights_match.h"
#include "core/network/zoo.h"
#include "tests/fuzz/fuzz.h"

void mho::fuzz::check(std::string_view input)
{
    static const Network network = makeZooNetwork("lenet5");
    const std::string path = fileOf(input, ".weights");
    const auto match = attempt([&] {
        const WeightsContent content = readWeights(path);
        checkTensors(content.tensors);
        return matchWeights(network, content.tensors);
    });
    if (match) {
        require(match->complete() == match->network.hasWeights(), "a network has all its weights where none is missing");
    }
}
