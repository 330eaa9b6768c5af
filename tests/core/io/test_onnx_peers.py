#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ONNX models of other tools, and Mho's opened by them.

test_onnx_peers.py ONNX_COMPARE   exit code 77 (skipped) where PyTorch, torchvision or onnx for Python are missing
"""

import os
import subprocess
import sys
import tempfile
import unittest

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "cli"))
from data_folder import DATA

try:
    import numpy
    import onnx
    import torch
    import torchvision
    from onnx import numpy_helper
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

COMPARE = ""
LIGHT = os.path.join(DATA, "onnx")


def save_tensor(path, values):
    with open(path, "wb") as file:
        file.write(numpy_helper.from_array(numpy.ascontiguousarray(values, dtype=numpy.float32)).SerializeToString())


class Peers(unittest.TestCase):
    def compare(self, model, inputs, outputs):
        with tempfile.TemporaryDirectory() as folder:
            save_tensor(f"{folder}/in.pb", inputs)
            save_tensor(f"{folder}/out.pb", outputs)
            done = subprocess.run([COMPARE, model, f"{folder}/in.pb", f"{folder}/out.pb"], capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def torchvision_network(self, name):
        torch.manual_seed(20221126)
        network = getattr(torchvision.models, name)(weights=None).eval()
        for layer in network.modules():
            if isinstance(layer, torch.nn.BatchNorm2d):
                torch.nn.init.uniform_(layer.running_mean, -0.1, 0.1)
                torch.nn.init.uniform_(layer.running_var, 0.5, 1.5)
        images = torch.randn(2, 3, 224, 224)
        with tempfile.TemporaryDirectory() as folder, torch.no_grad():
            model = f"{folder}/{name}.onnx"
            torch.onnx.export(network, images, model, opset_version=13, do_constant_folding=True,
                              input_names=["images"], dynamic_axes={"images": {0: "n"}})
            self.compare(model, images.numpy(), network(images).numpy())

    def test_alexnet(self):
        self.torchvision_network("alexnet")

    def test_vgg16(self):
        self.torchvision_network("vgg16")

    def test_resnet18(self):
        self.torchvision_network("resnet18")

    def test_resnet50(self):
        self.torchvision_network("resnet50")

    def light(self, name):
        """ONNX's light models: constant weights, the input a ramp from 0 to 1 (onnx/backend/test, generate_dummy_data)."""
        model = os.path.join(LIGHT, f"{name}.onnx")
        if not os.path.exists(model):
            self.skipTest(f"{model} is missing")
        count = 3 * 224 * 224
        ramp = numpy.arange(count, dtype=numpy.float32).reshape(1, 3, 224, 224) / count
        with open(os.path.join(LIGHT, f"{name}_output_0.pb"), "rb") as file:
            expected = numpy_helper.to_array(onnx.TensorProto.FromString(file.read()))
        self.compare(model, ramp, expected)

    def test_light_alexnet(self):
        self.light("light_bvlc_alexnet")

    def test_light_resnet50(self):
        self.light("light_resnet50")


if __name__ == "__main__":
    COMPARE = sys.argv[1]
    unittest.main(argv=sys.argv[:1])
