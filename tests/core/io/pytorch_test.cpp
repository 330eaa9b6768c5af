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

TEST_CASE("A checkpoint's weights are found beside other tensors")
{
    const std::string weights = dict({text("w"), tensor(kFour, 0, {4}, {1})});
    const std::string best = tensor(storage("FloatStorage", "1", 1), 0, {}, {});
    const std::string random = tensor(storage("ByteStorage", "2", 3), 0, {3}, {1});
    const std::vector<ZipEntry> stored{{"data/0", floats(Values(4, 1.0F))}, {"data/1", floats({71.2F})}, {"data/2", "abc"}};
    const auto one =
        read(zipForm(pickle(dict({text("best_acc1"), best, text("state_dict"), weights, text("rng"), random})), stored));
    CHECK(one.part == "state_dict");
    REQUIRE(one.tensors.size() == 1);
    CHECK(valuesOf(one.tensors[0]) == Values(4, 1.0F));
    CHECK(one.skipped == Names{"best_acc1 (float32)", "rng (uint8)"});
    const auto two = read(zipForm(pickle(dict({text("model"), dict({text("net"), weights}), text("rng"), random})),
                                  {{"data/0", floats(Values(4, 1.0F))}, {"data/2", "abc"}}));
    CHECK(two.part == "model.net");
    CHECK(two.skipped == Names{"rng (uint8)"});
    // A plain dictionary of weights with another beside them is the plain one.
    const auto plain = read(zipForm(pickle(dict({text("a"), tensor(kFour, 0, {2}, {1}), text("b"), tensor(kFour, 2, {2}, {1}), text("model"), weights})),
                                    {{"data/0", floats(Values(4, 1.0F))}}));
    CHECK(plain.part.empty());
    CHECK(plain.tensors.size() == 2);
}

TEST_CASE("A state dictionary may have entries that are none")
{
    const std::string four = tensor(kFour, 0, {4}, {1});
    const auto content = read(zipForm(pickle(dict({text("w"), four, text("model"), dict({text("epoch"), whole(3)}), text("list"), "]"})),
                                      {{"data/0", floats(Values(4, 1.0F))}}));
    CHECK(content.part.empty());
    REQUIRE(content.tensors.size() == 1);
    CHECK(content.tensors[0].name == "w");
    CHECK(content.skipped == Names{"model (dictionary)", "list (list)"});
}

TEST_CASE("Equal views share memory, other views of the same storage do not")
{
    const auto view = [](std::int64_t offset) { return tensor(kFour, offset, {2}, {1}); };
    const auto content = read(zipForm(pickle(dict({text("b"), view(2), text("a"), view(0), text("c"), view(2)})),
                                      {{"data/0", floats({1, 2, 3, 4})}}));
    REQUIRE(content.tensors.size() == 3);
    CHECK(content.tensors[0].name == "b");
    CHECK(valuesOf(content.tensors[0]) == Values{3, 4});
    CHECK(valuesOf(content.tensors[1]) == Values{1, 2});
    CHECK(content.tensors[2].tensor.values().data() == content.tensors[0].tensor.values().data());
}

