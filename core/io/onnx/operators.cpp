// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx/operators.h"

#include <map>

namespace mho::detail::onnx {

Operator operatorOf(std::string_view type)
{
    static const std::map<std::string_view, Operator> table{
        {"Add", readAdd},
        {"AveragePool", readAveragePool},
        {"BatchNormalization", readBatchNorm},
        {"Cast", readCast},
        {"Clip", readClip},
        {"Concat", readConcat},
        {"Constant", readConstant},
        {"ConstantOfShape", readConstantOfShape},
        {"Conv", readConvolution},
        {"Div", readDiv},
        {"Dropout", readDropout},
        {"Elu", readElu},
        {"Flatten", readFlatten},
        {"Gather", readGather},
        {"Gemm", readGemm},
        {"GlobalAveragePool", readGlobalAveragePool},
        {"GlobalMaxPool", readGlobalMaxPool},
        {"Identity", readIdentity},
        {"LRN", readLrn},
        {"LeakyRelu", readLeakyRelu},
        {"LogSoftmax", readLogSoftmax},
        {"MatMul", readMatMul},
        {"MaxPool", readMaxPool},
        {"Mul", readMul},
        {"Neg", readNeg},
        {"PRelu", readPRelu},
        {"Pad", readPad},
        {"ReduceMean", readReduceMean},
        {"Relu", readRelu},
        {"Reshape", readReshape},
        {"Shape", readShape},
        {"Sigmoid", readSigmoid},
        {"Slice", readSlice},
        {"Softmax", readSoftmax},
        {"Squeeze", readSqueeze},
        {"Sub", readSub},
        {"Sum", readSum},
        {"Tanh", readTanh},
        {"Transpose", readTranspose},
        {"Unsqueeze", readUnsqueeze},
    };
    const auto found = table.find(type);
    return found == table.end() ? nullptr : found->second;
}

}  // namespace mho::detail::onnx
