// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network.h"
#include "core/network/network_json.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <bit>
#include <memory>

namespace mho {

static_assert(std::endian::native == std::endian::little, "weights are hashed as little endian float32");

std::string networkHash(const Network& network)
{
    Network unnamed = network;
    unnamed.setName("");
    const std::string graph = networkToJson(unnamed);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
    EVP_DigestUpdate(context.get(), graph.data(), graph.size());
    for (const Node& node : network.nodes()) {
        for (const Parameter& parameter : node.parameters) {
            const auto values = parameter.tensor.values();
            const std::string head = fmt::format("\n{} {} {}\n", parameter.role, shapeText(parameter.tensor.shape()), values.size());
            EVP_DigestUpdate(context.get(), head.data(), head.size());
            EVP_DigestUpdate(context.get(), values.data(), values.size_bytes());
        }
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    EVP_DigestFinal_ex(context.get(), digest.data(), &length);
    std::string text;
    for (unsigned i = 0; i < length; ++i) {
        text += fmt::format("{:02x}", digest.at(i));
    }
    return text;
}

}  // namespace mho
