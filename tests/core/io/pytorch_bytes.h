// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Files of torch.save, byte by byte, so that each can be made wrong in one place.
namespace mho::test {

/// `value` in so many bytes, little endian.
std::string littleEndian(std::uint64_t value, unsigned bytes);

/// Pickle operations of protocol 2.
std::string pickle(const std::string& body);               ///< PROTO 2, body, STOP
std::string text(std::string_view value);                  ///< BINUNICODE
std::string whole(std::int64_t value);                     ///< BININT1 where it fits, else LONG1 of 8 bytes
std::string tuple(const std::vector<std::string>& items);  ///< MARK ... TUPLE
std::string dict(const std::vector<std::string>& items);   ///< EMPTY_DICT MARK key value ... SETITEMS
std::string global(std::string_view module, std::string_view name);
std::string call(const std::string& function, const std::string& arguments);  ///< REDUCE
/// A persistent id of a storage, loaded.
std::string storage(std::string_view type, std::string_view key, std::int64_t elements, const std::string& more = {});
/// torch._utils._rebuild_tensor_v2 of a storage.
std::string tensor(const std::string& stored, std::int64_t offset, const std::vector<std::int64_t>& shape,
                   const std::vector<std::int64_t>& strides);

struct ZipEntry {
    std::string name;
    std::string content;
    bool deflated = false;
    std::uint64_t promised = 0;  ///< Unpacked size that the archive claims; 0 = the true one.
};
/// A zip archive.
std::string zipFile(const std::vector<ZipEntry>& entries);
/// The zip form: data.pkl and an entry per storage ("data/KEY") in the folder "archive".
std::string zipForm(const std::string& pickled, const std::vector<ZipEntry>& more);
/// The older form: header, pickle, keys, storages; each storage is its number of elements and their bytes.
struct LegacyStorage {
    std::string key;
    std::uint64_t elements = 0;
    std::string content;
};
std::string legacyForm(const std::string& pickled, const std::vector<LegacyStorage>& storages);

/// float32 values, little or big endian.
std::string floats(const std::vector<float>& values, bool bigEndian = false);

}  // namespace mho::test
