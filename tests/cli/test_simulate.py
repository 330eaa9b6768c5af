#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""mho simulate: wrong use, and a small network of made-up weights on the built-in digits."""

import json
import math
import os
import random
import struct
import subprocess
import sys
import tempfile
import unittest

MHO = sys.argv.pop(1)
SHAPES = {"conv1.weight": (20, 1, 5, 5), "conv1.bias": (20,), "conv2.weight": (50, 20, 5, 5), "conv2.bias": (50,),
          "fc1.weight": (500, 800), "fc1.bias": (500,), "fc2.weight": (10, 500), "fc2.bias": (10,)}


def write_weights(path):
    generator = random.Random(5)
    header, data = {}, b""
    for name, shape in SHAPES.items():
        count = math.prod(shape)
        bound = math.sqrt(3 / (count / shape[0]))
        values = struct.pack(f"<{count}f", *(generator.uniform(-bound, bound) for _ in range(count)))
        header[name] = {"dtype": "F32", "shape": shape, "data_offsets": [len(data), len(data) + len(values)]}
        data += values
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def mho(*arguments):
    return subprocess.run([MHO, "simulate", *arguments], capture_output=True, text=True, check=False)


class Simulate(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.weights = os.path.join(cls.folder.name, "lenet5.safetensors")
        write_weights(cls.weights)
        cls.usual = ["lenet5", "--preset", "s0-45", "--weights", cls.weights, "--data", "synthetic-digits", "--images", "40",
                     "--calibration-images", "20", "--input-bits", "8", "--weight-bits", "8", "--cell-bits", "2",
                     "--rows", "128", "--columns", "128", "--json"]

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def result(self, *more):
        done = mho(*self.usual, *more)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def test_equals_whole_numbers_with_any_threads(self):
        one = self.result("--threads", "1")
        two = self.result("--threads", "2")
        self.assertEqual(one["identical_images"], 40)
        self.assertEqual(one["crossbars"], one["whole_numbers"])
        for result in (one, two):
            del result["simulated_s"]
        self.assertEqual(one, two)
        conv1 = one["layers"][0]
        # 40 images x 24 x 24 positions x 8 cycles x (20 filters x 4 slices x 2 signs)
        self.assertEqual(conv1["conversions"], 40 * 576 * 8 * 160)
        self.assertEqual(conv1["adc_bits"], math.ceil(math.log2(25 * 3 + 1)))

    def test_too_few_bits_clip_and_differ(self):
        result = self.result("--bits", "4")
        self.assertLess(result["identical_images"], 40)
        self.assertGreater(sum(layer["clipped"] for layer in result["layers"]), 0)

    def test_wrong_use(self):
        self.assertEqual(mho("lenet5").returncode, 2)
        done = mho("lenet5", "--data", "synthetic-digits")
        self.assertEqual(done.returncode, 2)
        self.assertIn("no weights", done.stderr)
        done = mho(*self.usual, "--adc-range", "calibrated")
        self.assertIn("adc_range", done.stderr)
        done = mho(*self.usual, "--sign-scheme", "nonsense")
        self.assertIn("two-arrays", done.stderr)
        done = mho(*self.usual, "--sign-scheme", "fragment-sign")
        self.assertEqual(done.returncode, 1)
        self.assertIn("both signs", done.stderr)


if __name__ == "__main__":
    unittest.main()
