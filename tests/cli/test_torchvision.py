#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""State dictionaries of torchvision's networks open, match and give PyTorch's outputs to 1e-4: test_torchvision.py MHO [TestClass...]

Needs python3-numpy and python3-torchvision; skipped without them. Weights are random, from a fixed seed."""

import json
import os
import subprocess
import sys
import tempfile
import unittest

from home_tools import module_or_none
from patience import LIMIT_S

torchvision = module_or_none("torchvision")
numpy = module_or_none("numpy")
torch = module_or_none("torch")

MHO = ""


class Torchvision(unittest.TestCase):
    def check(self, name, make, script=False):
        torch.manual_seed(11)
        network = make(weights=None).eval()
        for module in network.modules():
            if isinstance(module, torch.nn.BatchNorm2d):  # else all the same
                module.running_mean.uniform_(-0.2, 0.2)
                module.running_var.uniform_(0.5, 1.5)
        images = torch.randn(1, 3, 224, 224)
        with torch.no_grad():
            expected = network(images).numpy()
        with tempfile.TemporaryDirectory() as folder:
            weights, images_file, out = (os.path.join(folder, file) for file in ("w.pth", "in.npy", "out.npy"))
            if script:
                torch.jit.trace(network, images).save(weights)
            else:
                torch.save(network.state_dict(), weights)
            numpy.save(images_file, images.numpy())
            done = subprocess.run([MHO, "infer", name, "--weights", weights, "--input", images_file, "--output", out, "--json"],
                                  capture_output=True, text=True, timeout=LIMIT_S, check=False)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            found = numpy.load(out)
        self.assertEqual(found.shape, (1, 1000))
        self.assertGreater(numpy.std(expected), 0)
        numpy.testing.assert_allclose(found, expected, rtol=0, atol=1e-4 * abs(expected).max())
        self.assertEqual(json.loads(done.stdout)["images"][0]["top"][0]["class"], int(expected.argmax()))

    def test_alexnet(self):
        self.check("alexnet", torchvision.models.alexnet)

    def test_vgg16(self):
        self.check("vgg16-imagenet", torchvision.models.vgg16)

    def test_resnet18(self):
        self.check("resnet18-imagenet", torchvision.models.resnet18)

    def test_resnet18_of_torchscript(self):
        self.check("resnet18-imagenet", torchvision.models.resnet18, script=True)

    def test_resnet50(self):
        self.check("resnet50-imagenet", torchvision.models.resnet50)


if __name__ == "__main__":
    MHO = os.path.abspath(sys.argv[1])
    if torchvision is None or numpy is None:
        print("skipped: python3-torchvision and python3-numpy are not here")
        sys.exit(77)
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
