// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/io/array_source.h"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace mho {

/// An array of an NPY file; numbers are not changed but for their order in memory.
struct NpyArray {
    ElementType type = ElementType::Float32;
    Shape shape;        ///< Empty: one number.
    std::string bytes;  ///< Elements in C order, little endian.
};

/// Reads an NPY file of NumPy (numpy/lib/format.py, versions 1.0 to 3.0): float16, float32, float64, int8, int16, int32, int64,
/// uint8 and bool, either byte order, C and Fortran order. Nothing in it is ever run: an array of Python objects is refused.
/// Throws Error NotFound, InputOutput, BadFormat (where = path with byte) for a file that is cut, damaged or has another type.
MHO_API NpyArray readNpy(const std::string& path);

/// Writes an NPY file of version 1.0 in C order, whole or not at all. Throws Error InputOutput.
MHO_API void writeNpy(const std::string& path, const NpyArray& array);

/// What an NPZ file or a folder of NPY files holds.
struct NpyCollection {
    std::vector<std::pair<std::string, NpyArray>> arrays;  ///< By name, in order of the names.
    std::vector<std::string> skipped;                      ///< Arrays of other types, "name (<U5)".
};

/// Reads an NPZ file: a zip archive of NPY files NAME.npy, stored or deflated; other entries are passed over.
/// Throws Error as readNpy, and BadFormat for a broken archive or one without NPY files.
MHO_API NpyCollection readNpz(const std::string& path);
/// Reads the files NAME.npy of a folder, not of folders in it; at most 100,000. Throws Error as readNpy, and BadFormat where
/// there are none.
MHO_API NpyCollection readNpyFolder(const std::string& path);

/// A text that lies beside the arrays of an NPZ file; numpy.load gives it as bytes.
struct NpzText {
    std::string name;  ///< As an entry of the archive, "about.json".
    std::string content;
};
/// Writes an NPZ file, entries stored, whole or not at all; the same input gives the same bytes.
/// Throws Error InvalidArgument for a name given twice, one that is not UTF-8 or holds control characters, or
/// bfloat16, which NPY does not know; InputOutput.
MHO_API void writeNpz(const std::string& path, std::span<const ArraySource> arrays, std::span<const NpzText> texts = {});

}  // namespace mho
