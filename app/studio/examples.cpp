// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/examples.h"

#include "core/project/examples.h"
#include "core/project/new_project.h"
#include "widgets/bridge/text.h"

#include <QCollator>

#include <algorithm>
#include <filesystem>

namespace mho {
namespace {

constexpr const char* kRecipe = "lenet5-digits";

template <typename Fill>
Example described(const std::string& name, const Fill& fill)
{
    Example example;
    example.name = toQString(name);
    try {
        fill(example);
    } catch (const Error& error) {
        example.problem = errorText(error);
    }
    return example;
}

}  // namespace

std::vector<Example> examples()
{
    std::vector<Example> found;
    found.push_back(
        described(kRecipe, [](Example& example) { example.description = dataText(loadRecipe(kRecipe).description); }));
    for (const std::string& path : examplePaths()) {
        found.push_back(described(std::filesystem::path(path).stem().string(), [&](Example& example) {
            example.path = toQString(path);
            const ProjectTitle title = readProjectTitle(path);
            example.name = title.name.empty() ? example.name : toQString(title.name).simplified();
            example.description = dataText(title.description).simplified();
        }));
    }
    // The built-in one stays first; of the others 17x comes before 105x.
    QCollator order(QLocale(QLocale::English));
    order.setNumericMode(true);
    std::stable_sort(found.begin() + 1, found.end(),
                     [&](const Example& one, const Example& other) { return order.compare(one.name, other.name) < 0; });
    return found;
}

std::shared_ptr<Project> copyOfExample(const Example& example, const QString& path)
{
    if (example.path.isEmpty()) {
        return newProjectOfRecipe(path.toStdString(), example.name.toStdString()).project;
    }
    copyProject(example.path.toStdString(), path.toStdString());
    return Project::open(path.toStdString());
}

}  // namespace mho
