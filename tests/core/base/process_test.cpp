// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/process.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "tests/test_main.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>

using namespace mho;
using namespace mho::test;
using Catch::Matchers::Contains;

TEST_CASE("A program's output, errors and exit code come back")
{
    const ProcessEnd end = runProcess({"sh", "-c", "echo out; echo err >&2; exit 3"});
    CHECK(end.exitCode == 3);
    CHECK(end.output == "out\n");
    CHECK(end.errors == "err\n");
    CHECK(runProcess({"sh", "-c", "kill -9 $$"}).exitCode == 128 + 9);
    // More than a pipe holds, on both at once.
    const ProcessEnd large = runProcess({"sh", "-c", "head -c 300000 /dev/zero | tee /dev/stderr"});
    CHECK(large.output.size() == 300000);
    CHECK(large.errors.size() == 300000);
    CHECK_THROWS_WITH(runProcess({"no-such-program-anywhere"}), Contains("no-such-program-anywhere"));
    CHECK(findProgram("sh"));
    CHECK_FALSE(findProgram("no-such-program-anywhere"));
}

TEST_CASE("Processes run side by side, as many as asked for, and end when asked")
{
    const TemporaryFolder folder;
    const std::vector<LoggedCommand> commands{
        {{"sh", "-c", "exit 0"}, {}, {}}, {{"sh", "-c", "echo out; echo err >&2; exit 7"}, folder.file("log"), {}}, {{"sh", "-c", "exit 2"}, {}, {}}};
    std::size_t most = 0;
    const std::vector<int> ends = runProcesses(commands, 2, [&](std::size_t ended) {
        most = std::max(most, ended);
        return Verdict::Continue;
    });
    CHECK(ends == std::vector<int>{0, 7, 2});
    CHECK(most == 3);
    CHECK(readTextFile(folder.file("log")) == "out\nerr\n");
    CHECK(runProcesses({{{"pwd"}, folder.file("where"), "/"}}, 1, [](std::size_t) { return Verdict::Continue; }) == std::vector<int>{0});
    CHECK(readTextFile(folder.file("where")) == "/\n");

    const auto begin = std::chrono::steady_clock::now();
    const std::vector<int> stopped =
        runProcesses({{{"sleep", "60"}, {}, {}}, {{"sleep", "60"}, {}, {}}, {{"sleep", "60"}, {}, {}}}, 2, [](std::size_t) { return Verdict::Abort; });
    CHECK(stopped == std::vector<int>{128 + 15, 128 + 15, -1});
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(30));
}

TEST_CASE("At least one process fits")
{
    CHECK(fittingProcesses(1000, 1LL << 60) == 1);
    CHECK(fittingProcesses(1, 1) >= 1);
}
