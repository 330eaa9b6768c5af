// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/weights_file.h"

#include "core/base/error.h"
#include "core/io/file_bytes.h"
#include "core/io/pytorch.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

namespace mho {
namespace {

constexpr std::uint64_t kHeadBytes = 9;
constexpr std::string_view kZip = "PK\x03\x04";
constexpr char kPickle = '\x80';

}  // namespace

WeightsContent readWeights(const std::string& path)
{
    detail::FileBytes file(path);
    const std::string head = file.read(0, std::min(file.size(), kHeadBytes));
    // A safetensors header's length, 8 bytes, may start like a pickle; its JSON comes right behind.
    const bool safetensors = head.size() == kHeadBytes && head[8] == '{' && head[7] == '\0';
    if (!safetensors && (head.starts_with(kZip) || head.starts_with(kPickle))) {
        PyTorchContent content = readPyTorch(path);
        return {"PyTorch", std::move(content.part), std::move(content.tensors), std::move(content.skipped)};
    }
    if (!safetensors) {
        throw Error(ErrorCode::BadFormat,
                    MHO_TEXT("This is no file of weights that Mho reads: safetensors, or a state dictionary of torch.save"), {},
                    path);
    }
    SafetensorsContent content = readSafetensors(path);
    return {"safetensors", {}, std::move(content.tensors), std::move(content.skipped)};
}

}  // namespace mho
