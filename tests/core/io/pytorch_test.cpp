// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pytorch.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/io/weights_file.h"
#include "core/io/weights_match.h"
#include "core/network/zoo.h"
#include "tests/core/io/pytorch_bytes.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace mho;
using namespace mho::test;

namespace {

using Values = std::vector<float>;
using Names = std::vector<std::string>;

Values valuesOf(const NamedTensor& named)
{
    return {named.tensor.values().begin(), named.tensor.values().end()};
}

PyTorchContent read(const std::string& bytes)
{
    TemporaryFolder folder;
    const std::string path = folder.file("file.pt");
    writeFileWhole(path, bytes);
    return readPyTorch(path);
}

/// The text of the refusal.
std::string refusal(const std::string& bytes)
{
    try {
        read(bytes);
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::BadFormat);
        return error.what();
    }
    return "read";
}

bool names(const std::string& whole, const std::string& part)
{
    INFO(whole);
    return whole.find(part) != std::string::npos;
}

/// A zip file with one tensor "w" on the storage "0" of `held` float32 elements.
std::string oneTensor(const std::string& rebuilt, std::size_t held)
{
    return zipForm(pickle(dict({text("w"), rebuilt})), {{"data/0", floats(Values(held, 1.0F))}});
}

const std::string kFour = storage("FloatStorage", "0", 4);

/// What a checkpoint saves: float32, float16, bfloat16 and int64 tensors, a parameter, two views of one storage.
std::string checkpoint()
{
    const std::string empty = call(global("collections", "OrderedDict"), ")");
    const std::string parameter = call(global("torch._utils", "_rebuild_parameter"),
                                       tuple({tensor(storage("FloatStorage", "a", 6), 0, {2, 3}, {3, 1}), "\x88", empty}));
    const std::string entries = text("module.a") + parameter + text("module.turned") +
                                tensor(storage("FloatStorage", "a", 6), 0, {3, 2}, {1, 3}) + text("module.half") +
                                tensor(storage("HalfStorage", "h", 2), 1, {1}, {1}) + text("module.brain") +
                                tensor(storage("BFloat16Storage", "b", 1), 0, {}, {}) + text("module.count") +
                                tensor(storage("LongStorage", "n", 1), 0, {}, {});
    const std::string state = empty + "(" + entries + "u" + dict({text("_metadata"), dict({})}) + "b";
    return pickle(dict({text("epoch"), whole(300), text("state_dict"), state, text("best"), "N"}));
}

const std::string kA = floats({1, 2, 3, 4, 5, 6});
const std::string kHalf = littleEndian(0x3c00, 2) + littleEndian(0xc000, 2);
const std::string kBrain = littleEndian(0xc049, 2);

std::string zipCheckpoint()
{
    return zipForm(
        checkpoint(),
        {{"byteorder", "little"}, {"data/a", kA}, {"data/h", kHalf}, {"data/b", kBrain}, {"data/n", littleEndian(7, 8)}});
}

std::string legacyCheckpoint()
{
    return legacyForm(checkpoint(), {{"a", 6, kA}, {"b", 1, kBrain}, {"h", 2, kHalf}, {"n", 1, littleEndian(7, 8)}});
}

void checkCheckpoint(const PyTorchContent& content)
{
    REQUIRE(content.tensors.size() == 4);
    CHECK(content.part == "state_dict");
    CHECK(content.skipped == Names{"epoch (number)", "best (None)", "module.count (int64)"});
    CHECK(content.tensors[0].name == "module.a");
    CHECK(content.tensors[0].type == StoredType::Float32);
    CHECK(content.tensors[0].tensor.shape() == Shape{2, 3});
    CHECK(valuesOf(content.tensors[0]) == Values{1, 2, 3, 4, 5, 6});
    CHECK(content.tensors[1].tensor.shape() == Shape{3, 2});
    CHECK(valuesOf(content.tensors[1]) == Values{1, 4, 2, 5, 3, 6});
    CHECK(content.tensors[2].type == StoredType::Float16);
    CHECK(valuesOf(content.tensors[2]) == Values{-2});
    CHECK(content.tensors[3].type == StoredType::BFloat16);
    CHECK(content.tensors[3].tensor.shape().empty());
    CHECK(valuesOf(content.tensors[3]) == Values{-3.140625F});
}

}  // namespace

