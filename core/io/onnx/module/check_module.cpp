// SPDX-License-Identifier: GPL-3.0-or-later
#include <google/protobuf/stubs/logging.h>
#include <onnx/checker.h>
#include <onnx/onnx_pb.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <exception>
#include <limits>
#include <string>

namespace {

void put(const std::string& text, char* message, std::size_t room)
{
    const std::size_t count = std::min(text.size(), room - 1);
    std::memcpy(message, text.data(), count);
    message[count] = '\0';
}

}  // namespace

/// True when libonnx finds the model valid; otherwise its words are put into `message`, ended by a zero.
extern "C" __attribute__((visibility("default"))) bool mhoCheckOnnx(const void* model, std::size_t size, char* message,
                                                                    std::size_t room)
{
    try {
        // A damaged file is told to the user, not to standard error.
        const google::protobuf::LogSilencer silent;
        onnx::ModelProto proto;
        if (size > std::numeric_limits<int>::max() || !proto.ParseFromArray(model, static_cast<int>(size))) {
            put("it cannot be parsed", message, room);
            return false;
        }
        onnx::checker::check_model(proto);
        return true;
    } catch (const std::exception& problem) {
        put(problem.what(), message, room);
        return false;
    }
}
