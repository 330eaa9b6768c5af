// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/documents.h"
#include "core/project/project.h"
#include "core/project/sqlite.h"
#include "core/project/tensor_store.h"

#include <mutex>

namespace mho {

/// The file is the only truth: nothing of it is held in memory between calls.
struct Project::State {
    State(const std::string& path, detail::Database::Mode mode) : database(path, mode) {}

    mutable detail::Database database;
    mutable std::mutex lock;  ///< Guards `database`, for one transaction at a time.
    std::mutex writing;       ///< Held over a whole write of tensors; taken before `lock`.
    detail::TensorStore tensors{database, lock};

    /// Replaces a document and journals the change in one transaction; writes nothing when it is as before.
    void edit(const char* key, const std::string& content, const std::string& command);
    /// A document that may be missing.
    std::optional<std::string> optionalDocument(const std::string& key) const;
    /// Replaces a document that is no edit of a person.
    void keepDocument(const std::string& key, const std::string& content);
};

}  // namespace mho