TEST_CASE("Both forms of a checkpoint give its tensors")
{
    checkCheckpoint(read(zipCheckpoint()));
    checkCheckpoint(read(legacyCheckpoint()));
}

TEST_CASE("Elements are read in the byte order that the zip form names, and as float32")
{
    const std::string pickled = pickle(dict({text("w"), tensor(storage("FloatStorage", "0", 3), 0, {3}, {1}), text("d"),
                                             tensor(storage("DoubleStorage", "1", 1), 0, {1}, {1})}));
    const Values values{1.5F, -2, 1e-30F};
    // 1 + 2^-24 + 2^-52 lies just above the middle of two floats: upwards.
    std::string twice = littleEndian(0x3ff0000010000001, 8);
    const auto content = read(zipForm(pickled, {{"data/0", floats(values)}, {"data/1", twice}}));
    CHECK(valuesOf(content.tensors[0]) == values);
    CHECK(valuesOf(content.tensors[1]) == Values{1.00000012F});
    CHECK(content.part.empty());
    std::reverse(twice.begin(), twice.end());
    const auto turned = read(zipForm(pickled, {{"byteorder", "big"}, {"data/0", floats(values, true)}, {"data/1", twice}}));
    CHECK(valuesOf(turned.tensors[0]) == values);
    CHECK(valuesOf(turned.tensors[1]) == Values{1.00000012F});
    CHECK(names(refusal(zipForm(pickled, {{"byteorder", "middle"}, {"data/0", floats(values)}, {"data/1", twice}})),
                "byteorder"));
}

TEST_CASE("A part of a storage in the older form")
{
    const std::string part = storage("FloatStorage", "a", 6, tuple({text("view"), whole(2), whole(3)}));
    const auto file = [&](const std::string& rebuilt) {
        return legacyForm(pickle(dict({text("w"), rebuilt})), {{"a", 6, kA}});
    };
    CHECK(valuesOf(read(file(tensor(part, 1, {2}, {1}))).tensors[0]) == Values{4, 5});
    CHECK(names(refusal(file(tensor(part, 2, {2}, {1}))), "beyond its storage"));
    const std::string beyond = storage("FloatStorage", "a", 6, tuple({text("view"), whole(2), whole(5)}));
    CHECK(names(refusal(file(tensor(beyond, 0, {1}, {1}))), "beyond its 6 elements"));
}

TEST_CASE("Whatever would run is refused by name")
{
    const std::string system = call(global("os", "system"), tuple({text("touch hostile")}));
    CHECK(names(refusal(zipForm(pickle(dict({text("w"), system})), {})), "os.system"));
    CHECK(names(refusal(legacyForm(pickle(system), {})), "os.system"));
    // The same by name from the stack, in protocol 4.
    const std::string stacked = std::string("\x80\x04") + text("builtins") + text("eval") + "\x93)R.";
    CHECK(names(refusal(zipForm(stacked, {})), "builtins.eval"));
    for (const char* operation : {"i", "o", "\x82", "P", "V", "\x92"}) {
        CHECK(names(refusal(zipForm(pickle(")" + std::string(operation) + "os\nsystem\n"), {})), "has no place"));
    }
    CHECK(names(refusal(zipForm(pickle(global("torch._utils", "_rebuild_tensor_v2") + "}b"), {})), "Attributes"));
    CHECK(names(refusal(zipForm(pickle(dict({text("w"), text("f") + ")R"})), {})), "not a function"));
}

