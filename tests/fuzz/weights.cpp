// SPDX-License-Identifier: GPL-3.0-or-later
/// A file of weights of any format, matched to a network, and as one that tells its network itself.
#include "core/io/network_file.h"
#include "core/io/weights_file.h"
#include "core/io/weights_match.h"
#include "core/network/zoo.h"
#include "tests/fuzz/fuzz.h"

void mho::fuzz::check(std::string_view input)
{
    static const Network network = makeZooNetwork("lenet5");
    const std::string path = fileOf(input, ".weights");
    const auto content = attempt([&] { return readWeights(path); });
    if (!content) {
        return;
    }
    checkTensors(content->tensors);
    if (const auto match = attempt([&] { return matchWeights(network, content->tensors); })) {
        require(match->complete() == match->network.hasWeights(), "a network has all its weights where none is missing");
    }
    if (const auto file = attempt([&] { return readNetworkFile(path); })) {
        require(file->network.hasWeights(), "a network that was opened has all its weights");
        checkNetwork(file->network);
    }
}
