// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/study_source.h"

#include "core/base/resources.h"
#include "core/project/project.h"

#include <fmt/format.h>

#include <filesystem>

namespace mho::cli {

void addStudySource(CLI::App& command, StudySource& source)
{
    command.add_option("STUDY", source.path, "Folder of a sweep, its collected JSON file, or a project (FILE.mho)")->required();
    command.add_option("--study", source.name, "Which of a project's studies")->type_name("NAME");
}

StudyContent studyOf(const StudySource& source)
{
    if (source.path.ends_with(".mho")) {
        const auto project = Project::openToRead(source.path);
        const std::vector<std::string> names = project->studyNames();
        if (source.name.empty() && names.size() != 1) {
            throw WrongUse(fmt::format("{} holds {} studies; say which (--study NAME)", source.path, names.size()));
        }
        const std::string name = source.name.empty() ? names.front() : source.name;
        const auto json = project->studyJson(name);
        if (!json) {
            throw WrongUse(fmt::format("{} holds no study \"{}\"", source.path, name));
        }
        return studyFromJson(*json, source.path);
    }
    if (std::filesystem::is_directory(source.path)) {
        const StudyFolder folder = StudyFolder::open(source.path);
        return {folder.spec().name, folder.spec().mode, folder.points(), recipeToJson(folder.spec().base)};
    }
    return studyFromJson(readTextFile(source.path), source.path);
}

}  // namespace mho::cli
