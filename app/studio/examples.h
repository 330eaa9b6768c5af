// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QString>

#include <memory>
#include <vector>

namespace mho {

/// A project that can be looked at and tried without choosing a place for it.
struct Example {
    QString name;
    QString description;  ///< One line.
    QString path;         ///< Of the project file, which is never written; empty = made of the recipe of this name.
    QString problem;      ///< Why it cannot be opened; empty where it can.
};

/// The recipe that needs no files, then the projects of the resource folders, by name with its numbers as numbers. Reads files:
/// not for the window's thread.
std::vector<Example> examples();

/// Makes a project of the example at `path` and opens it. Throws Error.
std::shared_ptr<Project> copyOfExample(const Example& example, const QString& path);

}  // namespace mho
