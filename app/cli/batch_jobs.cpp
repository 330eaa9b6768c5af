// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/batch_jobs.h"

#include "app/cli/shell_words.h"
#include "core/base/error.h"
#include "core/base/json_depth.h"
#include "core/base/resources.h"
#include "core/base/whole_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <map>

namespace mho::cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t kLongestName = 80;
constexpr std::size_t kMostProblems = 100;

/// The first problems of a batch, as many as a person reads.
class FirstProblems {
public:
    /// @param tell gives the words; called only where the problem is listed
    template <class Tell>
    void add(const std::string& where, const Tell& tell)
    {
        if (problems_.size() < kMostProblems) {
            problems_.push_back({where, std::string(tell())});
        } else {
            ++others_;
        }
    }
    void throwIfAny(const std::string& path)
    {
        if (others_ > 0) {
            problems_.push_back({"jobs", fmt::format("{} more problems are not listed; correct these first", others_)});
        }
        throwIfProblems(problems_, path);
    }

private:
    std::vector<Problem> problems_;
    std::size_t others_ = 0;
};

json parsed(const std::string& path)
{
    const std::string text = readTextFile(path);
    checkJsonDepth(text, path);
    try {
        return json::parse(text);
    } catch (const json::exception& bad) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The file is not JSON: %1"), {bad.what()}, path);
    }
}

/// Reads one job and keeps what is wrong with it.
class JobReader {
public:
    JobReader(const fs::path& folder, const CommandCheck& check, FirstProblems& problems) : folder_(folder), check_(check), problems_(problems) {}

    BatchJob read(const json& value)
    {
        const std::size_t at = read_++;
        where_ = fmt::format("jobs[{}]", at);
        BatchJob job;
        if (!value.is_object()) {
            say("", "is no object with \"command\"");
            return job;
        }
        for (const auto& [key, unused] : value.items()) {
            if (key != "command" && key != "name" && key != "folder" && key != "after") {
                say("." + key, "is unknown; there are: command, name, folder, after");
            }
        }
        job.words = wordsOf(value);
        job.name = nameOf(value, job);
        job.folder = folderOf(value);
        job.after = afterOf(value);
        if (const auto [same, isNew] = earlier_.emplace(job.name, at); !isNew) {
            say(".name", fmt::format("\"{}\" is that of jobs[{}] too", job.name, same->second));
        }
        return job;
    }

private:
    void say(const std::string& field, const std::string& what)
    {
        problems_.add(where_ + field, [&] { return what; });
    }

    /// A text of the job; `fallback` where there is none or something else.
    std::string textOf(const json& value, const char* key, std::string fallback)
    {
        if (!value.contains(key)) {
            return fallback;
        }
        if (!value[key].is_string()) {
            say(fmt::format(".{}", key), "is no text");
            return fallback;
        }
        return value[key].get<std::string>();
    }

    std::vector<std::string> wordsOf(const json& value)
    {
        std::vector<std::string> words;
        if (!value.contains("command")) {
            say(".command", "is missing");
            return words;
        }
        const json& command = value["command"];
        if (command.is_string()) {
            ShellWords cut = shellWords(command.get<std::string>());
            if (!cut.fault.empty()) {
                say(".command", cut.fault);
                return words;
            }
            words = std::move(cut.words);
        } else if (command.is_array() && std::all_of(command.begin(), command.end(), [](const json& word) { return word.is_string(); })) {
            words = command.get<std::vector<std::string>>();
        } else {
            say(".command", "is neither a text nor a list of texts");
            return words;
        }
        if (!words.empty() && words.front() == "mho") {
            words.erase(words.begin());
        }
        if (words.empty()) {
            say(".command", "is empty");
        } else if (words.front() == "batch") {
            say(".command", "is a batch; put its jobs here instead");
        } else if (const std::string fault = check_(words); !fault.empty()) {
            say(".command", fmt::format("mho {}: {}", shellLine(words), fault));
        }
        return words;
    }

    std::string nameOf(const json& value, const BatchJob& job)
    {
        const std::string usual = fmt::format("{}-{}", read_, job.words.empty() ? "job" : fileNameOf(job.words.front()));
        std::string name = textOf(value, "name", usual);
        if (name.empty() || name.size() > kLongestName || fileNameOf(name) != name) {
            say(".name", fmt::format("\"{}\" is no name of 1 to {} letters, digits, \"-\", \"_\" and \".\" (not leading)", name, kLongestName));
        }
        return name;
    }

    std::string folderOf(const json& value)
    {
        fs::path folder = (folder_ / textOf(value, "folder", ".")).lexically_normal();
        folder = folder.has_filename() ? folder : folder.parent_path();  // "a/" and "a" are one
        std::error_code unknown;
        if (!fs::is_directory(folder, unknown)) {
            say(".folder", fmt::format("{} is no folder", folder.string()));
        }
        return folder.string();
    }

    std::vector<std::size_t> afterOf(const json& value)
    {
        std::vector<std::size_t> after;
        if (!value.contains("after")) {
            return after;
        }
        if (!value["after"].is_array()) {
            say(".after", "is no list of names");
            return after;
        }
        for (const json& name : value["after"]) {
            const auto found = name.is_string() ? earlier_.find(name.get<std::string>()) : earlier_.end();
            if (found == earlier_.end()) {
                problems_.add(where_ + ".after", [&] {
                    return fmt::format("{} is the name of no job before this one", name.dump(-1, ' ', false, json::error_handler_t::replace));
                });
                continue;
            }
            after.push_back(found->second);
        }
        return after;
    }

    fs::path folder_;
    const CommandCheck& check_;
    FirstProblems& problems_;
    std::map<std::string, std::size_t> earlier_;  ///< Index of a job by its name.
    std::size_t read_ = 0;
    std::string where_;
};

}  // namespace

std::vector<BatchJob> readBatch(const std::string& path, const CommandCheck& check)
{
    const json content = parsed(path);
    FirstProblems problems;
    std::vector<BatchJob> jobs;
    if (!content.is_object() || !content.contains("jobs") || !content["jobs"].is_array() || content["jobs"].empty()) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The file is no batch: an object with a list of \"jobs\", each with a \"command\""), {}, path);
    }
    for (const auto& [key, unused] : content.items()) {
        if (key != "jobs") {
            problems.add(key, [] { return "is unknown; there is: jobs"; });
        }
    }
    if (content["jobs"].size() > kMostJobs) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("The batch has %1 jobs, more than %2; cut it into several"), {std::to_string(content["jobs"].size()), std::to_string(kMostJobs)}, path);
    }
    JobReader reader(fs::absolute(path).parent_path(), check, problems);
    for (const json& job : content["jobs"]) {
        jobs.push_back(reader.read(job));
    }
    problems.throwIfAny(path);
    return jobs;
}

}  // namespace mho::cli
