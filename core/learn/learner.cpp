// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/learner.h"

#include <dlfcn.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <mutex>

namespace mho {
namespace {

std::atomic<bool> isLoaded = false;

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

Learner& load()
{
    std::string tried;
    for (const std::string& place : modulePlaces()) {
        const std::string path = place + "/libmho_learn.so";
        if (!std::filesystem::exists(path)) {
            tried += " " + path;
            continue;
        }
        // Never closed: LibTorch does not survive being unloaded.
        void* module = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
        if (module == nullptr) {
            throw Error(ErrorCode::Unsupported, MHO_TEXT("The training module cannot be loaded: %1"), {dlerror()}, path);
        }
        using Factory = Learner* (*)();
        const auto factory = reinterpret_cast<Factory>(dlsym(module, "mhoLearner"));
        if (factory == nullptr) {
            throw Error(ErrorCode::Unsupported, MHO_TEXT("The file is not a training module of this version"), {}, path);
        }
        return *factory();
    }
    throw Error(ErrorCode::Unsupported,
                MHO_TEXT("The training module is not installed; build Mho with MHO_LEARN=ON. Looked for:%1"), {tried});
}

}  // namespace

Learner& learner()
{
    static Learner& instance = load();
    isLoaded = true;
    return instance;
}

bool learnerLoaded()
{
    return isLoaded;
}

}  // namespace mho
