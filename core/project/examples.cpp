// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/examples.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/project/copy_file.h"
#include "core/project/documents.h"
#include "core/project/look.h"
#include "core/project/project.h"
#include "core/project/recipe_documents.h"
#include "core/project/schema.h"

#include <filesystem>
#include <map>

namespace mho {
namespace {

namespace fs = std::filesystem;

using detail::Database;
using detail::document;

}  // namespace

std::vector<std::string> examplePaths()
{
    std::map<std::string, std::string> byName;
    for (const std::string& folder : resourceFolders()) {
        std::error_code missing;
        for (const auto& entry : fs::directory_iterator(fs::path(folder) / "examples", missing)) {
            if (entry.path().extension() == ".mho") {
                byName.emplace(entry.path().stem().string(), entry.path().string());
            }
        }
    }
    std::vector<std::string> paths;
    for (const auto& [name, path] : byName) {
        paths.push_back(path);
    }
    return paths;
}

ProjectTitle readProjectTitle(const std::string& path)
{
    Database database = detail::lookAt(path);
    detail::checkVersion(database);
    const Recipe recipe =
        detail::joinedRecipe({document(database, "recipe"), document(database, "plan"), document(database, "hardware")}, path);
    return {recipe.name, recipe.description};
}

void copyProject(const std::string& source, const std::string& path)
{
    Database database = detail::lookAt(source);
    detail::checkVersion(database);
    detail::requireNoLog(source);
    detail::copyDatabase(database, path);
}

void writeExample(Project& project, const std::string& path)
{
    const std::optional<std::string> result = project.resultJson();
    const std::optional<Checkpoint> arrays = project.resultArrays();
    if (!result || !arrays || project.hasUnfinishedRun()) {
        throw Error(ErrorCode::NotFound, MHO_TEXT("The project has no finished run; run it to its end first"), {},
                    project.path());
    }
    const std::string temporary = path + ".new";
    std::error_code failure;
    fs::remove(temporary, failure);
    {
        const auto example = Project::create(temporary, project.recipe(), project.network());
        example->beginRun(project.runRecipe());
        example->addMetrics(project.metrics());
        example->saveResult(*result, *arrays);
    }
    fs::rename(temporary, path, failure);
    if (failure) {
        throw Error(ErrorCode::InputOutput, MHO_TEXT("The file cannot be written: %1"), {failure.message()}, path);
    }
}

}  // namespace mho
