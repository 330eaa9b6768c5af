// SPDX-License-Identifier: GPL-3.0-or-later
/// Pickles in archives that are sound otherwise: their check sums would stop nearly every change of the bytes.
#include "tests/core/io/pytorch_bytes.h"
#include "tests/fuzz/tensors_of_pytorch.h"

void mho::fuzz::check(std::string_view input)
{
    std::vector<test::ZipEntry> storages;
    for (int key = 0; key < 10; ++key) {
        storages.push_back({"data/" + std::to_string(key), std::string(std::size_t{8} << key, '\x3f')});
    }
    checkPyTorch(fileOf(test::zipForm(std::string(input), storages), ".pt"));
}
