// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pytorch.h"

#include "core/base/error.h"
#include "core/io/file_bytes.h"
#include "core/io/pytorch_forms.h"

#include <algorithm>
#include <cstdint>

namespace mho {
namespace {

constexpr std::uint64_t kHeadBytes = 4;

}  // namespace

PyTorchContent readPyTorch(const std::string& path)
{
    detail::FileBytes file(path);
    const std::string head = file.read(0, std::min(file.size(), kHeadBytes));
    if (head == "PK\x03\x04") {
        return detail::readZipForm(path);
    }
    if (head.starts_with('\x80')) {
        return detail::readLegacyForm(path);
    }
    throw Error(ErrorCode::BadFormat,
                MHO_TEXT("This is not a file of torch.save; neither a zip archive nor a pickle starts it"), {}, path);
}

}  // namespace mho
