// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/pytorch_objects.h"

#include <cstddef>
#include <deque>
#include <string>

/// TorchScript archives (torch.jit.save): data.pkl holds the module as an object of a class whose code lies beside it. The code
/// is never looked at. For .cpp files of this room only.
namespace mho::detail {

/// Knows what TorchBuilder knows, the classes of the archive (__torch__.*), which become the dictionary of their attributes, and
/// the typed lists of torch.jit._pickle.
class ScriptBuilder final : public TorchBuilder {
public:
    bool allows(const std::string& global) const override;
    PickleValue call(const std::string& global, const std::vector<PickleItem>& arguments, const PickleReader& reader) override;
};

/// The tensors of a module and of those in it, by their path: what state_dict() gives.
class ScriptTensors {
public:
    /// Throws Error BadFormat (where = path) when the root is no object, has no tensors (a frozen program), or its objects are
    /// nested deeper than 64 or stand in more than 100,000 places, or the names of all places have more than 4 MiB.
    /// @param reader of the pickle; each place and its name count as values of it, as one object may stand in many places
    ScriptTensors(PickleItem root, const std::string& path, PickleReader& reader);
    /// A dictionary as of a state dictionary; lives as long as this.
    PickleItem dictionary() const { return &dictionary_; }

private:
    void add(const PickleDict& object, const std::string& prefix, int depth);

    const std::string& path_;
    PickleReader& reader_;
    std::deque<PickleValue> names_;
    PickleValue dictionary_{PickleDict{}};
    std::size_t places_ = 0;
    std::size_t nameBytes_ = 0;  ///< Of all places.
};

}  // namespace mho::detail
