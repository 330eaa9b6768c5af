// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>

namespace mho {

/// Files that a project can be made of, as patterns of names. Folders of NPY files and files of other names are read, too, where a
/// person says that they are networks.
constexpr QLatin1StringView kNetworkFiles("*.onnx *.safetensors *.pt *.pth *.th *.npz");

/// A file named as one of kNetworkFiles, or a folder that has NPY files.
bool isNetworkPath(const QString& path);

}  // namespace mho