TEST_CASE("A tensor must lie in its storage")
{
    constexpr std::int64_t kHuge = std::int64_t{1} << 62;
    CHECK(valuesOf(read(oneTensor(tensor(kFour, 0, {4}, {1}), 4)).tensors[0]) == Values(4, 1.0F));
    CHECK(names(refusal(oneTensor(tensor(kFour, 1, {4}, {1}), 4)), "beyond its storage"));
    CHECK(names(refusal(oneTensor(tensor(kFour, 0, {2}, {4}), 4)), "beyond its storage"));
    CHECK(names(refusal(oneTensor(tensor(kFour, 0, {2}, {kHuge}), 4)), "beyond its storage"));
    CHECK(names(refusal(oneTensor(tensor(kFour, kHuge, {2, 2}, {kHuge, kHuge}), 4)), "beyond its storage"));
    CHECK(names(refusal(oneTensor(tensor(kFour, 0, {kHuge}, {0}), 4)), "more elements"));
    CHECK(names(refusal(oneTensor(tensor(kFour, 0, {kHuge, kHuge}, {0, 0}), 4)), "more elements"));
    CHECK(names(refusal(oneTensor(tensor(kFour, 0, {kHuge, kHuge, 0}, {0, 0, 1}), 4)), "more elements"));
    CHECK(names(refusal(oneTensor(tensor(kFour, 3, {2}, {-1}), 4)), "0 or more"));
    CHECK(names(refusal(oneTensor(tensor(kFour, 0, {-2}, {1}), 4)), "0 or more"));
    CHECK(names(refusal(oneTensor(tensor(kFour, -1, {2}, {1}), 4)), "0 or more"));
    CHECK(names(refusal(oneTensor(tensor(kFour, 0, {2, 2}, {1}), 4)), "2 sizes but 1 strides"));
    CHECK(
        names(refusal(oneTensor(tensor(kFour, 0, {1, 1, 1, 1, 1, 1, 1, 1, 1}, {1, 1, 1, 1, 1, 1, 1, 1, 1}), 4)), "at most 8"));
    CHECK(names(refusal(oneTensor(tensor(text("no storage"), 0, {4}, {1}), 4)), "no storage"));
}

TEST_CASE("A storage must be there, in its size")
{
    const std::string whole4 = tensor(kFour, 0, {4}, {1});
    CHECK(names(refusal(oneTensor(whole4, 3)), "4 elements of type float32"));
    CHECK(names(refusal(zipForm(pickle(dict({text("w"), whole4})), {})), "archive/data/0"));
    const std::string huge = storage("FloatStorage", "0", std::int64_t{1} << 61);
    CHECK(names(refusal(oneTensor(tensor(huge, 0, {4}, {1}), 4)), "cannot be"));
    const std::string pickled = pickle(dict({text("w"), whole4}));
    CHECK(names(refusal(legacyForm(pickled, {{"0", 3, floats({1, 2, 3})}})), "should stand here"));
    CHECK(names(refusal(legacyForm(pickled, {{"0", 4, floats({1, 2, 3})}})), "should stand here"));
    CHECK(names(refusal(legacyForm(pickled, {{"1", 4, floats({1, 2, 3, 4})}})), "belongs to no tensor"));
    CHECK(names(refusal(legacyForm(pickled, {})), "is missing"));
    const std::string both = pickle(dict({text("w"), whole4, text("v"), tensor(storage("IntStorage", "0", 4), 0, {4}, {1})}));
    CHECK(names(refusal(zipForm(both, {{"data/0", kA}})), "stands twice"));
}

