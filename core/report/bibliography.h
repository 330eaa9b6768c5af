// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace mho {

/// A work that a method or a model is from.
struct MHO_API Reference {
    std::string key;   ///< As the documentation calls it: "S0".
    std::string type;  ///< BibTeX: "inproceedings", "article", "misc".
    std::vector<std::pair<std::string, std::string>> fields;  ///< BibTeX fields, plain UTF-8; only what is known.
    std::vector<std::string> uses;  ///< What it stands behind: "constraint:filter", "preset:isaac".

    std::string field(const std::string& name) const;
    /// "Yuan et al., Title, ISLPED 2019, arXiv 1908.11691"
    std::string text() const;
    std::string bibTex() const;
};

/// Reads resources/bibliography.json. Throws Error NotFound, BadFormat.
MHO_API std::vector<Reference> loadBibliography();

/// Those of `all` that stand behind one of `uses`, in the order of `all`.
MHO_API std::vector<Reference> referencesFor(const std::vector<Reference>& all, const std::set<std::string>& uses);

}  // namespace mho
