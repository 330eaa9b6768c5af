// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/parts.h"

#include <Eigen/Core>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <openssl/crypto.h>
#include <png.h>
#include <sqlite3.h>
#include <zip.h>
#include <zlib.h>

namespace mho {

std::vector<Part> coreParts()
{
    return {
        {"Eigen", fmt::format("{}.{}.{}", EIGEN_WORLD_VERSION, EIGEN_MAJOR_VERSION, EIGEN_MINOR_VERSION), "MPL-2.0"},
        {"fmt", fmt::format("{}.{}.{}", FMT_VERSION / 10000, FMT_VERSION / 100 % 100, FMT_VERSION % 100), "MIT"},
        {"libjpeg-turbo", MHO_TURBOJPEG_VERSION, "IJG AND BSD-3-Clause AND Zlib"},
        {"libpng", png_get_libpng_ver(nullptr), "libpng-2.0"},
        {"libzip", zip_libzip_version(), "BSD-3-Clause"},
        {"nlohmann-json",
         fmt::format("{}.{}.{}", NLOHMANN_JSON_VERSION_MAJOR, NLOHMANN_JSON_VERSION_MINOR, NLOHMANN_JSON_VERSION_PATCH), "MIT"},
#ifdef MHO_ONNX_VERSION
        {"ONNX", MHO_ONNX_VERSION, "Apache-2.0"},
#endif
        {"OpenSSL", OpenSSL_version(OPENSSL_VERSION_STRING), "Apache-2.0"},
#ifdef MHO_ONNX_VERSION
        {"Protocol Buffers", MHO_PROTOBUF_VERSION, "BSD-3-Clause"},
#endif
        {"SQLite", sqlite3_libversion(), "blessing"},
        {"zlib", zlibVersion(), "Zlib"},
    };
}

std::string compilerText()
{
#if defined(__clang__)
    return fmt::format("Clang {}.{}.{}", __clang_major__, __clang_minor__, __clang_patchlevel__);
#elif defined(__GNUC__)
    return fmt::format("GCC {}.{}.{}", __GNUC__, __GNUC_MINOR__, __GNUC_PATCHLEVEL__);
#else
    return "unknown";
#endif
}

}  // namespace mho
