// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/torch/environment.h"

#include <dlfcn.h>
#include <torch/torch.h>

#include <filesystem>

namespace mho {

LearnEnvironment detectEnvironment()
{
    LearnEnvironment environment;
    environment.libraryVersion = std::string("LibTorch ") + TORCH_VERSION;
    environment.cuda = torch::cuda::is_available();
    environment.bfloat16 = cpuHasBFloat16();
    environment.blas = "built in";
    Dl_info place{};
    if (void* product = dlsym(RTLD_DEFAULT, "sgemm_"); product != nullptr && dladdr(product, &place) != 0) {
        std::error_code ignored;
        const std::string file = std::filesystem::canonical(place.dli_fname, ignored).string();
        if (file.find("openblas") != std::string::npos) {
            environment.blas = "OpenBLAS";
            using Config = const char* (*)();
            if (const auto config = reinterpret_cast<Config>(dlsym(RTLD_DEFAULT, "openblas_get_config"))) {
                environment.blas = config();
            }
        } else {
            environment.blas = std::filesystem::path(file).filename().string();
            // Debian installs the reference implementation as .../blas/libblas.so.3.x.
            environment.referenceBlas = file.find("/blas/libblas.so") != std::string::npos;
        }
    }
    return environment;
}

}  // namespace mho