TEST_CASE("Values are found again by any numbers that a pickle gives them")
{
    const std::string four = tensor(kFour, 0, {4}, {1});
    const std::string far{"r\x00\x00\x00\x7f", 5};
    // "q" gives a number, "\x94" the count of those given so far, "0" drops the value.
    const std::string given = text("two") + "q\x02" + text("zero") + std::string{"q\x00", 2} + text("one") + "q\x01" + text("three") +
                              "\x94" + text("far") + far + "00000";
    const std::string entries = "h\x02" + four + std::string{"h\x00", 2} + four + "h\x01" + four + "h\x03" + four +
                              std::string{"j\x00\x00\x00\x7f", 5} + four;
    const auto content = read(zipForm(pickle(given + "}(" + entries + "u"), {{"data/0", floats(Values(4, 1.0F))}}));
    Names found;
    for (const NamedTensor& named : content.tensors) {
        found.push_back(named.name);
    }
    CHECK(found == Names{"two", "zero", "one", "three", "far"});
    CHECK(names(refusal(zipForm(pickle(given + "h\x04"), {})), "Value 4 is used before it is made"));
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

TEST_CASE("What checkpoints hold beside tensors is built as plain containers")
{
    // pickle.dumps({"milestones": Counter([80, 120, 120]), "seen": defaultdict(list, {"a": [1]}), "plain": defaultdict(),
    // "s": {1}, "f": frozenset({2, 3})}) of Python 3.11 without start and end, in protocol 2 and in 4.
    const std::string two{
        "}q\0(X\n\0\0\0milestonesq\1ccollections\nCounter\nq\2}q\3(KPK\1KxK\2u\x85q\4Rq\5X\4\0\0\0seenq\6ccollections\ndefaultdict\nq\7"
        "c__builtin__\nlist\nq\10\x85q\tRq\nX\1\0\0\0aq\v]q\fK\1asX\5\0\0\0plainq\rh\7)Rq\16X\1\0\0\0sq\17c__builtin__\nset\nq\20]q\21"
        "K\1a\x85q\22Rq\23X\1\0\0\0fq\24c__builtin__\nfrozenset\nq\25]q\26(K\2K\3e\x85q\27Rq\30u",
        248};
    const std::string four{
        "}\x94(\x8c\nmilestones\x94\x8c\x0b"
        "collections\x94\x8c\7Counter\x94\x93\x94}\x94(KPK\1KxK\2u\x85\x94R\x94\x8c\4seen\x94h\2\x8c\x0b"
        "defaultdict\x94\x93\x94\x8c\x08"
        "builtins\x94\x8c\4list\x94\x93\x94\x85\x94R\x94\x8c\1"
        "a\x94]\x94K\1as\x8c\5plain\x94h\n)R\x94\x8c\1s\x94\x8f\x94(K\1\x90\x8c\1"
        "f\x94(K\2K\3\x91\x94u"};
    for (const std::string& beside : {two, four}) {
        const std::string weights = text("state_dict") + dict({text("w"), tensor(kFour, 0, {4}, {1})});
        const auto content = read(zipForm(pickle(beside + "(" + weights + "u"), {{"data/0", floats(Values(4, 1.0F))}}));
        CHECK(content.tensors.size() == 1);
        CHECK(content.skipped == Names{"milestones (dictionary)", "seen (dictionary)", "plain (dictionary)", "s (list)", "f (list)"});
    }
}

TEST_CASE("Containers are not built from anything else, and what they name is not called")
{
    const auto built = [](const std::string& function, const std::string& arguments) {
        return refusal(zipForm(pickle(call(function, arguments)), {}));
    };
    const std::string counter = global("collections", "Counter");
    const std::string missing = global("collections", "defaultdict");
    for (const std::string& list : {global("builtins", "list"), global("__builtin__", "list")}) {
        CHECK(names(built(list, ")"), "list is called with unknown arguments"));
        CHECK(names(built(list, "]\x85"), "list is called with unknown arguments"));
        CHECK(names(built(missing, list + "}\x86"), "collections.defaultdict is called with unknown arguments"));
    }
    CHECK(names(built(global("builtins", "dict"), "}\x85"), "builtins.dict is called"));
    CHECK(names(built(global("builtins", "int"), text("7") + "\x85"), "builtins.int is called"));
    CHECK(names(built(global("builtins", "set"), "}\x85"), "builtins.set is called with unknown arguments"));
    CHECK(names(built(global("builtins", "set"), ")"), "builtins.set is called with unknown arguments"));
    CHECK(names(built(counter, "]\x85"), "collections.Counter is called with unknown arguments"));
    CHECK(names(built(missing, "}\x85"), "collections.defaultdict is called with unknown arguments"));
    CHECK(names(built(missing, global("collections", "OrderedDict") + "\x85"), "collections.defaultdict is called"));
    CHECK(names(built(missing, global("os", "system") + "\x85"), "asks for os.system"));
    for (const char* name : {"tuple", "str", "getattr", "eval", "setattr", "set.add", ""}) {
        CHECK(names(built(global("builtins", name), ")"), "asks for builtins." + std::string(name)));
    }
    // A dictionary of a thousand entries, counted again and again.
    std::string counts = "}(";
    for (int i = 0; i < 1000; ++i) {
        counts += whole(i) + "N";
    }
    std::string copies = counter + "q\x01" + "0" + counts + "u\x85q\x02";
    for (int i = 0; i < 3000; ++i) {
        copies += "h\x01h\x02R0";
    }
    CHECK(names(refusal(zipForm(pickle(copies), {})), "too many"));
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
    CHECK(names(refusal(zipForm(pickle(std::string(999'000, ']')), {})), "too many"));
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
