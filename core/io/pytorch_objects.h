// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/pickle.h"

#include <map>
#include <string>

/// The few classes and functions that a state dictionary needs, as values. For .cpp files of this room only.
namespace mho::detail {

/// Knows torch._utils._rebuild_tensor, _rebuild_tensor_v2, _rebuild_parameter, the typed storages (torch.FloatStorage, ...) and what
/// checkpoints hold beside tensors: collections.OrderedDict, Counter and defaultdict (dictionaries), torch.Size (a tuple), set and
/// frozenset (lists). A defaultdict may name list, dict, int, float or set for its missing values; none of them is called. A tensor is
/// refused whose elements do not all lie in its storage, that has more elements than it (overlapping strides), negative sizes or
/// strides, or lazy conjugation or negation.
class TorchBuilder : public PickleBuilder {
public:
    bool allows(const std::string& global) const override;
    PickleValue call(const std::string& global, const std::vector<PickleItem>& arguments, const PickleReader& reader) override;
    PickleValue load(PickleItem id, const PickleReader& reader) override;

    /// The storages that were named, by key.
    const std::map<std::string, StoredStorage>& storages() const { return storages_; }

private:
    std::map<std::string, StoredStorage> storages_;
};

}  // namespace mho::detail
