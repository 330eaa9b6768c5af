// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/look.h"

#include "core/base/error.h"

#include <filesystem>

namespace mho::detail {

namespace fs = std::filesystem;

Database lookAt(const std::string& path)
{
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) {
        throw Error(ErrorCode::NotFound, MHO_TEXT("There is no project file of this name; check the name and the folder"), {},
                    path);
    }
    return Database(path, Database::Mode::Look);
}

void requireNoLog(const std::string& path)
{
    std::error_code missing;
    if (const auto log = fs::file_size(path + "-wal", missing); !missing && log > 0) {
        throw Error(
            ErrorCode::InputOutput,
            MHO_TEXT("The project is open in another program, or was left by a crash; open it itself or close it there"), {},
            path);
    }
}

}  // namespace mho::detail
