// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace mho::detail::onnx {

/// Has libonnx's checker look at a model without the values of its tensors (withoutValues()). Throws Error BadFormat with the
/// checker's words (where = path), Unsupported when its module cannot be loaded.
void checkModel(std::string_view model, const std::string& path);

}  // namespace mho::detail::onnx
