// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/process.h"

#include "core/base/error.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <map>
#include <thread>
#include <utility>

extern char** environ;

namespace mho {
namespace {

std::vector<char*> argumentsOf(const std::vector<std::string>& command)
{
    std::vector<char*> arguments;
    for (const std::string& part : command) {
        arguments.push_back(const_cast<char*>(part.c_str()));  // posix_spawn does not write to them
    }
    arguments.push_back(nullptr);
    return arguments;
}

/// What a process does with its files before the program starts.
struct FileActions {
    FileActions() { posix_spawn_file_actions_init(&actions); }
    ~FileActions() { posix_spawn_file_actions_destroy(&actions); }
    FileActions(const FileActions&) = delete;
    FileActions& operator=(const FileActions&) = delete;
    posix_spawn_file_actions_t actions{};
};

pid_t spawned(const std::vector<std::string>& command, const posix_spawn_file_actions_t* actions)
{
    assert(!command.empty());
    pid_t process = 0;
    const int failed = posix_spawnp(&process, command.front().c_str(), actions, nullptr, argumentsOf(command).data(), environ);
    if (failed != 0) {
        throw Error(ErrorCode::InputOutput, MHO_TEXT("The program cannot be started: %1"), {std::strerror(failed)}, command.front());
    }
    return process;
}

pid_t startLogged(const LoggedCommand& logged)
{
    FileActions files;
    if (!logged.log.empty()) {
        constexpr mode_t kEveryoneReads = 0644;
        posix_spawn_file_actions_addopen(&files.actions, STDOUT_FILENO, logged.log.c_str(), O_WRONLY | O_CREAT | O_APPEND, kEveryoneReads);
        posix_spawn_file_actions_adddup2(&files.actions, STDOUT_FILENO, STDERR_FILENO);
    }
    if (!logged.folder.empty()) {
        posix_spawn_file_actions_addchdir_np(&files.actions, logged.folder.c_str());
    }
    return spawned(logged.command, &files.actions);
}

int exitCodeOf(int status)
{
    constexpr int kSignalled = 128;
    return WIFEXITED(status) ? WEXITSTATUS(status) : kSignalled + WTERMSIG(status);
}

/// A pipe whose ends close with it.
struct Pipe {
    Pipe()
    {
        if (pipe2(ends.data(), O_CLOEXEC) != 0) {
            throw Error(ErrorCode::InputOutput, MHO_TEXT("No pipe to a program can be made: %1"), {std::strerror(errno)});
        }
    }
    ~Pipe()
    {
        close(ends[0]);
        closeWriting();
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    void closeWriting()
    {
        if (ends[1] >= 0) {
            close(std::exchange(ends[1], -1));
        }
    }
    std::array<int, 2> ends{-1, -1};
};

/// Reads both to their ends, whichever has something.
void drain(const std::array<int, 2>& from, const std::array<std::string*, 2>& to)
{
    std::array<pollfd, 2> watched{{{from[0], POLLIN, 0}, {from[1], POLLIN, 0}}};
    while (watched[0].fd >= 0 || watched[1].fd >= 0) {
        if (poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR) {
            return;
        }
        for (std::size_t i = 0; i < watched.size(); ++i) {
            if (watched[i].fd < 0 || watched[i].revents == 0) {
                continue;
            }
            std::array<char, 4096> buffer{};
            const ssize_t count = read(watched[i].fd, buffer.data(), buffer.size());
            if (count > 0) {
                to[i]->append(buffer.data(), static_cast<std::size_t>(count));
            } else if (count == 0 || errno != EINTR) {
                watched[i].fd = -1;
            }
        }
    }
}

}  // namespace

std::optional<std::string> findProgram(const std::string& name)
{
    const char* path = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe): nothing here changes the environment
    std::string rest = path != nullptr ? path : "";
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(':'), rest.size());
        const std::string candidate = (end == 0 ? "." : rest.substr(0, end)) + "/" + name;
        if (access(candidate.c_str(), X_OK) == 0 && !std::filesystem::is_directory(candidate)) {
            return candidate;
        }
        rest.erase(0, end + 1);
    }
    return std::nullopt;
}

std::string ownProgram()
{
    return std::filesystem::read_symlink("/proc/self/exe").string();
}

ProcessEnd runProcess(const std::vector<std::string>& command)
{
    Pipe output;
    Pipe errors;
    FileActions files;
    posix_spawn_file_actions_adddup2(&files.actions, output.ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&files.actions, errors.ends[1], STDERR_FILENO);
    const pid_t process = spawned(command, &files.actions);
    output.closeWriting();
    errors.closeWriting();
    ProcessEnd end;
    drain({output.ends[0], errors.ends[0]}, {&end.output, &end.errors});
    int status = 0;
    while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    end.exitCode = exitCodeOf(status);
    return end;
}

std::vector<int> runProcesses(const std::vector<LoggedCommand>& commands, std::int64_t jobs,
                              const std::function<Verdict(std::size_t ended)>& poll)
{
    assert(jobs >= 1);
    constexpr auto kBetween = std::chrono::milliseconds(20);
    std::vector<int> ends(commands.size(), -1);
    std::map<pid_t, std::size_t> running;
    std::size_t next = 0;
    std::size_t ended = 0;
    bool leaving = false;
    while (!running.empty() || (!leaving && next < commands.size())) {
        while (!leaving && next < commands.size() && static_cast<std::int64_t>(running.size()) < jobs) {
            try {
                running.emplace(startLogged(commands[next]), next);
            } catch (...) {
                for (const auto& [process, index] : running) {
                    kill(process, SIGTERM);
                    waitpid(process, nullptr, 0);
                }
                throw;
            }
            ++next;
        }
        std::erase_if(running, [&](const auto& entry) {
            int status = 0;
            if (waitpid(entry.first, &status, WNOHANG) != entry.first) {
                return false;
            }
            ends[entry.second] = exitCodeOf(status);
            ++ended;
            return true;
        });
        if (!leaving && poll(ended) != Verdict::Continue) {
            leaving = true;
            for (const auto& [process, index] : running) {
                kill(process, SIGTERM);
            }
        }
        std::this_thread::sleep_for(kBetween);
    }
    return ends;
}

std::int64_t fittingProcesses(std::int64_t threadsEach, std::int64_t bytesEach)
{
    const std::int64_t cores = std::max<std::int64_t>(1, std::thread::hardware_concurrency());
    const std::int64_t pages = sysconf(_SC_AVPHYS_PAGES);
    const std::int64_t free = pages > 0 ? pages * sysconf(_SC_PAGESIZE) : bytesEach;
    return std::max<std::int64_t>(1, std::min(cores / std::max<std::int64_t>(1, threadsEach), free / std::max<std::int64_t>(1, bytesEach)));
}

}  // namespace mho