TEST_CASE("Few bytes cannot ask for much memory")
{
    // One storage of a thousand elements, seen in a thousand ways.
    std::vector<std::string> entries;
    for (int i = 0; i < 1000; ++i) {
        entries.push_back(text("w" + std::to_string(i)));
        entries.push_back(tensor(storage("FloatStorage", "0", 1000), i % 100, {100, 3 + i / 125}, {1, 2}));
    }
    CHECK(names(refusal(zipForm(pickle(dict(entries)), {{"data/0", floats(Values(1000, 1.0F))}})), "on storages of 1000"));
    CHECK(names(refusal(zipForm(pickle(std::string(2'000'001, ']')), {})), "too many"));
    CHECK(names(refusal(zipForm(pickle(std::string(2'000, '(')), {})), "nested"));
    // A list of a thousand items, copied again and again by a call.
    std::string copies = global("collections", "OrderedDict") + "q\x01" + "0](";
    for (int i = 0; i < 1000; ++i) {
        copies += "NN\x86";
    }
    copies += "e\x85q\x02";
    for (int i = 0; i < 3000; ++i) {
        copies += "h\x01h\x02R0";
    }
    CHECK(names(refusal(zipForm(pickle(copies), {})), "too many"));
    const std::string promise = "X" + littleEndian(0xffffffffU, 4) + "abc";
    CHECK(names(refusal(zipForm(pickle(promise), {})), "4294967295 bytes should stand here"));
    CHECK(names(refusal(zipForm(std::string("\x80\x04\x8d") + littleEndian(~std::uint64_t{0}, 8), {})), "should stand here"));
}

TEST_CASE("No cut and no changed byte of a file does harm")
{
    for (const std::string& whole : {zipCheckpoint(), legacyCheckpoint()}) {
        for (std::size_t length = 0; length < whole.size(); ++length) {
            INFO(length);
            CHECK_THROWS_AS(read(whole.substr(0, length)), Error);
        }
        std::size_t refused = 0;
        for (std::size_t place = 0; place < whole.size(); ++place) {
            for (const int change : {0x01, 0x20, 0x80, 0xff}) {
                std::string damaged = whole;
                damaged[place] = static_cast<char>(static_cast<unsigned char>(damaged[place]) ^ static_cast<unsigned>(change));
                try {
                    read(damaged);
                } catch (const Error&) {
                    ++refused;
                }
            }
        }
        CHECK(refused > whole.size());
    }
}

TEST_CASE("Zip archives that are no file of torch.save are refused")
{
    CHECK(names(refusal(zipFile({{"weights.npy", "x"}})), "lacks data.pkl"));
    CHECK(names(refusal(zipForm(pickle(dict({text("a"), text("b")})), {{"constants.pkl", pickle(")")}})), "is no module"));
    CHECK(names(refusal(zipForm(checkpoint(), {{"data/a", kA}, {"data/a", kA}})), "twice"));
    CHECK(names(refusal("PK\x03\x04"), "zip archive"));
    CHECK(names(refusal("neither"), "not a file of torch.save"));
    CHECK(names(refusal(zipForm(pickle(text("a text")), {})), "holds a text"));
    CHECK(names(refusal(zipForm(pickle(dict({text("state_dict"), dict({})})), {})), "no dictionary of tensors"));
    const std::string entry = text("w") + tensor(kFour, 0, {4}, {1});
    CHECK(names(refusal(zipForm(pickle("}(" + entry + entry + "u"), {{"data/0", floats(Values(4, 1.0F))}})), "twice"));
}

TEST_CASE("A file of weights is known by its content")
{
    TemporaryFolder folder;
    const std::string path = folder.file("weights");
    writeFileWhole(path, zipCheckpoint());
    CHECK(readWeights(path).format == "PyTorch");
    CHECK(readWeights(path).part == "state_dict");
    writeFileWhole(path, legacyCheckpoint());
    CHECK(readWeights(path).tensors.size() == 4);
    // A header of 640 bytes starts like a pickle of protocol 2.
    std::string header = R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})";
    header.resize(0x0280, ' ');
    writeFileWhole(path, littleEndian(header.size(), 8) + header + floats({2}));
    CHECK(readWeights(path).format == "safetensors");
    CHECK(valuesOf(readWeights(path).tensors.at(0)) == Values{2});
    writeFileWhole(path, "x");
    CHECK_THROWS_WITH(readWeights(path), Catch::Contains("no file of weights"));
    CHECK_THROWS_AS(readWeights(folder.file("none")), Error);
}

TEST_CASE("Published state dictionaries fill zoo networks whole")
{
    const auto fills = [](const std::string& file, const char* network, const Names& skipped) {
        const auto path = dataFile("weights/" + file);
        if (!path) {
            return;
        }
        const WeightsContent content = readWeights(*path);
        const WeightsMatch match = matchWeights(makeZooNetwork(network), content.tensors);
        CHECK(match.missing.empty());
        CHECK(match.unused.empty());
        CHECK(std::includes(content.skipped.begin(), content.skipped.end(), skipped.begin(), skipped.end()));
    };
    fills("resnet20-12fca82f.th", "resnet20-cifar10", {"best_prec1 (number)"});
    fills("vgg16-cifar10-start.pth", "vgg16-cifar10", {"features.1.num_batches_tracked (int64)"});
}
