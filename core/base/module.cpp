// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/module.h"

#include "core/base/error.h"

#include <dlfcn.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <vector>

namespace mho {
namespace {

std::vector<std::string> modulePlaces()
{
    std::vector<std::string> places;
    if (const char* given = std::getenv("MHO_MODULE_DIR")) {
        places.emplace_back(given);
    }
    places.push_back(libraryFolder());
    return places;
}

}  // namespace

std::string libraryFolder()
{
    Dl_info core{};
    if (dladdr(reinterpret_cast<const void*>(&libraryFolder), &core) == 0 || core.dli_fname == nullptr) {
        return {};
    }
    // Found by way of $ORIGIN/../lib or a link, its folder is still the one it lies in.
    std::error_code failure;
    const std::filesystem::path path = std::filesystem::canonical(core.dli_fname, failure);
    return (failure ? std::filesystem::path(core.dli_fname) : path).parent_path().string();
}

void* moduleSymbol(const std::string& file, const char* symbol, const std::string& option)
{
    std::string tried;
    for (const std::string& place : modulePlaces()) {
        const std::string path = place + "/" + file;
        if (!std::filesystem::exists(path)) {
            tried += " " + path;
            continue;
        }
        // Never closed: LibTorch does not survive being unloaded.
        void* module = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
        if (module == nullptr) {
            throw Error(ErrorCode::Unsupported, MHO_TEXT("The module cannot be loaded: %1"), {dlerror()}, path);
        }
        void* found = dlsym(module, symbol);
        if (found == nullptr) {
            throw Error(ErrorCode::Unsupported, MHO_TEXT("The file is not a module of this version"), {}, path);
        }
        return found;
    }
    throw Error(ErrorCode::Unsupported, MHO_TEXT("The module %1 is not installed; build Mho with %2=ON. Looked for:%3"),
                {file, option, tried});
}

}  // namespace mho
