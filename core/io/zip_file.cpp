// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/zip_file.h"

#include "core/base/error.h"
#include "core/base/small_file.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <cassert>
#include <filesystem>

namespace mho::detail {
namespace {

// Deflate packs at most 1032 bytes into one (zlib's technical notes).
constexpr std::uint64_t kDeflateLimit = 1032;
// torch.save does not deflate; a file packed afterwards shrinks most where most weights are zero. At a weight in 200 kept a
// weight takes 32 / 200 bits and 0.05 for its place, 1/150 of its 32 bits, so that no network needs more than this.
constexpr std::uint64_t kMostUnpacked = 200;
// What files may unpack to beside, whatever they are packed to.
constexpr std::uint64_t kUnpackedFreely = 16U << 20U;
// All that a small file may unpack to: 2 million numbers of float32. In half precision three times that is held at once, the entry
// and its numbers.
constexpr std::uint64_t kUnpackedOfSmall = 8'000'000;
constexpr std::uint64_t kPart = 1U << 20U;
constexpr zip_int64_t kMostEntries = 1'000'000;

[[noreturn]] void fail(const std::string& where, const char* text, std::vector<std::string> arguments = {})
{
    throw Error(ErrorCode::BadFormat, text, std::move(arguments), where);
}

}  // namespace

void ZipFile::Close::operator()(zip* archive) const
{
    zip_discard(archive);
}

ZipFile::ZipFile(std::string path) : path_(std::move(path))
{
    std::error_code failure;
    fileBytes_ = std::filesystem::file_size(path_, failure);
    if (failure) {
        throw Error(ErrorCode::NotFound, MHO_TEXT("The file cannot be opened: %1"), {failure.message()}, path_);
    }
    int code = 0;
    archive_.reset(zip_open(path_.c_str(), ZIP_RDONLY, &code));
    if (!archive_) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        const std::string message = zip_error_strerror(&error);
        zip_error_fini(&error);
        fail(path_, MHO_TEXT("The zip archive cannot be read (%1); it is cut or damaged"), {message});
    }
    const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
    if (count < 0 || count > kMostEntries) {
        fail(path_, MHO_TEXT("The archive has %1 entries, too many for a file of weights"), {fmt::format("{}", count)});
    }
    std::uint64_t packed = 0;
    std::uint64_t unpacked = 0;
    for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(count); ++index) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        constexpr zip_uint64_t kNeeded =
            ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
        if (zip_stat_index(archive_.get(), index, ZIP_FL_ENC_RAW, &stat) != 0 || (stat.valid & kNeeded) != kNeeded) {
            fail(path_, MHO_TEXT("Entry %1 of the archive cannot be read (%2); it is damaged"),
                 {fmt::format("{}", index), zip_strerror(archive_.get())});
        }
        const std::string name = stat.name;
        const std::string where = path_ + ", " + name;
        if (!sizes_.emplace(name, stat.size).second) {
            fail(where, MHO_TEXT("The archive names this entry twice"));
        }
        indices_.emplace(name, index);
        if (stat.encryption_method != ZIP_EM_NONE) {
            fail(where, MHO_TEXT("The entry is encrypted; save the weights without a password"));
        }
        if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE) {
            fail(where, MHO_TEXT("The entry is packed by method %1; stored and deflated ones can be read"),
                 {fmt::format("{}", stat.comp_method)});
        }
        const bool stored = stat.comp_method == ZIP_CM_STORE;
        if (stored) {
            stored_.insert(name);
        }
        // Together they fit as well, so that no bytes serve two entries.
        packed += std::min<std::uint64_t>(stat.comp_size, fileBytes_ + 1);
        if (packed > fileBytes_ || (stored && stat.size != stat.comp_size) || stat.size / kDeflateLimit > stat.comp_size) {
            fail(where, MHO_TEXT("The entry promises %1 bytes, more than the file can hold; it is cut or damaged"),
                 {fmt::format("{}", stat.size)});
        }
        unpacked += stat.size;  // At most kDeflateLimit times what the file has: no overflow.
        if (unpacked > mostUnpacked()) {
            fail(where,
                 MHO_TEXT("The entries up to here unpack to %1 bytes, too many for a file of %2; save it anew without packing"),
                 {fmt::format("{}", unpacked), fmt::format("{}", fileBytes_)});
        }
    }
}

bool ZipFile::isSmall() const
{
    return fileBytes_ < kSmallFile;
}

std::uint64_t ZipFile::mostUnpacked() const
{
    return isSmall() ? kUnpackedOfSmall : kUnpackedFreely + kMostUnpacked * fileBytes_;
}

/// The bytes of one entry, from its first on.
class ZipFile::Stream {
public:
    Stream(const ZipFile& zip, const std::string& name) : where_(zip.path_ + ", " + name)
    {
        const auto index = zip.indices_.find(name);
        if (index == zip.indices_.end()) {
            fail(where_, MHO_TEXT("The archive lacks this entry; it is cut or damaged"));
        }
        promised_ = zip.sizes_.at(name);
        file_.reset(zip_fopen_index(zip.archive_.get(), index->second, 0));
        if (!file_) {
            fail(where_, MHO_TEXT("The entry cannot be read (%1); it is damaged"), {zip_strerror(zip.archive_.get())});
        }
    }

    /// Fills the memory; it must not be more than the entry promises after what was taken.
    void take(std::span<char> memory)
    {
        while (!memory.empty()) {
            const std::uint64_t got = some(memory);
            if (got == 0) {
                failOfSize();
            }
            memory = memory.subspan(got);
        }
    }

    /// Nothing must be left: only at the end of an entry libzip compares the check sum.
    void end()
    {
        char beyond = 0;
        if (some({&beyond, 1}) != 0) {
            failOfSize();
        }
    }

private:
    struct Close {
        void operator()(zip_file_t* file) const { zip_fclose(file); }
    };

    std::uint64_t some(std::span<char> memory)
    {
        const zip_int64_t got = zip_fread(file_.get(), memory.data(), memory.size());
        if (got < 0) {
            fail(where_, MHO_TEXT("The entry cannot be read (%1); it is damaged"), {zip_file_strerror(file_.get())});
        }
        return static_cast<std::uint64_t>(got);
    }

    [[noreturn]] void failOfSize() const
    {
        fail(where_, MHO_TEXT("The entry has not the %1 bytes that the archive promises; it is damaged"),
             {fmt::format("{}", promised_)});
    }

    std::string where_;
    std::uint64_t promised_ = 0;
    std::unique_ptr<zip_file_t, Close> file_;
};

std::string ZipFile::read(const std::string& name) const
{
    Stream stream(*this, name);
    // Room for all at once, as growing would hold the entry twice; it is touched only where there is something.
    const std::uint64_t promised = sizes_.at(name);
    std::string content;
    content.reserve(promised);
    while (content.size() < promised) {
        const std::uint64_t done = content.size();
        content.resize(std::min(promised, done + kPart));
        stream.take(std::span(content).subspan(done));
    }
    stream.end();
    return content;
}

bool ZipFile::isStored(const std::string& name) const
{
    return stored_.contains(name);
}

void ZipFile::readInto(const std::string& name, std::span<char> memory) const
{
    Stream stream(*this, name);
    assert(memory.size() == sizes_.at(name));
    stream.take(memory);
    stream.end();
}

}  // namespace mho::detail
