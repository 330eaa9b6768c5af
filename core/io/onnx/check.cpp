// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx/check.h"

#include "core/base/error.h"
#include "core/base/module.h"

#include <array>

namespace mho::detail::onnx {

void checkModel(std::string_view model, const std::string& path)
{
    using Check = bool (*)(const void* model, std::size_t size, char* message, std::size_t room);
    static const auto check = reinterpret_cast<Check>(moduleSymbol("libmho_onnx.so", "mhoCheckOnnx", "MHO_ONNX"));
    std::array<char, 1024> message{};
    if (!check(model.data(), model.size(), message.data(), message.size())) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("This is no valid ONNX model: %1"), {message.data()}, path);
    }
}

}  // namespace mho::detail::onnx
