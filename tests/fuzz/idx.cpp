// SPDX-License-Identifier: GPL-3.0-or-later
/// MNIST's files; the input is the length of the file of labels (2 bytes, little endian), that file, and the file of images.
#include "core/data/idx.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

void mho::fuzz::check(std::string_view input)
{
    if (input.size() < 2) {
        return;
    }
    const auto byte = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(input[at])); };
    const std::size_t labelBytes = std::min(byte(0) + 256 * byte(1), input.size() - 2);
    const std::string labels = fileOf(input.substr(2, labelBytes), ".labels");
    const std::string images = fileOf(input.substr(2 + labelBytes), ".images");
    if (const auto set = attempt([&] { return readIdx(images, labels); })) {
        require(set->pixels.size() == set->count() * set->imageSize(), "every image is whole");
        require(std::all_of(set->labels.begin(), set->labels.end(),
                            [&](std::int32_t label) { return label >= 0 && label < set->classes; }),
                "labels are in range");
    }
}
