// SPDX-License-Identifier: GPL-3.0-or-later
/// Pickles of TorchScript in archives that are sound otherwise.
#include "tests/core/io/pytorch_bytes.h"
#include "tests/fuzz/tensors_of_pytorch.h"

void mho::fuzz::check(std::string_view input)
{
    std::vector<test::ZipEntry> entries{{"constants.pkl", "\x80\x02)."}, {"code/__torch__.py", "class Net(Module):\n"}};
    for (int key = 0; key < 10; ++key) {
        entries.push_back({"data/" + std::to_string(key), std::string(std::size_t{8} << key, '\x3f')});
    }
    checkPyTorch(fileOf(test::zipForm(std::string(input), entries), ".pt"));
}
