// SPDX-License-Identifier: GPL-3.0-or-later
#define CATCH_CONFIG_RUNNER
#include "tests/test_main.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <iostream>

namespace mho::test {

std::optional<std::string> dataFile(const std::string& relative)
{
    const char* given = std::getenv("MHO_DATA_DIR");
    const std::filesystem::path path = std::filesystem::path(given != nullptr ? given : MHO_DEFAULT_DATA_DIR) / relative;
    if (std::filesystem::exists(path)) {
        return path.string();
    }
    std::cout << "skipped: no " << relative << " under MHO_DATA_DIR\n";
    return std::nullopt;
}

TemporaryFolder::TemporaryFolder()
{
    std::string pattern = (std::filesystem::temp_directory_path() / "mho-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) {
        throw std::runtime_error("no temporary folder");
    }
    path_ = pattern;
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace mho::test

int main(int argc, char* argv[])
{
    return Catch::Session().run(argc, argv);
}
