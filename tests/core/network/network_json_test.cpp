// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network_json.h"

#include "core/base/error.h"
#include "core/network/zoo.h"
#include "tests/core/network/random_graph.h"

#include <catch2/catch.hpp>

#include <ctime>
#include <string>

using namespace mho;

namespace {

Network small(std::int64_t stride, float weight, const std::string& name = "n")
{
    Network net(name, {1, 3, 3});
    net.add("conv", Convolution{.filters = 1, .kernel = {1, 1}, .stride = {stride, stride}, .bias = false});
    net.setParameter(1, "weight", Tensor({1, 1, 1, 1}, std::vector<float>{weight}));
    return net;
}

}  // namespace

TEST_CASE("Every zoo graph survives JSON")
{
    for (const ZooEntry& entry : zoo()) {
        const Network net = entry.make();
        const Network back = networkFromJson(networkToJson(net), "test");
        CHECK(networkToJson(back) == networkToJson(net));
        CHECK(networkHash(back) == networkHash(net));
        CHECK(back.parameterCount() == net.parameterCount());
    }
}

TEST_CASE("Graphs of all operations survive JSON")
{
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        INFO("seed " << seed);
        RandomStream random{seed, 12};
        const Network net = random_graph::make(random, {.smooth = false, .zeros = false, .relatives = true});
        const std::string json = networkToJson(net);
        const Network back = networkFromJson(json, "test");
        CHECK(networkToJson(back) == json);
        CHECK(back.outputShape() == net.outputShape());
    }
}

TEST_CASE("A padded shortcut's split is written only where it is not even, so hashes of older graphs hold")
{
    Network even("n", {2, 4, 4});
    even.add("pad", PadShortcut{.stride = 2, .channels = 5});
    CHECK(networkToJson(even) == R"({"name":"n","input":[2,4,4],"nodes":[{"name":"pad","inputs":[0],"op":"pad-shortcut",)"
                                 R"("stride":2,"channels":5}]})");
    Network uneven("n", {2, 4, 4});
    uneven.add("pad", PadShortcut{.stride = 2, .channels = 5, .before = 3});
    const Network back = networkFromJson(networkToJson(uneven), "test");
    CHECK(std::get<PadShortcut>(back.nodes()[1].operation).before == 3);
    CHECK(networkHash(back) == networkHash(uneven));
    CHECK(networkHash(uneven) != networkHash(even));
}

TEST_CASE("Graph files with garbage are refused")
{
    const std::string head = R"({"name":"n","input":[1,4,4],"nodes":[)";
    for (const std::string& text :
         {std::string("{"), std::string("[]"), head + R"({"name":"a","inputs":[0],"op":"fly"}]})",
          head + R"({"name":"a","inputs":[7],"op":"flatten"}]})", head + R"({"name":"a","inputs":[-1],"op":"flatten"}]})",
          head + R"({"name":"a","inputs":[0],"op":"pad-shortcut","stride":1,"channels":3,"before":3}]})",
          head + R"({"name":"a","inputs":[0],"op":"pad-shortcut","stride":1,"channels":3,"before":-2}]})",
          head + R"({"name":"a","inputs":[0],"op":"linear","features":3,"bias":true}]})",
          std::string(R"({"name":"n","input":[1,0,4],"nodes":[]})")}) {
        INFO(text);
        try {
            networkFromJson(text, "file");
            FAIL("accepted");
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::BadFormat);
            CHECK(error.where() == "file");
        }
    }
}

TEST_CASE("The hash covers weights and graph, not the network's name")
{
    const std::string hash = networkHash(small(1, 0.5F));
    CHECK(hash.size() == 64);
    CHECK(networkHash(small(1, 0.5F, "other")) == hash);
    CHECK(networkHash(small(1, 0.25F)) != hash);
    CHECK(networkHash(small(2, 0.5F)) != hash);
}

TEST_CASE("A graph nested without end, or of very many members, is refused at once")
{
    CHECK_THROWS_WITH(networkFromJson(std::string(500'000, '['), "file"), Catch::Contains("nested deeper"));
    std::string many = "{";
    for (int i = 0; i < 80'000; ++i) {
        many += "\"" + std::to_string(i) + "\":0,";
    }
    const std::clock_t start = std::clock();
    CHECK_THROWS_WITH(networkFromJson(many + "\"name\":\"n\"}", "file"), Catch::Contains("input"));
    CHECK(std::clock() - start < 2 * CLOCKS_PER_SEC);
}
