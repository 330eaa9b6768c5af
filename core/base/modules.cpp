// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/modules.h"

#include "core/base/error.h"

#include <dlfcn.h>

#include <cstdlib>
#include <filesystem>
#include <vector>

namespace mho {
namespace {

/// Beside the programs' libraries in a build, or where it was installed.
std::vector<std::string> modulePlaces()
{
    std::vector<std::string> places;
    if (const char* given = std::getenv("MHO_MODULE_DIR")) {
        places.emplace_back(given);
    }
    Dl_info core{};
    if (dladdr(reinterpret_cast<const void*>(&modulePlaces), &core) != 0 && core.dli_fname != nullptr) {
        places.push_back(std::filesystem::path(core.dli_fname).parent_path().string());
    }
    places.emplace_back(MHO_INSTALLED_MODULES);
    return places;
}

}  // namespace

void* moduleEntry(const ModuleName& name)
{
    std::string tried;
    for (const std::string& place : modulePlaces()) {
        const std::string path = place + "/" + name.file;
        if (!std::filesystem::exists(path)) {
            tried += " " + path;
            continue;
        }
        // Never closed: neither LibTorch nor Qt survives being unloaded.
        void* module = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
        if (module == nullptr) {
            throw Error(ErrorCode::Unsupported, name.unusable, {dlerror()}, path);
        }
        void* entry = dlsym(module, name.entry);
        if (entry == nullptr) {
            throw Error(ErrorCode::Unsupported, name.stranger, {}, path);
        }
        return entry;
    }
    throw Error(ErrorCode::Unsupported, name.missing, {tried});
}

}  // namespace mho
