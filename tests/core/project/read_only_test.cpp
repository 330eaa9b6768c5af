// SPDX-License-Identifier: GPL-3.0-or-later
/// Projects where nobody may write are read all the same, by those who only want to read.
#include "core/network/network.h"
#include "core/project/project.h"
#include "tests/core/project/small_project.h"
#include "tests/test_main.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>

using namespace mho;
using namespace mho::test;
using Catch::Matchers::Contains;

namespace {

/// What `text` gives in a process that may not write here: root may write everywhere, so it becomes another.
std::string asStranger(const std::function<std::string()>& text)
{
    int pipe[2];
    REQUIRE(::pipe(pipe) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        constexpr uid_t kNobody = 65534;
        std::string said = ::geteuid() == 0 && (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0) ? "no stranger" : "";
        if (said.empty()) {
            try {
                said = text();
            } catch (const std::exception& error) {
                said = error.what();
            }
        }
        ::_exit(::write(pipe[1], said.data(), said.size()) < 0 ? 1 : 0);
    }
    ::close(pipe[1]);
    std::string said;
    char piece[4096];
    for (ssize_t got = 0; (got = ::read(pipe[0], piece, sizeof piece)) > 0;) {
        said.append(piece, static_cast<std::size_t>(got));
    }
    ::close(pipe[0]);
    ::waitpid(child, nullptr, 0);
    return said;
}

/// A project in a folder that none may write to.
class Closed {
public:
    Closed()
    {
        std::filesystem::create_directory(inside());
        const auto project = Project::create(path(), smallRecipe(), smallNetworkWithValues());
        project->setDataFolder("/data");
        project->beginRun(smallRecipe());
        project->saveCheckpoint(numberedCheckpoint(7, 10), {});
    }
    ~Closed() { set(0755, 0644); }
    /// From now on.
    void close() { set(0555, 0444); }
    std::string inside() const { return folder_.file("inside"); }
    std::string path() const { return inside() + "/a.mho"; }

private:
    void set(mode_t folder, mode_t file)
    {
        ::chmod(std::filesystem::path(inside()).parent_path().c_str(), 0755);
        ::chmod(inside().c_str(), folder);
        ::chmod(path().c_str(), file);
    }
    TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("a project in a closed folder is read whole, and refuses to be changed")
{
    Closed closed;
    closed.close();
    CHECK_THAT(asStranger([&] { return Project::open(closed.path())->path(); }), Contains("may not be written"));
    const std::string hash = networkHash(smallNetworkWithValues());
    CHECK(asStranger([&] {
              const auto project = Project::openToRead(closed.path());
              return project->path() + project->recipe().name + project->dataFolder() + networkHash(project->network()) +
                     project->loadCheckpoint()->stateJson;
          }) == closed.path() + "small/data" + hash + "7");
    CHECK_THAT(asStranger([&] {
                   Project::openToRead(closed.path())->setDataFolder("/other");
                   return std::string("changed");
               }),
               Contains("may not be written") && Contains(closed.path()));
    CHECK(asStranger([&] { return Project::openToRead(closed.path())->dataFolder(); }) == "/data");
}

TEST_CASE("a closed project with changes that are not in its file yet is refused")
{
    Closed closed;
    const auto elsewhere = Project::open(closed.path());
    elsewhere->setDataFolder("/newer");
    closed.close();
    CHECK_THAT(asStranger([&] { return Project::openToRead(closed.path())->dataFolder(); }),
               Contains("open in another program"));
}

TEST_CASE("where writing is allowed, a project opened to read is the file itself")
{
    Closed closed;
    Project::openToRead(closed.path())->setDataFolder("/other");
    CHECK(Project::open(closed.path())->dataFolder() == "/other");
    CHECK_THAT(failureOf([&] { Project::openToRead(closed.path() + "x"); }), Contains("no project file"));
}
